import Diagnostics

/// The lines `---` around a page's front matter.
enum FrontMatterFence {
  typealias Parts = (frontMatter: String, body: String, bodyLineOffset: Int)

  private static func beginsWithBlankLines(_ text: Substring) -> Bool {
    let rest = text.drop(while: \.isWhitespace)
    return rest.startIndex > text.startIndex && isFence(rest.prefix { !$0.isNewline })
  }

  /// nil where they are missing; the reason is then among the problems.
  static func split(_ text: Substring, path: String, problems: ProblemList) -> Parts? {
    let utf8 = text.utf8
    let firstEnd = utf8.firstIndex(of: UInt8(ascii: "\n"))
    let first = text[..<(firstEnd ?? utf8.endIndex)]
    guard let firstEnd, isFence(first) else {
      problems.add(
        .error(
          "front-matter.missing", zh: "文件开头没有“---”括起来的页面信息", en: "the file does not begin with front matter",
          hint: looksLikeFence(first)
            ? threeHyphens
            : beginsWithBlankLines(text)
              ? Message(zh: "删去 --- 前面的空行：它应当是第一行", en: "take away the empty lines before `---`: it is the first line")
              : Message(
                zh: "第一行写 ---，接着写 title: 和 kind:，再写一行 ---",
                en: "begin with a line `---`, then `title:` and `kind:`, then `---`"),
          at: .file(path: path, line: 1, column: 1)))
      return nil
    }
    let start = utf8.index(after: firstEnd)
    var lineStart = start
    var line = 2
    while lineStart < utf8.endIndex {
      let lineEnd = utf8[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.endIndex
      let next = lineEnd < utf8.endIndex ? utf8.index(after: lineEnd) : lineEnd
      if isFence(text[lineStart..<lineEnd]) {
        return (String(text[start..<lineStart]), String(text[next...]), line)
      }
      lineStart = next
      line += 1
    }
    let likeFence = lineLikeFence(text)
    problems.add(
      .error(
        "front-matter.unclosed", zh: "页面信息没有用“---”结束", en: "the front matter is not closed by a line `---`",
        hint: likeFence == nil
          ? Message(zh: "在页面信息后加一行 ---", en: "add a line `---` after it") : threeHyphens,
        at: .file(path: path, line: likeFence ?? 1, column: 1)))
    return nil
  }

  private static let threeHyphens = Message(
    zh: "这一行应当是三个英文连字符：---", en: "this line must be three plain hyphens: `---`")

  private static func isFence(_ line: Substring) -> Bool {
    let utf8 = line.utf8
    guard utf8.starts(with: "---".utf8) else { return false }
    return utf8.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
  }

  /// The first line after the opening one that was meant to close. Looked for only when none does.
  private static func lineLikeFence(_ text: Substring) -> Int? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.dropFirst().first { looksLikeFence(lines[$0]) }.map { $0 + 1 }
  }

  /// Dashes of any kind: `——` is what a Chinese keyboard gives for `---`.
  private static func looksLikeFence(_ line: Substring) -> Bool {
    let signs = line.unicodeScalars.filter { !$0.properties.isWhitespace }
    return !signs.isEmpty && signs.allSatisfy { "-—–－―─_＿".unicodeScalars.contains($0) }
  }
}
