import Files

/// Whether a film says where it was taken, as phones write it: in `udta` (3GPP TS 26.244, 8.3; QuickTime's `©xyz`) or among the keys of
/// `meta`. Boxes are stepped over, whatever their size; the film itself is not read.
enum FilmPosition {
  private static let longestKeys = 1 << 16

  static func isStated(in source: ByteSource) throws(FileError) -> Bool {
    var boxes = FilmBoxes(source)
    guard let movie = try boxes.all().first(where: { $0.isCalled("moov") }) else { return false }
    for box in try boxes.boxes(movie.content) {
      if box.isCalled("udta") {
        for inner in try boxes.boxes(box.content) {
          if inner.type == [0xA9, 0x78, 0x79, 0x7A] || inner.isCalled("loci") { return true }
          if inner.isCalled("meta"), try isStated(inKeysOf: inner, &boxes) { return true }
        }
      }
      if box.isCalled("meta"), try isStated(inKeysOf: box, &boxes) { return true }
    }
    return false
  }

  private static func isStated(
    inKeysOf meta: FilmBoxes.Box, _ boxes: inout FilmBoxes
  ) throws(FileError) -> Bool {
    // ISO's has a version before its boxes, QuickTime's has none.
    for start in [meta.content.lowerBound, meta.content.lowerBound + 4] where start <= meta.content.upperBound {
      for box in try boxes.boxes(start..<meta.content.upperBound) where box.isCalled("keys") {
        let keys = try boxes.source.bytes(at: box.content.lowerBound, count: min(box.content.count, longestKeys))
        if keys.firstRange(of: Array("location.ISO6709".utf8)) != nil { return true }
      }
    }
    return false
  }
}
