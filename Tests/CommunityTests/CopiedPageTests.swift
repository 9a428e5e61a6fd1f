import Diagnostics
import TestSupport
import Testing

@testable import Community

@Suite struct CopiedPageTests {
  private static let page = "---\ntitle: 停水\nkind: notice\ndate: 2026-11-20\n---\n明天停水。\n"

  @Test(arguments: [
    "停水 - 副本", "停水 - 副本 (2)", "停水副本", "停水的副本", "停水 (1)", "停水（2）", "停水 - Copy", "停水 - Copy (2)", "停水 copy",
    "停水 (copy 1)",
    "复件 停水", "停水 - 复件",
  ])
  func aCopyWithTheSameTitleIsTold(name: String) throws {
    var fixture = CommunityFixture()
    fixture.pages["notices/停水.md"] = Self.page
    fixture.pages["notices/\(name).md"] = Self.page
    let problem = try #require(try fixture.make().1.first { $0.code == "page.copy" })
    #expect(problem.severity == .warning && problem.message.zh.contains("content/notices/停水.md"))
    #expect(problem.location?.description == "content/notices/\(name).md:1:1")
  }

  /// Another title is another page; a draft is nobody's; a name with a number is no copy of what is not there.
  @Test func otherPagesAreNot() throws {
    var fixture = CommunityFixture()
    fixture.pages["notices/停水.md"] = Self.page
    fixture.pages["notices/停水 - 副本.md"] = Self.page.replacing("title: 停水", with: "title: 停电")
    fixture.pages["notices/停水 (2).md"] = Self.page.replacing("kind:", with: "draft: true\nkind:")
    fixture.pages["notices/公告 (1).md"] = Self.page
    #expect(try fixture.make().1.filter { $0.code == "page.copy" } == [])
  }
}
