import Artifacts
import Testing

@testable import Inspection

/// Where pictures and films say that they were taken.
@Suite struct PositionTests {
  private static func big(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  private static func number(_ value: Int, _ width: Int, _ isLittle: Bool) -> [UInt8] {
    isLittle ? big(value, width).reversed() : big(value, width)
  }

  /// A TIFF directory with orientation and a GPS directory with a latitude.
  static func exif(latitude: [UInt8], isLittle: Bool) -> [UInt8] {
    func n(_ value: Int, _ width: Int) -> [UInt8] { number(value, width, isLittle) }
    let head = Array((isLittle ? "II" : "MM").utf8) + n(42, 2) + n(8, 4)
    let first =
      n(2, 2) + n(0x112, 2) + n(3, 2) + n(1, 4) + n(0, 4) + n(0x8825, 2) + n(4, 2) + n(1, 4) + n(38, 4) + n(0, 4)
    let gps = n(1, 2) + n(2, 2) + n(5, 2) + n(3, 4) + n(56, 4) + n(0, 4)
    return head + first + gps + latitude
  }

  private static let somewhere = [UInt8](repeating: 1, count: 24)
  private static let nowhere = [UInt8](repeating: 0, count: 24)

  private static func jpeg(_ segment: [UInt8]) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0] + big(4, 2) + [0, 0] + [0xFF, 0xE1] + big(segment.count + 2, 2) + segment + [
      0xFF, 0xDA, 0, 2, 0xFF, 0xD9,
    ]
  }

  private static func png(_ name: String, _ chunk: [UInt8]) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(1, 4) + Array("IHDRx".utf8) + big(0, 4) + big(chunk.count, 4)
      + Array(name.utf8) + chunk + big(0, 4) + big(0, 4) + Array("IEND".utf8) + big(0, 4)
  }

  private static func findings(_ bytes: [UInt8], _ type: MediaType) throws -> [Finding] {
    let found = try FileInspection.of(bytes)
    #expect(found.content == .format(type))
    return found.findings
  }

  @Test(arguments: [true, false]) func exifOfPictures(_ isLittle: Bool) throws {
    for (latitude, expected) in [(Self.somewhere, [Finding.position(nil)]), (Self.nowhere, [])] {
      let exif = Self.exif(latitude: latitude, isLittle: isLittle)
      let named = Array("Exif\0\0".utf8) + exif
      #expect(try Self.findings(Self.jpeg(named), .jpeg) == expected)
      #expect(try Self.findings(Self.png("eXIf", exif), .png) == expected)
      let chunk = Array("EXIF".utf8) + Self.number(named.count, 4, true) + named
      let body = Array("WEBPVP8 ".utf8) + [3, 0, 0, 0, 9, 9, 9, 0] + chunk
      let riff = Array("RIFF".utf8) + Self.number(body.count, 4, true)
      #expect(try Self.findings(riff + body, .webP) == expected)
    }
  }

  @Test func xmpOfPictures() throws {
    let xmp = Array("XML:com.adobe.xmp\0\0\0\0\0<x exif:GPSLatitude=\"36,40N\"/>".utf8)
    #expect(try Self.findings(Self.png("iTXt", xmp), .png) == [.position(nil)])
    #expect(
      try Self.findings(Self.jpeg(Array("http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"1\"/>".utf8)), .jpeg) == [
        .position(nil)
      ])
    #expect(try Self.findings(Self.jpeg(Array("http://ns.adobe.com/xap/1.0/\0<x/>".utf8)), .jpeg) == [])
  }

  @Test func whateverEndsEarly() throws {
    let whole = Self.jpeg(Array("Exif\0\0".utf8) + Self.exif(latitude: Self.somewhere, isLittle: true))
    for count in 3..<whole.count { _ = try FileInspection.of(Array(whole.prefix(count))) }
  }

  private static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
    big(8 + content.count, 4) + type.unicodeScalars.map { UInt8($0.value) } + content
  }

  @Test func films() throws {
    let start = Self.box("ftyp", Array("isomxxxx".utf8)) + Self.box("mdat", Array(repeating: 7, count: 100))
    let place = Self.box("©xyz", Array("+36.6512+117.1201/".utf8))
    let keys = Self.box("keys", Array("mdtacom.apple.quicktime.location.ISO6709".utf8))
    #expect(try Self.findings(start + Self.box("moov", Self.box("udta", place)), .mp4) == [.position(nil)])
    #expect(try Self.findings(start + Self.box("moov", Self.box("meta", keys)), .mp4) == [.position(nil)])
    #expect(
      try Self.findings(start + Self.box("moov", Self.box("udta", Self.box("meta", [0, 0, 0, 0] + keys))), .mp4) == [
        .position(nil)
      ])
    #expect(try Self.findings(start + Self.box("moov", Self.box("udta", Self.box("name", [1]))), .mp4) == [])
    // A box of 5 GB is stepped over, and leads past the end.
    let long = Self.big(1, 4) + Array("mdat".utf8) + Self.big(5 << 30, 8)
    #expect(try Self.findings(Self.box("ftyp", Array("mp42xxxx".utf8)) + long, .mp4) == [])
  }

  /// One track of pictures, as it is described; 2,500 parts of 1,000 a second.
  private static func film(_ entry: String, _ settings: [UInt8], handler: String = "vide", version: UInt8 = 0)
    -> [UInt8]
  {
    let described =
      big(0, 4) + big(1, 4)
      + box(
        entry, Array(repeating: 0, count: 24) + big(1280, 2) + big(720, 2) + Array(repeating: 0, count: 50) + settings)
    let length = version == 1 ? big(0, 16) + big(1000, 4) + big(2500, 8) : big(0, 8) + big(1000, 4) + big(2500, 4)
    return box("ftyp", Array("isomxxxx".utf8))
      + box(
        "moov",
        box("mvhd", [version, 0, 0, 0] + length + big(0, 80))
          + box(
            "trak",
            box(
              "mdia",
              box("hdlr", big(0, 8) + Array(handler.utf8) + big(0, 12))
                + box("minf", box("stbl", box("stsd", described))))))
  }

  private static func facts(_ bytes: [UInt8]) throws -> FilmFacts { try #require(FileInspection.of(bytes).film) }

  @Test func whatAFilmIs() throws {
    let main = Self.box("avcC", [1, 77, 0, 31])
    for version: UInt8 in [0, 1] {
      let facts = try Self.facts(Self.film("avc1", main, version: version))
      #expect(facts.milliseconds == 2500 && facts.seconds == 3 && facts.video == .h264)
      #expect(facts.width == 1280 && facts.height == 720 && !facts.isCut && !facts.isFragmented)
    }
    #expect(try Self.facts(Self.film("hvc1", [])).video == .other("hvc1"))
    #expect(try Self.facts(Self.film("avc1", Self.box("avcC", [1, 110]))).video == .other("H.264 profile 110"))
    #expect(try Self.facts(Self.film("mp4a", [], handler: "soun")).video == .none)
    #expect(try Self.facts(Self.film("avc1", main) + Self.box("moof", [])).isFragmented)
    #expect(try Self.facts(Self.film("avc1", main).dropLast(9).map { $0 }).isCut)
    #expect(try Self.facts(Self.box("ftyp", Array("isomxxxx".utf8)) + Self.box("mdat", [1])).isCut)
    // Where it is cut anywhere, or says anything, it is read to its end.
    let whole = Self.film("avc1", main)
    for end in 12..<whole.count { _ = try FileInspection.of(Array(whole[..<end])) }
    for place in 12..<whole.count { _ = try FileInspection.of(whole[..<place] + [0xFF] + whole[(place + 1)...]) }
  }

  @Test(
    arguments: [
      ([], .refused(.empty)), (Array("%PDF-1.4".utf8), .pdf), (Array("ID3\u{3}".utf8), .format(.mp3)),
      ([0xFF, 0xFB, 0x90, 0x00], .format(.mp3)), ([0xFF, 0xF1, 0x50, 0x80], .refused(.unknown)),
      (Array("GIF89a".utf8), .format(.gif)), ([0, 0, 0, 24] + Array("ftypheic".utf8), .refused(.heic)),
      ([0, 0, 0, 24] + Array("ftypqt  ".utf8), .refused(.quickTime)), (Array("Rar!".utf8), .refused(.archive)),
      (Array("\u{FEFF} <!DOCTYPE html><p>".utf8), .refused(.active)), (Array("<svg xmlns=".utf8), .refused(.active)),
      (Array("#!/bin/sh".utf8), .refused(.active)), (Array("姓名,电话".utf8), .refused(.unknown)),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile),
    ] as [([UInt8], FileMark)])
  func marks(_ head: [UInt8], _ mark: FileMark) {
    #expect(FileMark.of(head) == mark)
  }

  @Test func oldOfficeAndPasswords() throws {
    let start: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: (1 << 16) - 20)
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try FileInspection.of(start + [UInt8](repeating: 0, count: 99)).content == .refused(.oldOffice))
    // Where two pieces that are read meet.
    #expect(try FileInspection.of(start + name).content == .refused(.password))
  }
}
