import Artifacts
import Files

/// A picture's file part by part: what stands beside the picture itself, and where the file should end. A piece of it at a time is in memory.
struct PictureParts {
  /// Texts, EXIF, XMP, and what programs put in that no standard knows: unpacked where they are packed, up to a limit.
  private(set) var notes: [[UInt8]] = []
  /// Behind the picture's last byte; nil where its parts do not hold together up to there.
  private(set) var end: Int?
  /// Further pictures may follow it (CIPA DC-007).
  private(set) var mayHaveMore = false
  /// It holds more beside the picture than is looked through.
  private(set) var isTooMuch = false

  private static let mostParts = 100_000
  private static let longestNote = 1 << 20
  private static let mostNotes = 1000

  private var window: PictureWindow

  private init(_ source: ByteSource) { window = PictureWindow(source) }

  /// - Returns: nil for a format that has no such parts.
  static func read(_ source: ByteSource, _ type: MediaType) throws(FileError) -> PictureParts? {
    var parts = PictureParts(source)
    switch type {
    case .jpeg: try parts.readJPEG()
    case .png: try parts.readPNG()
    case .gif: try parts.readGIF()
    case .webP: try parts.readWebP()
    default: return nil
    }
    return parts
  }

  private mutating func note(at offset: Int, count: Int) throws(FileError) {
    guard count > 0 else { return }
    if count > Self.longestNote { isTooMuch = true }
    add(try window.source.bytes(at: offset, count: min(count, Self.longestNote)))
  }

  private mutating func add(_ note: [UInt8]) {
    guard notes.count < Self.mostNotes else {
      isTooMuch = true
      return
    }
    notes.append(note)
  }

  // MARK: Formats

  /// ITU-T T.81, B.1.1.
  private mutating func readJPEG() throws(FileError) {
    var offset = 2
    for _ in 0..<Self.mostParts {
      guard try window.byte(at: offset) == 0xFF, let mark = try window.byte(at: offset + 1) else { return }
      switch mark {
      case 0xFF: offset += 1
      case 0x01, 0xD0...0xD8: offset += 2
      case 0xD9:
        end = offset + 2
        return
      default:
        guard let high = try window.byte(at: offset + 2), let low = try window.byte(at: offset + 3) else { return }
        let length = max(2, Int(high) << 8 | Int(low))
        if (0xE1...0xEF).contains(mark) || mark == 0xFE {
          let head = try window.source.bytes(at: offset + 4, count: min(12, length - 2))
          if mark == 0xE2, head.starts(with: "MPF\0".utf8) { mayHaveMore = true }
          if !head.starts(with: "ICC_PROFILE\0".utf8) { try note(at: offset + 4, count: length - 2) }
        }
        offset += 2 + length
        if mark == 0xDA {
          guard let next = try window.nextJPEGMark(from: offset) else { return }
          offset = next
        }
      }
    }
  }

  /// PNG (third edition), 5.3 and 11.
  private mutating func readPNG() throws(FileError) {
    let plain: Set<String> = [
      "IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD", "hIST", "sPLT", "tIME",
      "acTL", "fcTL", "fdAT", "cICP", "mDCV", "cLLI",
    ]
    var offset = 8
    for _ in 0..<Self.mostParts {
      let head = try window.bytes(at: offset, count: 8)
      guard head.count == 8 else { return }
      let length = head[..<4].bigEndian
      let name = String(decoding: head[4...], as: UTF8.self)
      if name == "IEND" {
        end = offset + 12
        return
      }
      if !plain.contains(name) {
        try note(at: offset + 8, count: length)
        if let note = notes.last, length > 0 {
          let text = name == "zTXt" || name == "iTXt" ? Self.unpacked(note, name) : []
          if !text.isEmpty { add(text) }
          if let profile = Self.profile(text.isEmpty ? note : text) { add(profile) }
        }
      }
      offset += 12 + length
    }
  }

  /// What is packed of a chunk of text: behind its keyword and a method, or two marks and two texts more.
  private static func unpacked(_ chunk: [UInt8], _ name: String) -> [UInt8] {
    let parts = chunk.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return [] }
    if name == "zTXt" { return Deflated.bytes(Array(parts[1].dropFirst()), atMost: longestNote) }
    guard parts[1].first == 1 else { return [] }
    let texts = parts[1].dropFirst(2).split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    return texts.count == 3 ? Deflated.bytes(Array(texts[2]), atMost: longestNote) : []
  }

  /// What ImageMagick keeps of other formats' EXIF and XMP in a text: a line end, a name, a length, and the bytes in hexadecimal digits.
  private static func profile(_ text: [UInt8]) -> [UInt8]? {
    let text = text.starts(with: "Raw profile type ".utf8) ? text.drop { $0 != 0 }.dropFirst() : text[...]
    guard text.first == 0x0A else { return nil }
    let lines = text.dropFirst().split(separator: 0x0A, maxSplits: 2)
    guard lines.count == 3 else { return nil }
    let digits = lines[2].compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  /// GIF89a, 18 to 27.
  private mutating func readGIF() throws(FileError) {
    func table(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }
    guard let flags = try window.byte(at: 10) else { return }
    var offset = 13 + table(flags)
    for _ in 0..<Self.mostParts {
      switch try window.byte(at: offset) {
      case 0x3B:
        end = offset + 1
        return
      case 0x2C:
        guard let flags = try window.byte(at: offset + 9) else { return }
        guard let next = try blocks(from: offset + 11 + table(flags), isNote: false) else { return }
        offset = next
      case 0x21:
        let label = try window.byte(at: offset + 1)
        guard let next = try blocks(from: offset + 2, isNote: label != 0xF9) else { return }
        // XMP stands in it as one text, whose letters are taken for lengths.
        if label == 0xFF { try note(at: offset + 2, count: next - offset - 2) }
        offset = next
      default: return
      }
    }
  }

  /// - Returns: behind the empty block that ends them.
  private mutating func blocks(from start: Int, isNote: Bool) throws(FileError) -> Int? {
    var offset = start
    var text: [UInt8] = []
    while let length = try window.byte(at: offset) {
      if isNote, text.count >= Self.longestNote { isTooMuch = true }
      if isNote, text.count < Self.longestNote { text += try window.bytes(at: offset + 1, count: Int(length)) }
      offset += 1 + Int(length)
      guard length == 0 else { continue }
      if !text.isEmpty { add(text) }
      return offset
    }
    return nil
  }

  /// RIFF chunks, each padded to two bytes.
  private mutating func readWebP() throws(FileError) {
    let plain: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]
    let size = try window.bytes(at: 4, count: 4).littleEndian
    var offset = 12
    for _ in 0..<Self.mostParts {
      guard offset < 8 + size else {
        end = 8 + size
        return
      }
      let head = try window.bytes(at: offset, count: 8)
      guard head.count == 8 else { return }
      let length = head[4...].littleEndian
      if !plain.contains(String(decoding: head[..<4], as: UTF8.self)) { try note(at: offset + 8, count: length) }
      offset += 8 + length + length % 2
    }
  }
}

/// A source of which one piece is in memory.
struct PictureWindow {
  private static let length = 1 << 16

  let source: ByteSource
  private var start = 0
  private var piece: [UInt8] = []

  init(_ source: ByteSource) { self.source = source }

  private mutating func load(_ offset: Int) throws(FileError) {
    piece = try source.bytes(at: offset, count: Self.length)
    start = offset
  }

  /// nil behind the file's end.
  mutating func byte(at offset: Int) throws(FileError) -> UInt8? {
    if offset < start || offset >= start + piece.count { try load(offset) }
    return offset - start < piece.count ? piece[offset - start] : nil
  }

  /// At most as many as a piece has; fewer where the file ends before.
  mutating func bytes(at offset: Int, count: Int) throws(FileError) -> ArraySlice<UInt8> {
    if offset < start || offset + count > start + piece.count { try load(offset) }
    return Array(piece[(offset - start)..<min(piece.count, offset - start + count)])[...]
  }

  /// The next mark behind a scan's data: 0xFF, but not before a 0 or a restart.
  mutating func nextJPEGMark(from start: Int) throws(FileError) -> Int? {
    var offset = start
    while try byte(at: offset) != nil {
      guard let found = piece[(offset - self.start)...].firstIndex(of: 0xFF) else {
        offset = self.start + piece.count
        continue
      }
      offset = self.start + found
      guard let next = try byte(at: offset + 1) else { return nil }
      if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return offset }
      offset += next == 0xFF ? 1 : 2
    }
    return nil
  }
}
