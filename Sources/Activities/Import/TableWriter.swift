import CivilTime
import Diagnostics
import Spreadsheets
import Vocabulary

/// Writes the rows of one table's sheets, and notes what changed.
struct TableWriter {
  let form: TableForm
  let connection: Connection
  let columns: [DatabaseShape.Column]
  let references: ReferenceIndex
  let now: LocalDateTime
  let zone: Zone
  /// Ids of activities that were there before the import.
  private let olderActivities: Set<String>
  private(set) var summary: TableSummary
  private(set) var problems: [Diagnostic] = []
  private var listWords = StoredListWords()
  private let privacy: PrivacyRules
  private let reading: RowReading
  /// How many rows are put into words.
  private let readings: Int
  /// Ids of rows that were not written.
  private(set) var failed: Set<String> = []
  /// Columns that the present sheet lacks and that were asked for already: once a sheet, not once a row.
  private var asked: Set<String> = []
  /// Where each key was met first.
  private(set) var places = RowPlaces()
  /// Whether the table was empty before: no row needs looking for then.
  private let isFresh: Bool

  init(
    form: TableForm, connection: Connection, columns: [DatabaseShape.Column], references: ReferenceIndex,
    now: LocalDateTime, zone: Zone, privacy: PrivacyRules = PrivacyRules(), olderActivities: Set<String> = [],
    readings: Int = .max
  ) throws {
    self.readings = readings
    isFresh = try connection.rows("SELECT 1 FROM \(Connection.quoted(form.name)) LIMIT 1").isEmpty
    self.olderActivities = olderActivities
    self.form = form
    self.connection = connection
    self.columns = columns
    self.references = references
    self.now = now
    self.zone = zone
    self.privacy = privacy
    reading = RowReading(form: form, connection: connection, zone: zone)
    summary = TableSummary(form)
  }

  mutating func write(_ sheet: ImportSheet) throws {
    // A column that is missing may be the one whose header was not understood.
    asked = []
    for name in form.key where sheet.column(name) == nil && needsColumn(name, of: sheet) && !sheet.isIncomplete {
      problems.append(missingColumn(name, sheet))
    }
    guard form.key.allSatisfy({ sheet.column($0) != nil || !needsColumn($0, of: sheet) }) else {
      // What is wrong with the cells is reported all the same.
      for row in sheet.rows { readAlone(row, of: sheet) }
      askForOthers(sheet)
      return
    }
    for row in sheet.rows {
      let count = problems.count
      try write(row, of: sheet)
      if problems[count...].hasErrors, let id = sheet.cell(form.key[0], of: row)?.shownText.withoutOuterBlanks {
        failed.insert(id)
      }
    }
  }

  /// A row that can't be distinguished from others: its cells by themselves.
  private mutating func readAlone(_ row: SheetRow, of sheet: ImportSheet) {
    let reader = CellReader(
      references: references, startsIn1904: sheet.startsIn1904, years: sheet.years)
    _ = simpleValues(row, of: sheet, reader)
    guard form.column("ends_at") != nil else { return }
    let times = EventTimes(sheet: sheet, row: row, reader: reader, zone: zone, existing: nil)
    problems += times.problems.filter { isWorthSaying($0, sheet) }
  }

  /// What a whole column that is not there would say is missed once, with how to say it for all rows.
  private mutating func isWorthSaying(_ problem: Diagnostic, _ sheet: ImportSheet) -> Bool {
    guard CellProblem.isForMissingColumn(problem) else { return true }
    if sheet.isIncomplete { return false }
    return problem.code != "import.no-first-date" || sheet.column("starts_on") != nil
      || asked.insert("starts_on").inserted
  }

  private func missingColumn(_ name: String, _ sheet: ImportSheet) -> Diagnostic {
    let header = form.column(name)?.headers.first ?? name
    let hint: Message? =
      switch name {
      case "id":
        Message(
          zh: "加一列“编号”，每行一个、以后不变，用小写字母、数字和连字符，如 reading-club；要用名称的拼音作编号，加 --fill 编号=拼音",
          en:
            "give each row an id that stays, of a-z, 0-9 and hyphens, such as reading-club; --fill id=pinyin makes them of the names"
        )
      case "unit_id":
        Message(
          zh: "加一列“单位”；或在 content/site.yaml 里写 unit；或加 --fill 单位=本单位名称",
          en: "add it, or `unit` in content/site.yaml, or --fill unit=NAME")
      default: nil
      }
    return .error(
      "import.missing-column", zh: "缺少“\(header)”（\(name)）这一列", en: "the column \(name) is missing", hint: hint,
      at: sheet.location(row: 0))
  }

  /// A sheet whose rows are all new needs more than what identifies them: all of it is said in one run.
  private mutating func askForOthers(_ sheet: ImportSheet) {
    if sheet.isIncomplete { return }
    let together = form.column("ends_at") == nil ? [] : EventTimes.columns
    for column in columns
    where column.isRequired && column.name != "updated_at" && !form.key.contains(column.name)
      && !together.contains(column.name) && sheet.column(column.name) == nil && form.column(column.name)?.standIn == nil
    {
      if let row = sheet.rows.first { problems.append(required(column, row: row, sheet: sheet)) }
    }
  }

  /// Part of a key may be left out where something stands in for it: most days have one step.
  private func needsColumn(_ name: String, of sheet: ImportSheet) -> Bool {
    if name == "occurs_at", sheet.column("occurs_on") != nil { return false }
    return form.column(name)?.standIn == nil && columns.first { $0.name == name }?.defaultValue.isNull ?? true
  }

  private mutating func write(_ row: SheetRow, of sheet: ImportSheet) throws {
    let reader = CellReader(references: references, startsIn1904: sheet.startsIn1904, years: sheet.years)
    let problemCount = problems.count
    var (values, unreadable) = simpleValues(row, of: sheet, reader)
    for name in form.key where sheet.column(name) == nil {
      values[name] = columns.first { $0.name == name }?.defaultValue
    }
    // Its activity stands in a sheet and was wrong there, which is reported: when it takes place is not known.
    if try isOfUnwrittenActivity(values) { return }
    let occurrence = try readOccurrence(into: &values, &unreadable, row: row, sheet: sheet, reader: reader)
    // The row that says it is not there: it was wrong, which is reported.
    guard try standIn(for: &values, except: unreadable) else { return }
    let key = form.key.map { values[$0] ?? .null }
    if !problems[problemCount...].hasErrors, let empty = form.key.first(where: { values[$0]?.isNull != false }) {
      problems.append(emptyKey(empty, row: row, sheet: sheet))
    }
    let hasKey = !key.contains { $0.isNull }
    var isFirst = true
    if hasKey, let earlier = places.add(sheet, row.number, key: key) {
      isFirst = false
      let place = earlier.sheet.path == sheet.path ? "" : earlier.sheet.path + " "
      problems.append(
        .error(
          "import.duplicate-row", zh: "与\(place)第 \(earlier.row) 行重复", en: "it repeats \(place)row \(earlier.row)",
          at: sheet.location(row: row.number, column: sheet.column(form.key[0])?.position ?? 0)))
    }
    let existing = hasKey && !(isFresh && isFirst) ? try fetch(key) : nil
    unreadable.formUnion(try readListWords(&values, existing: existing, except: unreadable, row: row, sheet: sheet))
    if sheet.columns.contains(where: { EventTimes.columns.contains($0.form.name) }), form.column("ends_at") != nil {
      let times = EventTimes(
        sheet: sheet, row: row, reader: reader, zone: zone, existing: existing,
        occurrence: form.column("occurs_at") == nil ? nil : occurrence)
      if times.problems.hasErrors {
        unreadable.formUnion(["starts_at", "ends_at", "rrule"])
      } else {
        values.merge(times.values) { $1 }
        takeHolidays(times, into: &values, row: row, sheet: sheet)
      }
      problems += times.problems.filter { isWorthSaying($0, sheet) }
    }
    checkWeekdays(values, row: row, sheet: sheet)
    let missing = hasKey ? missingColumns(values, existing: existing, unreadable: unreadable) : []
    for column in missing
    where sheet.column(column.name) != nil || !sheet.isIncomplete && asked.insert(column.name).inserted {
      problems.append(required(column, row: row, sheet: sheet))
    }
    checkRules(values, existing: existing, except: unreadable.union(missing.map(\.name)), row: row, sheet: sheet)
    // What a column that is missing would say is asked for once, of the first row; the others lack it too.
    guard !problems[problemCount...].hasErrors, missing.isEmpty, !sheet.isIncomplete else { return }
    if let existing {
      try change(existing, to: values, key: key, row: row, sheet: sheet)
    } else {
      try add(values, key: key, row: row, sheet: sheet)
    }
  }

  /// The columns whose cells stand for themselves, and those of them that could not be read.
  private mutating func simpleValues(
    _ row: SheetRow, of sheet: ImportSheet, _ reader: CellReader
  ) -> (values: [String: StoredValue], unreadable: Set<String>) {
    let together = form.column("ends_at") == nil ? [] : EventTimes.columns
    var values: [String: StoredValue] = [:]
    var unreadable: Set<String> = []
    for column in sheet.columns where !together.contains(column.form.name) && !isOfOccurrence(column.form.name) {
      let standIn = columns.first { $0.name == column.form.name }?.defaultValue ?? .null
      guard let cell = sheet.cell(column.form.name, of: row) else {
        values[column.form.name] = standIn
        continue
      }
      let found = privacy.problems(of: cell, column.form, at: sheet.location(row: row.number, column: column.position))
      problems += found
      if found.hasErrors {
        unreadable.insert(column.form.name)
        continue
      }
      do throws(CellProblem) {
        values[column.form.name] = try reader.value(cell, column.form)
      } catch {
        problems.append(error.diagnostic(at: sheet.location(row: row.number, column: column.position)))
        unreadable.insert(column.form.name)
      }
    }
    // Left empty, it is set when the row changes.
    if values["updated_at"]?.isNull == true { values["updated_at"] = nil }
    return (values, unreadable)
  }

  /// Whether a column says, with others, which occurrence of an activity is meant.
  private func isOfOccurrence(_ name: String) -> Bool {
    ["occurs_at", "occurs_on"].contains(name) && form.key.contains("occurs_at")
  }

  /// Whether the row is about an occurrence of an activity that the database does not have.
  private func isOfUnwrittenActivity(_ values: [String: StoredValue]) throws -> Bool {
    guard form.key.contains("occurs_at"), let activity = values["activity_id"]?.filledText else { return false }
    return try connection.rows("SELECT 1 FROM activity WHERE id = ?", [.text(activity)]).isEmpty
  }

  /// Which occurrence a row is about, in one column or in two: its day and time, or its day alone where the series has just one then.
  ///
  /// - Returns: the occurrence as its activity has it; nil where that is not known.
  private mutating func readOccurrence(
    into values: inout [String: StoredValue], _ unreadable: inout Set<String>, row: SheetRow, sheet: ImportSheet,
    reader: CellReader
  ) throws -> EventTimes.Occurrence? {
    guard form.key.contains("occurs_at") else { return nil }
    let position =
      ["occurs_at", "occurs_on"].first { sheet.cell($0, of: row) != nil }.flatMap(sheet.column)?.position
      ?? sheet.column("occurs_at")?.position ?? sheet.column("occurs_on")?.position ?? 0
    guard let activity = values["activity_id"]?.filledText else {
      // The message names the activity.
      if sheet.cell("occurs_at", of: row) != nil || sheet.cell("occurs_on", of: row) != nil {
        unreadable.insert("occurs_at")
      }
      return nil
    }
    let series = try SeriesTimes(of: activity, connection, zone: zone)
    do throws(CellProblem) {
      guard let time = try occurrence(of: series, values["change"]?.text, row: row, sheet: sheet, reader: reader) else {
        return nil
      }
      values["occurs_at"] = .text(TimeText.local(time))
      return EventTimes.Occurrence(start: time, length: series?.length)
    } catch {
      problems.append(error.diagnostic(at: sheet.location(row: row.number, column: position)))
      unreadable.insert("occurs_at")
      return nil
    }
  }

  private func occurrence(
    of series: SeriesTimes?, _ change: String?, row: SheetRow, sheet: ImportSheet, reader: CellReader
  ) throws(CellProblem) -> LocalDateTime? {
    var date: CivilDate?
    var minute: Int?
    for name in ["occurs_on", "occurs_at"] {
      guard let cell = sheet.cell(name, of: row) else { continue }
      let text = cell.shownText.quoted
      var phrase = try reader.phrase(cell, isBesideDate: date != nil)
      if phrase.rule != nil || phrase.endDate != nil {
        throw CellProblem(
          "import.bad-time", zh: "“\(text)”应当是一个日期加时间", en: "“\(text)” must be one day and time",
          hint: Message(zh: "写成 2026-11-21 15:00", en: "write it as 2026-11-21 15:00"))
      }
      // A day by itself is kept as its midnight by spreadsheets.
      if phrase.startMinute == 0, phrase.endMinute == nil, case .time = cell { phrase.startMinute = nil }
      if let known = date, let other = phrase.date, known != other {
        throw CellProblem(
          "import.contradiction", zh: "两列写的日期不一致：\(TimeText.date(known))，\(TimeText.date(other))",
          en: "two columns say different days: \(TimeText.date(known)), \(TimeText.date(other))")
      }
      date = phrase.date ?? date
      minute = phrase.startMinute ?? minute
    }
    guard let date else {
      guard minute != nil else { return nil }
      throw CellProblem.noDate(isSeries: false)
    }
    if let minute { return LocalDateTime(date, minuteOfDay: minute) }
    if change == "added" {
      // It is beside the rule: when it begins stands under its new times.
      guard let cell = sheet.cell("starts_at", of: row) else { throw CellProblem.noTime }
      let start = try reader.phrase(cell, isBesideDate: true)
      guard let minute = start.startMinute else { throw CellProblem.noTime }
      return LocalDateTime(start.date ?? date, minuteOfDay: minute)
    }
    guard let series else { throw CellProblem.noTime }
    return try series.only(on: date)
  }

  /// The cells that hold a word of a list: which list is meant, the row says elsewhere.
  ///
  /// - Returns: the columns that could not be read.
  private mutating func readListWords(
    _ values: inout [String: StoredValue], existing: StoredRow?, except unreadable: Set<String>, row: SheetRow,
    sheet: ImportSheet
  ) throws -> Set<String> {
    var failed: Set<String> = []
    for column in sheet.columns {
      guard case .listWord(let kind, let words) = column.form.kind, !unreadable.contains(column.form.name),
        let text = values[column.form.name]?.filledText
      else { continue }
      // Without a list, that is what is reported.
      guard let list = (values["list_id"] ?? existing?["list_id"])?.filledText else { continue }
      let own = try listWords.words(of: list, kind, in: connection)
      do throws(CellProblem) {
        values[column.form.name] = try CellReader.listWord(
          text, kind: kind, words: words, own: own.words, list: own.title)
      } catch {
        problems.append(error.diagnostic(at: sheet.location(row: row.number, column: column.position)))
        failed.insert(column.form.name)
      }
    }
    return failed
  }

  /// Fills what is left empty with what the row says that another column names.
  ///
  /// - Returns: false where that row is not there.
  private func standIn(for values: inout [String: StoredValue], except unreadable: Set<String>) throws -> Bool {
    for column in form.columns {
      guard let reference = column.standIn, case .reference(let table)? = form.column(reference)?.kind,
        values[column.name]?.isNull != false, !unreadable.contains(column.name), !unreadable.contains(reference),
        let id = values[reference], !id.isNull
      else { continue }
      let sql = "SELECT \(Connection.quoted(column.name)) FROM \(Connection.quoted(table)) WHERE id = ?"
      guard let row = try connection.rows(sql, [id]).first else { return false }
      values[column.name] = row[column.name]
    }
    return true
  }

  /// `节假日除外` in a time says what the column of its own does; where both stand they must agree.
  private mutating func takeHolidays(
    _ times: EventTimes, into values: inout [String: StoredValue], row: SheetRow, sheet: ImportSheet
  ) {
    guard let said = times.onHolidays, form.column("on_holiday") != nil else { return }
    guard let column = sheet.column("on_holiday"), sheet.cell("on_holiday", of: row) != nil else {
      values["on_holiday"] = .text(said.code)
      return
    }
    guard said.isSaid, let own = values["on_holiday"]?.text, own != said.code else { return }
    problems.append(
      CellProblem(
        "import.contradiction", zh: "“\(column.header)”与时间里写的节假日安排不一致",
        en: "“\(column.header)” differs from what the time says of public holidays",
        hint: Message(zh: "只在一处写", en: "say it in one place only")
      ).diagnostic(at: sheet.location(row: row.number, column: column.position)))
  }

  /// A weekday beside a date must be the date's: the nearest to its left, or the first of the row.
  private mutating func checkWeekdays(_ values: [String: StoredValue], row: SheetRow, sheet: ImportSheet) {
    for (position, header) in sheet.weekdays {
      guard let cell = row[position], !cell.isBlank else { continue }
      guard let stated = WeekdayCell.weekdays(cell), !stated.isEmpty else {
        problems.append(
          .warning(
            "import.bad-weekday", zh: "“\(cell.shownText.quoted)”不是星期几，这一格没有用上",
            en: "“\(cell.shownText.quoted)” is no weekday; the cell is passed over",
            hint: Message(
              zh: "写 周三；每周都有写 每周三；别的话写进“备注”或去掉这一格", en: "write Wed, or 每周三 for every week, or empty it"),
            at: sheet.location(row: row.number, column: position)))
        continue
      }
      let dated = sheet.columns.compactMap { column -> (position: Int, date: CivilDate)? in
        let name =
          EventTimes.columns.contains(column.form.name) && form.column("ends_at") != nil
          ? "starts_at" : column.form.name
        let text = values[name]?.filledText ?? ""
        return (TimeText.parseLocal(text)?.date ?? TimeText.parseDate(text)).map { (column.position, $0) }
      }
      guard let near = dated.last(where: { $0.position < position }) ?? dated.first,
        !stated.contains(near.date.weekday)
      else { continue }
      problems.append(
        CellProblem.weekdayBeside(cell.shownText.quoted, header: header.quoted, date: near.date)
          .diagnostic(at: sheet.location(row: row.number, column: position)))
    }
  }

  private func emptyKey(_ name: String, row: SheetRow, sheet: ImportSheet) -> Diagnostic {
    let header = sheet.column(name)?.header ?? name
    let title = form.title.flatMap { sheet.cell($0, of: row)?.shownText } ?? ""
    let proposal = ProposedIdentifier.text(for: title)
    return .error(
      "import.required", zh: "“\(header)”不能为空", en: "\(name) must not be empty",
      hint: name == "id"
        ? Message(
          zh: "写一个以后不变的编号，用小写字母、数字和连字符" + (proposal.map { "，如 \($0)" } ?? ""),
          en: "give an id that stays, of a-z, 0-9 and hyphens" + (proposal.map { ", such as \($0)" } ?? "")) : nil,
      at: sheet.location(
        row: row.number,
        column: (sheet.column(name) ?? (name == "occurs_at" ? sheet.column("occurs_on") : nil))?.position ?? 0))
  }

  /// What must be there and would not be: nothing stands in for it.
  private func missingColumns(
    _ values: [String: StoredValue], existing: StoredRow?, unreadable: Set<String>
  ) -> [DatabaseShape.Column] {
    columns.filter { column in
      // Set when the row is written.
      if !column.isRequired || column.name == "updated_at" || unreadable.contains(column.name) { return false }
      guard let value = values[column.name] else { return existing == nil }
      return value.isNull || value == .text("")
    }
  }

  private func required(_ column: DatabaseShape.Column, row: SheetRow, sheet: ImportSheet) -> Diagnostic {
    let own = sheet.column(column.name)
    let header = own?.header ?? form.column(column.name)?.headers.first ?? column.name
    return .error(
      "import.required", zh: "“\(header)”不能为空", en: "\(column.name) must not be empty",
      hint: own == nil
        ? Message(
          zh: "表里没有这一列：加上它；每行都一样的话，也可以加 --fill \(header)=\(example(column.name))",
          en: "the sheet has no such column: add it, or say --fill \(column.name)=VALUE for all rows") : nil,
      at: sheet.location(row: row.number, column: own?.position ?? 0))
  }

  /// A value to show how it is written.
  private func example(_ name: String) -> String {
    switch form.column(name)?.kind {
    case .term(let words)?: words.last?.labels.first ?? "…"
    case .date?: "2026-12-01"
    case .reference("unit")?: "桃园社区"
    default: "…"
    }
  }

  /// The table's rules in words, before SQLite reports one of them in its own.
  private mutating func checkRules(
    _ values: [String: StoredValue], existing: StoredRow?, except unreadable: Set<String>, row: SheetRow,
    sheet: ImportSheet
  ) {
    var isUnreadable = false
    func value(_ name: String) -> StoredValue {
      if unreadable.contains(name) { isUnreadable = true }
      return values[name] ?? existing?[name] ?? .null
    }
    for rule in form.allRules {
      isUnreadable = false
      // A cell that is wrong already breaks no second rule.
      if rule.holds(value) || isUnreadable { continue }
      // What the sheet doesn't speak of was there before.
      guard let column = rule.columns.lazy.compactMap(sheet.column).first else { continue }
      problems.append(
        Diagnostic(
          .error, "import.bad-row", rule.message, hint: rule.hint,
          at: sheet.location(row: row.number, column: column.position)))
    }
  }

  // MARK: Rows of the database

  private var quotedName: String { Connection.quoted(form.name) }
  private var keyMatch: String { form.key.map { "\(Connection.quoted($0)) IS ?" }.joined(separator: " AND ") }

  private func fetch(_ key: [StoredValue]) throws -> StoredRow? {
    try connection.rows("SELECT * FROM \(quotedName) WHERE \(keyMatch)", key).first
  }

  private mutating func change(
    _ existing: StoredRow, to values: [String: StoredValue], key: [StoredValue], row: SheetRow, sheet: ImportSheet
  ) throws {
    var fields = columns.filter { column in
      values[column.name].map { !$0.saysTheSame(as: existing[column.name]) } ?? false
    }.map { (name: $0.name, value: values[$0.name] ?? .null) }
    if fields.isEmpty {
      summary.unchanged += 1
      return
    }
    // An edited export still has the old time of change.
    if columns.contains(where: { $0.name == "updated_at" }), !fields.contains(where: { $0.name == "updated_at" }) {
      fields.append(("updated_at", .text(TimeText.local(now))))
    }
    let list = fields.map { "\(Connection.quoted($0.name)) = ?" }.joined(separator: ",")
    guard
      try execute(
        "UPDATE \(quotedName) SET \(list) WHERE \(keyMatch)", arguments: fields.map(\.value) + key, row: row,
        sheet: sheet)
    else { return }
    // When a row changed is known to whoever changes it.
    let shown = fields.filter { $0.name != "updated_at" || fields.count == 1 }
    let changes = try shown.map { field in
      TableSummary.Field(
        name: RowReading.name(of: form.column(field.name), or: field.name, header: sheet.column(field.name)?.header),
        old: try reading.value(existing[field.name], of: field.name) { existing[$0] },
        new: try reading.value(field.value, of: field.name) { values[$0] ?? existing[$0] })
    }
    try dateActivity(of: values, existing)
    try note(.changed(changes), key: key, values: values, existing: existing)
  }

  private mutating func add(
    _ values: [String: StoredValue], key: [StoredValue], row: SheetRow, sheet: ImportSheet
  ) throws {
    var values = values.filter { value in !value.value.isNull && columns.contains { $0.name == value.key } }
    if columns.contains(where: { $0.name == "updated_at" }), values["updated_at"] == nil {
      values["updated_at"] = .text(TimeText.local(now))
    }
    let names = columns.map(\.name).filter { values[$0] != nil }
    let list = names.map(Connection.quoted).joined(separator: ",")
    let marks = names.map { _ in "?" }.joined(separator: ",")
    let arguments = names.map { values[$0] ?? .null }
    guard
      try execute("INSERT INTO \(quotedName)(\(list)) VALUES(\(marks))", arguments: arguments, row: row, sheet: sheet)
    else { return }
    try dateActivity(of: values, nil)
    try note(.added, key: key, values: values, existing: nil)
  }

  /// What becomes of an occurrence becomes of its activity: by its time, calendars distinguish newer from older. One that the same import brings has
  /// its own time.
  private func dateActivity(of values: [String: StoredValue], _ existing: StoredRow?) throws {
    guard form.name == "activity_change", let id = values["activity_id"] ?? existing?["activity_id"],
      let text = id.filledText, olderActivities.contains(text)
    else { return }
    let now = StoredValue.text(TimeText.local(now))
    try connection.execute("UPDATE activity SET updated_at = ? WHERE id = ? AND updated_at < ?", [now, id, now])
  }

  /// What was taken out of the sheets: the rows that one of them had before; where that is not known, what is missing of a sheet that was imported
  /// before and has most rows of its table still. It is all of it then, as an office keeps it.
  ///
  /// - Parameter before: the keys that the same files had and have no longer, as `RowPlaces` writes them.
  ///
  /// - Returns: those of them that are in the database.
  mutating func noteLeftOut(of before: Set<String>) throws -> Set<String> {
    var found: Set<String> = []
    let list = (form.key + [form.title].compactMap(\.self)).map(Connection.quoted).joined(separator: ",")
    for row in try connection.rows("SELECT \(list) FROM \(quotedName)") {
      let key = form.key.map { row[$0] }
      if places.contains(form, key) { continue }
      summary.others += 1
      guard before.contains(RowPlaces.keyText(form, key)) else { continue }
      found.insert(RowPlaces.keyText(form, key))
      summary.leftOut.append(
        TableSummary.Row(key: TableSummary.keyText(key), title: form.title.flatMap { row[$0].filledText }))
    }
    summary.leftOut.sort { $0.key < $1.key }
    let known = summary.unchanged + summary.changed
    if known > 0, summary.others <= max(1, known / 2) { summary.missing = summary.others }
    return found
  }

  mutating func noteThatPartsRemoveNothing() {
    summary.kept.append(
      Message(
        zh: "这样的表只写了一部分行，--replace 没有移除什么",
        en: "such a sheet has a part of the rows only: --replace removes none"))
  }

  /// Removes the table's rows that no sheet had.
  mutating func removeOthers() throws {
    let list = form.key.map(Connection.quoted).joined(separator: ",")
    for row in try connection.rows("SELECT \(list) FROM \(quotedName)") {
      let key = form.key.map { row[$0] }
      if places.contains(form, key) { continue }
      try connection.execute("DELETE FROM \(quotedName) WHERE \(keyMatch)", key)
      try dateActivity(of: ["activity_id": row["activity_id"]], nil)
    }
  }

  /// False when one of the table's rules is broken, which is noted.
  private mutating func execute(
    _ sql: String, arguments: [StoredValue], row: SheetRow, sheet: ImportSheet
  ) throws -> Bool {
    do {
      try connection.execute(sql, arguments)
      return true
    } catch {
      guard let refusal = StorageError(error), refusal.kind == .constraint else { throw error }
      problems.append(brokenRule(refusal, row: row, sheet: sheet))
      return false
    }
  }

  /// A rule of the table that `TableRule` doesn't know, as a database made by another program may have.
  private func brokenRule(_ refusal: StorageError, row: SheetRow, sheet: ImportSheet) -> Diagnostic {
    let words = refusal.detail.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    let column = sheet.columns.first { words.contains($0.form.name) }
    return .error(
      "import.bad-row", zh: "“\(column?.header ?? form.label)”不符合\(form.named)的要求",
      en: "\(column?.form.name ?? form.name) breaks a rule of the table \(form.name)",
      hint: Message(
        zh: "对照 docs/database.md 里\(form.named)的说明改正", en: "mend it after docs/database.md on \(form.name)"),
      at: sheet.location(row: row.number, column: column?.position ?? 0))
  }

  // MARK: Notes

  private mutating func note(
    _ change: TableSummary.Change, key: [StoredValue], values: [String: StoredValue], existing: StoredRow?
  ) throws {
    func value(_ name: String) -> StoredValue { values[name] ?? existing?[name] ?? .null }
    let title = form.title.flatMap { value($0).shownText }
    let words =
      summary.lines.count < readings
      ? try reading.words(value, isNew: existing == nil, written: Set(values.keys)) : nil
    summary.lines.append(
      TableSummary.Line(change: change, key: TableSummary.keyText(key), title: title, reading: words))
  }
}
