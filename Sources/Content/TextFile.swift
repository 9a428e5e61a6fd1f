import Diagnostics
import PublicText
import Vocabulary

/// Text files as people save them.
enum TextFile {
  /// UTF-8 with or without a byte order mark, as text; anything else is a problem with its place.
  static func decode(_ bytes: [UInt8], path: String, problems: ProblemList) -> Substring? {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let text = String(validating: bytes[(hasMark ? 3 : 0)...], as: UTF8.self) else {
      problems.add(
        .error(
          "file.not-utf8", zh: "文件不是 UTF-8 编码", en: "the file is not UTF-8 text",
          hint: Message(zh: "在编辑器里另存为 UTF-8", en: "save it as UTF-8 in your editor"),
          at: .file(path: path, line: firstInvalidLine(bytes), column: 1)))
      return nil
    }
    if let offset = bytes.withUnsafeBufferPointer({ HiddenCharacter.firstIndex(in: $0) }) {
      nameHiddenCharacter(in: text, at: offset - (hasMark ? 3 : 0), path: path, problems)
    }
    return text[...]
  }

  /// What old word processors leave behind (a vertical tab, a page break) ends an XML feed, others steer terminals; an override of the writing
  /// direction makes a text look like another.
  private static func nameHiddenCharacter(in text: String, at offset: Int, path: String, _ problems: ProblemList) {
    let index = text.utf8.index(text.startIndex, offsetBy: offset)
    let before = text.utf8[..<index]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { text.utf8.index(after: $0) } ?? text.startIndex
    let name = HiddenCharacter.name(text.unicodeScalars[index])
    problems.add(
      .error(
        "file.control-character", zh: "文件里有看不见的控制字符 \(name)", en: "the file holds the control character \(name)",
        hint: Message(zh: "删去它，再重新输入这一行", en: "delete it and type the line again"),
        at: .file(
          path: path, line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: text[lineStart..<index].count + 1)))
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}
