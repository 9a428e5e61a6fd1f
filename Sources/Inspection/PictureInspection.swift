package import Artifacts
package import Files
import PublicText

/// What in a picture should not go out with it: where it was taken, residents' numbers in what stands beside it, and another file in it or
/// behind it, so that one file is two (a picture for who looks at it, a page or an archive for who opens it otherwise).
package enum PictureInspection {
  /// - Parameter allowed: digits of office numbers that may stand in it.
  package static func findings(
    in source: ByteSource, _ type: MediaType, allowing allowed: Set<String>
  ) throws(FileError) -> [Finding] {
    try findings(in: source, type, NumberSearch(allowing: allowed))
  }

  static func findings(
    in source: ByteSource, _ type: MediaType, _ numbers: NumberSearch
  ) throws(FileError) -> [Finding] {
    try own(source, type: type, numbers: numbers, depth: 0) + numbers.all
  }

  /// Phones put two or three pictures behind one another.
  private static let mostPictures = 8

  private static func own(
    _ source: ByteSource, type: MediaType, numbers: NumberSearch, depth: Int
  ) throws(FileError) -> [Finding] {
    guard let parts = try PictureParts.read(source, type) else { return [] }
    let isPlaced = try PicturePosition.isStated(in: source, type)
    var findings: [Finding] =
      isPlaced || parts.notes.contains(where: PicturePosition.isStated(inNote:)) ? [.position(nil)] : []
    var seen: Set<String> = []
    for note in parts.notes {
      for text in Self.texts(note) {
        let found = text.withUnsafeBufferPointer { numbers.hits(in: $0) }
        numbers.note(found.numbers.filter { seen.insert($0.digits).inserted }, .properties)
        // Of a colour profile's bytes some look like a passport's number.
        numbers.note(found.details.filter { $0.kind == .email && seen.insert($0.text).inserted }, .properties)
      }
    }
    if parts.notes.contains(where: holdsOtherFile) { findings.append(.otherFile) }
    if parts.isTooMuch { findings.append(.tooLarge) }
    // What nobody can take apart nobody has looked into.
    guard let end = parts.end, end <= source.count else { return findings + [.damaged("")] }
    if parts.mayHaveMore, depth < mostPictures, try source.bytes(at: end, count: 3) == [0xFF, 0xD8, 0xFF] {
      let more = try own(source.rest(from: end), type: type, numbers: numbers, depth: depth + 1)
      return findings + more.filter { !findings.contains($0) }
    }
    return try hasMore(source, behind: end) ? findings + [.moreBehind(source.count - end)] : findings
  }

  /// What can be read of it: ASCII, UTF-8, and ASCII in UTF-16 (Windows' own fields in EXIF); the rest parts it.
  private static func texts(_ note: [UInt8]) -> [[UInt8]] {
    func plain(_ byte: UInt8) -> UInt8 { byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A ? byte : 0x1E }
    return [note.map(plain)] + (note.contains(0) ? [note.filter { $0 != 0 }.map(plain)] : [])
  }

  private static let marks = [
    "<script", "<html", "<!doctype html", "<?php", "<svg", "<iframe", "%pdf-", "pk\u{3}\u{4}",
  ]
  .map { Array($0.utf8) }

  private static func holdsOtherFile(_ note: [UInt8]) -> Bool {
    note.indices.contains { start in
      switch note[start] {
      case UInt8(ascii: "<"), UInt8(ascii: "%"), UInt8(ascii: "P"):
        marks.contains { mark in
          start + mark.count <= note.count
            && mark.indices.allSatisfy { note[start + $0] == mark[$0] || note[start + $0] | 0x20 == mark[$0] }
        }
      default: false
      }
    }
  }

  /// Zeros and blanks are nothing.
  private static func hasMore(_ source: ByteSource, behind end: Int) throws(FileError) -> Bool {
    guard end < source.count else { return false }
    var offset = end
    while offset < source.count {
      let piece = try source.bytes(at: offset, count: 1 << 16)
      if piece.isEmpty { return false }
      if piece.contains(where: { ![0x00, 0x09, 0x0A, 0x0D, 0x20, 0xFF].contains($0) }) { return true }
      offset += piece.count
    }
    return false
  }
}
