extension Document {
  /// Marks the soft breaks that stand between two characters of Chinese text, whatever emphasis lies between: they are rendered as
  /// nothing, since Chinese is written without spaces (CLREQ §3.1; Hangul keeps its spaces). Marks that other scripts have too (“ ” — …)
  /// are Chinese where Chinese stands on either side of them.
  mutating func markHanLineBreaks() {
    for index in nodes.indices where nodes[index].kind == .softBreak {
      guard let before = neighbour(before: index), let after = neighbour(after: index) else { continue }
      nodes[index].flag =
        before.isHan && (after.isHan || after.isShared) || after.isHan && before.isShared
        || before.isShared && after.isShared && (before.belongsToHan || after.belongsToHan)
    }
  }

  /// What stands on one side of a break.
  private struct Neighbour {
    var isHan = false
    var isShared = false
    /// Behind shared marks there is Chinese.
    var belongsToHan = false

    /// By its number: its properties take ten times as long, at each of a text's breaks.
    private static func isVariation(_ scalar: Unicode.Scalar) -> Bool {
      (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
    }

    init?(_ scalars: some Sequence<Unicode.Scalar>) {
      for (distance, scalar) in scalars.lazy.filter({ !Self.isVariation($0) }).prefix(8).enumerated() {
        let han = CharacterClass.isHan(scalar)
        if distance == 0 {
          isHan = han
          isShared = CharacterClass.isShared(scalar)
          if !isShared { return }
        } else if !CharacterClass.isShared(scalar) {
          belongsToHan = han
          return
        }
      }
    }
  }

  private func neighbour(before index: Int) -> Neighbour? {
    var index = index - 1
    while index >= 0 {
      let node = nodes[index]
      switch node.kind {
      case .text where !node.content.isEmpty, .code:
        let tail = String(decoding: bytes(node.content).suffix(Self.contextLength), as: UTF8.self)
        return Neighbour(tail.unicodeScalars.reversed())
      case .text, .emphasis, .strong, .strikethrough, .link, .footnoteReference: index -= 1
      default: return nil
      }
    }
    return nil
  }

  private func neighbour(after index: Int) -> Neighbour? {
    for node in nodes[(index + 1)...] {
      switch node.kind {
      case .text where !node.content.isEmpty, .code:
        return Neighbour(String(decoding: bytes(node.content).prefix(Self.contextLength), as: UTF8.self).unicodeScalars)
      case .text, .emphasis, .strong, .strikethrough, .link, .footnoteReference: continue
      default: return nil
      }
    }
    return nil
  }

  /// In bytes: a few characters are enough, and no long text is read at each of its breaks.
  private static var contextLength: Int { 32 }
}
