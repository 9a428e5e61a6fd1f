import Diagnostics
import Scanning

/// Rows that were copied out of Word, WPS or a spreadsheet: lines whose cells are parted by tabs. As text they run together.
enum PastedTable {
  /// One warning for each such table, at its first row.
  static func problems(in text: String, at place: SourcePlace) -> [Diagnostic] {
    var text = text
    guard text.withUTF8({ $0.has(UInt8(ascii: "\t")) }) else { return [] }
    var problems: [Diagnostic] = []
    var isFenced = false
    var rows = 0
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let start = line.drop { $0 == " " || $0 == "\t" }
      if start.hasPrefix("```") || start.hasPrefix("~~~") { isFenced.toggle() }
      guard !isFenced, isRow(line) else {
        rows = 0
        continue
      }
      rows += 1
      guard rows == 2 else { continue }
      problems.append(
        .warning(
          "markdown.pasted-table", zh: "这几行像是从 Word 或表格里复制来的，格子会连成一行字",
          en: "these lines look like a table that was copied: its cells run together",
          hint: Message(
            zh: "写成表格：每行写成 | 甲 | 乙 |，表头下面加一行 |--|--|；或把原文件放进 content/files 作附件",
            en: "write rows as | a | b |, with a line |--|--| below the head, or put the file into content/files"),
          at: .file(path: place.path, line: place.lineOffset + index, column: 1)))
    }
    return problems
  }

  /// A tab between two words.
  private static func isRow(_ line: Substring) -> Bool {
    let inner = line.drop { $0 == " " || $0 == "\t" }
    guard let tab = inner.firstIndex(of: "\t") else { return false }
    return inner[tab...].contains { $0 != " " && $0 != "\t" && $0 != "\r" }
  }
}
