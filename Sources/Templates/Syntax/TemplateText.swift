import Diagnostics
import Encoding
import Scanning

/// One template as it was written.
package struct TemplateSource: Sendable {
  /// The name that it is called by: `partials/card`.
  package let name: String
  /// What problems name; relative to the site's directory.
  package let file: String
  package let text: String

  package init(name: String, file: String, text: String) {
    self.name = name
    self.file = file
    self.text = text
  }
}

/// Its bytes, and what Mustache asks about their lines.
struct TemplateText: Sendable {
  let file: String
  let bytes: Bytes
  /// Where each line begins.
  private let lines: [Int]

  init(_ source: TemplateSource) {
    file = source.file
    let bytes = Bytes(source.text.utf8)
    self.bytes = bytes
    lines = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  // MARK: Places

  /// Columns are counted in characters, as an editor counts them.
  func location(of offset: Int) -> Location {
    let line = lines.partitionPoint { $0 <= offset }
    let start = lines[line - 1]
    return .file(path: file, line: line, column: String(decoding: bytes[start..<offset], as: UTF8.self).count + 1)
  }

  // MARK: Lines

  func isLineStart(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n") }

  /// Where the line of a place begins, if nothing but blanks stand between.
  func blankStart(before offset: Int) -> Int? {
    var start = offset
    while start > 0, Self.isBlank(bytes[start - 1]) { start -= 1 }
    return isLineStart(start) ? start : nil
  }

  /// Where the next line begins, if nothing but blanks stand between. The end of the text is the end of a line.
  func blankEnd(after offset: Int) -> Int? {
    var end = offset
    while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") { end += 1 }
    if end == bytes.count { return end }
    return bytes[end] == UInt8(ascii: "\n") ? end + 1 : nil
  }

  /// The whole lines of a tag that has them for itself: a *standalone* tag.
  func standalone(_ tag: Range<Int>) -> Range<Int>? {
    guard let start = blankStart(before: tag.lowerBound), let end = blankEnd(after: tag.upperBound) else { return nil }
    return start..<end
  }

  func isBlank(from start: Int, to end: Int) -> Bool { start <= end && bytes[start..<end].allSatisfy(Self.isBlank) }

  func isEmptyLine(_ start: Int) -> Bool {
    start < bytes.count && (bytes[start] == UInt8(ascii: "\n") || bytes[start] == UInt8(ascii: "\r"))
  }

  /// Where the text of a line begins, behind at most so many blanks.
  func skipBlanks(_ start: Int, atMost count: Int = .max, end: Int) -> Int {
    var place = start
    while place < end, place - start < count, Self.isBlank(bytes[place]) { place += 1 }
    return place
  }

  /// The blanks before the first text from a line's start on; empty lines have none.
  func indentation(from start: Int) -> Bytes {
    var line = start
    while let next = blankEnd(after: line), next < bytes.count { line = next }
    return Bytes(bytes[line..<skipBlanks(line, end: bytes.count)])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
