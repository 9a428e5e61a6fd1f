import Diagnostics
import Testing

@testable import Content

/// What YAML would lose to a comment that nobody meant.
@Suite struct YAMLCommentsTests {
  private func problems(_ fields: String) -> [Diagnostic] {
    PageReader(file: "a.md", officePhones: []).read(Array("---\nkind: notice\n\(fields)\n---\n正文。\n".utf8)).problems
      .inReadingOrder().filter { $0.code == "yaml.lost-to-comment" }
  }

  @Test(arguments: [
    ("title: 3# 楼 #2 电梯停运", "3:13", "title: \"3# 楼 #2 电梯停运\""),
    ("title:   #2 电梯停运", "3:10", "title: \"#2 电梯停运\""),
    ("title: 页\nsummary: 请从 #2 出口撤离  ", "4:13", "summary: \"请从 #2 出口撤离\""),
    ("title: 说 \"好\" #2 楼", "3:14", "title: '说 \"好\" #2 楼'"),
    ("title: 页\ntags:\n  - 一号 #2\n", "5:8", "：\"一号 #2\""),
    ("title: 页\nsummary: 先到先得\n  额满为止 #9 楼", "5:8", "summary: \"先到先得 额满为止 #9 楼\""),
    ("title: 停水 # 3号楼", "3:11", "title: \"停水 # 3号楼\""), ("title: 停水 # 12 栋", "3:11", "停水 # 12 栋"),
    ("title: 3 # 楼电梯停运", "3:10", "title: \"3 # 楼电梯停运\""), ("title: 页\nsummary: 请走 # 2出口", "4:13", "请走 # 2出口"),
    ("title: 页\napproval: {author: 社工}\nsummary:\t#1", "5:10", "summary: \"#1\""),
  ])
  func valuesThatLoseTheirEnd(fields: String, place: String, quoted: String) {
    let found = problems(fields)
    #expect(found.map { "\($0.location!)" } == ["a.md:" + place])
    #expect(found.first?.severity == .error)
    #expect(found.first?.hint?.zh.contains(quoted) == true, "\(found)")
  }

  @Test(arguments: [
    "title: 页 # 只给街道看", "title: 页 ## 标题", "title: \"3# 楼 #2 电梯停运\"", "title: 3#楼#2电梯停运", "title: 页\n#summary: 旧的",
    "title: 页\norder: 3 # 排第三", "title: 页 # 2026年写的", "title: 页 # 3 个月后删", "title: 页\n# 3号楼的", "title: 页 # 楼长看",
    "title: 页 #", "title: 页\nsummary: |\n  第一行 #2\n  第二行", "title: \"页\" #写给自己",
  ])
  func commentsThatAreMeant(fields: String) {
    #expect(problems(fields) == [])
  }

  @Test func aResidentsNumberIsNotRepeated() {
    let found = problems("title: 找我 #13800138000")
    #expect(found.count == 1 && !"\(found)".contains("13800138000"))
  }
}
