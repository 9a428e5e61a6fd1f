extension Schema {
  /// Teams with or without a page of their own.
  static let teams = """
    CREATE TABLE team(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      unit_id TEXT NOT NULL REFERENCES unit(id),
      type TEXT NOT NULL CHECK(type IN ('lecture','mutual-help','convenience','environment','mediation','safety',
        'news','performing','sport','other')),
      name TEXT NOT NULL CHECK(name <> ''),
      members INTEGER CHECK(members IS NULL OR (typeof(members) = 'integer' AND members >= 1)),
      summary TEXT,
      page TEXT CHECK(\(isSitePath("page")))
    );
    CREATE INDEX team_unit ON team(unit_id);
    """
}
