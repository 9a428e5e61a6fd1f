/// Where a view lies while a part of a template is rendered with it.
///
/// A program's readers don't know each other's types: each is given an address and reads the one type that it was declared for
/// (`TemplateField`). The compiler pairs a reader only with a place in the context stack that holds its schema, and a program is entered
/// only with the views that it was compiled for; so nothing is looked up, cast or copied while a page is rendered.
@usableFromInline
struct Address {
  @usableFromInline let pointer: UnsafeRawPointer

  @inlinable
  init<Value>(_ pointer: UnsafePointer<Value>) {
    self.pointer = UnsafeRawPointer(pointer)
  }

  @inlinable
  init(_ pointer: UnsafeRawPointer) {
    self.pointer = pointer
  }

  @inlinable
  func read<Value, Result>(_ get: (Value) -> Result) -> Result {
    get(pointer.assumingMemoryBound(to: Value.self).pointee)
  }
}

/// The elements of a list, where they lie.
@usableFromInline
struct Elements {
  @usableFromInline let start: UnsafeRawPointer?
  let count: Int
  let stride: Int
  var isReversed = false

  @usableFromInline
  init(start: UnsafeRawPointer?, count: Int, stride: Int) {
    self.start = start
    self.count = count
    self.stride = stride
  }

  @inlinable
  static func with<Value>(_ list: [Value], _ show: (Elements) -> Void) {
    list.withUnsafeBufferPointer {
      show(
        Elements(
          start: $0.baseAddress.map { UnsafeRawPointer($0) }, count: $0.count, stride: MemoryLayout<Value>.stride))
    }
  }

  /// Nil beyond the list.
  func address(_ index: Int) -> Address? {
    guard let start, index >= 0, index < count else { return nil }
    return Address(start + (isReversed ? count - 1 - index : index) * stride)
  }
}
