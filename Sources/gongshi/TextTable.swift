import Diagnostics

/// Rows for a terminal, in columns that are as wide as what stands in them: Chinese characters take two cells.
struct TextTable {
  private var rows: [[String]]

  /// - Parameter headings: what stands over the columns.
  init(_ headings: Message..., in language: MessageLanguage) {
    rows = [headings.map { $0[language] }]
  }

  mutating func add(_ row: [String]) { rows.append(row.map(Self.cell)) }

  /// One cell: what would end it becomes a space.
  static func cell(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  /// No column is made narrower than this, in cells.
  private static let least = 8
  private static let gap = 2

  /// - Parameter columns: the terminal's, in cells. Where rows are longer, what is widest is cut; nil cuts nothing.
  func lines(columns: Int?) -> [String] {
    let count = rows[0].count
    var widths = (0..<count).map { column in rows.map { DisplayWidth.cells($0[column]) }.max() ?? 0 }
    // A column in which nothing stands is none.
    let used = (0..<count).filter { column in rows.dropFirst().contains { !$0[column].isEmpty } }
    if let columns {
      func whole() -> Int { used.reduce(0) { $0 + widths[$1] } + Self.gap * (used.count - 1) }
      while whole() > columns, let widest = used.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.least {
        widths[widest] -= 1
      }
    }
    return rows.map { row in
      let cells = used.map { column in
        DisplayWidth.padded(Self.cut(row[column], to: widths[column]), to: widths[column])
      }
      let line = cells.joined(separator: String(repeating: " ", count: Self.gap))
      return String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
    }
  }

  private static func cut(_ text: String, to width: Int) -> String {
    guard DisplayWidth.cells(text) > width else { return text }
    var cut = ""
    for character in text {
      guard DisplayWidth.cells(cut) + DisplayWidth.cells(String(character)) < width else { break }
      cut.append(character)
    }
    return cut + "…"
  }
}
