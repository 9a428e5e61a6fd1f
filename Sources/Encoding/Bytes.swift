/// Output is built as UTF-8 bytes: appending clean runs whole is 30 times faster than going by `Character` (10 MB escaped in 8 ms
/// against 286).
package typealias Bytes = [UInt8]

extension Bytes {
  /// The same without room for more, for what is kept: arrays that grow have up to twice the room that they need.
  package var fitted: Bytes { withUnsafeBufferPointer { Bytes($0) } }
}

extension Bytes {
  /// Appends the UTF-8 of a text.
  @inlinable
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  @inlinable
  package mutating func append(_ text: Substring) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// Appends a literal.
  @inlinable
  package mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a whole number in decimal.
  package mutating func append(decimal value: Int) {
    append(String(value))
  }

  /// Appends `bytes`, with each byte that `replacement` maps replaced by its text. Runs between them are copied whole.
  @inlinable
  package mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, replacing replacement: (UInt8) -> StaticString?
  ) {
    var start = 0
    var index = 0
    while index < bytes.count {
      if let text = replacement(bytes[index]) {
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        append(text)
        start = index + 1
      }
      index += 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<bytes.count]))
  }

  /// The bytes as text; what is not UTF-8 becomes U+FFFD.
  package var text: String { String(decoding: self, as: UTF8.self) }
}

extension Sequence where Element == UInt8 {
  /// Two lower-case digits a byte, as digests are written.
  package var hexadecimal: String {
    let bytes = Array(self)
    return String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + UInt8(ascii: "0") : value - 10 + UInt8(ascii: "a") }
      for (index, byte) in bytes.enumerated() {
        text[index * 2] = digit(byte >> 4)
        text[index * 2 + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }
}
