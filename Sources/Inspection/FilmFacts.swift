import Files

/// What a film says of itself: how long it is, and how its pictures are written. Read from its boxes (ISO/IEC 14496-12), never from its name.
package struct FilmFacts: Sendable, Hashable {
  package enum Video: Sendable, Hashable {
    /// No track of pictures.
    case none
    /// H.264 as browsers and boxes have played it for fifteen years: 8 bits, 4:2:0 (ISO/IEC 14496-15).
    case h264
    /// Four characters: `hvc1`, `av01`; of H.264 that few play, its profile.
    case other(String)
  }

  /// Milliseconds, by `mvhd`; 0 where it does not say.
  package var milliseconds = 0
  package var video = Video.none
  /// Pixels, as far as its track says.
  package var width = 0
  package var height = 0
  /// In pieces for streaming (`moof`): its length stands nowhere, and old boxes don't play it.
  package var isFragmented = false
  /// It has no `moov`, or ends before its boxes do.
  package var isCut = false

  package init() {}

  /// Seconds that it takes to play, rounded up.
  package var seconds: Int { (milliseconds + 999) / 1000 }

  static func of(_ source: ByteSource) throws(FileError) -> FilmFacts {
    var facts = FilmFacts()
    var boxes = FilmBoxes(source)
    let top = try boxes.all()
    facts.isCut = boxes.isCut
    facts.isFragmented = top.contains { $0.isCalled("moof") }
    guard let movie = top.first(where: { $0.isCalled("moov") }) else {
      facts.isCut = facts.isCut || !facts.isFragmented
      return facts
    }
    for box in try boxes.boxes(movie.content) {
      if box.isCalled("mvhd") { facts.milliseconds = try length(box, source) }
      if box.isCalled("mvex") { facts.isFragmented = true }
      if box.isCalled("trak") { try facts.read(track: box, &boxes) }
    }
    return facts
  }

  /// Duration over time scale (8.2.2).
  private static func length(_ box: FilmBoxes.Box, _ source: ByteSource) throws(FileError) -> Int {
    let bytes = try source.bytes(at: box.content.lowerBound, count: min(32, box.content.count))
    guard let version = bytes.first else { return 0 }
    let (scaleAt, lengthAt, lengthSize) = version == 1 ? (20, 24, 8) : (12, 16, 4)
    guard bytes.count >= lengthAt + lengthSize else { return 0 }
    let scale = bytes[scaleAt..<scaleAt + 4].bigEndian
    let length = bytes[lengthAt..<lengthAt + lengthSize].bigEndian
    // All ones: not known.
    guard scale > 0, length > 0, length != 0xFFFF_FFFF, length < 1 << 50 else { return 0 }
    return length * 1000 / scale
  }

  private mutating func read(track: FilmBoxes.Box, _ boxes: inout FilmBoxes) throws(FileError) {
    func find(_ path: [String], in box: FilmBoxes.Box) throws(FileError) -> FilmBoxes.Box? {
      var box = box
      for name in path {
        guard let next = try boxes.boxes(box.content).first(where: { $0.isCalled(name) }) else { return nil }
        box = next
      }
      return box
    }
    guard let media = try find(["mdia"], in: track), let handler = try find(["hdlr"], in: media),
      try boxes.source.bytes(at: handler.content.lowerBound + 8, count: 4).elementsEqual("vide".utf8),
      let described = try find(["minf", "stbl", "stsd"], in: media)
    else { return }
    // A version and how many there are, then the first.
    let first = described.content.lowerBound + 8
    guard first < described.content.upperBound,
      let entry = try boxes.boxes(first..<described.content.upperBound).first, entry.content.count >= 78
    else { return }
    let head = try boxes.source.bytes(at: entry.content.lowerBound, count: 28)
    guard head.count == 28 else { return }
    (width, height) = (head[24..<26].bigEndian, head[26..<28].bigEndian)
    let name = String(decoding: entry.type, as: UTF8.self)
    guard entry.isCalled("avc1") || entry.isCalled("avc3") else {
      video = .other(name)
      return
    }
    // What stands behind the entry's own 78 bytes.
    let inner = try boxes.boxes(entry.content.lowerBound + 78..<entry.content.upperBound)
    guard let settings = inner.first(where: { $0.isCalled("avcC") }) else {
      video = .other(name)
      return
    }
    let profile = try boxes.source.bytes(at: settings.content.lowerBound, count: 2)
    guard profile.count == 2 else { return }
    // Baseline, main, extended, high; not those of 10 bits, 4:2:2 and 4:4:4.
    video = [66, 77, 88, 100].contains(profile[1]) ? .h264 : .other("H.264 profile \(profile[1])")
  }
}
