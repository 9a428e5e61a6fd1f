import Artifacts
import TestSupport
import Testing
import Vocabulary

@testable import Community

/// Short addresses of what screens show codes of.
@Suite struct ShortAddressTests {
  private func addresses(
    _ subjects: [(subject: CodedSubject, to: ShortAddresses.Destination)], at baseURL: String = "https://a.example"
  ) -> ShortAddresses { ShortAddresses(subjects, baseURL: baseURL) }

  private func subject(_ number: Int) -> (subject: CodedSubject, to: ShortAddresses.Destination) {
    (.video("v\(number)"), .init(title: "第\(number)段", url: "https://b.example/\(number)"))
  }

  /// They are printed: what these come to may never change.
  @Test(arguments: [
    (CodedSubject.page("/brands/quanxi/"), "4BS9"), (.venue(.init("quanxi-hall")!), "WC6D"),
    (.team(.init("taichi")!), "5ZFB"), (.matter(.init("claim-rack")!), "WBYF"), (.live(.init("night")!), "TTF7"),
    (.video("night"), "8YDP"),
  ])
  func aNameFollowsFromItsSubjectAlone(_ subject: CodedSubject, _ name: String) {
    #expect(ShortAddresses.name(of: subject) == name)
  }

  /// The scheme stays small, since cameras take `HTTPS:` for a text; a path of the site's stays as it is.
  @Test(arguments: [
    ("https://www.Yard.example.cn", "https://WWW.YARD.EXAMPLE.CN/Q/4BS9/"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080/Q/4BS9/"),
    ("https://example.org/community", "https://EXAMPLE.ORG/community/Q/4BS9/"),
  ])
  func whatACodeSays(_ baseURL: String, _ address: String) {
    let subject = CodedSubject.page("/brands/quanxi/")
    let made = addresses([(subject, .init(title: "品牌", url: "/brands/quanxi/"))], at: baseURL)
    #expect(made.address(of: subject) == address)
    #expect(made.all.map(\.path) == [SitePath(file: "Q/4BS9/index.html")!])
    #expect(made.address(of: .page("/brands/other/")) == nil)
  }

  /// Neither leads to the other's: the address says both, and codes have the long ones.
  @Test func twoOfOneName() throws {
    var seen: [String: Int] = [:]
    var found: (Int, Int)?
    // Of 707,281 names two of some thousand are the same.
    for number in 0..<10_000 where found == nil {
      found = seen.updateValue(number, forKey: ShortAddresses.name(of: subject(number).subject)).map { ($0, number) }
    }
    let pair = try #require(found)
    let made = addresses([subject(pair.1), subject(pair.0), subject(-1)])
    #expect(made.address(of: subject(pair.0).subject) == nil && made.address(of: subject(pair.1).subject) == nil)
    #expect(made.address(of: subject(-1).subject) != nil)
    #expect(made.all.count == 2)
    #expect(
      Set(try #require(made.all.first { $0.destinations.count > 1 }).destinations) == [
        subject(pair.0).to, subject(pair.1).to,
      ])
  }

  @Test func whatHasOne() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.brand, "root", title: "品牌", "unit: fudong\n")
    fixture.addPage(.venue, "hall", title: "会客厅", "unit: fudong\nvenue: hall\n")
    fixture.addNotice("pipe", "severity: extreme\nexpiresAt: 2026-11-22\n")
    fixture.addNotice("gate")
    #expect(try fixture.community().shortAddresses.all.isEmpty, "nobody shows codes")
    fixture.addScreen("lobby", ["slide: venue, venue: [room]"])
    let urls = try fixture.community().shortAddresses.all.flatMap(\.destinations).map(\.url).sorted()
    // Of places without a page those that a screen names.
    #expect(
      urls
        == ["/brands/root/", "/notices/pipe/", "/venues/hall/", try fixture.community().venue(.init("room")!)!.url]
        .sorted())
  }

  /// The code on the wall stays when a page moves, and leads to where it is now.
  @Test func aPageThatMoved() throws {
    var fixture = CommunityFixture()
    fixture.addScreen()
    fixture.addPage(.brand, "root", title: "品牌", "unit: fudong\n")
    let before = try fixture.community()
    fixture.pages = fixture.pages.filter { !$0.key.hasPrefix("brands/") }
    fixture.addPage(.brand, "trunk", title: "品牌", "unit: fudong\naliases: [/brands/root/]\n")
    fixture.published = before.notedPages
    let after = try fixture.community()
    #expect(before.shortAddresses.all.map(\.path) == after.shortAddresses.all.map(\.path))
    #expect(after.shortAddresses.all.flatMap(\.destinations).map(\.url) == ["/brands/trunk/"])
  }

  /// An address elsewhere stays in its code, which then opens without this site, unless it is long; WeChat's own open nowhere else.
  @Test(arguments: [
    ("https://live.example.cn/" + String(repeating: "a", count: 38), false),
    ("https://live.example.cn/" + String(repeating: "a", count: 39), true),
    ("https://weixin.qq.com/" + String(repeating: "a", count: 60), false),
    ("https://mp.weixin.qq.com/" + String(repeating: "a", count: 60), false),
    ("https://fakeweixin.qq.com.example/" + String(repeating: "a", count: 60), true),
  ])
  func addressesElsewhere(_ url: String, _ isShort: Bool) throws {
    var fixture = CommunityFixture()
    fixture.addScreen()
    try fixture.add("night", from: "2026-11-21T19:00", to: "2026-11-21T20:00", online: url)
    let made = try fixture.community().shortAddresses
    #expect(made.all.flatMap(\.destinations).map(\.url) == (isShort ? [url] : []))
    #expect((made.address(of: .live(.init("night")!)) != nil) == isShort)
  }
}
