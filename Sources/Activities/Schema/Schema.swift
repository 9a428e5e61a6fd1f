/// The tables of the activity database, each declared beside the record that its rows become. docs/database.md explains them to those who
/// write rows; `TableDeclarationTests` compares them with the schema.
enum Tables {
  /// All of them, in the order in which rows refer to one another: what stands here is read, imported and exported. Each has
  /// its step in the schema below.
  static let all: [any AnyTable] = [
    unit, venue, venueFacility, duty, activity, activityChange, attendance, measure, measured, roster, rosterHolder,
    rosterSwap, shift,
    post,
    honour,
    almanac, list, listWord, offer, matter, matterStep, pairing, helpCase, unitAddress, team, pointsRule, pointsTotal,
  ]
}

/// The activity database's tables, whose names are fixed. Each version is a step that turns the one before into it; the file's
/// `user_version` says where it stands. docs/database.md explains the tables to people who write to them from other programs.
package enum Schema {
  /// The newest version this program knows.
  package static let version = steps.count

  /// `GONG` in the file's header (SQLite's application_id).
  static let applicationID = 0x474F_4E47

  static let steps: [String] = [version1, version2, version3, version4, version5, shifts, shiftSheets]

  /// Brings a database of a version (0: empty) to the newest, in one transaction.
  static func migrate(_ connection: Connection, from current: Int) throws {
    for step in steps.dropFirst(current) { try connection.run(step) }
    try connection.run("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
  }

  private static let version1 = """
    CREATE TABLE unit(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      parent_id TEXT REFERENCES unit(id),
      level TEXT NOT NULL CHECK(level IN ('district','subdistrict','community','grid','microgrid','building')),
      name TEXT NOT NULL CHECK(name <> ''),
      short_name TEXT,
      phone TEXT,
      CHECK(parent_id IS NOT id)
    );
    CREATE TABLE venue(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      unit_id TEXT NOT NULL REFERENCES unit(id),
      name TEXT NOT NULL CHECK(name <> ''),
      address TEXT,
      latitude REAL CHECK(latitude IS NULL OR latitude BETWEEN -90 AND 90),
      longitude REAL CHECK(longitude IS NULL OR longitude BETWEEN -180 AND 180),
      area_m2 REAL CHECK(area_m2 IS NULL OR area_m2 > 0),
      opening_hours TEXT,
      phone TEXT,
      CHECK((latitude IS NULL) = (longitude IS NULL))
    );
    CREATE TABLE activity(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      title TEXT NOT NULL CHECK(title <> ''),
      kind TEXT NOT NULL
        CHECK(kind IN ('classroom','meeting','service','culture','sport','volunteer','council','other')),
      track TEXT CHECK(track IS NULL OR track IN ('theory','practice','remote')),
      unit_id TEXT NOT NULL REFERENCES unit(id),
      venue_id TEXT REFERENCES venue(id),
      host TEXT,
      audience TEXT,
      summary TEXT,
      starts_at TEXT NOT NULL CHECK(\(isLocalTime("starts_at"))),
      ends_at TEXT NOT NULL CHECK(\(isLocalTime("ends_at"))),
      rrule TEXT CHECK(rrule IS NULL OR upper(rrule) LIKE '%FREQ=%'),
      capacity INTEGER CHECK(capacity IS NULL OR (typeof(capacity) = 'integer' AND capacity > 0)),
      fee_yuan REAL CHECK(fee_yuan IS NULL OR (typeof(fee_yuan) = 'real' AND fee_yuan >= 0)),
      points INTEGER CHECK(points IS NULL OR (typeof(points) = 'integer' AND points >= 0)),
      online_url TEXT CHECK(\(isWebAddress("online_url"))),
      signup_url TEXT CHECK(\(isWebAddress("signup_url"))),
      status TEXT NOT NULL DEFAULT 'scheduled' CHECK(status IN ('scheduled','cancelled','postponed','draft')),
      page TEXT CHECK(page IS NULL OR page LIKE '/%'),
      updated_at TEXT NOT NULL CHECK(\(isLocalTime("updated_at"))),
      CHECK(ends_at > starts_at),
      CHECK((kind = 'classroom') = (track IS NOT NULL))
    );
    CREATE INDEX activity_unit ON activity(unit_id);
    CREATE INDEX activity_venue ON activity(venue_id);
    CREATE TABLE activity_change(
      activity_id TEXT NOT NULL REFERENCES activity(id) ON DELETE CASCADE,
      occurs_at TEXT NOT NULL CHECK(\(isLocalTime("occurs_at"))),
      change TEXT NOT NULL CHECK(change IN ('cancelled','moved')),
      starts_at TEXT CHECK(starts_at IS NULL OR \(isLocalTime("starts_at"))),
      ends_at TEXT CHECK(ends_at IS NULL OR \(isLocalTime("ends_at"))),
      venue_id TEXT REFERENCES venue(id),
      note TEXT,
      PRIMARY KEY(activity_id, occurs_at),
      CHECK((starts_at IS NULL) = (ends_at IS NULL)),
      CHECK(starts_at IS NULL OR ends_at > starts_at),
      CHECK((change = 'moved') = (starts_at IS NOT NULL OR venue_id IS NOT NULL))
    );
    CREATE TABLE attendance(
      activity_id TEXT NOT NULL REFERENCES activity(id) ON DELETE CASCADE,
      occurs_at TEXT NOT NULL CHECK(\(isLocalTime("occurs_at"))),
      enrolled INTEGER NOT NULL DEFAULT 0 CHECK(typeof(enrolled) = 'integer' AND enrolled >= 0),
      attended INTEGER CHECK(attended IS NULL OR (typeof(attended) = 'integer' AND attended >= 0)),
      PRIMARY KEY(activity_id, occurs_at)
    );
    CREATE TABLE metric(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      unit_id TEXT NOT NULL REFERENCES unit(id),
      title TEXT NOT NULL CHECK(title <> ''),
      value REAL NOT NULL CHECK(typeof(value) = 'real'),
      suffix TEXT,
      as_of TEXT NOT NULL CHECK(strftime('%Y-%m-%d', as_of) IS as_of),
      note TEXT
    );
    """

  /// What series do on public holidays; occurrences that are added, series that end early; rosters.
  private static let version2 = """
    ALTER TABLE activity ADD COLUMN on_holiday TEXT NOT NULL DEFAULT 'held'
      CHECK(on_holiday IN ('held','skipped','next-workday'));
    ALTER TABLE activity_change RENAME TO activity_change_1;
    CREATE TABLE activity_change(
      activity_id TEXT NOT NULL REFERENCES activity(id) ON DELETE CASCADE,
      occurs_at TEXT NOT NULL CHECK(\(isLocalTime("occurs_at"))),
      change TEXT NOT NULL CHECK(change IN ('cancelled','moved','added','ended')),
      starts_at TEXT CHECK(starts_at IS NULL OR \(isLocalTime("starts_at"))),
      ends_at TEXT CHECK(ends_at IS NULL OR \(isLocalTime("ends_at"))),
      venue_id TEXT REFERENCES venue(id),
      note TEXT,
      PRIMARY KEY(activity_id, occurs_at),
      CHECK((starts_at IS NULL) = (ends_at IS NULL)),
      CHECK(starts_at IS NULL OR ends_at > starts_at),
      CHECK(CASE change
        WHEN 'moved' THEN starts_at IS NOT NULL OR venue_id IS NOT NULL
        WHEN 'ended' THEN starts_at IS NULL AND venue_id IS NULL
        WHEN 'cancelled' THEN starts_at IS NOT NULL OR venue_id IS NULL
        ELSE 1 END)
    );
    INSERT INTO activity_change(activity_id,occurs_at,change,starts_at,ends_at,venue_id,note)
      SELECT activity_id,occurs_at,change,starts_at,ends_at,venue_id,note FROM activity_change_1;
    DROP TABLE activity_change_1;
    CREATE TABLE roster(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      unit_id TEXT NOT NULL REFERENCES unit(id),
      title TEXT NOT NULL CHECK(title <> ''),
      period TEXT NOT NULL CHECK(period IN ('week','month')),
      starts_on TEXT NOT NULL CHECK(\(isDate("starts_on"))),
      note TEXT
    );
    CREATE TABLE roster_holder(
      roster_id TEXT NOT NULL REFERENCES roster(id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK(typeof(position) = 'integer' AND position >= 1),
      name TEXT NOT NULL CHECK(name <> ''),
      phone TEXT,
      PRIMARY KEY(roster_id, position)
    );
    CREATE TABLE roster_swap(
      roster_id TEXT NOT NULL REFERENCES roster(id) ON DELETE CASCADE,
      turn_start TEXT NOT NULL CHECK(\(isDate("turn_start"))),
      position INTEGER NOT NULL,
      note TEXT,
      PRIMARY KEY(roster_id, turn_start),
      FOREIGN KEY(roster_id, position) REFERENCES roster_holder(roster_id, position)
    );
    """

  /// Earlier values of figures, honours, and what happened on each day of the year.
  private static let version3 = """
    CREATE TABLE metric_history(
      metric_id TEXT NOT NULL REFERENCES metric(id) ON DELETE CASCADE,
      as_of TEXT NOT NULL CHECK(\(isDay("as_of"))),
      value REAL NOT NULL CHECK(typeof(value) = 'real'),
      PRIMARY KEY(metric_id, as_of)
    );
    CREATE TABLE honour(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      unit_id TEXT NOT NULL REFERENCES unit(id),
      title TEXT NOT NULL CHECK(title <> ''),
      awarded_by TEXT NOT NULL CHECK(awarded_by <> ''),
      awarded_on TEXT NOT NULL CHECK(\(isPartialDate("awarded_on"))),
      note TEXT
    );
    CREATE TABLE almanac(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      month_day TEXT NOT NULL,
      year INTEGER CHECK(year IS NULL OR (typeof(year) = 'integer' AND year BETWEEN 1 AND 9999)),
      title TEXT NOT NULL CHECK(title <> ''),
      text TEXT,
      unit_id TEXT REFERENCES unit(id),
      CHECK(\(isDay("printf('%04d-%s', coalesce(year, 2000), month_day)")))
    );
    """

  /// Lists with their offers and matters; duties; topics of series; measures, which take over figures; cases.
  private static let version4 = [lists, duties, topics, measures, ledger].joined(separator: "\n")

  /// Who does what where: posts, addresses, teams, points; kinds of venues.
  private static let version5 = [posts, venues, addresses, teams, points, videos].joined(separator: "\n")

  /// `Identifier`'s form.
  static func isIdentifier(_ column: String) -> String {
    "\(column) NOT GLOB '*[^a-z0-9-]*' AND \(column) GLOB '[a-z0-9]*' AND \(column) GLOB '*[a-z0-9]' "
      + "AND length(\(column)) <= 100"
  }

  /// A real day and minute as `YYYY-MM-DDTHH:MM`: SQLite turns what is no day into another, so the text must come back unchanged.
  static func isLocalTime(_ column: String) -> String {
    "strftime('%Y-%m-%dT%H:%M', \(column)) IS \(column)"
  }

  static func isDate(_ column: String) -> String {
    "strftime('%Y-%m-%d', \(column)) IS \(column)"
  }

  /// As `isDate`, and no February 30 either: only a modifier makes SQLite count the day anew.
  static func isDay(_ text: String) -> String {
    "strftime('%Y-%m-%d', \(text), '+0 days') IS \(text)"
  }

  /// A day, or the month or the year alone.
  static func isPartialDate(_ column: String) -> String {
    "length(\(column)) IN (4, 7, 10) AND \(isDay("(\(column) || substr('0001-01-01', length(\(column)) + 1))"))"
  }

  static func isOptionalDay(_ column: String) -> String { "\(column) IS NULL OR \(isDay(column))" }

  static func isSitePath(_ column: String) -> String { "\(column) IS NULL OR \(column) LIKE '/%'" }

  /// A whole number, 0 or more, or nothing.
  static func isCount(_ column: String) -> String {
    "\(column) IS NULL OR (typeof(\(column)) = 'integer' AND \(column) >= 0)"
  }

  /// A number, 0 or more, or nothing.
  static func isQuantity(_ column: String) -> String {
    "\(column) IS NULL OR (typeof(\(column)) = 'real' AND \(column) >= 0)"
  }

  static func isWebAddress(_ column: String) -> String {
    "\(column) IS NULL OR \(column) LIKE 'https://%' OR \(column) LIKE 'http://%'"
  }
}
