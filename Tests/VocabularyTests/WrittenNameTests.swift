import Testing

@testable import Vocabulary

@Suite struct WrittenNameTests {
  @Test(arguments: [
    ("標題", "标题"), ("ＴＩＴＬＥ", "title"), (" 開始 時間＊", "开始时间"), ("重複", "重复"), ("週期", "周期"), ("starts_at", "Starts At"),
  ])
  func meansTheSame(_ a: String, _ b: String) { #expect(WrittenName.folded(a) == WrittenName.folded(b)) }

  @Test(arguments: [("活动", "活动室"), ("日期", "周期"), ("审核", "审批")])
  func meansAnother(_ a: String, _ b: String) { #expect(WrittenName.folded(a) != WrittenName.folded(b)) }
}
