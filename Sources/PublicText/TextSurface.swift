/// How a kind of text is read: which of its bytes a reader sees as words, which join what stands on both sides, which set it apart.
package enum TextSurface: Sendable {
  case plain
  /// Without comments.
  case yaml
  /// Marks within a word (`电**瓶**车`) and line breaks between Chinese characters join; addresses of links and comments are no words.
  case markdown
  /// A Mustache template of HTML: tags of both are no words.
  case template

  /// What begins at a byte.
  enum Step {
    /// It is read.
    case read
    /// Nothing of it is seen: reading goes on there, in the midst of a word.
    case join(Int)
    /// Reading goes on there, with a new word.
    case part(Int)
  }

  /// Which bytes need a look; all others are read. Most of a text is done with after one look into this table.
  var marks: [Bool] {
    let marked: String =
      switch self {
      case .plain: ""
      case .yaml: "#"
      case .markdown: "*_~\r\n]<\\"
      case .template: "{<"
      }
    var table = [Bool](repeating: false, count: 256)
    for byte in marked.utf8 { table[Int(byte)] = true }
    return table
  }

  func step(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Step {
    switch self {
    case .plain: .read
    case .yaml: Self.yaml(text, at: index)
    case .markdown: Self.markdown(text, at: index)
    case .template: Self.template(text, at: index)
    }
  }

  private static func yaml(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Step {
    guard index == 0 || text[index - 1] <= 0x20 else { return .read }
    return .part(end(of: "\n", text, from: index))
  }

  private static func markdown(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Step {
    func next(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch text[index] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "\\"): return .join(index + 1)
    case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      var rest = index + (text[index] == UInt8(ascii: "\r") && next(1) == UInt8(ascii: "\n") ? 2 : 1)
      while rest < text.count, text[rest] == 0x20 || text[rest] == 0x09 { rest += 1 }
      // Between Latin words a line's end is a space.
      let isHan = index > 0 && text[index - 1] >= 0x80 && rest < text.count && text[rest] >= 0x80
      return isHan ? .join(rest) : .part(rest)
    case UInt8(ascii: "]"):
      guard next(1) == UInt8(ascii: "(") else { return .read }
      return address(until: UInt8(ascii: ")"), text, from: index)
    case UInt8(ascii: "<"):
      if text[index...].starts(with: "<!--".utf8) { return .join(end(of: "-->", text, from: index)) }
      return text[index...].starts(with: "<http".utf8) ? address(until: UInt8(ascii: ">"), text, from: index) : .read
    default: return .read
    }
  }

  private static let longestAddress = 2048

  /// An address stands on one line; what is not closed there is none.
  private static func address(
    until close: UInt8, _ text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Step {
    for index in start..<min(text.count, start + longestAddress) {
      if text[index] == close { return .part(index + 1) }
      if text[index] == UInt8(ascii: "\n") { break }
    }
    return .read
  }

  private static func template(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Step {
    if text[index] == UInt8(ascii: "{") {
      guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "{") else { return .read }
      return .part(end(of: "}}", text, from: index))
    }
    return .read
  }

  /// Behind the mark; the text's end where it is missing.
  private static func end(of mark: StaticString, _ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let mark = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
    var index = start
    while index + mark.count <= text.count {
      if text[index] == mark[0], text[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
      index += 1
    }
    return text.count
  }
}
