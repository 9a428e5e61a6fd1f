import Files

/// Whether a film says where it was taken, as phones write it: in `udta` (3GPP TS 26.244, 8.3; QuickTime's `©xyz`) or among the keys of
/// `meta`. Boxes are stepped over, whatever their size; the film itself is not read.
enum FilmPosition {
  private static let mostBoxes = 10_000
  private static let longestKeys = 1 << 16

  private struct Box {
    let type: [UInt8]
    let content: Range<Int>
  }

  static func isStated(in source: ByteSource) throws(FileError) -> Bool {
    var left = mostBoxes
    guard let movie = try boxes(source, 0..<source.count, &left).first(where: { $0.type.elementsEqual("moov".utf8) })
    else { return false }
    for box in try boxes(source, movie.content, &left) {
      if box.type.elementsEqual("udta".utf8) {
        for inner in try boxes(source, box.content, &left) {
          if inner.type == [0xA9, 0x78, 0x79, 0x7A] || inner.type.elementsEqual("loci".utf8) { return true }
          if inner.type.elementsEqual("meta".utf8), try isStated(inKeysOf: inner, source, &left) { return true }
        }
      }
      if box.type.elementsEqual("meta".utf8), try isStated(inKeysOf: box, source, &left) { return true }
    }
    return false
  }

  private static func isStated(
    inKeysOf meta: Box, _ source: ByteSource, _ left: inout Int
  ) throws(FileError) -> Bool {
    // ISO's has a version before its boxes, QuickTime's has none.
    for start in [meta.content.lowerBound, meta.content.lowerBound + 4] where start <= meta.content.upperBound {
      for box in try boxes(source, start..<meta.content.upperBound, &left) where box.type.elementsEqual("keys".utf8) {
        let keys = try source.bytes(at: box.content.lowerBound, count: min(box.content.count, longestKeys))
        if keys.firstRange(of: Array("location.ISO6709".utf8)) != nil { return true }
      }
    }
    return false
  }

  /// The boxes of a stretch, as far as they make sense (ISO/IEC 14496-12, 4.2).
  private static func boxes(
    _ source: ByteSource, _ range: Range<Int>, _ left: inout Int
  ) throws(FileError) -> [Box] {
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
      guard size >= headLength, size <= range.upperBound - offset else { break }
      found.append(Box(type: Array(head[4..<8]), content: (offset + headLength)..<(offset + size)))
      offset += size
    }
    return found
  }
}
