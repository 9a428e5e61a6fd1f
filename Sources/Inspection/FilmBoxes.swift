import Files

/// The boxes of a film (ISO/IEC 14496-12, 4.2): stepped over, whatever their size; the film itself is not read.
struct FilmBoxes {
  struct Box {
    let type: [UInt8]
    let content: Range<Int>

    func isCalled(_ name: String) -> Bool { type.elementsEqual(name.utf8) }
  }

  private static let mostBoxes = 10_000

  let source: ByteSource
  private var left = FilmBoxes.mostBoxes
  /// A box says that it is longer than what it stands in: the file was cut short.
  private(set) var isCut = false

  init(_ source: ByteSource) { self.source = source }

  /// Those of a stretch, as far as they make sense.
  mutating func boxes(_ range: Range<Int>) throws(FileError) -> [Box] {
    var found: [Box] = []
    var offset = range.lowerBound
    while offset + 8 <= range.upperBound, left > 0 {
      left -= 1
      let head = try source.bytes(at: offset, count: 16)
      guard head.count >= 8 else { break }
      var size = head[..<4].bigEndian
      var headLength = 8
      if size == 1, head.count == 16 { (size, headLength) = (head[8...].bigEndian, 16) }
      if size == 0 { size = range.upperBound - offset }
      guard size >= headLength, size <= range.upperBound - offset else {
        isCut = true
        break
      }
      found.append(Box(type: Array(head[4..<8]), content: (offset + headLength)..<(offset + size)))
      offset += size
    }
    return found
  }

  mutating func all() throws(FileError) -> [Box] { try boxes(0..<source.count) }
}
