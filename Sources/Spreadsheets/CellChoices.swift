import Encoding

/// The drop-down lists of a workbook's columns. A long list does not fit where Excel keeps short ones (255 characters), and a text with a comma
/// fits in none: they stand on a sheet of their own behind the others, whose name is in brackets, as everything is that no table takes.
struct CellChoices {
  static let sheetName = "（选项）"
  /// Excel's limit for a list that stands in the formula itself.
  private static let longestFormula = 255

  /// The sheets to be written, with the one for choices behind them where it is needed.
  let sheets: [OutputSheet]
  /// By sheet and column.
  private var formulas: [[String?]] = []

  init(_ written: [OutputSheet]) {
    var lists: [[String]] = []
    func place(of texts: [String]) -> String? {
      if texts.isEmpty { return nil }
      let joined = texts.joined(separator: ",")
      if joined.utf16.count <= Self.longestFormula, !texts.contains(where: { $0.contains(",") || $0.contains("\"") }) {
        return "\"\(joined)\""
      }
      if !lists.contains(texts) { lists.append(texts) }
      let column = (lists.firstIndex(of: texts) ?? 0) + 1
      return Self.range(column: column, rows: texts.count, of: Self.sheetName)
    }
    for sheet in written {
      formulas.append(
        sheet.columns.map { column in
          switch column.choices {
          case nil: return nil
          case .texts(let texts)?: return place(of: texts)
          case .column(let header, let name)?:
            guard let other = written.first(where: { $0.name == name }), !other.rows.isEmpty,
              let index = other.columns.firstIndex(where: { $0.header == header })
            else { return nil }
            return Self.range(column: index + 1, rows: other.rows.count, of: name)
          }
        })
    }
    guard !lists.isEmpty else {
      sheets = written
      return
    }
    formulas.append(lists.map { _ in nil })
    let rows = (0..<(lists.map(\.count).max() ?? 0)).map { row in
      lists.map { $0.indices.contains(row) ? Cell.text($0[row]) : nil }
    }
    sheets =
      written + [
        OutputSheet(
          name: Self.sheetName, columns: lists.indices.map { .init(header: "（\($0 + 1)）", format: .text) }, rows: rows)
      ]
  }

  private static func range(column: Int, rows: Int, of sheet: String) -> String {
    let letters = CellName.cell(row: 1, column: column).dropLast()
    let name = sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    return "'\(name)'!$\(letters)$2:$\(letters)$\(rows + 1)"
  }

  /// The XML of a sheet's lists; empty where it has none. What is typed beside them is not refused: an id is as good as a name.
  func validations(ofSheet index: Int) -> String {
    let columns = formulas[index].enumerated().compactMap { column, formula in
      formula.map { formula -> String in
        let letters = CellName.cell(row: 1, column: column + 1).dropLast()
        return "<dataValidation type=\"list\" allowBlank=\"1\" sqref=\"\(letters)2:\(letters)1048576\">"
          + "<formula1>\(Markup.xmlEscaped(formula))</formula1></dataValidation>"
      }
    }
    if columns.isEmpty { return "" }
    return "<dataValidations count=\"\(columns.count)\">\(columns.joined())</dataValidations>"
  }
}
