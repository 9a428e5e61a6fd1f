extension Schema {
  /// Who answers for what in a unit: posts, never persons.
  static let posts = """
    CREATE TABLE post(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      unit_id TEXT NOT NULL REFERENCES unit(id),
      title TEXT NOT NULL CHECK(title <> ''),
      position INTEGER NOT NULL DEFAULT 1 CHECK(typeof(position) = 'integer' AND position >= 1),
      holder TEXT,
      roster_id TEXT REFERENCES roster(id),
      people INTEGER NOT NULL DEFAULT 1 CHECK(typeof(people) = 'integer' AND people BETWEEN 1 AND 10000),
      duties TEXT,
      phone TEXT,
      CHECK((holder IS NULL) <> (roster_id IS NULL))
    );
    CREATE INDEX post_unit ON post(unit_id);
    """
}
