import Diagnostics

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
    return text[...]
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}
