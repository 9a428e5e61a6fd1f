/// Where a record lies while it is written or shown.
///
/// Readers don't know each other's types: each is given an address and reads the one type that it was declared for (`FieldValue`). Whoever
/// goes through a record pairs its address with its own form's readers only; so nothing is looked up, cast or copied meanwhile.
@usableFromInline
package struct Address {
  @usableFromInline let pointer: UnsafeRawPointer

  @inlinable
  package init<Record>(_ pointer: UnsafePointer<Record>) {
    self.pointer = UnsafeRawPointer(pointer)
  }

  @inlinable
  init(_ pointer: UnsafeRawPointer) {
    self.pointer = pointer
  }

  @inlinable
  package func read<Record, Result>(_ get: (Record) -> Result) -> Result {
    get(pointer.assumingMemoryBound(to: Record.self).pointee)
  }
}

/// The elements of a list, where they lie.
@usableFromInline
package struct Elements {
  @usableFromInline let start: UnsafeRawPointer?
  package let count: Int
  @usableFromInline let stride: Int
  package var isReversed = false

  @usableFromInline
  init(start: UnsafeRawPointer?, count: Int, stride: Int) {
    self.start = start
    self.count = count
    self.stride = stride
  }

  package static var none: Elements { Elements(start: nil, count: 0, stride: 0) }

  @inlinable
  package static func with<Element>(_ list: [Element], _ show: (Elements) -> Void) {
    list.withUnsafeBufferPointer {
      show(
        Elements(
          start: $0.baseAddress.map { UnsafeRawPointer($0) }, count: $0.count, stride: MemoryLayout<Element>.stride))
    }
  }

  /// Nil beyond the list.
  package func address(_ index: Int) -> Address? {
    guard let start, index >= 0, index < count else { return nil }
    return Address(start + (isReversed ? count - 1 - index : index) * stride)
  }
}
