import CivilTime
import Content
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

@Suite struct PublicationTests {
  @Test func whatIsPublicAtAMoment() throws {
    var fixture = CommunityFixture()
    let notices = [
      ("plain", ""), ("over", "expiresAt: 2026-11-20\n"), ("today", "expiresAt: 2026-11-21\n"),
      ("due", "publishAt: 2026-11-21T09:01\n"), ("now", "publishAt: 2026-11-21T09:00\n"),
      ("far", "publishAt: 2027-01-01\n"), ("draft", "draft: true\n"), ("ending", "expiresAt: 2026-11-21T09:00\n"),
    ]
    for (slug, frontMatter) in notices { fixture.addNotice(slug, frontMatter) }
    let (community, problems) = try fixture.make()
    #expect(problems == [])
    #expect(community.pages.currentNotices.map(\.page.slug.text) == ["now", "plain", "today"])
    #expect(community.pages.expiredNotices.map(\.page.slug.text) == ["ending", "over"])
    #expect(community.duePages.map(\.page.slug.text) == ["due"])
    #expect(try fixture.make(includeDrafts: true).0.pages.all.map(\.page.slug.text).contains("draft"))
  }

  @Test(arguments: [
    ("", "2026-11-01T00:00"), ("publishAt: 2026-11-02T08:30\n", "2026-11-02T08:30"),
    ("publishAt: 2026-10-30T08:30\n", "2026-11-01T00:00"),
  ])
  func itIsPublishedOnItsDateUnlessLater(more: String, time: String) throws {
    var fixture = CommunityFixture()
    fixture.addNotice("a", more)
    #expect(try fixture.make().0.pages.currentNotices.first?.publishedAt.map(TimeText.local) == time)
  }

  @Test func pinnedFirstThenTheNewest() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("a")
    fixture.addNotice("b", date: "2026-11-09")
    fixture.addNotice("c", "pinned: true\n")
    #expect(try fixture.make().0.pages.currentNotices.map(\.page.slug.text) == ["c", "b", "a"])
  }

  @Test func withoutApprovalNothingIsPublished() throws {
    var fixture = CommunityFixture()
    fixture.site += "approval: required\n"
    fixture.addNotice("a")
    fixture.addNotice("b", "approval: {approver: 社区党委书记, approvedOn: 2026-11-02}\n")
    fixture.addNotice("c", "draft: true\n")
    fixture.addNotice("d", "approval: {author: 社工}\n")
    let (community, problems) = try fixture.make()
    #expect(
      problems.map { "\($0.code) \($0.location!.path)" } == [
        "approval.missing content/notices/a.md", "approval.missing content/notices/d.md",
      ])
    #expect(community.pages.all.map(\.page.slug.text) == ["b"] && !problems.hasErrors)
  }

  /// Nobody has signed on a day that has not come, and a screen's own text is read by as many as a page.
  @Test func signaturesOfADayToCome() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("a", "approval: {approver: 社区党委书记, approvedOn: 2026-11-22}\n")
    fixture.addNotice("b", "approval: {author: 社工, authoredOn: 2026-11-21, approver: 社区党委书记, approvedOn: 2026-11-21}\n")
    let (_, problems) = try fixture.make()
    #expect(
      problems.map { "\($0.severity) \($0.code) \($0.location!.path)" } == [
        "error approval.in-future content/notices/a.md"
      ])
  }

  @Test func textsOfScreensNeedApprovalWherePagesDo() throws {
    let signed = "approval: {approver: 社区党委书记, approvedOn:"
    var fixture = CommunityFixture()
    fixture.addScreen(
      "hall",
      [
        "slide: almanac", "slide: text, text: 甲", "slide: text, text: 乙, \(signed) 2026-11-02}",
        "slide: text, text: 丙, \(signed) 2026-12-02}",
      ])
    #expect(try fixture.make().1.map(\.code) == ["approval.in-future"])
    fixture.site += "approval: required\n"
    let (community, problems) = try fixture.make()
    #expect(
      problems.map { "\($0.severity) \($0.code)" } == ["warning screen.text-not-approved", "error approval.in-future"])
    #expect(community.screens.first?.playlist.map(\.kind.rawValue) == ["almanac", "text", "text"])
  }

  /// What is wrong with a page that is held back is told and stops nothing, and it takes nothing from the others.
  @Test func whatIsHeldBackStopsNoOther() throws {
    let approval = "approval: {approver: 社区党委书记, approvedOn: 2026-11-02}\n"
    var fixture = CommunityFixture()
    fixture.site += "approval: required\n"
    fixture.addNotice("a", "slug: b\nunit: nowhere\nimage: /images/none.png\n")
    fixture.addNotice("b", approval)
    fixture.addPage(.brand, "one", "parent: two\n")
    fixture.addPage(.brand, "two", "parent: one\n" + approval)
    fixture.addMenu("held", services: ["{id: s, title: s}"])
    fixture.addMenu("open", approval, services: ["{id: s, title: s}"])
    let (community, problems) = try fixture.make()
    #expect(!problems.hasErrors)
    #expect(
      Set(problems.map { "\($0.code) \($0.location!.path)" }) == [
        "approval.missing content/notices/a.md", "reference.missing content/notices/a.md",
        "image.missing content/notices/a.md", "approval.missing content/brands/one.md",
        "approval.missing content/menus/held.md",
      ])
    #expect(
      community.pages.all.map(\.page.file) == [
        "content/brands/two.md", "content/menus/open.md", "content/notices/b.md",
      ])
  }

  @Test func referencesAddressesAndTreesAreChecked() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("a", "unit: fudon\nactivity: nothing\nimage: /images/x.png\n")
    fixture.addNotice("b", "slug: a\n")
    fixture.addPage(.brand, "one", "parent: two\n")
    fixture.addPage(.brand, "two", "parent: one\n")
    fixture.addMenu("m", services: ["{id: s, title: s}", "{id: s, title: t}"])
    let codes = try fixture.make().1.inReadingOrder().map(\.code)
    #expect(
      codes == [
        "brand.cycle", "brand.cycle", "service.duplicate-id", "reference.missing", "reference.missing", "image.missing",
        "page.duplicate-url",
      ])
  }

  @Test func unitsThatCircleAreNamed() throws {
    var fixture = CommunityFixture()
    fixture.data.units = []
    fixture.data.venues = []
    fixture.addUnit("a", in: "b")
    fixture.addUnit("b", in: "a")
    #expect(try fixture.make().1.map(\.code) == ["data.unit-cycle", "data.unit-cycle"])
  }
}
