import Content
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Community

@Suite struct AttachmentTests {
  private static func fixture(_ files: String...) -> CommunityFixture {
    var fixture = CommunityFixture()
    for file in files { fixture.pages["files/" + file] = "%PDF-1.4\n%%EOF\n" }
    return fixture
  }

  @Test(arguments: [
    ("", true), ("draft: true\n", false), ("publishAt: 2026-11-22\n", false), ("expiresAt: 2026-11-10\n", true),
  ])
  func publishedWhereAPublicPageNamesIt(_ frontMatter: String, isPublished: Bool) throws {
    var fixture = Self.fixture("a.pdf")
    fixture.addNotice("a", frontMatter, text: "[甲](/files/a.pdf)")
    let community = try fixture.community()
    #expect(community.attachments.all.map(\.name) == (isPublished ? ["/files/a.pdf"] : []))
    #expect((community.attachments.file(at: "/files/a.pdf#page=2") != nil) == isPublished)
  }

  @Test func notBeforeItIsApproved() throws {
    var fixture = Self.fixture("a.pdf")
    fixture.site += "approval: required\n"
    fixture.addNotice("a", "attachments: a.pdf\n")
    #expect(try fixture.make().0.attachments.all.isEmpty)
    // Another page's use is enough.
    fixture.addNotice("b", "attachments: a.pdf\napproval: {approver: 主任, approvedOn: 2026-11-01}\n")
    #expect(try fixture.make().0.attachments.all.count == 1)
  }

  @Test func introductionsOfferFilesToo() throws {
    var fixture = Self.fixture("a.pdf")
    fixture.pages["notices/index.md"] = "---\ntitle: 公告\nkind: notice\n---\n[甲](/files/a.pdf)\n"
    let community = try fixture.community()
    #expect(community.attachments.all.count == 1)
    #expect(try community.attachments.of(#require(community.introductions[.notice]?.source)).map(\.title) == ["甲"])
  }

  @Test func theTitlesOfAPagesFiles() throws {
    var fixture = Self.fixture("报名表.pdf", "章程.pdf", "图.pdf")
    fixture.addNotice(
      "a", "attachments: [图.pdf, {file: 章程.pdf, title: 章程全文}]\n", text: "[填表](/files/报名表.pdf)，[章程](/files/章程.pdf)")
    let community = try fixture.community()
    let offered = community.attachments.of(community.pages.all[0].page.source)
    #expect(offered.map(\.title) == ["图", "章程全文", "填表"])
    #expect(offered.map(\.file.path.url) == ["/files/tu.pdf", "/files/zhang-cheng.pdf", "/files/bao-ming-biao.pdf"])
  }

  @Test func missingAndUnused() throws {
    var fixture = Self.fixture("报名表.pdf", "b.pdf")
    fixture.addNotice("a", "draft: true\nattachments: 报名.pdf\n", text: "[乙](/files/c.pdf)")
    // A page that can't be read uses what it links to all the same.
    fixture.pages["notices/b.md"] = "---\nkind: notice\n---\n[乙](/files/b.pdf)\n"
    let problems = try fixture.make().1.filter { $0.code.hasPrefix("attachment") }.inReadingOrder()
    #expect(
      problems.map { "\($0.location!) \($0.severity) \($0.code)" } == [
        "content/files/报名表.pdf warning attachment.unused", "content/notices/a.md:6:14 error attachment.missing",
        "content/notices/a.md:8:5 error attachment.missing",
      ])
    #expect(problems.compactMap(\.hint?.zh)[1] == "是不是想写“/files/报名表.pdf”？")
    #expect(problems.compactMap(\.hint?.zh)[2] == "是不是想写“/files/b.pdf”？")
  }
}
