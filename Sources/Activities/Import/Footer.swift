import Spreadsheets

/// What people write below the last row of a table: sums, remarks, who made it.
enum Footer {
  private static let words = [
    "合计", "总计", "小计", "共计", "备注", "说明", "注", "制表", "制表人", "填表", "填表人", "审核", "审核人", "负责人", "联系人",
  ]

  /// The words that make a row a footer; nil for a record.
  ///
  /// - Parameter key: the column that names a record. A row with a name of its own there is one.
  static func words(_ row: SheetRow, key: Int?) -> String? {
    let filled = row.cells.filter { !$0.cell.isBlank }
    guard let first = filled.first, case .text(let text) = first.cell, isFooter(text.withoutOuterBlanks) else {
      return nil
    }
    guard let key, let name = row[key], !name.isBlank, first.column != key else { return text.withoutOuterBlanks }
    return nil
  }

  /// `合计` alone, or before a colon or a blank: `备注：以通知为准`.
  private static func isFooter(_ text: String) -> Bool {
    let word = text.prefix { !":： \u{3000}".contains($0) }
    return words.contains(String(word))
  }
}
