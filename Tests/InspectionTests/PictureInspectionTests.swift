import Artifacts
import CZlib
import PublicText
import Testing

@testable import Inspection

/// What stands in a picture's file beside the picture.
@Suite struct PictureInspectionTests {
  private static func big(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  private static func little(_ value: Int, _ width: Int) -> [UInt8] { big(value, width).reversed() }

  /// With a note in it, if there is one, and a scan that holds what looks like marks.
  private static func jpeg(_ note: [UInt8] = [], mark: UInt8 = 0xFE) -> [UInt8] {
    let segment = note.isEmpty ? [] : [0xFF, mark] + big(note.count + 2, 2) + note
    return [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0] + segment
      + [0xFF, 0xDA, 0, 2, 1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9]
  }
  private static func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    big(bytes.count, 4) + Array(name.utf8) + bytes + big(0, 4)
  }
  private static func png(_ name: String = "tEXt", _ note: [UInt8] = []) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", [1]) + (note.isEmpty ? [] : chunk(name, note))
      + chunk("IDAT", Array("13812345678".utf8)) + chunk("IEND", [])
  }
  private static func gif(_ note: [UInt8] = []) -> [UInt8] {
    let comment = note.isEmpty ? [] : [0x21, 0xFE, UInt8(note.count)] + note + [0]
    return Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0] + [0, 0, 0, 9, 9, 9] + comment
      + [0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]
  }
  private static func webP(_ name: String = "XMP ", _ note: [UInt8] = []) -> [UInt8] {
    let chunk = note.isEmpty ? [] : Array(name.utf8) + little(note.count, 4) + note + (note.count % 2 == 1 ? [0] : [])
    let body = Array("WEBPVP8 ".utf8) + [3, 0, 0, 0, 9, 9, 9, 0] + chunk
    return Array("RIFF".utf8) + little(body.count, 4) + body
  }

  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      compress(buffer.baseAddress!, &length, bytes, UInt(bytes.count))
      count = Int(length)
    }
  }

  private static func findings(_ bytes: [UInt8]) throws -> [Finding] { try FileInspection.of(bytes).findings }

  @Test func aPlainPictureHasNothing() throws {
    for picture in [Self.jpeg(), Self.png(), Self.gif(), Self.webP()] {
      #expect(try Self.findings(picture) == [])
      #expect(try Self.findings(picture + [0, 0, 0x0A]) == [])
    }
  }

  @Test func numbersInItsNotes() throws {
    let number = Array("tel 138 1234 5678".utf8)
    let utf16 = Array("Exif\0\0".utf8) + Array("13812345678".utf8).flatMap { [$0, 0] }
    let packed = Array("Comment\0\0".utf8) + Self.packed(number)
    let pictures = [
      Self.jpeg(number), Self.jpeg(utf16, mark: 0xE1), Self.jpeg(Array("Photoshop 3.0\0".utf8) + number, mark: 0xED),
      Self.png("tEXt", Array("Comment\0".utf8) + number), Self.png("zTXt", packed),
      Self.png("iTXt", Array("Comment\0\u{1}\0zh\0\0".utf8) + Self.packed(number)), Self.png("prVt", number),
      Self.gif(number), Self.webP("XMP ", number), Self.webP("ABCD", number),
    ]
    for picture in pictures {
      let found = try Self.findings(picture)
      #expect(found.count == 1)
      guard case .number(let number, .properties)? = found.first else { continue }
      #expect(number.digits == "13812345678")
    }
    #expect(try FileInspection.of(Self.jpeg(number), allowing: ["13812345678"]).findings == [])
  }

  @Test func anotherFileInItOrBehindIt() throws {
    let page = Array("<HTML><script>alert(1)</script>".utf8)
    for picture in [Self.jpeg(page), Self.png("tEXt", page), Self.gif(page), Self.webP("XMP ", page)] {
      #expect(try Self.findings(picture) == [.otherFile])
    }
    let archive: [UInt8] = [0x50, 0x4B, 3, 4, 1, 2, 3]
    for picture in [Self.jpeg(), Self.png(), Self.gif(), Self.webP()] {
      for more in [page, archive, Array("%PDF-1.4".utf8)] {
        #expect(try Self.findings(picture + more) == [.moreBehind(more.count)])
      }
    }
    #expect(try Self.findings(Self.jpeg(Array("x%PDF-1.7".utf8))) == [.otherFile])
    #expect(try Self.findings(Self.jpeg(archive)) == [.otherFile])
  }

  /// CIPA DC-007: a preview behind the picture.
  @Test func aSecondPictureOfTheSameFile() throws {
    #expect(try Self.findings(Self.jpeg(Array("MPF\0".utf8), mark: 0xE2) + Self.jpeg()) == [])
    #expect(try Self.findings(Self.jpeg() + Self.jpeg()) == [.moreBehind(Self.jpeg().count)])
  }

  /// Whatever is put behind the preview is behind the picture.
  @Test func whatStandsBehindTheSecondPicture() throws {
    let first = Self.jpeg(Array("MPF\0".utf8), mark: 0xE2)
    let archive: [UInt8] = [0x50, 0x4B, 3, 4, 1, 2, 3]
    #expect(try Self.findings(first + Self.jpeg() + archive) == [.moreBehind(archive.count)])
    #expect(try Self.findings(first + Self.jpeg(Array("<script>".utf8))) == [.otherFile])
    let found = try Self.findings(first + Self.jpeg(Array("13812345678".utf8)))
    guard found.count == 1, case .number? = found.first else {
      Issue.record("\(found)")
      return
    }
    let xmp = Array("http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='36,40N'/>".utf8)
    #expect(try Self.findings(first + Self.jpeg(xmp, mark: 0xE1)) == [.position(nil)])
  }

  /// A chunk behind the last one is behind the picture, whatever it is called.
  @Test(arguments: ["tEXt", "eXIf", "IDAT", "IEND", "acTL"]) func chunksBehindTheEnd(name: String) throws {
    let more = Self.chunk(name, Array("13812345678".utf8))
    #expect(try Self.findings(Self.png() + more) == [.moreBehind(more.count)])
  }

  /// Nobody has looked into what can't be taken apart.
  @Test func whatDoesNotHoldTogether() throws {
    for picture in [Self.jpeg(), Self.png(), Self.gif(), Self.webP()] {
      #expect(try Self.findings(Array(picture.dropLast(2))) == [.damaged("")])
    }
    #expect(
      try Self.findings(Array(Self.png().prefix(8)) + [0x7F, 0xFF, 0xFF, 0xFF] + Array("tEXt13812345678".utf8))
        .contains(.damaged("")))
    let notes = (0..<1001).flatMap { _ in Self.chunk("tEXt", [1]) }
    #expect(try Self.findings(Array(Self.png().prefix(8)) + notes + Self.chunk("IEND", [])) == [.tooLarge])
  }

  /// In XMP that is packed, in what ImageMagick makes of EXIF, in a GIF's, of where somebody was going.
  @Test func positionsInEveryDisguise() throws {
    let xmp = Array("<x exif:GPSLatitude='36,40.5N'/>".utf8)
    func exif(_ tag: UInt8) -> [UInt8] {
      Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0] + [
        0, 1, 0, tag, 0, 5, 0, 0, 0, 3, 0, 0, 0, 44,
      ]
        + [0, 0, 0, 0] + [UInt8](repeating: 1, count: 24)
    }
    func raw(_ bytes: [UInt8]) -> [UInt8] {
      let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      return Array("\nexif\n     \(bytes.count)\n\(hex.prefix(72))\n\(hex.dropFirst(72))\n".utf8)
    }
    let key = Array("Raw profile type exif\0".utf8)
    for picture in [
      Self.png("iTXt", Array("XML:com.adobe.xmp\0\u{1}\0\0\0".utf8) + Self.packed(xmp)), Self.gif(xmp),
      Self.png("tEXt", key + raw(Array("Exif\0\0".utf8) + exif(2))),
      Self.png("zTXt", key + [0] + Self.packed(raw(exif(4)))),
      Self.png("eXIf", exif(0x14)), Self.webP("EXIF", exif(0x16)),
      Self.jpeg(Array("Exif\0\0".utf8) + exif(4), mark: 0xE1),
    ] {
      #expect(try Self.findings(picture) == [.position(nil)])
    }
    #expect(try Self.findings(Self.png("eXIf", exif(7))) == [])
  }

  @Test func whateverEndsEarlyOrIsAnything() throws {
    for whole in [
      Self.jpeg(Array("13812345678".utf8)), Self.png("zTXt", [0, 0, 1]), Self.gif([1]), Self.webP("XMP ", [1]),
    ] {
      for count in 1..<whole.count {
        _ = try FileInspection.of(Array(whole.prefix(count)))
        var other = whole
        other[count] = ~other[count]
        _ = try FileInspection.of(other)
      }
    }
  }
}
