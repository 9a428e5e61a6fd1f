import Diagnostics
import Markdown
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
    return text[...]
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}

/// Residents' numbers in a source text are errors with their place: deny by default (Promise 4).
struct PersonalNumberCheck {
  let path: String
  let officePhones: Set<String>

  /// Also what only the parsed text shows: digits as character references, or in pieces of emphasis.
  func run(_ text: Substring, body: Document, firstLine: Int, _ problems: ProblemList) {
    run(text, problems)
    let shown = body.personalNumbers()
    guard !shown.isEmpty else { return }
    var written = text
    let plain = written.withUTF8 { Set(PersonalNumber.find(in: $0).map(\.digits)) }
    for number in shown where !plain.contains(number.digits) && !officePhones.contains(number.digits) {
      problems.add(PersonalNumberDiagnostic.make(number, at: .file(path: path, line: firstLine)))
    }
  }

  func run(_ text: Substring, _ problems: ProblemList) {
    var text = text
    text.withUTF8 { bytes in
      for number in PersonalNumber.find(in: bytes) where !officePhones.contains(number.digits) {
        let before = bytes[..<number.offset]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let column = String(decoding: bytes[lineStart..<number.offset], as: UTF8.self).count + 1
        problems.add(PersonalNumberDiagnostic.make(number, at: .file(path: path, line: line, column: column)))
      }
    }
  }
}

extension Document {
  fileprivate func personalNumbers() -> [PersonalNumber] {
    withTextBytes { PersonalNumber.find(in: $0) }
  }
}
