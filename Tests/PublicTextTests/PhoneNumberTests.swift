import Testing

@testable import PublicText

@Suite struct PhoneNumberTests {
  @Test(arguments: [
    ("0531-0000-1210", "tel:053100001210"), ("（0531）0000 1210", "tel:053100001210"),
    ("+86 531 0000 1210", "tel:+8653100001210"),
    ("0531-0000-1200转8012", "tel:053100001200;ext=8012"), ("0531-0000-1200#12", "tel:053100001200;ext=12"),
    ("12345", "tel:12345"), ("119", "tel:119"), ("０５３１-0000-1210", "tel:053100001210"),
  ])
  func whatCanBeDialledIsALink(text: String, link: String) {
    #expect(PhoneNumber(text)?.link == link)
  }

  @Test(arguments: [
    ("社区服务台 0531-0000-1210", "tel:053100001210"), ("0531-0000-1210（工作日）", nil),
    ("电话：0531-0000-1210，工作日 9:00—17:00", "tel:053100001210"),
    ("2026-12-01 前到服务台报名", nil), ("0531-0000-1210、0531-0000-1220", nil), ("服务台", nil),
    ("0531-0000-1210", "tel:053100001210"),
    ("拨打 12345", nil),
  ])
  func theOneNumberOfAText(text: String, link: String?) {
    #expect(PhoneNumber.only(in: text)?.link == link)
  }

  @Test(arguments: ["138****1234", "138 **** 1234", "138＊＊＊＊1234", "138xxxx1234"])
  func aMaskedNumberIsOneThatNobodyDials(text: String) {
    #expect(PhoneNumber(text) != nil && PhoneNumber(text)?.link == nil)
  }

  @Test(arguments: [
    "", "12", "0531-0000-1210、0531-0000-1220", "见公示栏", "138***1234", "138*****1234", "13****5678", "238****1234",
    "0531-0000-****", "0531-0000-1200转", "1234567890123456", "0531-0000-1200转8转9", "(0531", "0531)", "86+1234567",
    "javascript:1",
    "0531-0000-1210<b>",
  ])
  func whatIsNoNumber(text: String) {
    #expect(PhoneNumber(text) == nil)
  }
}
