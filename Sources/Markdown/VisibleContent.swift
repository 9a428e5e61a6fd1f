extension Document {
  /// Whether there is anything to see: words, code, raw HTML that is shown as text, a picture. Rules, empty headings and empty lists are
  /// frames around nothing.
  ///
  /// - Parameters:
  ///   - blocks: code blocks that are left out.
  ///   - showsPicture: whether a picture with that destination can be shown.
  package func isVisible(without blocks: Set<Int> = [], showsPicture: (_ destination: String) -> Bool) -> Bool {
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      switch node.kind {
      case .image:
        if showsPicture(string(node.content)) { return true }
        // What stands for a picture is not text of its own.
        index = Int(node.end)
        continue
      case .text, .code: if hasInk(bytes(node.content)) { return true }
      case .codeBlock: if !blocks.contains(index), hasInk(bytes(node.content)) { return true }
      case .htmlBlock, .htmlInline:
        if hasInk(bytes(node.content).withUnsafeBufferPointer { RawHTMLText.withoutComments($0)[...] }) { return true }
      default: break
      }
      index += 1
    }
    return false
  }

  private func hasInk(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }
  }
}
