import Testing

@testable import Vocabulary

@Suite struct IdentifierTests {
  @Test(arguments: ["a", "songtai-center", "702", "a--b"])
  func accepts(text: String) { #expect(Slug(text)?.text == text) }

  @Test(arguments: ["", "-a", "a-", "A", "a_b", "松", "a b", "a/b", "..", String(repeating: "a", count: 101)])
  func refuses(text: String) { #expect(Slug(text) == nil) }
}

@Suite struct PersonalNumberTests {
  /// 110105194912310026 is the sample number of GB 11643-1999 itself.
  @Test(arguments: [
    ("电话13812345678。", "138****5678"), ("138 1234 5678", "138****5678"), ("138-1234-5678", "138****5678"),
    ("身份证11010519491231002X", "110105********002X"), ("+8613812345678", "138****5678"),
    ("+86 138 1234 5678", "138****5678"), ("2026-11-21 13812345678", "138****5678"),
    ("3号楼2-101 13812345678", "138****5678"), ("wx13812345678", "138****5678"), ("１３８１２３４５６７８", "138****5678"),
    ("2026-11-21 11010519491231002X", "110105********002X"), ("1381 2345 678", "138****5678"),
    ("110105 19491231 002x", "110105********002X"),
  ])
  func finds(text: String, masked: String) {
    #expect(PersonalNumber.find(in: text).map(\.masked) == [masked])
  }

  @Test(arguments: [
    "0531-0000-1200", "2026-11-21 09:00", "11010519491231002Y", "11010519491331002X", "12812345678", "15 2026-11-21 9",
    "138123456789", "270,000", "sha1 13812345678f",
  ])
  func leavesOtherNumbersAlone(text: String) {
    #expect(PersonalNumber.find(in: text).isEmpty)
  }

  @Test func saysWhere() {
    #expect(PersonalNumber.find(in: "甲13812345678，乙13987654321").map(\.offset) == [3, 20])
    #expect(PersonalNumber.find(in: "13812345678 13912345678").map(\.offset) == [0, 12])
  }
}
