/// The Unicode scalars of UTF-8 text, one after the other from a place on; a copy reads on from where it is. A byte that belongs to none is
/// U+FFFD.
@usableFromInline package struct ScalarReader: Sequence, IteratorProtocol {
  @usableFromInline let text: UnsafeBufferPointer<UInt8>
  /// Of the next scalar's first byte.
  @usableFromInline package internal(set) var place: Int

  @inlinable
  package init(_ text: UnsafeBufferPointer<UInt8>, from place: Int = 0) {
    self.text = text
    self.place = place
  }

  @inlinable
  package mutating func next() -> Unicode.Scalar? {
    guard let (scalar, length) = text.scalar(at: place) else { return nil }
    place += length
    return scalar
  }

  /// Passes over scalars of three bytes, by the first byte of each.
  ///
  /// - Returns: how many.
  @inlinable
  package mutating func skip(whereFirstByte isSkipped: (UInt8) -> Bool) -> Int {
    let start = place
    while place + 3 <= text.count, isSkipped(text[place]) { place += 3 }
    return (place - start) / 3
  }
}

/// The same backwards, from the one that ends at a place.
package struct BackwardScalarReader: Sequence, IteratorProtocol {
  private let text: UnsafeBufferPointer<UInt8>
  package private(set) var place: Int

  package init(_ text: UnsafeBufferPointer<UInt8>, from place: Int) {
    self.text = text
    self.place = place
  }

  package mutating func next() -> Unicode.Scalar? {
    guard place > 0 else { return nil }
    let end = place
    place -= 1
    while place > 0, place > end - 4, text[place] & 0xC0 == 0x80 { place -= 1 }
    return text.scalar(at: place)?.scalar
  }
}

extension UnsafeBufferPointer<UInt8> {
  @inlinable
  @inline(__always)
  func scalar(at place: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard place < count else { return nil }
    let first = self[place]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC0, place + length <= count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for index in place + 1..<place + length { value = value << 6 | UInt32(self[index] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
