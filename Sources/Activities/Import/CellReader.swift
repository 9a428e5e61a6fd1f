import CivilTime
import Diagnostics
import Spreadsheets
import Vocabulary

/// One cell → what the table's column holds.
struct CellReader {
  let references: ReferenceIndex
  let startsIn1904: Bool
  /// In which a date without a year may lie.
  var years: Set<Int> = []

  func value(_ cell: Cell, _ column: ColumnForm) throws(CellProblem) -> StoredValue {
    try Self.checkFormula(cell)
    if cell.isDitto {
      throw CellProblem(
        "import.ditto", zh: "“\(cell.shownText.withoutOuterBlanks)”不是值：读者看不到上一行",
        en: "“\(cell.shownText.withoutOuterBlanks)” is no value: readers see no row above",
        hint: Message(zh: "写全", en: "write it in full"))
    }
    let text = cell.shownText.withoutOuterBlanks
    switch column.kind {
    case .text: return try .text(plainText(cell, column))
    case .rule, .day, .duration: return .text(cell.shownText)
    case .identifier:
      guard Identifier<Self>(text) != nil else {
        throw CellProblem(
          zh: "编号“\(text.quoted)”只能用小写字母、数字和连字符",
          en: "the id “\(text.quoted)” may hold a-z, 0-9 and inner hyphens only",
          hint: ProposedIdentifier.text(for: text).map { Message(zh: "可以写 \($0)", en: "write \($0), for instance") }
            ?? Message(zh: "如 reading-club", en: "such as reading-club"))
      }
      return .text(text)
    case .reference(let table): return try reference(text.onOneLine, table)
    // Which list is meant is known when the whole row is.
    case .listWord: return .text(text)
    case .flag: return try flag(cell, text)
    case .term(let words): return try term(text, words)
    case .integer(let quantity):
      guard let number = try number(cell, text: text, quantity: quantity) else { return .null }
      guard number == number.rounded(), abs(number) < 9e15 else {
        throw CellProblem(zh: "“\(text.quoted)”应当是整数", en: "“\(text.quoted)” must be a whole number")
      }
      return .integer(Int64(number))
    case .number(let quantity): return try number(cell, text: text, quantity: quantity).map(StoredValue.real) ?? .null
    case .time:
      let phrase = try phrase(cell)
      guard let date = phrase.date, let minute = phrase.startMinute, phrase.rule == nil, phrase.endMinute == nil else {
        throw CellProblem(
          "import.bad-time", zh: "“\(text.quoted)”应当是一个日期加时间", en: "“\(text.quoted)” must be one day and time",
          hint: Message(zh: "写成 2026-11-21 15:00", en: "write it as 2026-11-21 15:00"))
      }
      return .text(TimeText.local(LocalDateTime(date, minuteOfDay: minute)))
    case .date:
      let phrase = try phrase(cell)
      guard let date = phrase.date, phrase.startMinute ?? 0 == 0, phrase.rule == nil, phrase.endDate == nil else {
        throw CellProblem(
          "import.bad-time", zh: "“\(text.quoted)”应当是一个日期", en: "“\(text.quoted)” must be a day",
          hint: Message(zh: "写成 2026-11-21", en: "write it as 2026-11-21"))
      }
      return .text(TimeText.date(date))
    case .partialDate: return try .text(partialDate(cell, text))
    case .month: return try .text(month(cell, text))
    case .monthDay: return try .text(monthDay(cell, text))
    }
  }

  /// A text as it is shown. What has lost digits on its way is none.
  private func plainText(_ cell: Cell, _ column: ColumnForm) throws(CellProblem) -> String {
    let text = cell.shownText
    if case .number(let number) = cell, abs(number) >= 1e15 {
      throw CellProblem(
        "import.lost-digits", zh: "“\(text)”是数字，电子表格只保留前 15 位，后面的已经丢了",
        en: "“\(text)” is a number, of which a spreadsheet keeps 15 digits: the rest is lost",
        hint: Message(
          zh: "把单元格设成文本格式，再把号码重新输入一遍", en: "give the cell the format “text” and type the number again"))
    }
    try Self.checkDigits(text)
    return column.isOneLine ? text.onOneLine : text
  }

  private static func checkDigits(_ text: String) throws(CellProblem) {
    guard text.withoutOuterBlanks.isShortenedNumber else { return }
    throw CellProblem(
      "import.lost-digits", zh: "“\(text)”是缩写的长数字，后面的位数已经丢了",
      en: "“\(text)” is a long number cut short: its last digits are lost",
      hint: Message(
        zh: "在原表里把这一列设成文本格式，重新导出；或在这里写全",
        en: "give the column the format “text” where it comes from and export it again, or write the number in full"))
  }

  static func checkFormula(_ cell: Cell, code: String = "import.bad-value") throws(CellProblem) {
    switch cell {
    case .error(let text) where text.hasPrefix("##"),
      .text(let text) where text.count > 2 && text.allSatisfy { $0 == "#" }:
      throw CellProblem(
        code, zh: "“\(text.quoted)”不是值：原来的列太窄，显示不下", en: "“\(text.quoted)” is no value: its column was too narrow",
        hint: Message(zh: "在原表里把列拉宽再导出，或写上值", en: "widen the column and export it again, or write the value"))
    case .error(let text):
      throw CellProblem(
        code, zh: "公式出错：\(text.quoted)", en: "the formula came to \(text.quoted)",
        hint: Message(zh: "改好公式，或写上值", en: "mend it, or write the value"))
    case .pending:
      throw CellProblem(
        "import.uncalculated", zh: "公式没有算出的值", en: "the formula has no value yet",
        hint: Message(
          zh: "请在 Excel 或 WPS 里打开、保存一次", en: "open the workbook in a spreadsheet program once and save it"))
    case .text, .number, .labelled, .time, .flag: break
    }
  }

  // MARK: Words

  private func flag(_ cell: Cell, _ text: String) throws(CellProblem) -> StoredValue {
    if case .flag(let isTrue) = cell { return .integer(isTrue ? 1 : 0) }
    switch text.narrow.lowercased() {
    case "是", "1", "√", "✓", "对", "有", "yes", "y", "true", "x": return .integer(1)
    case "否", "0", "×", "不", "无", "没有", "no", "n", "false", "-": return .integer(0)
    default:
      throw CellProblem(
        zh: "“\(text.quoted)”应当是“是”或“否”", en: "“\(text.quoted)” must be yes or no",
        hint: Message(zh: "写“是”，不是就留空", en: "write yes, or leave it empty"))
    }
  }

  /// A word of a list, by id or label.
  ///
  /// - Parameters:
  ///   - words: those that every list knows.
  ///   - own: the list's, which go first.
  ///   - list: the list's title.
  static func listWord(
    _ text: String, kind: ListWordKind, words: [ColumnForm.Word], own: [ColumnForm.Word], list: String
  ) throws(CellProblem) -> StoredValue {
    let wanted = HeaderNames.folded(text)
    func matches(_ word: ColumnForm.Word) -> Bool {
      word.folded.contains(wanted)
    }
    if let word = own.first(where: matches) ?? words.first(where: matches) { return .text(word.code) }
    let known = own + words
    let near = Suggestion.nearest(to: text, among: known.flatMap { [$0.code] + $0.labels })
    let labels = known.compactMap(\.labels.first)
    throw CellProblem(
      "import.unknown-list-word", zh: "清单“\(list)”没有\(kind.inSheets)“\(text.quoted)”",
      en: "the list “\(list)” has no \(kind.rawValue) “\(text.quoted)”",
      hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
        ?? (labels.isEmpty
          ? Message(zh: "先在清单用词表里加上它", en: "add it to list_word first")
          : Message(
            zh: "现有：\(labels.joined(separator: "、"))；要加新的，写进清单用词表",
            en: "known: \(labels.joined(separator: ", ")); a new one goes into list_word")))
  }

  private func reference(_ text: String, _ table: String) throws(CellProblem) -> StoredValue {
    let form = TableForm.named(table)
    let (label, named) = (form?.label ?? table, form?.named ?? table)
    switch references.find(text, in: table) {
    case .found(let id): return .text(id)
    case .ambiguous(let ids):
      let list = ids.joined(separator: ", ")
      throw CellProblem(
        "import.ambiguous-name", zh: "叫“\(text.quoted)”的\(label)不止一个（\(list)）",
        en: "several rows of \(table) are called “\(text.quoted)” (\(list))",
        hint: Message(zh: "改写编号", en: "write the id"))
    case .unknown(let nearest):
      let similar = references.similar(to: text, in: table)
      throw CellProblem(
        "import.missing-reference", zh: "\(named)里没有“\(text.quoted)”", en: "“\(text.quoted)” is not in \(table)",
        hint: nearest.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
          ?? Self.choice(similar)
          ?? toAdd(text.quoted, to: table, named))
    }
  }

  /// Where the row goes that is named and not there: the sheet that people have, else one to be made beside the others.
  private func toAdd(_ text: String, to table: String, _ named: String) -> Message {
    guard let sheet = references.sheets[table] else {
      let label = TableForm.named(table)?.label ?? table
      return Message(
        zh: "先在\(named)里加一行“\(text)”再导入（还没有这张表就新建 content/data/\(label).csv），或改正名称",
        en:
          "add a row for it to \(table) first (a new sheet content/data/\(table).csv, if there is none), or mend the name"
      )
    }
    return Message(
      zh: "在 \(sheet.zh) 里加一行“\(text)”，连同它一起导入；写错了就改正名称",
      en: "add a row for it to \(sheet.en) and import that too, or mend the name")
  }

  private func term(_ text: String, _ words: [ColumnForm.Word]) throws(CellProblem) -> StoredValue {
    let wanted = HeaderNames.folded(text)
    for word in words where word.code == text || word.folded.contains(wanted) { return .text(word.code) }
    let near = Suggestion.nearest(to: text, among: words.flatMap { [$0.code] + $0.labels })
    // 文化 of 文化活动, cancel of cancelled.
    let labels = words.compactMap(\.labels.first).filter { !text.isEmpty && $0.contains(text) || text.contains($0) }
    let code = text.lowercased()
    let similar = labels + words.map(\.code).filter { code.count > 2 && ($0.hasPrefix(code) || code.hasPrefix($0)) }
    throw CellProblem(
      zh: "“\(text.quoted)”应当是以下之一：\(words.compactMap(\.labels.first).joined(separator: "、"))",
      en: "“\(text.quoted)” must be one of \(words.map(\.code).joined(separator: ", "))",
      hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") } ?? Self.choice(similar)
        ?? Message(zh: "写其中一个", en: "write one of them"))
  }

  /// “Did you mean one of these?”; nil for none.
  private static func choice(_ names: [String]) -> Message? {
    if names.isEmpty { return nil }
    return Message(
      zh: "是不是想写\(names.map { "“\($0)”" }.joined(separator: "或"))？",
      en: "did you mean \(names.map { "“\($0)”" }.joined(separator: " or "))?")
  }

  // MARK: Numbers

  private func number(_ cell: Cell, text: String, quantity: ColumnForm.Quantity) throws(CellProblem) -> Double? {
    switch cell {
    case .number(let number), .labelled(_, let number): return number
    default: try Self.checkDigits(text)
    }
    var digits = text.narrow.lowercased()
    if quantity.zero.contains(digits) { return 0 }
    if quantity.none.contains(digits) { return nil }
    if let unit = quantity.units.first(where: digits.hasSuffix) {
      digits = String(digits.dropLast(unit.count)).withoutOuterBlanks
    }
    if let sign = ["¥", "￥"].first(where: digits.hasPrefix) {
      digits = String(digits.dropFirst(sign.count)).withoutOuterBlanks
    }
    // 1,200
    let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 })
    {
      digits = groups.joined()
    }
    // Double also knows words and hexadecimal.
    let isPlain = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.e".utf8.contains($0) }
    guard isPlain, let number = Double(digits), number.isFinite else {
      throw CellProblem(
        zh: "“\(text.quoted)”应当是数字", en: "“\(text.quoted)” must be a number",
        hint: digits.hasSuffix("%")
          ? Message(zh: "不写百分比；把单元格设成常规格式", en: "no percentage: give the cell a plain format") : nil)
    }
    return SignificantDigits.withoutNoise(number)
  }

  // MARK: Times

  private func partialDate(_ cell: Cell, _ text: String) throws(CellProblem) -> String {
    let date: PartialDate? =
      if case .time(let time) = cell {
        time.date.flatMap { PartialDate(year: $0.year, month: $0.month, day: $0.day) }
      } else {
        PartialDate(phrase: text)
      }
    if let date { return TimeText.partialDate(date) }
    throw CellProblem(
      "import.bad-time", zh: "“\(text.quoted)”应当是一个日期，或年月，或年份", en: "“\(text.quoted)” must be a day, a month or a year",
      hint: Message(zh: "写成 2026-11-21、2026-11 或 2026", en: "write it as 2026-11-21, 2026-11 or 2026"))
  }

  /// Spreadsheet programs make the first day of a typed 2026-11: of a date cell the month is meant.
  private func month(_ cell: Cell, _ text: String) throws(CellProblem) -> String {
    let date: PartialDate? =
      if case .time(let time) = cell {
        time.date.flatMap { $0.parts.day == 1 ? PartialDate(year: $0.year, month: $0.month) : nil }
      } else {
        PartialDate(phrase: text)
      }
    if let date, date.month != nil, date.day == nil { return TimeText.partialDate(date) }
    throw CellProblem(
      "import.bad-time", zh: "“\(text.quoted)”应当是一个月份", en: "“\(text.quoted)” must be a month",
      hint: Message(zh: "写成 2026-11 或 2026年11月", en: "write it as 2026-11"))
  }

  /// Spreadsheet programs make a date of the current year of a typed 12-04: of a date cell the month and day are meant.
  private func monthDay(_ cell: Cell, _ text: String) throws(CellProblem) -> String {
    let day: MonthDay? =
      if case .time(let time) = cell { time.date.map { MonthDay($0) } } else { MonthDay(phrase: text) }
    if let day { return TimeText.monthDay(day) }
    throw CellProblem(
      "import.bad-time", zh: "“\(text.quoted)”应当是月和日", en: "“\(text.quoted)” must be a month and a day",
      hint: Message(zh: "写成 12-04 或 12月4日；年份写在“年份”列", en: "write it as 12-04; the year has a column of its own"))
  }

  /// A cell as a date, time or repetition, however it is kept: as a date of the spreadsheet, as its bare serial number, or as text.
  func phrase(
    _ cell: Cell, isEnd: Bool = false, isBesideDate: Bool = false
  ) throws(CellProblem) -> DatePhrase {
    try Self.checkFormula(cell, code: "import.bad-time")
    let text = cell.shownText
    if case .time(let time) = cell, let minute = time.second.map({ $0 / 60 }), minute >= (isEnd ? 1441 : 1440) {
      throw CellProblem(.noSuchTime, in: text)
    }
    if let part = Double(text), (0..<1).contains(part), text.contains(".") {
      throw CellProblem(
        "import.bad-time", zh: "“\(text.quoted)”是数字，不是时间", en: "“\(text.quoted)” is a number, not a time",
        hint: Message(zh: "把单元格设成时间格式，或写成 14:00", en: "give the cell a time format, or write 14:00"))
    }
    switch cell {
    case .time(let time): return DatePhrase(time)
    case .labelled: break
    case .number(let serial):
      if let time = CellTime(serial: serial, startsIn1904: startsIn1904) { return DatePhrase(time) }
      // 20261121, typed as a number.
      guard text.utf8.count == 8, let phrase = try? DatePhrase.parse(text), phrase.date != nil else { break }
      return phrase
    case .text:
      if let time = TimeText.parseLocal(text) {
        return DatePhrase(CellTime(date: time.date, second: time.minuteOfDay * 60))
      }
      // A serial number that a CSV file was left with.
      let integer = text.prefix { $0 != "." }
      if integer.utf8.count == 5, let serial = Double(text), let time = CellTime(serial: serial, startsIn1904: false) {
        return DatePhrase(time)
      }
      do throws(DatePhrase.Problem) {
        return try DatePhrase.parse(text, isEnd: isEnd, isBesideDate: isBesideDate, years: years)
      } catch {
        throw CellProblem(error, in: text.withoutOuterBlanks)
      }
    case .flag, .error, .pending: break
    }
    throw CellProblem(.unreadable(text), in: text)
  }
}

extension DatePhrase {
  fileprivate init(_ time: CellTime) {
    self.init()
    date = time.date
    startMinute = time.second.map { $0 / 60 }
  }
}
