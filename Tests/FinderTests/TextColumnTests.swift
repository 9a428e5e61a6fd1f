import RandomInputs
import Testing

@testable import Finder

struct TextColumnTests {
  /// As `Client/book.js` reads it.
  private func values(_ column: String) -> [String] {
    var before: [UInt16] = []
    return column.utf16.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let line = Array(line)
      if !line.isEmpty {
        let (start, end) = (Int(line[0]) - 35, Int(line[1]) - 35)
        before = Array(before.prefix(start)) + Array(line.dropFirst(2)) + Array(before.suffix(end))
      }
      return String(decoding: before, as: UTF16.self)
    }
  }

  @Test func neighboursAreWrittenOnce() {
    let names = ["东堤二格2号微网格", "东堤二格3号微网格", "东堤二格3号微网格", "", "", "a", "aa", "a", "嵩台", "嵩"]
    let column = "##东堤二格2号微网格\n''3\n\n##\n\n##a\n$#a\n$#\n##嵩台\n$#"
    #expect(TextColumn.text(names) == column)
    #expect(values(column) == names)
    #expect(TextColumn.text([]) == "" && TextColumn.text([""]) == "##")
  }

  /// A half of a pair of surrogates is no text; what is the same for longer than a character can say; line breaks are blanks.
  @Test func everyTextComesBack() {
    var random = SeededRandom(seed: 20_261_201)
    let parts = ["𠮷", "𠮶", "𡮷", "甲", "#", "[", "\\", "\"", "<", String(repeating: "长", count: 60)]
    let texts = (0..<2000).map { _ in
      (0..<Int.random(in: 0..<5, using: &random)).map { _ in parts.randomElement(using: &random)! }.joined()
    }
    #expect(values(TextColumn.text(texts)) == texts)
    #expect(values(TextColumn.text(["甲\n乙"])) == ["甲 乙"])
  }
}
