extension Schema {
  /// What points are given for, and how many were earned and spent, by unit and month. No row is a person's.
  static let points = """
    CREATE TABLE points_rule(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      unit_id TEXT NOT NULL REFERENCES unit(id),
      title TEXT NOT NULL CHECK(title <> ''),
      points INTEGER NOT NULL CHECK(typeof(points) = 'integer' AND points >= 1),
      per TEXT NOT NULL CHECK(per <> ''),
      cap INTEGER CHECK(cap IS NULL OR typeof(cap) = 'integer'),
      cap_period TEXT CHECK(cap_period IS NULL OR cap_period IN ('day','week','month','quarter','year')),
      position INTEGER NOT NULL DEFAULT 1 CHECK(typeof(position) = 'integer' AND position >= 1),
      note TEXT,
      CHECK((cap IS NULL) = (cap_period IS NULL)),
      CHECK(cap IS NULL OR cap >= points)
    );
    CREATE INDEX points_rule_unit ON points_rule(unit_id);
    CREATE TABLE points_total(
      unit_id TEXT NOT NULL REFERENCES unit(id),
      month TEXT NOT NULL CHECK(length(month) = 7 AND \(isDay("(month || '-01')"))),
      earned INTEGER NOT NULL CHECK(typeof(earned) = 'integer' AND earned >= 0),
      spent INTEGER NOT NULL CHECK(typeof(spent) = 'integer' AND spent >= 0),
      people INTEGER NOT NULL CHECK(typeof(people) = 'integer' AND people >= 0),
      PRIMARY KEY(unit_id, month),
      CHECK((people = 0) = (earned = 0 AND spent = 0))
    );
    """
}
