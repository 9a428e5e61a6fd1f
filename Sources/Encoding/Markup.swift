/// Text that goes into HTML or XML. The one place where markup is escaped.
@usableFromInline package enum Markup {
  /// What a byte becomes in text and in double-quoted attribute values. Bytewise, so a combining mark after `"` or `<` hides nothing.
  @inlinable
  package static func escape(_ byte: UInt8) -> StaticString? {
    // Bytes over '>' are never escaped: one comparison lets most of a Chinese text pass.
    guard byte <= 0x3E else { return nil }
    switch byte {
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "\""): return "&quot;"
    default: return nil
    }
  }

  /// Escapes `& < > "`.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { escape($0) != nil }) else { return text }
    var out = Bytes()
    out.append(escaping: text)
    return out.text
  }

  /// Escapes `& < > "` and drops what XML 1.0 §2.2 does not allow: C0 controls but for tab, LF and CR, and U+FFFE, U+FFFF.
  package static func xmlEscaped(_ text: String) -> String {
    var clean = text
    let forbidden: (Unicode.Scalar) -> Bool = {
      ($0.value < 0x20 && $0.value != 9 && $0.value != 10 && $0.value != 13) || $0.value == 0xFFFE || $0.value == 0xFFFF
    }
    if clean.unicodeScalars.contains(where: forbidden) { clean.unicodeScalars.removeAll(where: forbidden) }
    return escaped(clean)
  }

  /// With `＜` for `<`: programs that strip tags take all that follows a `<` for one, and what is escaped to `&lt;` as well.
  package static func tagless(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    return text.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "＜")
  }
}

extension Bytes {
  /// Appends a text with `& < > "` escaped.
  package mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { append($0, replacing: Markup.escape) }
  }

  /// Appends UTF-8 bytes with `& < > "` escaped.
  @inlinable
  package mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
    append(bytes, replacing: Markup.escape)
  }
}
