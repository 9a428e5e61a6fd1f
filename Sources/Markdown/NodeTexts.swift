extension Document {
  /// The line, from 1, of the first text, code or address of a document as it is read, with its entities, for which something is true.
  package func firstLine(where isTrue: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int? {
    text.withUnsafeBufferPointer { bytes in
      var line = 1
      for node in nodes {
        if node.line > 0 { line = Int(node.line) }
        if !node.content.isEmpty, isTrue(UnsafeBufferPointer(rebasing: bytes[node.content.range])) { return line }
        if !node.detail.isEmpty, isTrue(UnsafeBufferPointer(rebasing: bytes[node.detail.range])) { return line }
      }
      return nil
    }
  }
}
