import CivilTime
import Diagnostics
import Testing

@testable import Content

/// Days, times and yes or no in front matter, as people write them: read where they can't be doubted, else told what to write.
@Suite struct WrittenDaysTests {
  private static func ends(_ fields: String) -> (LocalDateTime?, [Diagnostic]) {
    let text = "---\ntitle: 甲\nkind: notice\n\(fields)\n---\n乙。\n"
    let (file, problems) = PageReader(file: "a.md", officePhones: []).read(Array(text.utf8))
    return (file.page?.expiresAt, problems.inReadingOrder())
  }

  @Test(arguments: [
    "2026-12-31", "2026-12-31 24:00", "2026-12-31T24:00", "2026年12月31日24时", "2026-12-31 24：00", "12/31/2026",
    "31.12.2026 24:00", "二〇二六年十二月三十一日", "2026年12月31日止", "至2026年12月31日", "截至 2026-12-31 24:00",
    "2026-12-31 24:00:00",
  ])
  func theEndOfADay(written: String) {
    let (end, problems) = Self.ends("date: 2026-11-20\nexpiresAt: \(written)")
    #expect(end == TimeText.parseLocal("2027-01-01T00:00") && problems == [], "\(problems)")
  }

  @Test(arguments: ["长期", "长期有效", "永久", "9999-12-31", "9999-12-31 24:00"])
  func never(written: String) {
    let (end, problems) = Self.ends("date: 2026-11-20\nexpiresAt: \(written)")
    #expect(end?.date.year == 9999 && problems == [], "\(problems)")
  }

  @Test(arguments: [
    ("date: 05/06/2026", "2026-05-06 或 2026-06-05"), ("date: 26-11-30", "如 2026-11-30"),
    ("date: 11/31/2026", "没有这一天"), ("date: 2026年11月", "哪一日"), ("date: 2026-11-30 09:00", "这里只写日期：2026-11-30"),
    ("date: 2026-11-30至2026-12-02", "不写到什么时候"), ("date: 11/30", "写上年份"), ("date: 11月30日", "如 2026年11月30日"),
    ("date: 2026-11-20\nexpiresAt: 2026-12-31T18:00:00+08:00", "去掉最后的时区"),
    ("date: 2026-11-20\nexpiresAt: 2026-12-31T10:00:00Z", "去掉最后的时区"),
    ("date: 2026-11-20\nexpiresAt: 2026年12月31日晚12点", "24:00"),
    ("date: 2026-11-20\nexpiresAt: 2026-12-31 25:00", "没有这个时刻"),
    ("date: 2026-11-20\nexpiresAt: 2026-12-31 3点", "上午还是下午"),
    ("date: 2026-11-20\npublishAt: 2026-12-31 24:00", "第二天的 00:00"),
  ])
  func whatIsToBeWritten(fields: String, help: String) throws {
    let problem = try #require(Self.ends(fields).1.first)
    #expect(problem.code == "front-matter.wrong-value" && problem.hint?.zh.contains(help) == true, "\(problem)")
    #expect(problem.hint?.en.isEmpty == false)
  }

  @Test(arguments: [("是", true), ("yes", true), ("Y", true), ("√", true), ("否", false), ("no", false), ("×", false)])
  func yesAndNoAsInSheets(written: String, isPinned: Bool) {
    let text = "---\ntitle: 甲\nkind: notice\ndate: 2026-11-20\ndraft: \(written)\n---\n乙。\n"
    let (file, problems) = PageReader(file: "a.md", officePhones: []).read(Array(text.utf8))
    #expect(file.page?.isDraft == isPinned && problems.inReadingOrder() == [])
  }
}
