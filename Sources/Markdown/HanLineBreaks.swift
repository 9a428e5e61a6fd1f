extension Document {
  /// Marks the soft breaks that stand between two characters of Chinese text, whatever emphasis lies between: they are rendered as
  /// nothing, since Chinese is written without spaces (CLREQ §3.1; Hangul keeps its spaces).
  mutating func markHanLineBreaks() {
    for index in nodes.indices where nodes[index].kind == .softBreak {
      nodes[index].flag = isHan(lastScalar(before: index)) && isHan(firstScalar(after: index))
    }
  }

  private func lastScalar(before index: Int) -> Unicode.Scalar? {
    var index = index - 1
    while index >= 0 {
      let node = nodes[index]
      switch node.kind {
      case .text where !node.content.isEmpty: return string(node.content).unicodeScalars.last
      case .text, .emphasis, .strong, .link: index -= 1
      default: return nil
      }
    }
    return nil
  }

  private func firstScalar(after index: Int) -> Unicode.Scalar? {
    for node in nodes[(index + 1)...] {
      switch node.kind {
      case .text where !node.content.isEmpty: return string(node.content).unicodeScalars.first
      case .text, .emphasis, .strong, .link: continue
      default: return nil
      }
    }
    return nil
  }

  /// Wide characters of Chinese text: ideographs, kana, CJK and full-width punctuation, and the quotes and dashes that Chinese shares.
  private func isHan(_ scalar: Unicode.Scalar?) -> Bool {
    guard let value = scalar?.value else { return false }
    return switch value {
    case 0x2E80...0x303F, 0x3040...0x312F, 0x31A0...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF65, 0x20000...0x3FFFF:
      true
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026: true
    default: false
    }
  }
}
