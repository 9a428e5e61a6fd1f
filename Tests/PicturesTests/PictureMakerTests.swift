import Artifacts
import RandomInputs
import TestSupport
import Testing

@testable import Pictures

/// What is made of a picture's file, and of one that is none.
@Suite struct PictureMakerTests {
  static let files: [(MediaType, [UInt8])] = [
    (.jpeg, TestPicture.jpeg), (.jpeg, TestPicture.progressive), (.png, TestPicture.png), (.webP, TestPicture.webP),
    (.webP, TestPicture.lossless), (.gif, TestPicture.gif),
  ]

  private static func make(_ file: [UInt8], _ type: MediaType) throws(PictureProblem) -> PictureMaker.Made {
    try PictureMaker.make(file, type, isForWalls: false, writes: true)
  }

  @Test(arguments: files) func theSameFileGivesTheSameBytes(type: MediaType, file: [UInt8]) throws {
    let made = try Self.make(file, type)
    #expect(made.forms[0].width == 12 && made.forms[0].height == 8 && made.forms[0].mediaType == type)
    #expect(try Self.make(file, type).bytes == made.bytes)
    // What was only looked at is told the same.
    let told = try PictureMaker.make(file, type, isForWalls: false, writes: false)
    #expect(told.forms == made.forms)
    // What comes out can go in again, at its size.
    #expect(try Self.make(made.bytes[0], type).forms[0].width == 12)
  }

  /// Cut at each byte: no file is a picture before its end.
  @Test(arguments: files) func cutShort(type: MediaType, file: [UInt8]) throws {
    // Padding, and GIF's last byte, which many programs forget, say nothing.
    for end in 0..<(file.count - 2) {
      #expect(throws: PictureProblem.self, "\(type) \(end)") { try Self.make(Array(file[..<end]), type) }
    }
  }

  @Test func aWrongChecksum() throws {
    var file = TestPicture.png
    let data = try #require(file.firstRange(of: Array("IDAT".utf8)))
    file[data.upperBound + 6] ^= 1
    #expect(throws: PictureProblem.damaged) { try Self.make(file, .png) }
  }

  /// 30,000 × 30,000 pixels in a hundred bytes, and sides that no picture has.
  @Test(arguments: [(30_000, 30_000), (65_536, 2_000), (0x7FFF_FFFF, 0x7FFF_FFFF), (0, 5)])
  func bombs(width: Int, height: Int) {
    func number(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
    func crc(_ bytes: [UInt8]) -> [UInt8] {
      var value: UInt32 = 0xFFFF_FFFF
      for byte in bytes {
        value ^= UInt32(byte)
        for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
      }
      return number(Int(~value))
    }
    let header = Array("IHDR".utf8) + number(width) + number(height) + [8, 2, 0, 0, 0]
    let file = Array(TestPicture.png[..<8]) + number(13) + header + crc(header) + Array(TestPicture.png[33...])
    #expect(throws: PictureProblem.self) { try Self.make(file, .png) }
  }

  /// Changed at random, and taken for another format: an answer each time, whatever it is.
  @Test func nothingEndsTheProgram() {
    var random = SeededRandom(seed: 55)
    var read = 0
    for _ in 0..<6000 {
      let (type, whole) = random.one(of: Self.files)
      var file = whole
      for _ in 0..<random.number(1...4) {
        let place = random.below(file.count)
        switch random.below(4) {
        case 0: file[place] = UInt8(random.below(256))
        case 1: file[place] ^= 1 << UInt8(random.below(8))
        case 2: file.removeSubrange(place..<min(file.count, place + random.number(1...8)))
        default: file.insert(contentsOf: file[place..<min(file.count, place + random.number(1...8))], at: place)
        }
        if file.isEmpty { file = [0] }
      }
      if (try? Self.make(file, random.chance(95) ? type : .png)) != nil { read += 1 }
    }
    #expect(read > 0)
  }
}
