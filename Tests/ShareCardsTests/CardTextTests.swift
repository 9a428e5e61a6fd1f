import Foundation
import Testing

@testable import ShareCards

/// What of a text a card writes, and where its lines end.
@Suite struct CardTextTests {
  /// As if a font had every letter.
  private func text(_ text: String) -> CardText { CardText(text, has: { _ in true }) }

  private func written(_ source: String) -> String {
    String(String.UnicodeScalarView(text(source).scalars))
  }

  @Test(arguments: [
    ("北门\n今起\t开放 ", "北门 今起 开放"), ("\u{202E}北门\u{202C}", "北门"), ("通知\u{0}\u{7}", "通知"),
    ("🎉端午活动🧧", "端午活动"), ("1\u{FE0F}\u{20E3}号楼", "1号楼"), ("👨‍👩‍👧家庭日", "家庭日"), ("e\u{301}te\u{301}", "été"), ("", ""),
    ("\u{E000}社区", "社区"),
  ])
  func whatIsNoLetterIsLeftOut(source: String, shown: String) {
    #expect(written(source) == shown)
    #expect(text(source).isWhole)
  }

  /// Arabic, Hebrew, Tibetan, Devanagari, Thai: letter by letter they would be wrong.
  @Test(arguments: ["مرحبا", "社区 שלום", "བོད་ཡིག", "नमस्ते", "สวัสดี", "x\u{336}"])
  func whatIsNotSetLetterByLetterIsToldApart(source: String) { #expect(!text(source).isWhole) }

  @Test func aLetterThatAFontLacksIsMissed() {
    let text = CardText("龘门", has: { $0 == "门" })
    #expect(!text.isWhole && text.scalars == ["门"])
    // A sign is not.
    #expect(CardText("门★", has: { $0 == "门" }).isWhole)
  }

  @Test func aLongTextIsBounded() { #expect(text(String(repeating: "长", count: 100_000)).scalars.count == 400) }

  @Test func aJoinerHoldsAndIsNotWritten() {
    let text = text("3\u{2060}号\u{2060}楼")
    #expect(text.scalars == ["3", "号", "楼"] && text.isGlued == [true, true, false])
  }

  @Test(
    arguments: [
      ("门", "，", false), ("《", "公", false), ("，", "请", true), ("公", "示", true), ("A", "B", false), ("示", "A", true),
      ("—", "—", false),
      ("…", "…", false), ("A", " ", false), (" ", "B", true), ("”", "的", true),
    ] as [(Unicode.Scalar, Unicode.Scalar, Bool)])
  func whereALineMayEnd(last: Unicode.Scalar, next: Unicode.Scalar, may: Bool) {
    #expect(LineRule.allowsBreak(last, next) == may)
  }
}

/// Names and words stay whole at lines' ends; `+` is where no line may end.
@Suite struct CardPhraseTests {
  private let phrases = CardPhrases(names: ["南川书吧", "泉溪街道党群服务中心"])

  @Test(arguments: [
    ("南川书吧读书会", "南+川+书+吧读+书会"), ("冬季志愿者招募", "冬季志+愿+者招+募"), ("泉溪街道党群服务中心", "泉溪街+道党+群服+务中+心"),
    ("3\u{2060}号\u{2060}楼加装电梯", "3+号+楼加+装电+梯"), ("", ""), ("Open day", "Open day"),
  ])
  func aTitle(text: String, wanted: String) {
    #expect(phrases.joined(text).replacingOccurrences(of: "\u{2060}", with: "+") == wanted)
  }
}

@Suite struct CardColourTests {
  private func first(_ sheet: String) -> String { CardColours(sheet: sheet).text }

  @Test func coloursAreThoseOfTheTheme() {
    #expect(first(":root { --deep: #102030; --card: #fff; --mark: #a00 }").hasPrefix("16,32,48 255,255,255"))
    #expect(first(":root { --deep: #102030; --share-ground: #010203; }").hasPrefix("1,2,3 "))
    // What is said otherwise is as if it were not said.
    #expect(first(":root { --deep: rgb(1 2 3); }") == first(""))
    #expect(first(":root { --deep: #12345; --card: #gggggg }") == first(""))
    // The dark view's come later.
    #expect(first(":root { --deep: #000000; } @media x { :root { --deep: #ffffff; } }").hasPrefix("0,0,0"))
  }
}
