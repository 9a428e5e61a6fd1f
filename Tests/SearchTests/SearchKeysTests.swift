import Testing

@testable import Search

/// What a record is found by beside its words.
@Suite struct SearchKeysTests {
  /// Keys as Latin text: the first letters of syllables large.
  private func keys(_ title: String, _ text: String = "") -> [String] {
    SearchKeys.of(title, Array("\(title)\n\(text)".utf16)[...]).split(separator: SearchText.Separator.line).map { key in
      String(
        decoding: key.map { unit in
          switch unit {
          case SearchKeys.digits...: unit - SearchKeys.digits + 0x30
          case SearchKeys.starts...: unit - SearchKeys.starts + 0x41
          default: unit - SearchKeys.letters + 0x61
          }
        }, as: UTF16.self)
    }
  }

  @Test func aTitleSounds() {
    #expect(keys("先锋课堂：一座桥") == ["XianFengKeTangYiZuoQiao", "XFKTYZQ"])
    #expect(keys("345工作法 WiFi") == ["GongZuoFaWifi", "GZFW"])
    #expect(keys("Hall 2") == [] && keys("桥") == ["Qiao"])
  }

  @Test(arguments: [
    ("0531-0000-1202", ["053100001202"]), ("(0531) 0000 1202", ["053100001202"]), ("０５３１－００００－１２０２", ["053100001202"]),
    ("400-000-0000转8", ["4000000000"]), ("138 0000 0000、0531-0000-1202", ["13800000000", "053100001202"]),
    ("053100001202", ["053100001202"]),
    // Dates, years, times, sums and codes are none.
    ("2026-11-28", []), ("2025-2026年", []), ("14:00-15:30", []), ("12-6", []), ("A0531-0000-1202", []),
    ("0531-0000-1202-0000-1202", []),
  ])
  func aNumberIsItsDigits(text: String, wanted: [String]) {
    #expect(keys("Hall", text) == wanted)
  }

  @Test func aNumberIsOneKeyHoweverOftenItIsGiven() {
    #expect(keys("Hall", "0531-0000-1202\n0531 0000 1202") == ["053100001202"])
  }

  @Test(arguments: [
    ("12 月 6 日", "12月6日"), ("A B 路", "a b路"), ("， b", ", b"), ("甲 乙\n丙 a", "甲乙\n丙a"), ("⻓期公⽰", "长期公示"),
    ("“￥5”", "\"\u{A5}5\""),
  ])
  func textsAreComparedWithoutWhatPeopleLeaveOut(text: String, wanted: String) {
    var units: [UInt16] = []
    SearchText.compared(Array(text.utf16)[...]) { unit, _ in units.append(unit) }
    #expect(String(decoding: units, as: UTF16.self) == wanted)
  }
}
