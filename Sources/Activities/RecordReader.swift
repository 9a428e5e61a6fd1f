import CivilTime
import Diagnostics
import GRDB
import Vocabulary

/// Rows → typed records. The tables' CHECKs hold for most of this, but other programs can write with checks and foreign keys switched
/// off: what is wrong is named by table, row and column, all of a row at once, and the row is left out.
struct RecordReader {
  let database: Database
  let path: String
  let zone: Zone
  private(set) var problems: [Diagnostic] = []
  /// Ids of rows that are there but wrong, by table.
  private(set) var rejected: [String: Set<String>] = [:]

  init(database: Database, path: String, zone: Zone) {
    self.database = database
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
      online_url,signup_url,status,page,updated_at FROM activity ORDER BY id
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
      let updated = row.time("updated_at")
      let rule = start.flatMap { row.rule("rrule", start: $0, zone: zone) }
      if let start, let end { row.check(end, after: start) }
      if let kind, (kind == .classroom) != (track != nil), !row.isWrong("track") {
        row.wrong("track", zh: "先锋课堂必须写明课程类别，其他活动不写", en: "a classroom has a track, and nothing else has one")
      }
      guard let id, let title, let kind, let unit, let start, let end, let status, let updated else { return nil }
      return ActivityRecord(
        id: id, title: title, kind: kind, track: track, unit: unit, venue: venue, host: row.optionalText("host"),
        audience: row.optionalText("audience"), summary: row.optionalText("summary"), start: start, end: end,
        rule: rule, capacity: capacity, feeYuan: fee, points: points, onlineURL: online, signupURL: signup,
        status: status, page: row.optionalText("page"), updatedAt: updated)
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
      let start = row.optionalTime("starts_at")
      let end = row.optionalTime("ends_at")
      let venue: VenueID? = row.optionalIdentifier("venue_id")
      if let start, let end { row.check(end, after: start) }
      let change: ActivityChangeRecord.Change
      switch row.text("change") {
      case "moved": change = .moved(start: start, end: end, venue: venue)
      case "cancelled": change = .cancelled
      case nil: return nil
      default:
        row.wrong("change", zh: "应当是 cancelled 或 moved", en: "it must be cancelled or moved")
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
    try rows("SELECT id,unit_id,title,value,suffix,as_of,note FROM metric ORDER BY id", "metric") { row in
      let id: MetricID? = row.identifier("id")
      let unit: UnitID? = row.identifier("unit_id")
      let title = row.text("title")
      let value = row.number("value")
      let asOf = row.date("as_of")
      guard let id, let unit, let title, let value, let asOf else { return nil }
      return MetricRecord(
        id: id, unit: unit, title: title, value: value, suffix: row.optionalText("suffix"), asOf: asOf,
        note: row.optionalText("note"))
    }
  }

  // MARK: Rows

  private mutating func rows<Record>(
    _ sql: String, _ table: String, _ read: (CheckedRow) -> Record?
  ) throws -> [Record] {
    var records: [Record] = []
    let cursor = try Row.fetchCursor(database, sql: sql)
    while let row = try cursor.next() {
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
    for violation in try ForeignKeyViolation.all(database) {
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

/// Reads a row's columns and notes what is wrong with them.
final class CheckedRow {
  let row: Row
  let table: String
  let path: String
  private(set) var problems: [Diagnostic] = []

  init(row: Row, table: String, path: String) {
    self.row = row
    self.table = table
    self.path = path
  }

  /// The row as its writer knows it.
  var key: String {
    if row.hasColumn("id") { return "id=\(String.fromDatabaseValue(row["id"]) ?? "?")" }
    let activity = String.fromDatabaseValue(row["activity_id"])
    let time = String.fromDatabaseValue(row["occurs_at"])
    return "activity_id=\(activity ?? "?"),occurs_at=\(time ?? "?")"
  }

  func wrong(_ column: String, zh: String, en: String, hint: Message? = nil) {
    problems.append(
      .error(
        "data.wrong-value", zh: zh, en: en, hint: hint,
        at: .row(database: path, table: table, key: key, column: column)))
  }

  func isWrong(_ column: String) -> Bool {
    problems.contains {
      if case .row(_, _, _, column)? = $0.location { true } else { false }
    }
  }

  // MARK: Texts

  func optionalText(_ column: String) -> String? {
    guard row.hasColumn(column) else { return nil }
    let text: String? = String.fromDatabaseValue(row[column])
    return text?.isEmpty == true ? nil : text
  }

  private func required<Value>(_ column: String, _ value: Value?) -> Value? {
    if value == nil, optionalText(column) == nil { wrong(column, zh: "不能为空", en: "it must not be empty") }
    return value
  }

  func text(_ column: String) -> String? { required(column, optionalText(column)) }

  func optionalIdentifier<Subject>(_ column: String) -> Identifier<Subject>? {
    guard let text = optionalText(column) else { return nil }
    let id = Identifier<Subject>(text)
    if id == nil { wrong(column, zh: "编号只能用小写字母、数字和连字符", en: "an id holds a-z, 0-9 and hyphens only") }
    return id
  }

  func identifier<Subject>(_ column: String) -> Identifier<Subject>? { required(column, optionalIdentifier(column)) }

  func optionalTerm<Word: Term>(_ column: String) -> Word? {
    guard let text = optionalText(column) else { return nil }
    let word = Word(rawValue: text)
    if word == nil {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      wrong(column, zh: "应当是以下之一：\(words)", en: "it must be one of \(words)")
    }
    return word
  }

  func term<Word: Term>(_ column: String) -> Word? { required(column, optionalTerm(column)) }

  /// Only what a browser opens without running it.
  func webAddress(_ column: String) -> String? {
    guard let text = optionalText(column) else { return nil }
    let isWeb = ["https://", "http://"].contains(where: text.lowercased().hasPrefix)
    if isWeb, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) { return text }
    wrong(column, zh: "网址应以 https:// 开头，不含空格", en: "an address begins with https:// and holds no spaces")
    return nil
  }

  // MARK: Numbers

  func optionalInteger(_ column: String, from least: Int = 0) -> Int? {
    let value: DatabaseValue = row[column]
    if value.isNull { return nil }
    if let number = Int.fromDatabaseValue(value), number >= least { return number }
    wrong(column, zh: "应当是不小于 \(least) 的整数", en: "it must be a whole number of \(least) or more")
    return nil
  }

  func optionalNumber(_ column: String, in range: ClosedRange<Double> = 0...1e12) -> Double? {
    let value: DatabaseValue = row[column]
    if value.isNull { return nil }
    if let number = Double.fromDatabaseValue(value), range.contains(number) { return number }
    wrong(
      column, zh: "应当是 \(range.lowerBound) 到 \(range.upperBound) 之间的数字",
      en: "it must be a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  func number(_ column: String) -> Double? {
    let value: DatabaseValue = row[column]
    if value.isNull { return required(column, nil) }
    return optionalNumber(column, in: -1e15...1e15)
  }

  // MARK: Times

  func optionalTime(_ column: String) -> LocalDateTime? {
    guard let text = optionalText(column) else { return nil }
    let time = TimeText.parseLocal(text)
    if time == nil { wrong(column, zh: "时间应写成 2026-11-21T14:30", en: "a time is written 2026-11-21T14:30") }
    return time
  }

  func time(_ column: String) -> LocalDateTime? { required(column, optionalTime(column)) }

  func date(_ column: String) -> CivilDate? {
    guard let text = text(column) else { return nil }
    let date = TimeText.parseDate(text)
    if date == nil { wrong(column, zh: "日期应写成 2026-11-21", en: "a date is written 2026-11-21") }
    return date
  }

  func check(_ end: LocalDateTime, after start: LocalDateTime) {
    if end <= start { wrong("ends_at", zh: "结束时间不晚于开始时间", en: "it ends before it starts") }
  }

  func rule(_ column: String, start: LocalDateTime, zone: Zone) -> RecurrenceRule? {
    guard let text = optionalText(column) else { return nil }
    do throws(RecurrenceRule.ParseError) {
      let rule = try RecurrenceRule(text, zone: zone)
      if !rule.produces(start, from: start) { startIsOff(rule, start) }
      return rule
    } catch {
      wrong(
        column, zh: "看不懂重复规则“\(error.part)”（\(Self.reason(error.reason).zh)）",
        en: "the recurrence rule can't be followed: “\(error.part)” (\(Self.reason(error.reason).en))",
        hint: Message(zh: "每周三写成 FREQ=WEEKLY;BYDAY=WE", en: "every Wednesday is FREQ=WEEKLY;BYDAY=WE"))
      return nil
    }
  }

  private func startIsOff(_ rule: RecurrenceRule, _ start: LocalDateTime) {
    let next = rule.occurrences(from: start, in: start..<start + 4 * 366 * 1440).first
    let hint = next.map {
      Message(
        zh: "把 starts_at 改成 \(TimeText.local($0))，或改重复规则",
        en: "set starts_at to \(TimeText.local($0)), or mend the rule")
    }
    wrong("starts_at", zh: "开始时间不在它自己的重复规则里", en: "its own recurrence rule does not produce the start", hint: hint)
  }

  private static func reason(_ reason: RecurrenceRule.ParseError.Reason) -> Message {
    switch reason {
    case .missingFrequency: Message(zh: "缺少 FREQ", en: "FREQ is missing")
    case .malformedPart: Message(zh: "每一段应是 名称=值", en: "each part is NAME=VALUE")
    case .repeatedPart: Message(zh: "同一段写了两次", en: "the part stands twice")
    case .unknownPart: Message(zh: "没有这样的段", en: "there is no such part")
    case .unsupported: Message(zh: "不支持", en: "not supported")
    case .badValue: Message(zh: "值不对", en: "the value is wrong")
    case .countAndUntil: Message(zh: "COUNT 和 UNTIL 只能用一个", en: "COUNT and UNTIL exclude each other")
    case .notAllowedHere: Message(zh: "不能用在这种频率里", en: "not allowed with this frequency")
    }
  }
}
