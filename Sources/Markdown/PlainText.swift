import Encoding

extension Document {
  /// The words alone: blocks are set apart by a line break, code blocks, raw HTML and footnotes left out.
  ///
  /// - Parameter limit: at most that many characters, cut at the end of a sentence where one ends in the last third, else with `…`.
  public func plainText(limit: Int = .max) -> String {
    var out = ""
    loop: for node in nodes {
      switch node.kind {
      case .footnotes: break loop
      case .text, .code: out += string(node.content)
      case .softBreak: if !node.flag { out += " " }
      case .lineBreak, .paragraph, .heading, .tableRow, .item: if !out.isEmpty, out.last != "\n" { out += "\n" }
      case .tableCell: if !out.isEmpty, out.last != "\n" { out += " " }
      default: break
      }
      // Long texts are not read to their end for a summary.
      if limit < 1000, out.utf8.count > limit * 4 + 64 { break loop }
    }
    return out.shortened(to: limit)
  }
}

extension Document {
  /// All words, a block a line, code and footnotes too; pictures by their descriptions.
  ///
  /// - Parameter left: nodes whose text is not the reader's: data blocks.
  public func fullText(without left: Set<Int> = []) -> String {
    var out = Bytes()
    out.reserveCapacity(text.count)
    for (index, node) in nodes.enumerated() {
      switch node.kind {
      case .text, .code: out.append(contentsOf: bytes(node.content))
      case .softBreak: if !node.flag { out.append(0x20) }
      case .codeBlock:
        out.append(0x0A)
        if !left.contains(index) { out.append(contentsOf: bytes(node.content)) }
      case .htmlInline, .htmlBlock, .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference: break
      default: if !out.isEmpty, out.last != 0x0A { out.append(0x0A) }
      }
    }
    return out.text
  }
}
