extension Schema {
  /// What a place is for, how many sit there, and what is found there. The words are closed lists (`VenueType`, `VenueFacility`): what they
  /// have no word for stands on the place's page.
  static let venues = """
    ALTER TABLE venue ADD COLUMN type TEXT CHECK(type IS NULL OR type IN (
      'centre','station','service-hall','medical-insurance-desk','help-desk','day-care','canteen','clinic','study-room',
      'library','classroom','practice-point','council-hall','retired-member-room','youth-studio','sport','square',
      'online','other'));
    ALTER TABLE venue ADD COLUMN seats INTEGER CHECK(seats IS NULL OR (typeof(seats) = 'integer' AND seats > 0));
    CREATE INDEX venue_type ON venue(type);
    CREATE TABLE venue_facility(
      venue_id TEXT NOT NULL REFERENCES venue(id) ON DELETE CASCADE,
      facility TEXT NOT NULL CHECK(facility IN (
        'step-free','lift','accessible-toilet','toilet','nursing-room','wheelchairs','hearing-loop','reading-glasses',
        'defibrillator','first-aid','rest','water','microwave','charging','wifi','lockers','heating','advice',
        'self-service','printing','shared-desks','room-loans','reading','study','health-check','meals','haircut',
        'coffee','children-area','gym','table-tennis','dance-room','music-room','games','projector','amplifier',
        'live-stream','bike-parking','bike-charging','car-parking')),
      note TEXT CHECK(note IS NULL OR note <> ''),
      PRIMARY KEY(venue_id, facility)
    );
    CREATE INDEX venue_facility_facility ON venue_facility(facility);
    """
}
