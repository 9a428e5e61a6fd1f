import Encoding
import Scanning

extension Document {
  /// How long the text is, as Chinese writers count: each Han character or kana, and each Latin word or number, is one; marks and spaces are
  /// none. Footnotes count, code blocks don't.
  package var wordCount: Int {
    nodes.reduce(0) { $0 + ($1.kind == .text || $1.kind == .code ? words(in: $1.content) : 0) }
  }

  private func words(in span: Span) -> Int {
    text.withUnsafeBufferPointer { text in
      var count = 0
      var isWithinWord = false
      var scalars = ScalarReader(UnsafeBufferPointer(rebasing: text[span.range]))
      while true {
        // Nearly all are Han characters of U+5000 to U+9FFF, which their first byte tells.
        let characters = scalars.skip { $0 >= 0xE5 && $0 <= 0xE9 }
        if characters > 0 {
          count += characters
          isWithinWord = false
        }
        guard let scalar = scalars.next() else { break }
        switch Part(scalar) {
        case .character:
          count += 1
          isWithinWord = false
        case .letter:
          if !isWithinWord { count += 1 }
          isWithinWord = true
        case .joint: break
        case .mark: isWithinWord = false
        }
      }
      return count
    }
  }

  private enum Part {
    /// A word by itself.
    case character
    /// Of a word or a number.
    case letter
    /// Within a word: `don't`, `9.5` and `0531-0000` are one each.
    case joint
    case mark

    /// Most are known by their block; properties take ten times as long.
    init(_ scalar: Unicode.Scalar) {
      self =
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: .letter
        case 0x4E00...0x9FFF, 0x3005...0x3007, 0x3041...0x3096, 0x30A1...0x30FA, 0x3105...0x312F, 0x3400...0x4DBF,
          0xF900...0xFAFF, 0x20000...0x3FFFF:
          .character
        case 0x27, 0x2019, 0x2C...0x2E: .joint
        case ..<0xC0, 0x2000...0x206F, 0x2E80...0x33FF, 0xFE30...0xFE4F, 0xFF00...0xFFEF: .mark
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .letter : .mark
        }
    }
  }
}

extension String {
  /// At most `limit` characters: to the end of a sentence where one ends in the last third, else with `…`. No number and no Latin word is cut
  /// in two, and no mark stands before the `…`: “每人120元” never becomes “每人12…”.
  package func shortened(to limit: Int) -> String {
    guard let end = index(startIndex, offsetBy: limit, limitedBy: endIndex), end < endIndex else { return self }
    let head = self[..<end]
    let lastThird = head[head.index(head.startIndex, offsetBy: limit * 2 / 3)...]
    if let stop = lastThird.indices.last(where: { isSentenceEnd(at: $0) }) {
      // A sentence that is quoted ends behind its quotes.
      return String(head[...stop]) + self[index(after: stop)..<end].prefix { "”’」』）".contains($0) }
    }
    var kept = head.dropLast()
    if let next = self[kept.endIndex...].first, Self.isPartOfWord(next), let last = kept.last, Self.isPartOfWord(last) {
      let whole = kept.lastIndex { !Self.isPartOfWord($0) }
      // What is one long word has to be cut.
      if let whole { kept = kept[...whole] }
    }
    while let last = kept.last, "，、；：,;:“‘（《「『【〈([{<—–～~-·・….。 \n".contains(last) { kept = kept.dropLast() }
    return kept + "…"
  }

  /// `?` and `!` end one only where no address or word goes on behind them.
  private func isSentenceEnd(at place: Index) -> Bool {
    switch unicodeScalars[place] {
    case "。", "！", "？", "；": return true
    case "?", "!":
      let next = self[index(after: place)...].first
      return next.map { $0.isWhitespace || !$0.isASCII || $0 == "\"" || $0 == ")" } ?? true
    default: return false
    }
  }

  /// Of a number, in digits of any width or in Chinese numerals, of a span of times, a Latin word or an address.
  private static func isPartOfWord(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return true
    case ..<0x80: return ".:-/%,_@?=&#+~".unicodeScalars.contains(scalar)
    case 0x3007, 0x2013, 0x2014, 0xFF05, 0xFF0E, 0xFF5E: return true
    case 0xC0...0x24F: return true
    default: return "一二三四五六七八九十百千万亿两零".unicodeScalars.contains(scalar)
    }
  }
}
