import CivilTime
import Diagnostics
import Vocabulary

/// Rows → typed records. The tables' CHECKs hold for most of this, but other programs can write with checks and foreign keys switched
/// off: what is wrong is named by table, row and column, all of a row at once, and the row is left out.
struct RecordReader {
  let connection: Connection
  let path: String
  let zone: Zone
  private(set) var problems: [Diagnostic] = []
  /// Ids of rows that are there but wrong, by table.
  private(set) var rejected: [String: Set<String>] = [:]

  init(connection: Connection, path: String, zone: Zone) {
    self.connection = connection
    self.path = path
    self.zone = zone
  }

  mutating func readAll() throws -> ActivityData {
    var data = ActivityData()
    data.units = try rows("SELECT id,parent_id,level,name,short_name,phone FROM unit ORDER BY id", "unit") { row in
      let parent: UnitID? = row.optionalIdentifier("parent_id")
      guard let id: UnitID = row.identifier("id"), let level: UnitLevel = row.term("level"), let name = row.text("name")
      else { return nil }
      return UnitRecord(
        id: id, parent: parent, level: level, name: name, shortName: row.optionalText("short_name"),
        phone: row.optionalText("phone"))
    }
    data.venues = try venues()
    data.activities = try activities()
    data.changes = try changes()
    data.attendance = try attendance()
    data.metrics = try metrics()
    data.rosters = try rosters()
    data.honours = try honours()
    data.almanac = try almanac()
    try checkForeignKeys()
    data.rejected = rejected
    return data
  }

  // MARK: Tables

  private mutating func venues() throws -> [VenueRecord] {
    let sql = """
      SELECT id,unit_id,name,address,latitude,longitude,area_m2,opening_hours,phone FROM venue ORDER BY id
      """
    return try rows(sql, "venue") { row in
      let latitude = row.optionalNumber("latitude", in: -90...90)
      let longitude = row.optionalNumber("longitude", in: -180...180)
      let area = row.optionalNumber("area_m2")
      guard let id: VenueID = row.identifier("id"), let unit: UnitID = row.identifier("unit_id"),
        let name = row.text("name")
      else { return nil }
      return VenueRecord(
        id: id, unit: unit, name: name, address: row.optionalText("address"), latitude: latitude, longitude: longitude,
        area: area, openingHours: row.optionalText("opening_hours"), phone: row.optionalText("phone"))
    }
  }

  private mutating func activities() throws -> [ActivityRecord] {
    let sql = """
      SELECT id,title,kind,track,unit_id,venue_id,host,audience,summary,starts_at,ends_at,rrule,capacity,fee_yuan,points,
      online_url,signup_url,status,on_holiday,page,updated_at FROM activity ORDER BY id
      """
    let zone = zone
    return try rows(sql, "activity") { row in
      let id: ActivityID? = row.identifier("id")
      let title = row.text("title")
      let kind: ActivityKind? = row.term("kind")
      let track: Track? = row.optionalTerm("track")
      let unit: UnitID? = row.identifier("unit_id")
      let venue: VenueID? = row.optionalIdentifier("venue_id")
      let start = row.time("starts_at")
      let end = row.time("ends_at")
      let capacity = row.optionalInteger("capacity", from: 1)
      let fee = row.optionalNumber("fee_yuan")
      let points = row.optionalInteger("points")
      let online = row.webAddress("online_url")
      let signup = row.webAddress("signup_url")
      let status: ActivityStatus? = row.term("status")
      let onHoliday: HolidayPolicy? = row.term("on_holiday")
      let updated = row.time("updated_at")
      let rule = start.flatMap { row.rule("rrule", start: $0, zone: zone) }
      if let start, let end {
        row.check(end, after: start)
        if let rule { row.check(rule, from: start, leavesRoomUntil: end) }
      }
      if let kind, (kind == .classroom) != (track != nil), !row.isWrong("track") {
        row.wrong("track", zh: "先锋课堂必须写明课程类别，其他活动不写", en: "a classroom has a track, and nothing else has one")
      }
      guard let id, let title, let kind, let unit, let start, let end, let status, let onHoliday, let updated else {
        return nil
      }
      return ActivityRecord(
        id: id, title: title, kind: kind, track: track, unit: unit, venue: venue, host: row.optionalText("host"),
        audience: row.optionalText("audience"), summary: row.optionalText("summary"), start: start, end: end,
        rule: rule, capacity: capacity, feeYuan: fee, points: points, onlineURL: online, signupURL: signup,
        status: status, onHoliday: onHoliday, page: row.optionalText("page"), updatedAt: updated)
    }
  }

  private mutating func changes() throws -> [ActivityChangeRecord] {
    let sql = """
      SELECT activity_id,occurs_at,change,starts_at,ends_at,venue_id,note FROM activity_change
      ORDER BY activity_id,occurs_at
      """
    return try rows(sql, "activity_change") { row in
      let id: ActivityID? = row.identifier("activity_id")
      let occursAt = row.time("occurs_at")
      let place = ActivityChangeRecord.Place(
        start: row.optionalTime("starts_at"), end: row.optionalTime("ends_at"),
        venue: row.optionalIdentifier("venue_id"))
      if let start = place.start, let end = place.end { row.check(end, after: start) }
      if (place.start == nil) != (place.end == nil) {
        row.wrong(
          "ends_at", zh: "starts_at 和 ends_at 要么都写，要么都不写", en: "starts_at and ends_at come together or not at all")
      }
      let change: ActivityChangeRecord.Change
      switch row.text("change") {
      case "moved":
        if place == .init() {
          row.wrong("change", zh: "moved 要写新的时间或新的地点", en: "moved needs a new time or a new venue")
        }
        change = .moved(place)
      case "added": change = .added(place)
      case "cancelled": change = place.start == nil ? .cancelled : .withdrawn(place)
      case "ended": change = .ended
      case nil: return nil
      default:
        row.wrong(
          "change", zh: "应当是 cancelled、moved、added 或 ended", en: "it must be cancelled, moved, added or ended")
        return nil
      }
      guard let id, let occursAt else { return nil }
      return ActivityChangeRecord(
        activity: id, occursAt: occursAt, change: change, note: row.optionalText("note"))
    }
  }

  private mutating func attendance() throws -> [AttendanceRecord] {
    let sql = "SELECT activity_id,occurs_at,enrolled,attended FROM attendance ORDER BY activity_id,occurs_at"
    return try rows(sql, "attendance") { row in
      let id: ActivityID? = row.identifier("activity_id")
      let time = row.time("occurs_at")
      let enrolled = row.optionalInteger("enrolled")
      let attended = row.optionalInteger("attended")
      guard let id, let time else { return nil }
      return AttendanceRecord(activity: id, occursAt: time, enrolled: enrolled ?? 0, attended: attended)
    }
  }

  private mutating func metrics() throws -> [MetricRecord] {
    let history = Dictionary(grouping: try metricHistory(), by: \.metric)
    return try rows("SELECT id,unit_id,title,value,suffix,as_of,note FROM metric ORDER BY id", "metric") { row in
      let id: MetricID? = row.identifier("id")
      let unit: UnitID? = row.identifier("unit_id")
      let title = row.text("title")
      let value = row.number("value")
      let asOf = row.date("as_of")
      guard let id, let unit, let title, let value, let asOf else { return nil }
      return MetricRecord(
        id: id, unit: unit, title: title, value: value, suffix: row.optionalText("suffix"), asOf: asOf,
        note: row.optionalText("note"), history: history[id]?.map(\.point) ?? [])
    }
  }

  private mutating func metricHistory() throws -> [(metric: MetricID, point: MetricRecord.Point)] {
    let sql = "SELECT metric_id,as_of,value FROM metric_history ORDER BY metric_id,as_of"
    return try rows(sql, "metric_history") { row in
      let id: MetricID? = row.identifier("metric_id")
      let asOf = row.date("as_of")
      let value = row.number("value")
      guard let id, let asOf, let value else { return nil }
      return (id, MetricRecord.Point(asOf: asOf, value: value))
    }
  }

  private mutating func rosters() throws -> [RosterRecord] {
    let holders = try rosterHolders()
    let swaps = try rosterSwaps()
    return try rows("SELECT id,unit_id,title,period,starts_on,note FROM roster ORDER BY id", "roster") { row in
      let id: RosterID? = row.identifier("id")
      let unit: UnitID? = row.identifier("unit_id")
      let title = row.text("title")
      let period: RotationPeriod? = row.term("period")
      let startsOn = row.date("starts_on")
      guard let id, let unit, let title, let period, let startsOn else { return nil }
      return RosterRecord(
        id: id, unit: unit, title: title, period: period, startsOn: startsOn, note: row.optionalText("note"),
        holders: holders.filter { $0.roster == id }.map(\.holder), swaps: swaps.filter { $0.roster == id }.map(\.swap))
    }
  }

  private mutating func rosterHolders() throws -> [(roster: RosterID, holder: RosterRecord.Holder)] {
    let sql = "SELECT roster_id,position,name,phone FROM roster_holder ORDER BY roster_id,position"
    return try rows(sql, "roster_holder") { row in
      let id: RosterID? = row.identifier("roster_id")
      let position = row.optionalInteger("position", from: 1)
      let name = row.text("name")
      guard let id, let position, let name else { return nil }
      return (id, RosterRecord.Holder(position: position, name: name, phone: row.optionalText("phone")))
    }
  }

  private mutating func rosterSwaps() throws -> [(roster: RosterID, swap: RosterRecord.Swap)] {
    let sql = "SELECT roster_id,turn_start,position,note FROM roster_swap ORDER BY roster_id,turn_start"
    return try rows(sql, "roster_swap") { row in
      let id: RosterID? = row.identifier("roster_id")
      let turn = row.date("turn_start")
      let position = row.optionalInteger("position", from: 1)
      guard let id, let turn, let position else { return nil }
      return (id, RosterRecord.Swap(turnStart: turn, position: position, note: row.optionalText("note")))
    }
  }

  private mutating func honours() throws -> [HonourRecord] {
    try rows("SELECT id,unit_id,title,awarded_by,awarded_on,note FROM honour ORDER BY id", "honour") { row in
      let id: HonourID? = row.identifier("id")
      let unit: UnitID? = row.identifier("unit_id")
      let title = row.text("title")
      let awardedBy = row.text("awarded_by")
      let awardedOn = row.partialDate("awarded_on")
      guard let id, let unit, let title, let awardedBy, let awardedOn else { return nil }
      return HonourRecord(
        id: id, unit: unit, title: title, awardedBy: awardedBy, awardedOn: awardedOn, note: row.optionalText("note"))
    }
  }

  private mutating func almanac() throws -> [AlmanacRecord] {
    try rows("SELECT id,month_day,year,title,text,unit_id FROM almanac ORDER BY id", "almanac") { row in
      let id: AlmanacID? = row.identifier("id")
      let year = row.optionalInteger("year", in: 1...9999)
      let monthDay = row.monthDay("month_day", year: year)
      let title = row.text("title")
      let unit: UnitID? = row.optionalIdentifier("unit_id")
      guard let id, let monthDay, let title else { return nil }
      return AlmanacRecord(
        id: id, monthDay: monthDay, year: year, title: title, text: row.optionalText("text"), unit: unit)
    }
  }

  // MARK: Rows

  private mutating func rows<Record>(
    _ sql: String, _ table: String, _ read: (CheckedRow) -> Record?
  ) throws -> [Record] {
    var records: [Record] = []
    try connection.forEachRow(sql) { row in
      let checked = CheckedRow(row: row, table: table, path: path)
      let record = read(checked)
      if checked.problems.isEmpty, let record {
        records.append(record)
      } else {
        problems += checked.problems
        if let id = checked.optionalText("id") { rejected[table, default: []].insert(id) }
      }
    }
    return records
  }

  private mutating func checkForeignKeys() throws {
    for violation in try ForeignKeyViolation.all(connection) {
      let key = violation.row.map { CheckedRow(row: $0, table: violation.table, path: path).key } ?? "?"
      problems.append(
        .error(
          "data.missing-reference", zh: "\(violation.parent) 表里没有它所指的行",
          en: "it names a row that is not in \(violation.parent)",
          hint: Message(
            zh: "先在 \(violation.parent) 表里加上，或改正编号", en: "add it to \(violation.parent), or mend the id"),
          at: .row(database: path, table: violation.table, key: key, column: violation.column)))
    }
  }
}
