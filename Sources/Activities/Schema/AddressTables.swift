extension Schema {
  /// Which numbers of which roads belong to a unit. That two units of a level have the same number is no CHECK: `AddressRangeCheck` names
  /// both rows.
  static let addresses = """
    CREATE TABLE unit_address(
      unit_id TEXT NOT NULL REFERENCES unit(id),
      road TEXT NOT NULL CHECK(length(road) BETWEEN 1 AND 40),
      first INTEGER NOT NULL CHECK(typeof(first) = 'integer' AND first BETWEEN 1 AND 99999),
      last INTEGER NOT NULL CHECK(typeof(last) = 'integer' AND last BETWEEN 1 AND 99999),
      side TEXT NOT NULL DEFAULT 'both' CHECK(side IN ('both','odd','even')),
      building TEXT NOT NULL DEFAULT '',
      PRIMARY KEY(unit_id, road, first, side, building),
      CHECK(first <= last),
      CHECK(side = 'both' OR (first % 2 = (side = 'odd') AND last % 2 = (side = 'odd')))
    );
    CREATE INDEX unit_address_road ON unit_address(road, first);
    """
}
