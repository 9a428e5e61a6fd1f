import Diagnostics
import Files
import PublicText
import Vocabulary

/// Text files as people save them.
enum TextFile {
  /// UTF-8 with or without a byte order mark, as text; anything else is a problem with its place.
  ///
  /// - Parameter isForReaders: false for a theme's files: they bring fonts of their own.
  static func decode(
    _ bytes: [UInt8], path: String, problems: ProblemList, isForReaders: Bool = true
  ) -> Substring? {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let text = String(validating: bytes[(hasMark ? 3 : 0)...], as: UTF8.self) else {
      let encoding = encoding(of: bytes)
      problems.add(
        .error(
          "file.not-utf8",
          zh: encoding.map { "文件是 \($0.zh)编码，不是 UTF-8" } ?? "文件不是 UTF-8 编码",
          en: encoding.map { "the file is \($0.en), not UTF-8" } ?? "the file is not UTF-8 text",
          hint: Message(
            zh: "用记事本打开，“文件”→“另存为”，“编码”选 UTF-8，盖掉原来的文件；别的编辑器也在“另存为”或右下角改编码",
            en:
              "open it in an editor and save it as UTF-8: Notepad has “Encoding” in “Save as”, others in the status line"
          ),
          at: .file(path: path, line: firstInvalidLine(bytes), column: 1)))
      return nil
    }
    if let offset = bytes.withUnsafeBufferPointer({ HiddenCharacter.firstIndex(in: $0) }) {
      nameHiddenCharacter(in: text, at: offset - (hasMark ? 3 : 0), path: path, problems)
    }
    if isForReaders, let offset = bytes.withUnsafeBufferPointer({ PrivateUse.firstIndex(in: $0) }) {
      let index = text.utf8.index(text.startIndex, offsetBy: offset - (hasMark ? 3 : 0))
      problems.add(
        PrivateUse.problem(
          text.unicodeScalars[index], count: text.unicodeScalars[index...].count(where: PrivateUse.isPrivate),
          at: place(of: index, in: text, path: path)))
    }
    return text[...]
  }

  /// What Notepad and old editors save in: 936 is what Windows calls ANSI in China.
  private static func encoding(of bytes: [UInt8]) -> Message? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Message(zh: "UTF-16（记事本里叫 Unicode）", en: "UTF-16 (Notepad's “Unicode”)")
    }
    guard LegacyText.isGB18030(bytes) else { return nil }
    return Message(zh: "GBK（记事本里叫 ANSI）", en: "GBK (Notepad's “ANSI”)")
  }

  /// What old word processors leave behind (a vertical tab, a page break) ends an XML feed, others steer terminals; an override of the writing
  /// direction makes a text look like another.
  private static func nameHiddenCharacter(in text: String, at offset: Int, path: String, _ problems: ProblemList) {
    let index = text.utf8.index(text.startIndex, offsetBy: offset)
    let name = HiddenCharacter.name(text.unicodeScalars[index])
    let isLost = text.unicodeScalars[index] == "\u{FFFD}"
    problems.add(
      .error(
        "file.control-character", zh: isLost ? "有一个字变成了“�”：换编码保存时丢了" : "文件里有看不见的控制字符 \(name)",
        en: isLost
          ? "a character became “�” when the file was saved in another encoding"
          : "the file holds the control character \(name)",
        hint: isLost
          ? Message(zh: "对照原文，重新输入这一行", en: "type the line again as it was")
          : Message(zh: "删去它，再重新输入这一行", en: "delete it and type the line again"),
        at: place(of: index, in: text, path: path)))
  }

  private static func place(of index: String.Index, in text: String, path: String) -> Location {
    let before = text.utf8[..<index]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { text.utf8.index(after: $0) } ?? text.startIndex
    return .file(
      path: path, line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: text[lineStart..<index].count + 1)
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}
