import Encoding

extension Document {
  /// The words alone: code blocks, raw HTML, tables, pictures, footnotes and what is struck out are left out, blocks set apart by a space, or by
  /// nothing where a mark of Chinese ends one.
  ///
  /// - Parameter limit: at most that many characters, cut at the end of a sentence where one ends in the last third, else with `…`.
  package func plainText(limit: Int = .max) -> String {
    var out = ""
    var index = 0
    loop: while index < nodes.count {
      let node = nodes[index]
      index += 1
      switch node.kind {
      case .footnotes: break loop
      case .text, .code: out += string(node.content)
      case .softBreak: if !node.flag { out += " " }
      // A table's cells one behind the other say nothing, and a publicity notice has its names there.
      case .table where limit < 1000:
        index = Int(node.end)
        if let last = out.unicodeScalars.last, last != " ", !CharacterClass.isClosingMark(last) { out += " " }
      case .strikethrough, .image:
        index = Int(node.end)
        if node.kind == .strikethrough, separates(after: out.utf8.last, before: index) { out += " " }
      case .lineBreak, .paragraph, .heading, .tableRow, .item, .tableCell:
        if let last = out.unicodeScalars.last, last != " ", !CharacterClass.isClosingMark(last) { out += " " }
      default: break
      }
      // Long texts are not read to their end for a summary.
      if limit < 1000, out.utf8.count > limit * 4 + 64 { break loop }
    }
    while out.last == " " { out.removeLast() }
    return out.shortened(to: limit)
  }

  /// Whether what is left out would join two numbers or words to another one.
  private func separates(after last: UInt8?, before index: Int) -> Bool {
    let following = nodes[index...].first { $0.kind != .text || !$0.content.isEmpty }
    guard let last, let following, following.kind == .text, let next = bytes(following.content).first else {
      return false
    }
    return last.isLatin && next.isLatin
  }
}

extension UInt8 {
  /// An ASCII letter or digit.
  fileprivate var isLatin: Bool { (0x30...0x39).contains(self) || (0x41...0x5A).contains(self & 0xDF) }
}

extension Document {
  /// All words that hold, a block a line, code and footnotes too; pictures by their descriptions. What is struck out is left out.
  ///
  /// - Parameter left: nodes whose text is not the reader's: data blocks.
  package func fullText(without left: Set<Int> = []) -> String {
    var out = Bytes()
    out.reserveCapacity(text.count)
    var next = 0
    while next < nodes.count {
      let (index, node) = (next, nodes[next])
      next += 1
      switch node.kind {
      case .strikethrough:
        next = Int(node.end)
        if separates(after: out.last, before: next) { out.append(0x20) }
      case .text, .code: out.append(contentsOf: bytes(node.content))
      case .softBreak: if !node.flag { out.append(0x20) }
      case .codeBlock:
        out.append(0x0A)
        if !left.contains(index) { out.append(contentsOf: bytes(node.content)) }
      case .htmlInline, .htmlBlock, .emphasis, .strong, .link, .image, .footnoteReference: break
      default: if !out.isEmpty, out.last != 0x0A { out.append(0x0A) }
      }
    }
    return out.text
  }
}
