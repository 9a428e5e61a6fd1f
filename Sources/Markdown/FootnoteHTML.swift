import Encoding
import Scanning

extension Document {
  /// What looks like a footnote's mark in the text and has no footnote: readers see `[^2]`.
  package var marksWithoutFootnote: [(mark: String, line: Int)] {
    guard text.withUnsafeBufferPointer({ $0.has(UInt8(ascii: "^")) }) else { return [] }
    return nodes.flatMap { node in
      node.kind == .text ? Self.marks(in: bytes(node.content)).map { ($0, Int(node.line)) } : []
    }
  }

  private static func marks(in text: ArraySlice<UInt8>) -> [String] {
    var marks: [String] = []
    var rest = text
    while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
      rest = rest[(open + 1)...]
      guard rest.first == UInt8(ascii: "^"),
        let close = rest.prefix(FootnoteDefinitions.longestLabel).firstIndex(of: UInt8(ascii: "]")), close > open + 2
      else { continue }
      let label = text[(open + 2)..<close]
      if label.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "[") }) { continue }
      marks.append("[^" + String(decoding: label, as: UTF8.self) + "]")
      rest = rest[(close + 1)...]
    }
    return marks
  }
}

/// Footnotes as HTML: on a page with links there and back, elsewhere as numbers.
struct FootnoteHTML {
  let place: HTMLRenderer.Place
  let words: HTMLRenderer.Words
  /// How often each has been referred to.
  private var references: [Int32: Int] = [:]

  init(_ place: HTMLRenderer.Place, _ words: HTMLRenderer.Words) {
    self.place = place
    self.words = words
  }

  /// In a link, which can hold no other, it is a number alone.
  mutating func reference(_ node: Document.Node, isInLink: Bool, into out: inout Bytes) {
    guard place == .page, !isInLink else {
      out.append("<sup>" as StaticString)
      out.append(decimal: Int(node.number))
      return out.append("</sup>" as StaticString)
    }
    references[node.number, default: 0] += 1
    out.append("<sup class=\"footnote\"><a href=\"#fn-" as StaticString)
    out.append(decimal: Int(node.number))
    out.append("\" id=\"" as StaticString)
    appendReferenceID(node.number, references[node.number] ?? 1, into: &out)
    out.append("\" aria-label=\"" as StaticString)
    out.append(escaping: words.footnote)
    out.append(UInt8(ascii: " "))
    out.append(decimal: Int(node.number))
    out.append("\">" as StaticString)
    out.append(decimal: Int(node.number))
    out.append("</a></sup>" as StaticString)
  }

  func open(into out: inout Bytes) {
    guard place == .page else { return out.append("<hr />\n<ol>\n" as StaticString) }
    out.append("<section class=\"footnotes\" aria-label=\"" as StaticString)
    out.append(escaping: words.footnotes)
    out.append("\">\n<ol>\n" as StaticString)
  }

  func close(into out: inout Bytes) {
    out.append(place == .page ? "</ol>\n</section>\n" : "</ol>\n")
  }

  func open(_ node: Document.Node, into out: inout Bytes) {
    guard place == .page else { return out.append("<li>" as StaticString) }
    out.append("<li id=\"fn-" as StaticString)
    out.append(decimal: Int(node.number))
    out.append("\">" as StaticString)
  }

  /// The ways back stand at the end of the last paragraph.
  func close(_ node: Document.Node, into out: inout Bytes) {
    guard place == .page else { return out.append("</li>\n" as StaticString) }
    let end = Array("</p>\n".utf8)
    let isParagraph = out.suffix(end.count).elementsEqual(end)
    if isParagraph { out.removeLast(end.count) }
    for count in 1..<(references[node.number] ?? 0) + 1 {
      out.append(" <a class=\"back\" href=\"#" as StaticString)
      appendReferenceID(node.number, count, into: &out)
      out.append("\" aria-label=\"" as StaticString)
      out.append(escaping: words.back)
      out.append("\">↩</a>" as StaticString)
    }
    if isParagraph { out.append(contentsOf: end) }
    out.append("</li>\n" as StaticString)
  }

  private func appendReferenceID(_ number: Int32, _ count: Int, into out: inout Bytes) {
    out.append("fnref-" as StaticString)
    out.append(decimal: Int(number))
    guard count > 1 else { return }
    out.append(UInt8(ascii: "-"))
    out.append(decimal: count)
  }
}
