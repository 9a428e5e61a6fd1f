/// Finds where in the source a link's destination is written: libcmark tells the lines of blocks only.
struct LinkLocator {
  private let source: UnsafeBufferPointer<UInt8>
  /// Links are met in reading order: the search goes on where it last found something.
  private var position = 0
  private var line = 1
  private var lineStart = 0

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
  }

  mutating func locate(_ destination: String, isImage: Bool, fromLine first: Int) -> Document.Link {
    advance(toLine: first)
    if let found = find(destination) {
      advance(to: found)
      let column = String(decoding: source[lineStart..<found], as: UTF8.self).count + 1
      return Document.Link(destination: destination, isImage: isImage, line: line, column: column)
    }
    return Document.Link(destination: destination, isImage: isImage, line: max(first, 1), column: 0)
  }

  private mutating func advance(toLine target: Int) {
    while line < target, position < source.count { step() }
  }

  private mutating func advance(to target: Int) {
    while position < target { step() }
  }

  private mutating func step() {
    if source[position] == UInt8(ascii: "\n") {
      line += 1
      lineStart = position + 1
    }
    position += 1
  }

  /// The destination in round or angle brackets, or after a reference definition's colon; anywhere else it is plain text.
  private func find(_ destination: String) -> Int? {
    let wanted = Array(destination.utf8)
    guard let first = wanted.first, source.count >= wanted.count else { return nil }
    var index = position
    while index <= source.count - wanted.count {
      if source[index] == first, index > 0, [0x28, 0x3C, 0x20].contains(source[index - 1]),
        source[index..<index + wanted.count].elementsEqual(wanted)
      {
        return index
      }
      index += 1
    }
    return nil
  }
}
