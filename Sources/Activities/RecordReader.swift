import CivilTime
import Diagnostics
import GRDB
import Vocabulary

/// Rows → typed records. The tables' CHECKs hold for most of this, but other programs can write with checks and foreign keys switched
/// off: what is wrong is named by table, row and column, and left out.
struct RecordReader {
  let database: Database
  let path: String
  let zone: Zone
  private(set) var problems: [Diagnostic] = []

  init(database: Database, path: String, zone: Zone) {
    self.database = database
    self.path = path
    self.zone = zone
  }

  mutating func readAll() throws -> ActivityData {
    var data = ActivityData()
    data.units = try rows("SELECT id,parent_id,level,name,short_name,phone FROM unit ORDER BY id", "unit") { row in
      UnitRecord(
        id: try row.identifier("id"), parent: try row.optionalIdentifier("parent_id"), level: try row.term("level"),
        name: try row.text("name"), shortName: row.optionalText("short_name"), phone: row.optionalText("phone"))
    }
    data.venues = try rows(
      "SELECT id,unit_id,name,address,latitude,longitude,area_m2,opening_hours,phone FROM venue ORDER BY id", "venue"
    ) { row in
      VenueRecord(
        id: try row.identifier("id"), unit: try row.identifier("unit_id"), name: try row.text("name"),
        address: row.optionalText("address"), latitude: row.optionalNumber("latitude"),
        longitude: row.optionalNumber("longitude"), area: row.optionalNumber("area_m2"),
        openingHours: row.optionalText("opening_hours"), phone: row.optionalText("phone"))
    }
    data.activities = try activities()
    data.changes = try changes()
    data.attendance = try rows(
      "SELECT activity_id,occurs_at,enrolled,attended FROM attendance ORDER BY activity_id,occurs_at", "attendance"
    ) { row in
      AttendanceRecord(
        activity: try row.identifier("activity_id"), occursAt: try row.time("occurs_at"),
        enrolled: row.optionalInteger("enrolled") ?? 0, attended: row.optionalInteger("attended"))
    }
    data.metrics = try rows("SELECT id,unit_id,title,value,suffix,as_of,note FROM metric ORDER BY id", "metric") {
      row in
      MetricRecord(
        id: try row.identifier("id"), unit: try row.identifier("unit_id"), title: try row.text("title"),
        value: row.optionalNumber("value") ?? 0, suffix: row.optionalText("suffix"), asOf: try row.date("as_of"),
        note: row.optionalText("note"))
    }
    try checkForeignKeys()
    return data
  }

  private mutating func activities() throws -> [ActivityRecord] {
    let sql = """
      SELECT id,title,kind,track,unit_id,venue_id,host,audience,summary,starts_at,ends_at,rrule,capacity,fee_yuan,points,
      online_url,signup_url,status,page,updated_at FROM activity ORDER BY id
      """
    let zone = zone
    return try rows(sql, "activity") { row in
      let start = try row.time("starts_at")
      let end = try row.time("ends_at")
      guard end > start else { throw row.wrong("ends_at", zh: "结束时间不晚于开始时间", en: "it ends before it starts") }
      return ActivityRecord(
        id: try row.identifier("id"), title: try row.text("title"), kind: try row.term("kind"),
        track: try row.optionalTerm("track"), unit: try row.identifier("unit_id"),
        venue: try row.optionalIdentifier("venue_id"), host: row.optionalText("host"),
        audience: row.optionalText("audience"), summary: row.optionalText("summary"), start: start, end: end,
        rule: try row.rule("rrule", start: start, zone: zone), capacity: row.optionalInteger("capacity"),
        feeYuan: row.optionalNumber("fee_yuan"), points: row.optionalInteger("points"),
        onlineURL: try row.webAddress("online_url"), signupURL: try row.webAddress("signup_url"),
        status: try row.term("status"), page: row.optionalText("page"), updatedAt: try row.time("updated_at"))
    }
  }

  private mutating func changes() throws -> [ActivityChangeRecord] {
    let sql = """
      SELECT activity_id,occurs_at,change,starts_at,ends_at,venue_id,note FROM activity_change
      ORDER BY activity_id,occurs_at
      """
    return try rows(sql, "activity_change") { row in
      let start = try row.optionalTime("starts_at")
      let end = try row.optionalTime("ends_at")
      if let start, let end, end <= start {
        throw row.wrong("ends_at", zh: "结束时间不晚于开始时间", en: "it ends before it starts")
      }
      let change: ActivityChangeRecord.Change =
        try row.text("change") == "moved"
        ? .moved(start: start, end: end, venue: try row.optionalIdentifier("venue_id")) : .cancelled
      return ActivityChangeRecord(
        activity: try row.identifier("activity_id"), occursAt: try row.time("occurs_at"), change: change,
        note: row.optionalText("note"))
    }
  }

  // MARK: Rows

  private mutating func rows<Record>(
    _ sql: String, _ table: String, _ read: (CheckedRow) throws -> Record
  ) throws -> [Record] {
    var records: [Record] = []
    let cursor = try Row.fetchCursor(database, sql: sql)
    while let row = try cursor.next() {
      do {
        records.append(try read(CheckedRow(row: row, table: table, path: path)))
      } catch let problem as RowProblem {
        problems.append(problem.diagnostic)
      }
    }
    return records
  }

  private mutating func checkForeignKeys() throws {
    for violation in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
      let table: String = violation["table"]
      let parent: String = violation["parent"]
      let rowID: Int64? = violation["rowid"]
      let row = try rowID.flatMap { id in
        try Row.fetchOne(
          database, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier) WHERE rowid = ?", arguments: [id])
      }
      let key = row.map { CheckedRow(row: $0, table: table, path: path).key } ?? "?"
      let index: Int = violation["fkid"]
      let column = try database.foreignKeys(on: table).dropFirst(index).first?.mapping.first?.origin
      problems.append(
        .error(
          "data.missing-reference", zh: "\(parent) 表里没有它所指的行", en: "it names a row that is not in \(parent)",
          hint: Message(zh: "先在 \(parent) 表里加上，或改正编号", en: "add it to \(parent), or mend the id"),
          at: .row(database: path, table: table, key: key, column: column)))
    }
  }
}

/// A wrong row: it is left out and told of.
struct RowProblem: Error {
  let diagnostic: Diagnostic
}

/// Reads a row's columns, naming the row in what it throws.
struct CheckedRow {
  let row: Row
  let table: String
  let path: String

  /// The row as its writer knows it.
  var key: String {
    if row.hasColumn("id") { return "id=\(row["id"] as String? ?? "?")" }
    let activity: String? = row["activity_id"]
    let time: String? = row["occurs_at"]
    return "activity_id=\(activity ?? "?"),occurs_at=\(time ?? "?")"
  }

  func wrong(_ column: String, zh: String, en: String, hint: Message? = nil) -> RowProblem {
    RowProblem(
      diagnostic: .error(
        "data.wrong-value", zh: zh, en: en, hint: hint,
        at: .row(database: path, table: table, key: key, column: column)))
  }

  func optionalText(_ column: String) -> String? {
    let text: String? = String.fromDatabaseValue(row[column])
    return text?.isEmpty == true ? nil : text
  }

  func text(_ column: String) throws -> String {
    guard let text = optionalText(column) else { throw wrong(column, zh: "不能为空", en: "it must not be empty") }
    return text
  }

  func optionalInteger(_ column: String) -> Int? { Int.fromDatabaseValue(row[column]) }

  func optionalNumber(_ column: String) -> Double? {
    Double.fromDatabaseValue(row[column]).flatMap { $0.isFinite ? $0 : nil }
  }

  func optionalIdentifier<Subject>(_ column: String) throws -> Identifier<Subject>? {
    guard let text = optionalText(column) else { return nil }
    guard let id = Identifier<Subject>(text) else {
      throw wrong(column, zh: "编号只能用小写字母、数字和连字符", en: "an id holds a-z, 0-9 and hyphens only")
    }
    return id
  }

  func identifier<Subject>(_ column: String) throws -> Identifier<Subject> {
    guard let id: Identifier<Subject> = try optionalIdentifier(column) else {
      throw wrong(column, zh: "不能为空", en: "it must not be empty")
    }
    return id
  }

  func optionalTerm<Word: Term>(_ column: String) throws -> Word? {
    guard let text = optionalText(column) else { return nil }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw wrong(column, zh: "应当是以下之一：\(words)", en: "it must be one of \(words)")
    }
    return word
  }

  func term<Word: Term>(_ column: String) throws -> Word {
    guard let word: Word = try optionalTerm(column) else { throw wrong(column, zh: "不能为空", en: "it must not be empty") }
    return word
  }

  func optionalTime(_ column: String) throws -> LocalDateTime? {
    guard let text = optionalText(column) else { return nil }
    guard let time = TimeText.parseLocal(text) else {
      throw wrong(column, zh: "时间应写成 2026-11-21T14:30", en: "a time is written 2026-11-21T14:30")
    }
    return time
  }

  func time(_ column: String) throws -> LocalDateTime {
    guard let time = try optionalTime(column) else { throw wrong(column, zh: "不能为空", en: "it must not be empty") }
    return time
  }

  func date(_ column: String) throws -> CivilDate {
    guard let date = TimeText.parseDate(try text(column)) else {
      throw wrong(column, zh: "日期应写成 2026-11-21", en: "a date is written 2026-11-21")
    }
    return date
  }

  /// Only what a browser opens without running it.
  func webAddress(_ column: String) throws -> String? {
    guard let text = optionalText(column) else { return nil }
    let isWeb = ["https://", "http://"].contains(where: text.lowercased().hasPrefix)
    guard isWeb, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      throw wrong(column, zh: "网址应以 https:// 开头，不含空格", en: "an address begins with https:// and holds no spaces")
    }
    return text
  }

  func rule(_ column: String, start: LocalDateTime, zone: Zone) throws -> RecurrenceRule? {
    guard let text = optionalText(column) else { return nil }
    let rule: RecurrenceRule
    do throws(RecurrenceRule.ParseError) {
      rule = try RecurrenceRule(text, zone: zone)
    } catch {
      throw wrong(
        column, zh: "看不懂重复规则“\(error.part)”（\(Self.reason(error.reason).zh)）",
        en: "the recurrence rule can't be followed: “\(error.part)” (\(Self.reason(error.reason).en))",
        hint: Message(zh: "每周三写成 FREQ=WEEKLY;BYDAY=WE", en: "every Wednesday is FREQ=WEEKLY;BYDAY=WE"))
    }
    guard rule.produces(start, from: start) else { throw startIsOff(column, rule, start) }
    return rule
  }

  private func startIsOff(_ column: String, _ rule: RecurrenceRule, _ start: LocalDateTime) -> RowProblem {
    let next = rule.occurrences(from: start, in: start..<start + 4 * 366 * 1440).first
    let hint = next.map {
      Message(
        zh: "把 starts_at 改成 \(TimeText.local($0))，或改重复规则",
        en: "set starts_at to \(TimeText.local($0)), or mend the rule")
    }
    return wrong(
      "starts_at", zh: "开始时间不在它自己的重复规则里", en: "its own recurrence rule does not produce the start", hint: hint)
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
