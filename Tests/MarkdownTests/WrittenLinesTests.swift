import Encoding
import Testing

@testable import Markdown

/// A text's lines, decoded when they are asked for.
struct WrittenLinesTests {
  @Test(arguments: ["", "\n", "甲", "甲\n", "甲\r\n乙\r\n\r\n丙", "a\n\n𠀀é\n", "甲\r", "\r\n"])
  func areThoseBetweenLineEnds(text: String) {
    let lines = WrittenLines(text)
    let expected = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }.map {
      Array($0.last == "\r" ? $0.dropLast() : $0)
    }
    #expect(lines.indices.map { lines[$0] } == expected)
    #expect(lines.indices.map { lines.length($0) } == expected.map(\.count))
  }

  /// A row that is passed over has no cell beyond its head's: all rows of up to six such signs.
  @Test(arguments: 1...3)
  func noCellIsPassedOver(columns: Int) {
    let signs: [Character] = ["|", "\\", " ", "甲", ">"]
    var (rows, longest) = ([""], [""])
    for _ in 0..<6 {
      longest = longest.flatMap { row in signs.map { row + String($0) } }
      rows += longest
    }
    var passed = 0
    for row in rows where !WrittenLines(row).mayHoldMoreCells(0, than: columns) {
      passed += 1
      let extra = extraCells(Array(row), columns)
      if !extra.isEmpty { Issue.record("\(row): \(extra)") }
    }
    #expect(passed > 1000 && passed < rows.count)
  }

  /// What stands in a row behind its head's cells, as it is written.
  private func extraCells(_ row: [Character], _ columns: Int) -> [String] {
    guard row.contains("|") else { return [] }
    var cells = [""]
    var index = 0
    while index < row.count {
      if row[index] == "|" {
        cells.append("")
      } else {
        cells[cells.count - 1].append(row[index])
        if row[index] == "\\", index + 1 < row.count {
          index += 1
          cells[cells.count - 1].append(row[index])
        }
      }
      index += 1
    }
    if cells[0].allSatisfy({ " >".contains($0) }) { cells.removeFirst() }
    return cells.dropFirst(columns).filter { !$0.allSatisfy { $0 == " " } }
  }
}
