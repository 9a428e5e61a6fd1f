import CivilTime
import Content
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

@Suite struct PublicationTests {
  private func notice(_ more: String = "") -> String {
    "---\ntitle: x\nkind: notice\ndate: 2026-11-01\n\(more)---\n正文\n"
  }

  @Test func whatIsPublicAtAMoment() throws {
    var fixture = CommunityFixture()
    fixture.pages = [
      "notices/plain.md": notice(), "notices/over.md": notice("expiresAt: 2026-11-20\n"),
      "notices/today.md": notice("expiresAt: 2026-11-21\n"), "notices/due.md": notice("publishAt: 2026-11-21T09:01\n"),
      "notices/now.md": notice("publishAt: 2026-11-21T09:00\n"), "notices/far.md": notice("publishAt: 2027-01-01\n"),
      "notices/draft.md": notice("draft: true\n"), "notices/ending.md": notice("expiresAt: 2026-11-21T09:00\n"),
    ]
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
    fixture.pages = ["notices/a.md": notice(more)]
    #expect(try fixture.make().0.pages.currentNotices.first?.publishedAt.map(TimeText.local) == time)
  }

  @Test func pinnedFirstThenTheNewest() throws {
    var fixture = CommunityFixture()
    fixture.pages = [
      "notices/a.md": notice(), "notices/b.md": notice().replacing("2026-11-01", with: "2026-11-09"),
      "notices/c.md": notice("pinned: true\n"),
    ]
    #expect(try fixture.make().0.pages.currentNotices.map(\.page.slug.text) == ["c", "b", "a"])
  }

  @Test func withoutApprovalNothingIsPublished() throws {
    var fixture = CommunityFixture()
    fixture.site += "approval: required\n"
    fixture.pages = [
      "notices/a.md": notice(), "notices/b.md": notice("approval: {approver: 社区党委书记, approvedOn: 2026-11-02}\n"),
      "notices/c.md": notice("draft: true\n"), "notices/d.md": notice("approval: {author: 社工}\n"),
    ]
    let (community, problems) = try fixture.make()
    #expect(
      problems.map { "\($0.code) \($0.location!.path)" } == [
        "approval.missing content/notices/a.md", "approval.missing content/notices/d.md",
      ])
    #expect(community.pages.all.map(\.page.slug.text) == ["b"])
  }

  @Test func referencesAddressesAndTreesAreChecked() throws {
    var fixture = CommunityFixture()
    fixture.pages = [
      "notices/a.md": notice("unit: fudon\nactivity: nothing\nimage: /images/x.png\n"),
      "notices/b.md": notice("slug: a\n"),
      "brands/one.md": "---\ntitle: 一\nkind: brand\nparent: two\n---\n",
      "brands/two.md": "---\ntitle: 二\nkind: brand\nparent: one\n---\n",
      "menus/m.md":
        "---\ntitle: m\nkind: menu\ncategory: party\nservices: [{id: s, title: s}, {id: s, title: t}]\n---\n",
    ]
    let codes = try fixture.make().1.inReadingOrder().map(\.code)
    #expect(
      codes == [
        "brand.cycle", "brand.cycle", "service.duplicate-id", "reference.missing", "reference.missing", "image.missing",
        "page.duplicate-url",
      ])
  }

  @Test func unitsThatCircleAreNamed() throws {
    var fixture = CommunityFixture()
    fixture.data.units = [("a", "b"), ("b", "a")].map {
      UnitRecord(id: .init($0)!, parent: .init($1)!, level: .community, name: $0, shortName: nil, phone: nil)
    }
    fixture.data.venues = []
    #expect(try fixture.make().1.map(\.code) == ["data.unit-cycle", "data.unit-cycle"])
  }
}
