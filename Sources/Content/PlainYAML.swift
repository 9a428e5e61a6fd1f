/// Reads the YAML that nearly all front matters are, in one pass over their bytes: lines of `key: value`, groups of such lines below a key, and lists
/// and groups within `[…]` and `{…}` on one line; values plain or in quotes.
///
/// It reads a text whole or not at all: of whatever might mean anything else (escapes, comments behind values, values over several lines, lists of
/// lines, anchors, tags, tabs, keys that stand twice, all that is wrong) it says nothing, and Yams is asked. What it does read it reads as Yams
/// does, with the same places: `PlainYAMLTests` compares them on made-up texts.
struct PlainYAML {
  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var line = 1
  /// Where the line begins.
  private var lineStart = 0
  /// How many blanks it begins with; -1 behind the last line.
  private var indent = 0

  /// nil where the text may be anything else.
  static func mapping(_ text: String) -> YAMLNode.Mapping? {
    var text = text
    return text.withUTF8 { bytes in
      guard isPlain(bytes) else { return nil }
      var reader = PlainYAML(text: bytes)
      reader.findLine()
      guard reader.indent == 0, let mapping = reader.block(depth: 0), reader.indent < 0 else { return nil }
      return mapping
    }
  }

  private init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  private static let deepest = 4
  /// In bytes; libyaml looks no further than 1,024 characters for the colon behind a key.
  private static let longestKey = 128

  // MARK: Characters

  /// Whether each character is one that YAML allows and takes for nothing but a character: no control characters, no tabs, no `\r`, none of
  /// Unicode's further line breaks (U+0085, U+2028, U+2029), no byte order mark.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in text.indices where mayMean[Int(text[index])] {
      let next = index + 1 < text.count ? text[index + 1] : 0
      let afterNext = index + 2 < text.count ? text[index + 2] : 0
      switch text[index] {
      case 0xC2: if next < 0xA0 { return false }
      case 0xE2: if next == 0x80, afterNext == 0xA8 || afterNext == 0xA9 { return false }
      case 0xEF: if next == 0xBB && afterNext == 0xBF || next == 0xBF && afterNext >= 0xBE { return false }
      default: return false
      }
    }
    return true
  }

  private static let mayMean: [Bool] = (0..<256).map { byte in
    byte < 0x20 && byte != 0x0A || byte == 0x7F || [0xC2, 0xE2, 0xEF].contains(byte)
  }

  /// Where each kind of text may have which bytes.
  private struct Place: OptionSet {
    let rawValue: UInt8
    static let keyStart = Place(rawValue: 1)
    static let key = Place(rawValue: 2)
    /// Of a plain value.
    static let valueStart = Place(rawValue: 4)
    /// Of a plain value within brackets, beside colons, of which only some may stand there.
    static let inBrackets = Place(rawValue: 8)
  }

  private static let places: [Place] = (0..<256).map { value in
    let byte = UInt8(value)
    let isWide = byte >= 0x80
    let isLetter = (0x61...0x7A).contains(byte | 0x20)
    let isDigit = (0x30...0x39).contains(byte)
    var places: Place = []
    if isWide || isLetter { places.formUnion([.keyStart, .key, .valueStart, .inBrackets]) }
    if isDigit { places.formUnion([.key, .valueStart, .inBrackets]) }
    if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") { places.formUnion([.key, .inBrackets]) }
    if "/(+_.~=$;<^)".utf8.contains(byte) { places.formUnion([.valueStart, .inBrackets]) }
    if byte == 0x20 { places.formUnion(.inBrackets) }
    return places
  }

  private func isAt(_ place: Place) -> Bool {
    position < text.count && Self.places[Int(text[position])].contains(place)
  }

  private var byte: UInt8 { position < text.count ? text[position] : 0x0A }
  private var isAtLineEnd: Bool { byte == 0x0A }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
  }

  private func mark(_ place: Int) -> YAMLNode.Mark {
    var column = 1
    for index in lineStart..<place where text[index] & 0xC0 != 0x80 { column += 1 }
    return YAMLNode.Mark(line: line, column: column)
  }

  // MARK: Lines

  /// From a line's beginning to the first character of a line that is neither empty nor a comment.
  private mutating func findLine() {
    while position < text.count {
      lineStart = position
      skipBlanks()
      if byte == UInt8(ascii: "#") {
        while !isAtLineEnd { position += 1 }
      }
      if !isAtLineEnd {
        indent = position - lineStart
        return
      }
      position += 1
      line += 1
    }
    indent = -1
  }

  private mutating func endLine() {
    position += 1
    line += 1
    findLine()
  }

  private mutating func skipBlanks() {
    while position < text.count, text[position] == 0x20 { position += 1 }
  }

  // MARK: Groups of lines

  /// Lines of `key: value` with the indent of the first, and what stands below them; up to a line with a smaller one.
  private mutating func block(depth: Int) -> YAMLNode.Mapping? {
    guard depth < Self.deepest else { return nil }
    let own = indent
    let start = mark(position)
    var entries: [YAMLNode.Entry] = []
    entries.reserveCapacity(depth == 0 ? 16 : 8)
    repeat {
      guard let key = key(), let value = value(below: own, depth: depth) else { return nil }
      entries.append(YAMLNode.Entry(key: .scalar(key), value: value))
    } while indent == own
    guard indent < own, Self.areDistinct(entries) else { return nil }
    return YAMLNode.Mapping(entries: entries, mark: start)
  }

  /// As strings are compared: two spellings of one character are the same.
  private static func areDistinct(_ entries: [YAMLNode.Entry]) -> Bool {
    for (index, entry) in entries.enumerated() {
      for other in entries[..<index] where other.key.scalar?.string == entry.key.scalar?.string { return false }
    }
    return true
  }

  /// A key with its colon, and behind it a blank or the line's end.
  private mutating func key() -> YAMLNode.Scalar? {
    guard isAt(.keyStart) else { return nil }
    let start = position
    while isAt(.key) { position += 1 }
    guard byte == UInt8(ascii: ":"), position - start <= Self.longestKey else { return nil }
    let key = YAMLNode.Scalar(string: string(start..<position), isPlain: true, mark: mark(start))
    position += 1
    return byte == 0x20 || isAtLineEnd ? key : nil
  }

  /// What stands behind a key, up to the next line.
  private mutating func value(below own: Int, depth: Int) -> YAMLNode? {
    // A value that is not there has its place right behind the colon.
    let missing = position
    skipBlanks()
    if isAtLineEnd {
      let empty = YAMLNode.Scalar(string: "", isPlain: true, mark: mark(missing))
      endLine()
      if indent <= own { return .scalar(empty) }
      return block(depth: depth + 1).map { .mapping($0) }
    }
    let value: YAMLNode?
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): value = brackets(depth: depth + 1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): value = quoted()
    default: value = plain()
    }
    skipBlanks()
    guard let value, isAtLineEnd else { return nil }
    endLine()
    return value
  }

  private mutating func plain() -> YAMLNode? {
    guard isAt(.valueStart) else { return nil }
    let start = position
    var end = position
    while !isAtLineEnd {
      let byte = text[position]
      position += 1
      switch byte {
      case 0x20: continue
      case UInt8(ascii: ":"): if self.byte == 0x20 || isAtLineEnd { return nil }
      case UInt8(ascii: "#"): if text[position - 2] == 0x20 { return nil }
      default: break
      }
      end = position
    }
    return .scalar(YAMLNode.Scalar(string: string(start..<end), isPlain: true, mark: mark(start)))
  }

  /// Without escapes, on one line.
  private mutating func quoted() -> YAMLNode? {
    let (quote, start) = (byte, position)
    position += 1
    while byte != quote {
      if isAtLineEnd || quote == UInt8(ascii: "\"") && byte == UInt8(ascii: "\\") { return nil }
      position += 1
    }
    position += 1
    // Two of them stand for one.
    if quote == UInt8(ascii: "'"), byte == quote { return nil }
    return .scalar(YAMLNode.Scalar(string: string(start + 1..<position - 1), isPlain: false, mark: mark(start)))
  }

  // MARK: Brackets

  private mutating func brackets(depth: Int) -> YAMLNode? {
    guard depth < Self.deepest else { return nil }
    let start = mark(position)
    let isList = byte == UInt8(ascii: "[")
    let close = isList ? UInt8(ascii: "]") : UInt8(ascii: "}")
    var (items, entries) = ([YAMLNode](), [YAMLNode.Entry]())
    position += 1
    skipBlanks()
    while byte != close {
      if isList {
        guard let item = valueInBrackets(depth) else { return nil }
        items.append(item)
      } else {
        guard let key = key() else { return nil }
        skipBlanks()
        guard let value = valueInBrackets(depth) else { return nil }
        entries.append(YAMLNode.Entry(key: .scalar(key), value: value))
      }
      skipBlanks()
      if byte == close { break }
      guard byte == UInt8(ascii: ",") else { return nil }
      position += 1
      skipBlanks()
      // A comma with nothing behind it.
      if byte == close { return nil }
    }
    position += 1
    if isList { return .sequence(YAMLNode.Sequence(items: items, mark: start)) }
    return Self.areDistinct(entries) ? .mapping(YAMLNode.Mapping(entries: entries, mark: start)) : nil
  }

  private mutating func valueInBrackets(_ depth: Int) -> YAMLNode? {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): return brackets(depth: depth + 1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted()
    default: break
    }
    guard isAt(.valueStart) else { return nil }
    let start = position
    var end = position
    while true {
      if isAt(.inBrackets) {
        if text[position] != 0x20 { end = position + 1 }
      } else if byte == UInt8(ascii: ":"), position + 1 < text.count,
        Self.places[Int(text[position + 1])].contains(.valueStart)
      {
        end = position + 1
      } else {
        break
      }
      position += 1
    }
    return .scalar(YAMLNode.Scalar(string: string(start..<end), isPlain: true, mark: mark(start)))
  }
}
