import Spreadsheets

/// The rows that say what a sheet's columns are: one, or two where a heading spans several columns and the row below distinguishes them.
struct SheetHeader {
  struct Name {
    let column: Int
    let text: String
    let folded: String
    /// Where it stands.
    let row: Int

    init(column: Int, text: String, row: Int) {
      (self.column, self.text, self.row) = (column, text, row)
      folded = HeaderNames.folded(text)
    }
  }

  let names: [Name]
  /// The rows that it takes up, by their place among those that were given.
  let range: Range<Int>

  /// - Parameter rows: those that hold something.
  init?(_ rows: [SheetRow], _ names: HeaderNames) {
    guard !rows.isEmpty else { return nil }
    let index = Self.index(rows, names)
    guard rows.indices.contains(index) else { return nil }
    if let below = Self.second(rows, after: index, names) {
      self.names = below
      range = index..<index + 2
      return
    }
    let own = rows[index].cells.filter { !$0.cell.isBlank }.map {
      Name(column: $0.column, text: $0.cell.shownText, row: rows[index].number)
    }
    self.names = (own + Self.above(rows, index: index, names: names)).sorted { $0.column < $1.column }
    range = index..<index + 1
  }

  /// Whether one of the first rows is a header of known names.
  static func isKnown(_ rows: [SheetRow], _ names: HeaderNames) -> Bool { known(rows, names) != nil }

  func name(of column: Int) -> Name? { names.first { $0.column == column } }

  /// Whether a row says the header once more, as it stands on top of each printed page.
  func isRepeated(by row: SheetRow) -> Bool {
    let filled = row.cells.filter { !$0.cell.isBlank }
    return filled.count > 1
      && filled.allSatisfy { place in
        name(of: place.column).map { $0.folded == HeaderNames.folded(place.cell.shownText) } ?? false
      }
  }

  /// The first row most of whose cells are known names: above it stand a title, who filled it in and when. Where there is none, the
  /// first below a title, so that its unknown names are reported.
  private static func index(_ rows: [SheetRow], _ names: HeaderNames) -> Int {
    if let index = known(rows, names) { return index }
    let title = rows.dropLast().prefix { row in
      guard Set(row.cells.map(\.cell)).count == 1, case .text(let text)? = row.cells.first?.cell else { return false }
      return names.column(text) == nil
    }
    return title.count
  }

  private static func known(_ rows: [SheetRow], _ names: HeaderNames) -> Int? {
    rows.prefix(20).firstIndex { row in
      let known = row.cells.count { names.column($0.cell.shownText) != nil }
      return known > 1 && known * 2 > row.cells.count(where: { !$0.cell.isBlank })
    }
  }

  /// The names of a header of two rows; nil where the row below is none of it: each of its cells is a name, or repeats the one above,
  /// as a cell merged over both does.
  private static func second(_ rows: [SheetRow], after index: Int, _ names: HeaderNames) -> [Name]? {
    guard index + 1 < rows.count else { return nil }
    let (upper, lower) = (rows[index], rows[index + 1])
    var found: [Int: Name] = [:]
    for place in upper.cells where !place.cell.isBlank {
      found[place.column] = Name(column: place.column, text: place.cell.shownText, row: upper.number)
    }
    var hasOwn = false
    for place in lower.cells where !place.cell.isBlank {
      guard case .text(let text) = place.cell else { return nil }
      if let above = upper[place.column], HeaderNames.folded(above.shownText) == HeaderNames.folded(text) { continue }
      let heading = upper.cells.last { $0.column <= place.column && !$0.cell.isBlank }?.cell.shownText ?? ""
      // 活动时间 over 开始 and 结束: 开始时间, the end of the heading being what it is of. What a heading has in brackets is no part of it:
      // 编号（必填） over a row's own a1 would be 编号.
      let bare = HeaderNames.withoutBrackets(heading)
      let ends = bare.indices.dropFirst().map { text + bare[$0...] }
      let readings = [text, text + bare, bare + text] + ends
      guard let known = readings.first(where: { names.column($0) != nil || HeaderNames.isPassedOver($0) }) else {
        return nil
      }
      hasOwn = true
      found[place.column] = Name(column: place.column, text: known, row: lower.number)
    }
    return hasOwn ? found.values.sorted { $0.column < $1.column } : nil
  }

  /// Names of the row above, where the header's own row has none: cells merged over both rows, as a CSV file has them.
  private static func above(_ rows: [SheetRow], index: Int, names: HeaderNames) -> [Name] {
    guard index > 0 else { return [] }
    return rows[index - 1].cells.filter { place in
      rows[index][place.column]?.isBlank != false && names.column(place.cell.shownText) != nil
    }.map { Name(column: $0.column, text: $0.cell.shownText, row: rows[index - 1].number) }
  }
}
