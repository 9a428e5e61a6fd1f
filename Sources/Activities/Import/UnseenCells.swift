import CivilTime
import Diagnostics
import Spreadsheets

/// What whoever looks at the sheet does not see, or sees struck out: it is imported, and said before.
extension ImportSheet {
  func unseen(_ marks: SheetMarks) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let read = Dictionary(rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let hidden = marks.hiddenRows.filter { read[$0] != nil }
    if let first = hidden.first {
      let list = Self.numbers(hidden)
      let why = marks.isFiltered ? ("被筛选掉或隐藏", "filtered out or hidden") : ("隐藏", "hidden")
      problems.append(
        .warning(
          "import.hidden-row", zh: "第 \(list) 行\(why.0)，照样导入",
          en: "rows \(list) are \(why.1), and imported all the same",
          hint: Message(
            zh: "取消筛选和隐藏看一看；不要的行删去", en: "show them and look; delete what is not to be imported"),
          at: location(row: first)))
    }
    for column in columns where marks.hiddenColumns.contains(where: { $0.contains(column.position) }) {
      problems.append(
        .warning(
          "import.hidden-column", zh: "“\(column.header)”这一列隐藏着，照样导入",
          en: "the column “\(column.header)” is hidden, and imported all the same",
          hint: Message(zh: "取消隐藏看一看；不要就删去这一列", en: "show it and look, or delete it"),
          at: location(row: rows.first?.number ?? 0, column: column.position)))
    }
    let struck = marks.struck.filter { mark in
      read[mark.row] != nil && columns.contains { $0.position == mark.column }
    }
    // A row that is struck out is said once.
    for (row, cells) in Dictionary(grouping: struck, by: \.row).sorted(by: { $0.key < $1.key }) {
      guard let first = cells.min(by: { $0.column < $1.column }) else { continue }
      let isWhole = read[row]?[first.column]?.shownText == first.text
      problems.append(isWhole ? Self.struck(cells, row: row, location: location) : Self.leftOut(first, location))
    }
    return problems
  }

  private static func struck(
    _ cells: [SheetMarks.Struck], row: Int, location: (Int, Int) -> Location
  ) -> Diagnostic {
    let texts = cells.sorted { $0.column < $1.column }.prefix(3).map(\.text.quoted)
    return .warning(
      "import.struck-out", zh: "“\(texts.joined(separator: "”“"))”划掉了，照样导入",
      en: "“\(texts.joined(separator: "”, “"))” is struck out, and imported all the same",
      hint: Message(
        zh: "不要就删去这一行或这一格；活动不办了，状态写“已取消”；还要就去掉删除线",
        en: "delete it; what will not take place has the status cancelled; or take the line away"),
      at: location(row, cells.map(\.column).min() ?? 0))
  }

  private static func leftOut(_ mark: SheetMarks.Struck, _ location: (Int, Int) -> Location) -> Diagnostic {
    .warning(
      "import.struck-out", zh: "划掉的“\(mark.text.quoted)”没有读，只读这一格其余的字",
      en: "“\(mark.text.quoted)” is struck out and not read, the rest of the cell is",
      hint: Message(zh: "删去划掉的字；还要就去掉删除线", en: "delete it, or take the line away"),
      at: location(mark.row, mark.column))
  }

  /// `3、5–9`.
  private static func numbers(_ rows: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for row in rows {
      if let last = ranges.last, last.upperBound + 1 == row {
        ranges[ranges.count - 1] = last.lowerBound...row
      } else {
        ranges.append(row...row)
      }
    }
    let shown = ranges.prefix(12).map { $0.count > 1 ? "\($0.lowerBound)–\($0.upperBound)" : "\($0.lowerBound)" }
    return shown.joined(separator: ", ") + (ranges.count > 12 ? " …" : "")
  }

  /// The years that are written out in a title and in the rows' dates.
  static func years(_ above: ArraySlice<SheetRow>, _ rows: [SheetRow], startsIn1904: Bool) -> Set<Int> {
    var years: Set<Int> = []
    for place in above.lazy.flatMap(\.cells) {
      if let year = year(in: place.cell, startsIn1904) ?? titleYear(place.cell.shownText) { years.insert(year) }
    }
    for place in rows.prefix(2000).lazy.flatMap(\.cells) {
      if let year = year(in: place.cell, startsIn1904) { years.insert(year) }
    }
    return years
  }

  private static func year(in cell: Cell, _ startsIn1904: Bool) -> Int? {
    switch cell {
    case .time(let time): return time.date?.year
    case .text(let text):
      guard text.utf8.count < 80, text.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else { return nil }
      return (try? DatePhrase.parse(text, isBesideDate: true))?.date?.year
    default: return nil
    }
  }

  /// `泉社区2026年十二月活动安排`.
  private static func titleYear(_ text: String) -> Int? {
    let before = text.narrow.split(separator: "年", omittingEmptySubsequences: false)
    guard before.count > 1 else { return nil }
    let digits = before[0].reversed().prefix { $0.isASCII && $0.isNumber }
    return digits.count == 4 ? Int(String(digits.reversed())).flatMap { (2000...2099).contains($0) ? $0 : nil } : nil
  }
}
