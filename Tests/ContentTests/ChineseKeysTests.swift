import CivilTime
import Diagnostics
import Testing
import Vocabulary

@testable import Content

/// Front matter in the words of the office.
@Suite struct ChineseKeysTests {
  private func read(_ fields: String, rows: RowNames = names) -> (Page?, [Diagnostic]) {
    var reader = PageReader(file: "content/notices/a.md", officePhones: [])
    reader.rows = rows
    let (result, problems) = reader.read(Array("---\n\(fields)\n---\n正文。\n".utf8))
    if case .page(let page) = result { return (page, problems) }
    return (nil, problems)
  }

  private static let names: RowNames = {
    var names = RowNames()
    names.add(UnitID("taoyuan")!, names: ["桃园社区", "桃园"])
    names.add(UnitID("east")!, names: ["东区"])
    names.add(UnitID("east-2")!, names: ["东区"])
    return names
  }()

  @Test func aNoticeInChinese() throws {
    let (page, problems) = read("标题: 停水\n类别: 公示\n单位: 桃园社区\n日期: 2026年12月5日\n失效时间: 2026年12月9日 18:00\n标签: 停水，维修\n置顶: 是")
    #expect(problems.isEmpty, "\(problems)")
    let notice = try #require(page)
    guard case .notice(let details) = notice.details else {
      Issue.record("no notice")
      return
    }
    #expect(notice.title == "停水" && notice.unit == UnitID("taoyuan") && details.category == .publicNotice)
    #expect(details.isPinned && notice.tags == ["停水", "维修"])
    #expect(notice.date.map { "\($0)" } == notice.days.first.map { "\($0.day)" })
    #expect(notice.expiresAt == TimeText.parseLocal("2026-12-09T18:00"))
  }

  @Test(arguments: [
    "类型: 公示", "kind: 公告公示\ncategory: 公示", "类型: notice\n类别: public-notice", "Kind: notice\nCategory: Public notice",
  ])
  func oneThingInManyWords(fields: String) throws {
    let (page, problems) = read("标题: 甲\n日期: 2026-12-05\n" + fields)
    #expect(problems.isEmpty, "\(problems)")
    guard case .notice(let details)? = page?.details else {
      Issue.record("no notice")
      return
    }
    #expect(details.category == .publicNotice)
  }

  @Test(arguments: [
    ("标题: 甲\ntitle: 乙", "front-matter.key-twice"), ("标题: 甲\n单位: 东区", "front-matter.ambiguous-name"),
    ("标题: 甲\n单位: 桃圆社区", "front-matter.wrong-value"), ("标题: 甲\n备忘: 乙", "front-matter.unknown-key"),
  ])
  func problemsInChinese(fields: String, code: String) {
    let (_, problems) = read("kind: notice\n日期: 2026-12-05\n" + fields)
    #expect(problems.map(\.code) == [code])
  }

  @Test func messagesListWordsOfTheReader() {
    let unknown = read("kind: notice\n日期: 2026-12-05\n标题: 甲\n类别: 无此类").1
    #expect(unknown.first?.message.zh.contains("公示（public-notice）") == true)
    #expect(
      unknown.first?.message.en.contains("public-notice") == true && unknown.first?.message.en.contains("公示（") == false)
    let key = read("kind: notice\n日期: 2026-12-05\n标题: 甲\n无此键无此键: 乙").1
    #expect(key.first?.hint?.zh.contains("标题（title）") == true)
    #expect(read("kind: notice\n日期: 2026-12-05\n标题: 甲\n单位: 桃圆社区").1.first?.hint?.zh.contains("桃园社区") == true)
  }

  /// Without the database nothing is known of names.
  @Test func namesWaitForTheDatabase() {
    let (page, problems) = read("kind: notice\n日期: 2026-12-05\n标题: 甲\n单位: 桃园社区", rows: .unread)
    #expect(problems.isEmpty && page?.unit == nil)
  }
}
