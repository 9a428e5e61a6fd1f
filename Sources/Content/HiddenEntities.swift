import Diagnostics
import Markdown
import PublicText

/// Characters that nobody sees and that do harm, written as entities (`&#x202E;`): the file's own bytes are looked at where it is read
/// (`TextFile`), these are there only in what Markdown makes of it.
enum HiddenEntities {
  /// - Parameters:
  ///   - text: the body as it is written.
  ///   - lineOffset: lines of the file before it.
  static func problem(in body: Document, of text: String, path: String, lineOffset: Int) -> Diagnostic? {
    var text = text
    guard text.withUTF8({ $0.contains(UInt8(ascii: "&")) }) else { return nil }
    guard let line = body.firstLine(where: { HiddenCharacter.firstIndex(in: $0) != nil }) else {
      // What stands there as itself is reported of the file.
      guard text.withUTF8({ PrivateUse.firstIndex(in: $0) }) == nil,
        let line = body.firstLine(where: { PrivateUse.firstIndex(in: $0) != nil })
      else { return nil }
      return PrivateUse.problem("\u{E000}", count: 1, at: .file(path: path, line: line + lineOffset, column: 1))
    }
    return .error(
      "file.control-character", zh: "正文里用 &#…; 写了看不见的控制字符", en: "the text holds a control character, written as &#…;",
      hint: Message(zh: "删去它", en: "remove it"), at: .file(path: path, line: line + lineOffset, column: 1))
  }
}
