import Testing

@testable import Vocabulary

@Suite struct PersonalNumberTests {
  @Test(arguments: [
    "电话13812345678。", "138 1234 5678", "138-1234-5678", "+8613812345678", "+86 138 1234 5678", "2026-11-21 13812345678",
    "3号楼2-101 13812345678", "wx13812345678", "１３８１２３４５６７８", "1381 2345 678", "138 123 45678", "13812 345678",
    "138 12345678", "1381234 5678",
    // Separators of every width, and up to three of them.
    "138.1234.5678", "138\u{3000}1234\u{3000}5678", "138\u{A0}1234\u{A0}5678", "138–1234–5678", "138—1234—5678",
    "138－1234－5678", "138．1234．5678", "138（1234）5678", "138(1234)5678", "138 - 1234 - 5678", "138/1234/5678",
    "138,1234,5678", "138\t1234\t5678", "138·1234·5678", "138・1234・5678", "138_1234_5678", "138 (1234) 5678",
    "138\\-1234\\-5678", "138**1234**5678", "138\n1234\n5678", "138 ‑ 1234 − 5678", "138:1234:5678", "138“1234”5678",
    // What nobody sees.
    "138\u{200B}1234\u{200B}5678", "1\u{200D}3\u{200D}812345678", "138\u{AD}12345678",
    "138\u{2060}\u{FEFF}\u{200C}\u{200B}12345678",
    "1\u{FE0F}\u{20E3}3\u{FE0F}\u{20E3}812345678", "138\u{E0020}12345678",
    // Other groups.
    "138 12 34 56 78", "138 1234 56 78", "1 3 8 1 2 3 4 5 6 7 8", "1-3-8-1-2-3-4-5-6-7-8", "138 123 456 78",
    // Neighbours.
    "013812345678", "0 138 1234 5678", "0086 138 1234 5678", "008613812345678", "+86138 1234 5678", "+86-138-1234-5678",
    "(+86)13812345678", "86 1381 2345 678", "+86013812345678", "13812345678abc", "13812345678x", "tel:13812345678",
    "sha1 13812345678f", "13812345678-8001", "101 138 1234 5678", "0531-0000-1200 13812345678", "/p/13812345678/",
    "1.13812345678", "甲\n 2.13812345678", "𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
  ])
  func findsMobileNumbers(text: String) {
    #expect(PersonalNumber.find(in: text).map(\.masked) == ["138****5678"])
  }

  /// 11010519491231002X is the sample number of GB 11643-1999 itself.
  @Test(arguments: [
    "身份证11010519491231002X", "2026-11-21 11010519491231002X", "110105 19491231 002x", "11010519491231002x",
    "11010519491231002Ｘ", "１１０１０５１９４９１２３１００２Ｘ", "１１０１０５１９４９１２３１００２ｘ", "110105-19491231-002X",
    "110105 1949 1231 002X", "1101 0519 4912 3100 2X", "110105.1949.12.31.002X", "11010519491231002 X",
    "11010519491231002×", "11010519491231002Ⅹ", "11 01 05 19 49 12 31 00 2X", "110105\u{200B}19491231\u{AD}002X",
    "110105（19491231）002X", "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
  ])
  func findsIdentityNumbers(text: String) {
    #expect(PersonalNumber.find(in: text).map(\.masked) == ["110105********002X"])
  }

  /// A typing error is still a resident's number; those from before 1999 have fifteen digits.
  @Test(arguments: [
    ("110105194912310021", "110105********0021"), ("370102 19900230 1234", nil),
    ("370102199002281234", "370102********1234"),
    ("990102199002281234", nil), ("110105491231002", "110105********1002"), ("110105 491231 002", "110105********1002"),
    ("110105491331002", nil), ("990105491231002", nil), ("370102199002281234abc", "370102********1234"),
  ])
  func plausibleIsEnough(text: String, masked: String?) {
    #expect(PersonalNumber.find(in: text).map(\.masked) == [masked].compactMap { $0 })
  }

  @Test(arguments: [
    "0531-0000-1200", "2026-11-21 09:00", "2026-11-25 14:30", "14:30-16:00 302室", "15:30—17:00，2026-11-25 301",
    "159 2026-11-25", "159，2026-11-25", "159（2024-2025）", "1949-1999 100", "159 14:30-16:00", "1958-12-31 201",
    "2026/11/25 14:30", "2026年11月25日14时30分", "2026.11.25-2026.12.31", "15 2026-11-21 9", "20261125143000",
    "11010519491231002Y", "11010519491331002X", "12812345678", "138123456789", "270,000", "1,381,234,567.80",
    "138,123,456.78", "13,812,345,678", "15000-200000", "138.12345678", "1381234.5678", "圆周率 3.14159265358",
    "3.14159265358979", "117.13812345678", "0.13812345678", "192.168.100.12", "192.168.10.123",
    "6222021381234567890", "6222 0213 8123 4567 890", "6222 1381 2345 678", "6222-1381-2345-678-9012",
    "鲁ICP备2026012345号-1", "鲁公网安备37010202001234号", "https://example.cn/a/2651234567?id=1763700000000",
    "https://mp.example.cn/s?mid=2651234567&idx=1&sn=0123456789abcdef0123456789abcdef",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f13812345678b0b822cd15d6c15", "550e8400-e29b-41d4-a716-446655440000",
    "| 156 | 1320 | 2045 |", "150、1200、1500元", "1920x1080", "978-7-302-51234-5", "20261121138123456789012345",
    "订单 2026112113812345678", "91370100163123456X", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261231T155900Z",
  ])
  func leavesOtherNumbersAlone(text: String) {
    #expect(PersonalNumber.find(in: text).isEmpty)
  }

  @Test func saysWhere() {
    #expect(PersonalNumber.find(in: "甲13812345678，乙13987654321").map(\.offset) == [3, 20])
    #expect(PersonalNumber.find(in: "13812345678 13912345678").map(\.offset) == [0, 12])
    #expect(PersonalNumber.find(in: "138 1234 5678 139 1234 5678").map(\.offset) == [0, 14])
    #expect(
      PersonalNumber.find(in: "138-1234-5678/110105 19491231 002X、13912345678").map(\.kind) == [
        .mobile, .identity, .mobile,
      ])
  }

  @Test func readsAddressesAsBrowsersDo() {
    #expect(PersonalNumber.find(inAddress: "tel:%31%33%38%31%32%33%34%35%36%37%38").map(\.digits) == ["13812345678"])
    #expect(PersonalNumber.find(inAddress: "https://a.cn/?q=138%201234%205678").map(\.digits) == ["13812345678"])
    #expect(PersonalNumber.find(inAddress: "https://a.cn/100%/%zz").isEmpty)
  }

  /// A build looks at every page: 10,000 of 3 KB in less than 100 ms, in release mode.
  @Test func isQuick() {
    let line = "　　2026年11月25日（周三）14:30—16:00，嵩台书屋开展“一周一章”读书会，名额 20 人，费用 0 元，请致电 0531-0000-1200 报名。\n\n"
    let page = String(String(repeating: line, count: 20).prefix(1200))
    let clock = ContinuousClock()
    var found = 0
    let time = clock.measure { for _ in 0..<1000 { found += PersonalNumber.find(in: page).count } }
    print("1,000 pages of \(page.utf8.count) bytes: \(time)")
    #expect(found == 0)
    // Without optimisation it takes about twenty times as long.
    #expect(time < .seconds(2))
  }

  @Test func hostileTextsAreReadInLinearTime() {
    for text in ["1 ", "13", "1381 2345 ", "1\u{200B}", "86", "1.", "110105 "] {
      let long = String(repeating: text, count: 50_000)
      #expect(ContinuousClock().measure { _ = PersonalNumber.find(in: long) } < .seconds(5), "\(text)")
    }
  }
}
