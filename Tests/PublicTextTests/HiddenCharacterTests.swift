import PublicText
import Testing

@Suite struct HiddenCharacterTests {
  @Test(arguments: [
    ("a\u{0}b", "U+0000"), ("a\u{1B}b", "U+001B"), ("a\u{7F}", "U+007F"), ("a\u{9B}", "U+009B"),
    ("\u{202E}a", "U+202E"),
    ("\u{2066}a", "U+2066"), ("a\u{FFFF}", "U+FFFF"), ("张\u{FFFD}路", "U+FFFD"),
    ("行\t文\r\n“引”—·，ﷺ\u{200B}\u{FEFF}é", nil),
  ])
  func finds(text: String, name: String?) {
    #expect(HiddenCharacter.first(in: text).map(HiddenCharacter.name) == name)
  }

  @Test func blanks() {
    #expect(["", " ", "\u{3000}\u{A0}", "\u{200B}\u{FEFF}\t"].allSatisfy(HiddenCharacter.isBlank))
    #expect(!HiddenCharacter.isBlank(" 甲 "))
  }
}
