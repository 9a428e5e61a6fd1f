package import Artifacts
package import Files

/// Whether a picture says where it was taken: in EXIF (CIPA DC-008) or in XMP. GIF has no place for it that cameras use.
package enum PicturePosition {
  /// Nobody's picture has more parts.
  private static let mostParts = 100_000
  /// EXIF and XMP are shorter by far; what is longer is looked at up to here.
  private static let longestPart = 1 << 20

  package static func isStated(in source: ByteSource, _ type: MediaType) throws(FileError) -> Bool {
    switch type {
    case .jpeg: try isStated(inJPEG: source)
    case .png: try isStated(inPNG: source)
    case .webP: try isStated(inWebP: source)
    default: false
    }
  }

  /// The same of one text, one part of EXIF or one profile that stands beside the picture, unpacked.
  static func isStated(inNote note: [UInt8]) -> Bool {
    if XMPPacket.hasPosition(note) { return true }
    let exif = note.starts(with: "Exif\0\0".utf8) ? Array(note.dropFirst(6)) : note
    return ExifDirectory.hasPosition(exif)
  }

  /// Segments up to the picture itself (ITU-T T.81, B.1.1.4).
  private static func isStated(inJPEG source: ByteSource) throws(FileError) -> Bool {
    var offset = 2
    for _ in 0..<mostParts {
      let head = try source.bytes(at: offset, count: 4)
      guard head.count == 4, head[0] == 0xFF else { return false }
      // Fill bytes, and marks that stand alone.
      if head[1] == 0xFF {
        offset += 1
        continue
      }
      if head[1] == 0x01 || (0xD0...0xD8).contains(head[1]) {
        offset += 2
        continue
      }
      guard head[1] != 0xDA, head[1] != 0xD9 else { return false }
      let length = head[2...].bigEndian
      if head[1] == 0xE1, length > 2 {
        let segment = try source.bytes(at: offset + 4, count: length - 2)
        if segment.starts(with: "Exif\0\0".utf8), ExifDirectory.hasPosition(Array(segment.dropFirst(6))) { return true }
        if segment.starts(with: "http://ns.adobe.com/".utf8), XMPPacket.hasPosition(segment) { return true }
      }
      offset += 2 + max(2, length)
    }
    return false
  }

  /// Chunks (PNG, third edition, 5.3 and 11.3.4.3).
  private static func isStated(inPNG source: ByteSource) throws(FileError) -> Bool {
    var offset = 8
    for _ in 0..<mostParts {
      let head = try source.bytes(at: offset, count: 8)
      guard head.count == 8 else { return false }
      let length = head[..<4].bigEndian
      switch String(decoding: head[4...], as: UTF8.self) {
      case "eXIf":
        if ExifDirectory.hasPosition(try source.bytes(at: offset + 8, count: min(length, longestPart))) { return true }
      case "iTXt", "tEXt":
        if XMPPacket.hasPosition(try source.bytes(at: offset + 8, count: min(length, longestPart))) { return true }
      case "IEND": return false
      default: break
      }
      offset += 12 + length
    }
    return false
  }

  /// RIFF chunks, each padded to two bytes.
  private static func isStated(inWebP source: ByteSource) throws(FileError) -> Bool {
    var offset = 12
    for _ in 0..<mostParts {
      let head = try source.bytes(at: offset, count: 8)
      guard head.count == 8 else { return false }
      let length = head[4...].littleEndian
      let name = String(decoding: head[..<4], as: UTF8.self)
      if name == "EXIF" || name == "XMP " {
        let bytes = try source.bytes(at: offset + 8, count: min(length, longestPart))
        let exif = bytes.starts(with: "Exif\0\0".utf8) ? Array(bytes.dropFirst(6)) : bytes
        if name == "EXIF" ? ExifDirectory.hasPosition(exif) : XMPPacket.hasPosition(bytes) { return true }
      }
      offset += 8 + length + length % 2
    }
    return false
  }
}

/// EXIF as TIFF 6.0 lays it out.
enum ExifDirectory {
  private static let positions = 0x8825
  /// Latitude and longitude of the camera, then those of where it was going.
  private static let places = [2, 4, 0x14, 0x16]

  static func hasPosition(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 8 else { return false }
    let isLittle = bytes.starts(with: "II".utf8)
    guard isLittle || bytes.starts(with: "MM".utf8) else { return false }
    func number(_ offset: Int, _ width: Int) -> Int? {
      guard offset >= 0, offset + width <= bytes.count else { return nil }
      let part = bytes[offset..<offset + width]
      return isLittle ? part.littleEndian : part.bigEndian
    }
    /// Where an entry's four bytes of value stand.
    func value(of tag: Int, in directory: Int) -> Int? {
      guard let count = number(directory, 2) else { return nil }
      return (0..<count).lazy.map { directory + 2 + 12 * $0 }.first { number($0, 2) == tag }.map { $0 + 8 }
    }
    guard let first = number(4, 4), let pointer = value(of: positions, in: first), let directory = number(pointer, 4)
    else { return false }
    return places.contains { tag in
      guard let entry = value(of: tag, in: directory), let place = number(entry, 4), place + 24 <= bytes.count else {
        return false
      }
      // Cameras without a fix write degrees, minutes and seconds of nothing.
      return bytes[place..<place + 24].contains { $0 != 0 }
    }
  }
}

/// XMP is RDF in plain text.
enum XMPPacket {
  static func hasPosition(_ bytes: [UInt8]) -> Bool { bytes.firstRange(of: Array("GPSLatitude".utf8)) != nil }

  /// Whom it names as the author (Dublin Core's creator).
  static func creators(_ bytes: [UInt8]) -> [String] {
    guard let start = bytes.firstRange(of: Array("<dc:creator".utf8)),
      let end = bytes[start.upperBound...].firstRange(of: Array("</dc:creator".utf8))
    else { return [] }
    var rest = bytes[start.upperBound..<end.lowerBound]
    var names: [String] = []
    while let open = rest.firstRange(of: Array("<rdf:li".utf8)),
      let begin = rest[open.upperBound...].firstIndex(of: UInt8(ascii: ">")),
      let close = rest[begin...].firstRange(of: Array("</rdf:li".utf8))
    {
      names.append(String(decoding: rest[(begin + 1)..<close.lowerBound], as: UTF8.self))
      rest = rest[close.upperBound...]
    }
    return names
  }
}
