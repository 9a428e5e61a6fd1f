import Encoding
import Scanning

/// What a reader sees of a document, whatever marks and nodes it is made of: `138<b>1234</b>5678` is one number on the page. Blocks,
/// cells and pictures are set apart by U+001E, which nobody writes.
extension Document {
  /// Which line of the source a place of the text stands in.
  package struct ReaderLines: Sendable {
    fileprivate var starts: [(offset: Int, line: Int)] = []

    package func line(at offset: Int) -> Int {
      let next = starts.partitionPoint { $0.offset <= offset }
      return next > 0 ? starts[next - 1].line : 1
    }
  }

  /// - Parameter isOfAny: also of a document without a long number. Most pages have few digits; where those alone are looked for, the rest of
  ///   them costs nothing.
  package func withReaderText(isOfAny: Bool = false, _ body: (UnsafeBufferPointer<UInt8>, ReaderLines) -> Void) {
    guard isOfAny || mayHoldLongNumber else { return }
    var out = Bytes()
    var titles = Bytes()
    var lines = ReaderLines()
    out.reserveCapacity(text.count + nodes.count)
    for node in nodes {
      if node.line > 0 { lines.starts.append((out.count, Int(node.line))) }
      switch node.kind {
      case .text, .code: out.append(contentsOf: bytes(node.content))
      case .softBreak: if !node.flag { out.append(0x20) }
      case .lineBreak: out.append(0x20)
      case .htmlInline, .emphasis, .strong, .strikethrough, .footnoteReference: break
      case .link: appendTitle(node, to: &titles)
      case .image:
        out.append(Self.divider)
        appendTitle(node, to: &titles)
      case .htmlBlock:
        out.append(Self.divider)
        appendWithoutTags(node, to: &out)
        out.append(Self.divider)
      case .codeBlock:
        out.append(Self.divider)
        out.append(contentsOf: bytes(node.content))
        out.append(Self.divider)
      default: out.append(Self.divider)
      }
    }
    out.append(Self.divider)
    out.append(contentsOf: titles)
    out.withUnsafeBufferPointer { body($0, lines) }
  }

  private static var divider: UInt8 { 0x1E }

  /// Digits of all kinds count, and what may be one; eleven are a mobile number.
  private var mayHoldLongNumber: Bool {
    var digits = 0
    return text.withUnsafeBufferPointer { text in
      for byte in text {
        switch byte {
        // ASCII; ², and other scripts'; ①, and full-width ones.
        case 0x30...0x39, 0xC2, 0xD9...0xE2, 0xEA...0xF4: digits += 1
        // 一, 三, 八 and their like; other ideographs too, of which a short text has few.
        case 0xE4, 0xE5: digits += 1
        default: break
        }
        if digits == 11 { return true }
      }
      return false
    }
  }

  private func appendTitle(_ node: Node, to out: inout Bytes) {
    out.append(contentsOf: bytes(node.detail))
    out.append(Self.divider)
  }

  private func appendWithoutTags(_ node: Node, to out: inout Bytes) {
    var isTag = false
    for byte in bytes(node.content) {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { out.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
  }
}
