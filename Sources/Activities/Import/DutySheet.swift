import CivilTime
import Diagnostics
import Spreadsheets

/// A duty sheet as offices keep it → sheets of `shift`: a line a shift (日期, 班次, 值班人员, 电话), or a line a day or week with a column for each
/// shift or post (日期, 带班领导, 白班, 夜班, 值班电话), a name and a number below each heading, dates merged over several lines.
struct DutySheet {
  /// One that names it, in a file's or a sheet's name: `2026年12月值班表`.
  static func isNamed(_ name: String) -> Bool {
    ["值班", "排班"].contains(where: name.contains) && !name.contains("轮值")
  }

  private struct Heading {
    let column: Int
    let text: String
    let row: Int
    let form: ColumnForm?
  }

  /// What one column of a wide sheet says.
  private struct PostColumn {
    let heading: Heading
    var phone: Int?
  }

  let form: TableForm
  let sheet: Sheet
  let path: String
  let startsIn1904: Bool
  let names: HeaderNames
  /// The id of the unit whose sheet it is where it has no column for it.
  let unit: String?
  /// Names of all units, which are no part of what the sheet is called.
  let unitNames: [String]

  /// Columns that a sheet of the table has in the database alone: they stand beyond those that a spreadsheet can have.
  private enum Added {
    static let (unit, last, position, post, hours, sheet) = (20_001, 20_002, 20_003, 20_004, 20_005, 20_006)
    /// From here on.
    static let others = 20_100
  }

  private static let nothing: Set = ["—", "-", "－", "——", "/", "／", "无", "休", "休息"]
  private static let whoever: Set = ["值班人员", "值班人", "值班员", "值班单位", "值班科室", "值班部门", "值守人员", "姓名", "人员"]

  init(
    _ sheet: Sheet, form: TableForm, path: String, startsIn1904: Bool, shape: DatabaseShape, unit: String?,
    unitNames: [String]
  ) {
    self.sheet = sheet
    self.form = form
    self.path = path
    self.startsIn1904 = startsIn1904
    self.unit = unit
    self.unitNames = unitNames
    names = HeaderNames(shape.columns(of: form))
  }

  private func at(_ row: Int, _ column: Int = 0) -> Location {
    .cell(path: path, sheet: sheet.name, row: row, column: column)
  }

  /// nil where it has no column of days: then it is no duty sheet.
  func sheets(_ problems: inout [Diagnostic]) -> [ImportSheet]? {
    let rows = sheet.rows.filter { row in !row.cells.allSatisfy(\.cell.isBlank) }
    guard let index = headerIndex(rows) else { return nil }
    let (headings, phones, height) = headings(rows, at: index)
    guard let day = headings.first(where: { $0.form?.name == "first_day" || HeaderNames.isWeekday($0.text) }) else {
      return nil
    }
    let above = rows[..<index].flatMap(\.cells).map(\.cell.shownText) + [sheet.name ?? ""]
    let reader = DutyDays(title: DutyDays.title(above), startsIn1904: startsIn1904)
    let isLong = headings.contains { $0.form?.name == "post" }
    let hasLast = headings.contains { $0.form?.name == "last_day" }
    var body: [SheetRow] = []
    var last: ClosedRange<CivilDate>?
    var whole: ClosedRange<CivilDate>?
    let lines = withoutFooter(Array(rows[(index + height)...]), day: day.column, &problems)
    for row in lines {
      if let text = row[day.column]?.shownText, HeaderNames.folded(text) == HeaderNames.folded(day.text) { continue }
      var cells = row.cells.filter { !$0.cell.isBlank }
      if let cell = row[day.column], !cell.isBlank {
        do throws(DutyDays.Problem) {
          last = try reader.days(cell)
        } catch {
          problems.append(unreadable(cell, error, at: at(row.number, day.column)))
          last = nil
          continue
        }
      }
      // A line without a day of its own belongs to that above it: the cell is merged over both, or left out.
      guard let days = last else { continue }
      whole =
        min(
          whole?.lowerBound ?? days.lowerBound, days.lowerBound)...max(
          whole?.upperBound ?? days.upperBound, days.upperBound)
      cells.removeAll { $0.column == day.column }
      cells.append(.init(column: day.column, cell: .text(TimeText.date(days.lowerBound))))
      if !hasLast, days.lowerBound < days.upperBound {
        cells.append(.init(column: Added.last, cell: .text(TimeText.date(days.upperBound))))
      }
      body.append(SheetRow(number: row.number, cells: cells.sorted { $0.column < $1.column }))
    }
    let first = form.column("first_day").map {
      ImportSheet.Column(position: day.column, form: $0, header: day.text.onOneLine)
    }
    guard let first else { return nil }
    let columns = [first] + (hasLast ? [] : added(["last_day": Added.last]))
    let made =
      isLong
      ? [long(headings, days: columns, rows: body, problems: &problems)]
      : wide(headings, phones: phones, days: columns, rows: body, day: day.column, problems: &problems)
    // An exported table says of each row which sheet it is of.
    if headings.contains(where: { $0.form?.name == "sheet" }) { return made?.map(\.sheet) }
    let name = DutySheetName.name(titles: above, path: path, units: unitNames)
    return made?.map { sheet, posts in
      var sheet = sheet
      sheet.edition = whole.map { days in
        DutyEdition(
          source: "\(path)\n\(self.sheet.name ?? "")", name: name,
          unit: headings.contains { $0.form?.name == "unit_id" } ? nil : unit, days: days, posts: posts)
      }
      return sheet.saying(name, in: Added.sheet)
    }
  }

  // MARK: Header

  /// The first row with a column of days beside others.
  private func headerIndex(_ rows: [SheetRow]) -> Int? {
    func filled(_ row: SheetRow) -> [SheetRow.Place] { row.cells.filter { !$0.cell.isBlank } }
    let start = rows.prefix(20)
    func first(_ isDay: (String) -> Bool) -> Int? {
      start.firstIndex { row in filled(row).count > 1 && filled(row).contains { isDay($0.cell.shownText) } }
    }
    return first { names.column($0)?.name == "first_day" } ?? first(HeaderNames.isWeekday)
  }

  /// One row, or two where a heading spans a name and a number: 带班领导 over 姓名 and 电话.
  private func headings(_ rows: [SheetRow], at index: Int) -> ([Heading], phones: [Int: Int], height: Int) {
    let upper = rows[index]
    var found: [Int: Heading] = [:]
    for place in upper.cells where !place.cell.isBlank {
      let text = place.cell.shownText
      found[place.column] = Heading(
        column: place.column, text: text.onOneLine, row: upper.number, form: names.column(text))
    }
    var phones: [Int: Int] = [:]
    var height = 1
    if index + 1 < rows.count {
      let lower = rows[index + 1].cells.filter { place in
        !place.cell.isBlank && upper[place.column].map { $0.shownText != place.cell.shownText } ?? true
      }
      let isHeader =
        !lower.isEmpty
        && lower.allSatisfy { ["holder", "phone"].contains(names.column($0.cell.shownText)?.name ?? "") }
      if isHeader {
        height = 2
        for place in lower {
          guard let heading = upper.cells.last(where: { $0.column <= place.column && !$0.cell.isBlank }) else {
            continue
          }
          let isPhone = names.column(place.cell.shownText)?.name == "phone"
          found[place.column] =
            isPhone
            ? Heading(
              column: place.column, text: place.cell.shownText.onOneLine, row: upper.number, form: form.column("phone"))
            : Heading(
              column: place.column, text: heading.cell.shownText.onOneLine, row: upper.number,
              form: names.column(heading.cell.shownText))
        }
      }
    }
    let sorted = found.values.sorted { $0.column < $1.column }
    let numbers = sorted.filter { $0.form?.name == "phone" }
    // Several numbers: each belongs to what stands before it. One belongs to the line.
    if numbers.count > 1 {
      for number in numbers {
        if let before = sorted.last(where: { $0.column < number.column && isPost($0) }) {
          phones[before.column] = number.column
        }
      }
    } else if let number = numbers.first {
      for heading in sorted where isPost(heading) { phones[heading.column] = number.column }
    }
    return (sorted, phones, height)
  }

  private func isPost(_ heading: Heading) -> Bool {
    heading.form == nil && !HeaderNames.isPassedOver(heading.text) || heading.form?.name == "holder"
  }

  // MARK: Layouts

  /// A line a shift.
  private func long(
    _ headings: [Heading], days: [ImportSheet.Column], rows: [SheetRow], problems: inout [Diagnostic]
  ) -> (sheet: ImportSheet, posts: Set<String>) {
    let count = problems.count
    var columns = days
    for heading in headings where heading.column != days[0].position {
      guard let form = heading.form else {
        if !HeaderNames.isPassedOver(heading.text) {
          problems.append(unknown(heading))
        }
        continue
      }
      if !columns.contains(where: { $0.form.name == form.name }) {
        columns.append(ImportSheet.Column(position: heading.column, form: form, header: heading.text))
      }
    }
    let hours = columns.first { $0.form.name == "hours" }?.position
    let holder = columns.first { $0.form.name == "holder" }?.position
    let hasPosition = columns.contains { $0.form.name == "position" }
    let unitColumn = columns.first { $0.form.name == "unit_id" }?.position
    columns += unitColumn == nil && unit != nil ? added(["unit_id": Added.unit]) : []
    if !hasPosition { columns += added(["position": Added.position]) }
    var positions: [String: Int] = [:]
    let post = columns.first { $0.form.name == "post" }?.position
    let phone = columns.first { $0.form.name == "phone" }?.position
    let written = rows.compactMap { row -> SheetRow? in
      var row = row
      if let holder, let text = row[holder]?.shownText, Self.isNothing(text) {
        row = row.replacing(holder, with: nil)
        // Nobody is on duty: the post is named, and that is all.
        if phone.flatMap({ row[$0] }).map({ Self.isNothing($0.shownText) }) ?? true { return nil }
      }
      let own = row.cells.filter { place in
        place.column != days[0].position && columns.contains { $0.position == place.column }
      }
      if own.isEmpty { return nil }
      if let hours, let cell = row[hours] { row = row.replacing(hours, with: Self.hours(cell)) }
      if unitColumn == nil, let unit { row = row.replacing(Added.unit, with: .text(unit)) }
      if !hasPosition {
        let key = (row[days[0].position]?.shownText ?? "") + "\n" + (unitColumn.flatMap { row[$0]?.shownText } ?? "")
        positions[key, default: 0] += 1
        row = row.replacing(Added.position, with: .number(Double(positions[key] ?? 1)))
      }
      return row
    }
    let posts = Set(rows.compactMap { row in post.flatMap { row[$0]?.shownText.onOneLine } })
    return (made(columns, written, isIncomplete: problems[count...].hasErrors), posts)
  }

  /// A line a day, a column a post.
  private func wide(
    _ headings: [Heading], phones: [Int: Int], days: [ImportSheet.Column], rows: [SheetRow], day: Int,
    problems: inout [Diagnostic]
  ) -> [(sheet: ImportSheet, posts: Set<String>)]? {
    let posts = headings.filter { $0.column != day && isPost($0) }
    if posts.isEmpty {
      problems.append(
        .error(
          "import.duty-sheet", zh: "值班表只有日期，没有班次、岗位或值班人员", en: "the duty sheet has days, but no shifts, posts or names",
          hint: Message(
            zh: "每个班次一列（日期、白班、夜班），或每个班一行（日期、班次、值班人员、值班电话）",
            en: "a column for each shift (date, day, night), or a line for each (date, shift, holder, phone)"),
          at: at(headings.first?.row ?? 0, day)))
      return []
    }
    let shared = headings.filter { ["unit_id", "last_day", "sheet"].contains($0.form?.name) }
    let times = headings.first { $0.form?.name == "hours" }
    let note = headings.first { $0.form?.name == "note" }
    // Lines of the same day count on.
    var lines: [Int: Int] = [:]
    var counts: [String: Int] = [:]
    for row in rows {
      let key = row[day]?.shownText ?? ""
      lines[row.number] = counts[key, default: 0]
      counts[key, default: 0] += 1
    }
    return posts.enumerated().map { index, heading in
      let (title, hours) = Self.title(heading.text)
      var columns = days + added(["position": Added.position, "post": Added.post])
      func add(_ name: String, column: Int?, header: String) {
        guard let column, let form = form.column(name) else { return }
        columns.append(ImportSheet.Column(position: column, form: form, header: header))
      }
      add("holder", column: heading.column, header: heading.text)
      add(
        "phone", column: phones[heading.column],
        header: headings.first { $0.column == phones[heading.column] }?.text ?? "")
      for other in shared { add(other.form?.name ?? "", column: other.column, header: other.text) }
      if index == 0, let note { add("note", column: note.column, header: note.text) }
      if !shared.contains(where: { $0.form?.name == "unit_id" }), unit != nil {
        columns += added(["unit_id": Added.unit])
      }
      if hours != nil || times != nil { columns += added(["hours": Added.hours]) }
      let phone = phones[heading.column]
      let written = rows.compactMap { row -> SheetRow? in
        var row = row
        if let text = row[heading.column]?.shownText, Self.isNothing(text) {
          row = row.replacing(heading.column, with: nil)
        }
        // A number that the whole line shares makes no shift by itself.
        guard row[heading.column] != nil || posts.count == 1 && phone.flatMap({ row[$0] }) != nil else { return nil }
        let line = lines[row.number] ?? 0
        row = row.replacing(Added.position, with: .number(Double(line * posts.count + index + 1)))
        row = row.replacing(Added.post, with: .text(title))
        if let unit { row = row.replacing(Added.unit, with: .text(unit)) }
        let own = hours.map { Cell.text($0) } ?? times.flatMap { row[$0.column] }.flatMap(Self.hours)
        row = row.replacing(Added.hours, with: own)
        return row
      }
      return (made(columns, written, shownAt: heading), [title])
    }
  }

  private func added(_ columns: KeyValuePairs<String, Int>) -> [ImportSheet.Column] {
    columns.compactMap { name, position in
      form.column(name).map { ImportSheet.Column(position: position, form: $0, header: $0.headers.first ?? name) }
    }
  }

  private func made(
    _ columns: [ImportSheet.Column], _ rows: [SheetRow], shownAt heading: Heading? = nil, isIncomplete: Bool = false
  ) -> ImportSheet {
    // A line says all of its shift: what it does not say is nothing, and not what an earlier sheet said.
    let said = Set(columns.map(\.form.name) + ["unit_id", "sheet"])
    let others = form.stored.filter { !said.contains($0.name) }.enumerated().map { index, form in
      ImportSheet.Column(position: Added.others + index, form: form, header: form.headers.first ?? form.name)
    }
    var made = ImportSheet(
      form: form, path: path, name: sheet.name, columns: columns + others, rows: rows, startsIn1904: startsIn1904,
      isIncomplete: isIncomplete)
    let place = heading?.column ?? columns[0].position
    for column in made.columns where column.position > 20_000 { made.shownColumns[column.position] = place }
    return made
  }

  // MARK: Cells

  private static func isNothing(_ text: String) -> Bool { nothing.contains(text.withoutOuterBlanks) }

  /// `白班（8:00-17:00）` → 白班, `08:00-17:00`. A heading that only says that somebody is on duty is 值班.
  private static func title(_ heading: String) -> (post: String, hours: String?) {
    let text = heading.narrow
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close,
      let hours = dutyHours(String(text[text.index(after: open)..<close]))
    {
      return (String(text[..<open]).withoutOuterBlanks, hours.text)
    }
    return (whoever.contains(heading.withoutOuterBlanks) ? "值班" : heading, nil)
  }

  /// As the database has it; what is no time of day stays as it is, and is reported at its cell.
  private static func hours(_ cell: Cell) -> Cell? {
    let text = cell.shownText.withoutOuterBlanks
    if ["全天", "24小时", "全日"].contains(text) { return nil }
    return dutyHours(text).map { .text($0.text) } ?? cell
  }

  private static func dutyHours(_ text: String) -> ShiftHours? {
    if let hours = ShiftHours(text) { return hours }
    guard text.utf8.count <= 80 else { return nil }
    var parts = text.narrow.split { "—–~～-至到".contains($0) }.map { String($0).withoutOuterBlanks }
    guard parts.count == 2 else { return nil }
    let isNextDay = ["次日", "第二天", "翌日"].first(where: parts[1].hasPrefix)
    if let isNextDay { parts[1].removeFirst(isNextDay.count) }
    let halves = ["上午", "下午", "晚上", "早上", "凌晨", "中午"]
    if isNextDay != nil, !halves.contains(where: parts[1].hasPrefix),
      Int(parts[1].prefix { $0.isNumber }).map({ $0 < 12 }) ?? false
    {
      parts[1] = "上午" + parts[1]
    }
    // 下午2:00-5:30: the half of the day holds for both, but not over midnight: 下午5:30-次日8:30.
    if isNextDay == nil, let half = ["上午", "下午", "晚上", "早上"].first(where: parts[0].hasPrefix),
      !["上午", "下午", "晚上", "早上", "凌晨"].contains(where: parts[1].hasPrefix), half == "下午" || half == "晚上",
      let end = Int(parts[1].prefix { $0.isNumber }), end < 12
    {
      parts[1] = half + parts[1]
    }
    func minute(_ part: String) -> Int? {
      (try? DatePhrase.parse(part, isEnd: true, isBesideDate: true))?.startMinute
    }
    guard let start = minute(parts[0]), let end = minute(parts[1]) else { return nil }
    return ShiftHours(start: start, end: end)
  }

  // MARK: Problems

  /// Remarks below the table stand alone in their line.
  private func withoutFooter(_ rows: [SheetRow], day: Int, _ problems: inout [Diagnostic]) -> [SheetRow] {
    var rows = rows
    while let last = rows.last {
      let filled = last.cells.filter { !$0.cell.isBlank }
      let isAlone = Set(filled.map(\.cell)).count == 1 && rows.count > 1
      guard let words = Footer.words(last, key: nil) ?? (isAlone ? filled.first?.cell.shownText : nil) else { break }
      rows.removeLast()
      problems.append(
        .warning(
          "import.footer", zh: "跳过这一行：“\(words.quoted)”是表尾，不是值班安排",
          en: "the row is passed over: “\(words.quoted)” is a footer, not a shift", at: at(last.number)))
    }
    return rows
  }

  private func unreadable(_ cell: Cell, _ problem: DutyDays.Problem, at place: Location) -> Diagnostic {
    let text = cell.shownText.onOneLine.quoted
    return switch problem {
    case .noYear:
      .error(
        "import.bad-time", zh: "“\(text)”没有年份", en: "“\(text)” has no year",
        hint: Message(
          zh: "在表的标题里写上年份，如“2026年12月值班表”；或把日期写成 2026年12月1日",
          en: "say it in the title above the table, such as 2026年12月值班表, or write the date as 2026-12-01"), at: place)
    case .noDate:
      .error(
        "import.bad-time", zh: "“\(text)”不知道是哪一天", en: "“\(text)” does not say which day",
        hint: Message(
          zh: "写日期，如 12月1日；只写星期几的，在标题里写明哪一周，如“值班表（2026年11月30日—12月6日）”",
          en: "write the date, or say in the title which week it is: （2026年11月30日—12月6日）"), at: place)
    case .unreadable:
      .error(
        "import.bad-time", zh: "“\(text)”不是日期", en: "“\(text)” is no day",
        hint: Message(
          zh: "写成 2026-12-01、12月1日、12月1日—12月7日", en: "write it as 2026-12-01, or 12月1日—12月7日 for a week"), at: place)
    }
  }

  private func unknown(_ heading: Heading) -> Diagnostic {
    .error(
      "import.unknown-column", zh: "\(form.named)没有“\(heading.text.quoted)”这一列",
      en: "\(form.name) has no column “\(heading.text.quoted)”",
      hint: Message(
        zh: "可用：日期、班次、时段、值班人员、值班电话、单位、备注；不导入的列把表头放进括号，如（签到）",
        en: "known: date, shift, hours, holder, phone, unit, note; put the header of a column of your own in brackets"),
      at: at(heading.row, heading.column))
  }
}

extension ImportSheet {
  /// With the duty sheet's name in each row.
  fileprivate func saying(_ name: String, in position: Int) -> ImportSheet {
    guard let form = form.column("sheet"), !name.isEmpty || self.form.stored.contains(where: { $0.name == "sheet" })
    else { return self }
    var sheet = self
    sheet.columns.append(Column(position: position, form: form, header: form.headers.first ?? form.name))
    sheet.shownColumns[position] = columns[0].position
    if !name.isEmpty { sheet.rows = rows.map { $0.replacing(position, with: .text(name)) } }
    return sheet
  }
}

extension SheetRow {
  /// With another cell in a column, or none.
  fileprivate func replacing(_ column: Int, with cell: Cell?) -> SheetRow {
    var places = cells.filter { $0.column != column }
    if let cell { places.append(Place(column: column, cell: cell)) }
    return SheetRow(number: number, cells: places.sorted { $0.column < $1.column }, width: width)
  }
}
