import Files
import Foundation
import Pictures
import Testing

@testable import ShareCards

/// Cards as files: of what is installed (`make test-deps` has fonts-noto-cjk), and without any.
@Suite struct CardMakerTests {
  private let card = ShareCard(
    site: "泉溪公示", label: "公告 · 永汀社区", title: "永汀北门11月16日起开放", lines: ["2026年11月13日", "有效至2026年11月30日"])

  private static let installed = Typefaces.find(in: ["/usr/share/fonts"], language: "zh-Hans")

  private func maker(_ typefaces: Typefaces?, _ keeping: PictureKeeping = .none) -> CardMaker {
    CardMaker(typefaces: typefaces, colours: CardColours(sheet: ""), keeping: keeping)
  }

  @Test func theSameCardIsTheSameBytes() throws {
    let typefaces = try #require(Self.installed)
    let bytes = maker(typefaces).bytes(card)
    #expect(bytes.prefix(8).elementsEqual([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    // Also by one that has drawn others before.
    let other = maker(typefaces)
    _ = other.bytes(ShareCard(site: "甲", title: "乙"))
    #expect(other.bytes(card) == bytes)
    #expect(bytes.count < 60_000)
    #expect(other.bytes(ShareCard(site: "泉溪公示", title: "另一张")) != bytes)
  }

  /// The address follows from what is said, not from the machine.
  @Test func theAddressIsTheSameWithoutFonts() {
    #expect(maker(nil).path(card) == maker(Self.installed).path(card))
    var other = card
    other.lines = []
    #expect(maker(nil).path(other) != maker(nil).path(card))
    let colours = CardMaker(typefaces: nil, colours: CardColours(sheet: ":root { --deep: #000 }"), keeping: .none)
    #expect(colours.path(card) != maker(nil).path(card))
  }

  @Test func withoutFontsItIsTheMark() {
    let bytes = maker(nil).bytes(card)
    #expect(bytes == maker(nil).bytes(ShareCard(site: "乙", title: "丙")))
    #expect(bytes.count > 1000)
  }

  @Test func nothingButFontsIsTakenForOne() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "fonts-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: directory) }
    #expect(Typefaces.find(in: [directory], language: "zh-Hans") == nil)
    try FileManager.default.createDirectory(atPath: directory + "/noto", withIntermediateDirectories: true)
    #expect(Typefaces.find(in: [directory], language: "zh-Hans") == nil)
    try Files.write(Array("no font".utf8), to: directory + "/noto/NotoSansCJK-Bold.ttc")
    try Files.write([], to: directory + "/noto/empty.otf")
    // A head that is right with nothing behind it.
    try Files.write(Array("OTTO".utf8) + [UInt8](repeating: 0xFF, count: 200), to: directory + "/noto/x.otf")
    #expect(Typefaces.find(in: [directory], language: "zh-Hans") == nil)
    #expect(Typefaces.find(in: [], named: directory + "/noto/x.otf", language: "zh-Hans") == nil)
    // One with Latin letters alone is none for this.
    let latin = "/usr/share/fonts/truetype/dejavu"
    if Files.isDirectory(latin) { #expect(Typefaces.find(in: [latin], language: "zh-Hans") == nil) }
  }

  @Test func whatIsKeptIsReadAgainAndDamageIsNot() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "cards-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let keeping = PictureKeeping(directory: directory, keeps: true)
    let bytes = maker(nil, keeping).bytes(card)
    let names = try Files.names(in: directory)
    #expect(names.count == 1 && names[0].hasSuffix(".card"))
    let file = directory + "/" + names[0]
    let kept = try Files.read(file)
    // What is found is what is published: another picture with a right digest would be taken.
    #expect(kept.dropLast(32).elementsEqual(bytes))
    var damaged = kept
    damaged[100] ^= 1
    try Files.write(damaged, to: file)
    #expect(maker(nil, keeping).bytes(card) == bytes)
    #expect(try Files.read(file) == kept)
    // Who may not keep leaves nothing.
    let other = directory + "-other"
    _ = maker(nil, PictureKeeping(directory: other, keeps: false)).bytes(card)
    #expect(!Files.exists(other))
  }

  /// Titles as long as they come: drawing ends, and stays small.
  @Test(arguments: [
    "", " ", "长", String(repeating: "长", count: 5000), String(repeating: "long", count: 2000),
    String(repeating: "（", count: 300),
    String(repeating: "，", count: 300), String(repeating: "a ", count: 400), String(repeating: "🎉", count: 300),
    "مرحبا بالعالم", String(repeating: "3\u{2060}", count: 300), "\u{202E}\u{2066}\u{FEFF}",
    String(repeating: "\u{301}", count: 300),
  ])
  func hostileTitles(title: String) throws {
    let typefaces = try #require(Self.installed)
    let bytes = maker(typefaces).bytes(
      ShareCard(site: title, label: title, title: title, lines: [title, title, title]))
    #expect(bytes.count > 1000 && bytes.count < 60_000)
  }
}

/// Lines of a title, as an installed font has it.
@Suite struct TitleLineTests {
  private static let typefaces = Typefaces.find(in: ["/usr/share/fonts"], language: "zh-Hans")

  private func lines(_ source: String, size: Int = 60, most: Int = 5) throws -> [String]? {
    let typefaces = try #require(Self.typefaces)
    let face = try #require(Typefaces.face(typefaces.title, typefaces.language))
    let text = CardText(source, has: face.has)
    return TextSetting(face, size: size).lines(text, width: 512, most: most)?.map {
      String(String.UnicodeScalarView($0))
    }
  }

  @Test func linesAreAboutEquallyLong() throws {
    #expect(try lines("泉溪街道冬季助老志愿者招募") == ["泉溪街道冬季", "助老志愿者招募"])
    // A mark is a better place than the middle.
    #expect(try lines("停水通知：明湖路8号院")?.first == "停水通知：")
  }

  @Test(arguments: [
    "关于《北门开放》的公告（第二次公示）", "电动自行车不进楼、不入户、不飞线充电", "“阳光议事会”十二月议题征集开始了", "一、二、三、四、五、六、七、八、九、十、",
  ])
  func noLineBeginsOrEndsWrongly(title: String) throws {
    for size in [40, 52, 60, 68, 84] {
      guard let lines = try lines(title, size: size) else { continue }
      #expect(lines.joined() == title)
      for line in lines.dropFirst() { #expect(!LineRule.isCloser(line.unicodeScalars.first!), "\(lines)") }
      for line in lines.dropLast() { #expect(!LineRule.isOpener(line.unicodeScalars.last!), "\(lines)") }
    }
  }

  @Test func aPhraseIsNotTornAndALongOneIs() throws {
    let date = "1\u{2060}1\u{2060}月\u{2060}1\u{2060}6\u{2060}日"
    #expect(try lines("永汀社区北门\(date)开放") == ["永汀社区北门", "11月16日开放"])
    let word = String(repeating: "x", count: 60)
    #expect(try lines(word)?.joined() == word)
  }

  @Test func whatDoesNotFitSaysSo() throws {
    let typefaces = try #require(Self.typefaces)
    let face = try #require(Typefaces.face(typefaces.title, typefaces.language))
    let text = CardText(String(repeating: "很长的标题", count: 40), has: face.has)
    let setting = TextSetting(face, size: 40)
    let lines = setting.cutLines(text, width: 512, most: 5)
    #expect(lines.count == 5 && lines.last?.last == "…")
    for line in lines { #expect(setting.width(line) <= 512) }
  }
}
