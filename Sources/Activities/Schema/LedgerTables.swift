extension Schema {
  /// Cases, each a row that no output shows: what is published is figures, and the text of those that were approved for publication. A text
  /// without the day of its approval can't be stored.
  static let ledger = """
    CREATE TABLE help_case(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      unit_id TEXT NOT NULL REFERENCES unit(id),
      category TEXT NOT NULL CHECK(length(category) BETWEEN 1 AND 20),
      channel TEXT NOT NULL CHECK(channel IN ('visit','phone','hotline','online','meeting')),
      disposition TEXT CHECK(disposition IN ('on-the-spot','station','team','referred','declined')),
      reported_at TEXT NOT NULL CHECK(\(isLocalTime("reported_at"))),
      accepted_at TEXT CHECK(accepted_at IS NULL OR \(isLocalTime("accepted_at"))),
      due_on TEXT CHECK(\(isOptionalDay("due_on"))),
      closed_at TEXT CHECK(closed_at IS NULL OR \(isLocalTime("closed_at"))),
      rated_at TEXT CHECK(rated_at IS NULL OR \(isLocalTime("rated_at"))),
      promised_minutes INTEGER CHECK(promised_minutes IS NULL
        OR (typeof(promised_minutes) = 'integer' AND promised_minutes > 0)),
      rating INTEGER CHECK(rating IS NULL OR (typeof(rating) = 'integer' AND rating BETWEEN 1 AND 5)),
      public_text TEXT CHECK(public_text IS NULL OR public_text <> ''),
      approved_on TEXT CHECK(\(isOptionalDay("approved_on"))),
      CHECK(accepted_at IS NULL OR accepted_at >= reported_at),
      CHECK(closed_at IS NULL OR (accepted_at IS NOT NULL AND closed_at >= accepted_at)),
      CHECK(rated_at IS NULL OR (closed_at IS NOT NULL AND rated_at >= closed_at)),
      CHECK(due_on IS NULL OR due_on >= substr(reported_at, 1, 10)),
      CHECK(closed_at IS NULL OR disposition IS NOT NULL),
      CHECK(disposition IS NOT 'declined' OR closed_at IS NOT NULL),
      CHECK((rating IS NULL) = (rated_at IS NULL)),
      CHECK(public_text IS NULL OR approved_on IS NOT NULL)
    );
    CREATE INDEX help_case_unit ON help_case(unit_id);
    """
}
