extension Schema {
  /// Duty sheets: who answers on which days.
  static let shifts = """
    CREATE TABLE shift(
      unit_id TEXT NOT NULL REFERENCES unit(id),
      first_day TEXT NOT NULL CHECK(\(isDay("first_day"))),
      last_day TEXT CHECK(\(isOptionalDay("last_day"))),
      position INTEGER NOT NULL DEFAULT 1 CHECK(typeof(position) = 'integer' AND position >= 1),
      post TEXT NOT NULL CHECK(post <> ''),
      hours TEXT CHECK(hours IS NULL OR hours GLOB '[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]'),
      holder TEXT,
      phone TEXT,
      note TEXT,
      PRIMARY KEY(unit_id, first_day, position),
      CHECK(last_day IS NULL OR last_day >= first_day),
      CHECK(holder IS NOT NULL OR phone IS NOT NULL)
    );
    """

  /// Several sheets of one unit for the same days: a line is identified by its sheet and its post too. SQLite changes no key of a
  /// table that is there: it is made anew.
  static let shiftSheets = """
    ALTER TABLE shift RENAME TO shift_6;
    CREATE TABLE shift(
      unit_id TEXT NOT NULL REFERENCES unit(id),
      first_day TEXT NOT NULL CHECK(\(isDay("first_day"))),
      last_day TEXT CHECK(\(isOptionalDay("last_day"))),
      sheet TEXT NOT NULL DEFAULT '',
      post TEXT NOT NULL CHECK(post <> ''),
      position INTEGER NOT NULL DEFAULT 1 CHECK(typeof(position) = 'integer' AND position >= 1),
      hours TEXT CHECK(hours IS NULL OR hours GLOB '[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]'),
      holder TEXT,
      phone TEXT,
      note TEXT,
      PRIMARY KEY(unit_id, first_day, sheet, post, position),
      CHECK(last_day IS NULL OR last_day >= first_day),
      CHECK(holder IS NOT NULL OR phone IS NOT NULL)
    );
    INSERT INTO shift(unit_id,first_day,last_day,post,position,hours,holder,phone,note)
      SELECT unit_id,first_day,last_day,post,position,hours,holder,phone,note FROM shift_6;
    DROP TABLE shift_6;
    """
}
