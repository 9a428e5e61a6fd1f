import CivilTime
import Spreadsheets

/// Columns that a sheet does not have: what all its rows say there is said once, beside it.
extension ImportSheet {
  /// Where such columns stand: beyond those that a spreadsheet can have, and beyond a duty sheet's.
  private static let firstAdded = 21_001
  /// In place of an id: what the row is called, in pinyin.
  private static let fromNames: Set = ["拼音", "名称", "pinyin", "name"]

  /// - Returns: whether the table has such a column; a sheet that has it says it itself.
  mutating func fill(_ fill: TableImport.Fill, shape: DatabaseShape) -> Bool {
    guard let column = HeaderNames(shape.columns(of: form)).column(fill.header) else { return false }
    if self.column(column.name) != nil { return true }
    let position = Self.firstAdded + columns.count
    shownColumns[position] = columns.first?.position ?? 0
    let isFromName = column.name == "id" && Self.fromNames.contains(fill.value.lowercased())
    var taken: [String: Int] = [:]
    rows = rows.map { row in
      var text: String? = fill.value
      if isFromName {
        text = form.title.flatMap { cell($0, of: row) }.flatMap { ProposedIdentifier.text(for: $0.shownText) }
        if let id = text {
          taken[id, default: 0] += 1
          // A class that is held twice is two rows.
          if let count = taken[id], count > 1 { text = "\(id)-\(count)" }
        }
      }
      guard let text else { return row }
      return SheetRow(
        number: row.number, cells: row.cells + [.init(column: position, cell: .text(text))], width: row.width)
    }
    columns.append(Column(position: position, form: column, header: column.headers.first ?? column.name))
    return true
  }

  /// A timetable says on which day of the week something is held; where a row has no date of its own, or one from which it is held, that is
  /// every week. Beside another date a single weekday only says which day that is.
  mutating func readWeekdays(as rule: ColumnForm) {
    guard let weekday = weekdays.first else { return }
    rows = rows.map { row in
      guard let cell = row[weekday.position], !WeekdayCell.isRepetition(cell), let days = WeekdayCell.weekdays(cell),
        days.count == 1, let day = days.first
      else { return row }
      if let dates = column("starts_on"), !dates.header.contains(where: { "起始開开".contains($0) }),
        row[dates.position].map({ !$0.isBlank }) ?? false
      {
        return row
      }
      let names = ["一", "二", "三", "四", "五", "六", "日"]
      let cells = row.cells.map { place in
        place.column == weekday.position
          ? SheetRow.Place(column: place.column, cell: .text("每周" + names[day.rawValue])) : place
      }
      return SheetRow(number: row.number, cells: cells, width: row.width)
    }
    columns.append(Column(position: weekday.position, form: rule, header: weekday.header.onOneLine))
    weekdays.removeFirst()
  }

  /// Whether any row says a day: in a column of days, or beside the time.
  var hasDates: Bool {
    if column("starts_on") != nil { return true }
    guard let time = column("starts_at") else { return false }
    return rows.contains { row in
      switch row[time.position] {
      case .time(let time)?: time.date != nil
      case .number?: true
      case .text(let text)?:
        text.contains { "年月日/".contains($0) } || TimeText.parseLocal(text) != nil || text.contains("每")
      default: false
      }
    }
  }
}
