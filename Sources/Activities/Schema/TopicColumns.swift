extension Schema {
  /// What a series is about on a day: its own topic, summary and host, beside whatever else becomes of the occurrence. SQLite changes no
  /// CHECK of a table that is there: it is made anew.
  static let topics = """
    ALTER TABLE activity_change RENAME TO activity_change_3;
    CREATE TABLE activity_change(
      activity_id TEXT NOT NULL REFERENCES activity(id) ON DELETE CASCADE,
      occurs_at TEXT NOT NULL CHECK(\(isLocalTime("occurs_at"))),
      change TEXT NOT NULL CHECK(change IN ('cancelled','moved','added','ended','topic')),
      starts_at TEXT CHECK(starts_at IS NULL OR \(isLocalTime("starts_at"))),
      ends_at TEXT CHECK(ends_at IS NULL OR \(isLocalTime("ends_at"))),
      venue_id TEXT REFERENCES venue(id),
      title TEXT,
      summary TEXT,
      host TEXT,
      note TEXT,
      PRIMARY KEY(activity_id, occurs_at),
      CHECK((starts_at IS NULL) = (ends_at IS NULL)),
      CHECK(starts_at IS NULL OR ends_at > starts_at),
      CHECK(CASE change
        WHEN 'moved' THEN starts_at IS NOT NULL OR venue_id IS NOT NULL
        WHEN 'ended' THEN starts_at IS NULL AND venue_id IS NULL
        WHEN 'cancelled' THEN starts_at IS NOT NULL OR venue_id IS NULL
        WHEN 'topic' THEN starts_at IS NULL AND venue_id IS NULL
          AND (title IS NOT NULL OR summary IS NOT NULL OR host IS NOT NULL)
        ELSE 1 END)
    );
    INSERT INTO activity_change(activity_id,occurs_at,change,starts_at,ends_at,venue_id,note)
      SELECT activity_id,occurs_at,change,starts_at,ends_at,venue_id,note FROM activity_change_3;
    DROP TABLE activity_change_3;
    """
}
