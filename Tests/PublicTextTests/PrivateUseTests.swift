import Diagnostics
import Testing

@testable import PublicText

@Suite struct PrivateUseTests {
  @Test(arguments: [
    ("\u{F0FC} 已办", "U+F0FC"), ("\u{E000}", "U+E000"), ("济南\u{F8FF}", "U+F8FF"), ("a\u{F0000}", "U+F0000"),
    ("\u{10FFFD}", "U+10FFFD"), ("电话\u{F028}、\u{F02A}", "U+F028 等 2 个"),
  ]) func areNamed(text: String, said: String) {
    let problem = PrivateUse.problem(in: text, at: .file(path: "a.md", line: 3, column: 1))
    #expect(problem?.code == "text.private-use" && problem?.message.zh.contains(said) == true)
    #expect(problem?.severity == .warning)
  }

  /// Ideographs of rare names and of compatibility, full-width signs, emoji with their flags, marks of direction.
  @Test(arguments: ["桃园社区", "𠮷䶮", "\u{F900}\u{FA0E}", "（１２：３０）", "🏳️‍🌈🇨🇳", "\u{FEFF}a", "\u{E0020}", "\u{D7FF}"])
  func othersAreNot(text: String) {
    #expect(PrivateUse.problem(in: text, at: .file(path: "a.md")) == nil)
  }
}
