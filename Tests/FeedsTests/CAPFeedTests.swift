import TestSupport
import Testing

@testable import Feeds

@Suite struct CAPFeedTests {
  private func alert(_ fixture: CommunityFixture) throws -> ParsedXML? { try fixture.feeds().xml("/feeds/cap.xml") }

  private func urgent() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addNotice("plain")
    fixture.addNotice("rain", "severity: moderate\nexpiresAt: 2026-11-22\ncategory: safety\n", date: "2026-11-20")
    fixture.addNotice(
      "fire",
      "severity: extreme\nexpiresAt: 2026-11-21T18:00\ninstruction: 请撤离\ncontact: 0531-0000-1301\nunit: fudong\n")
    fixture.addNotice("due", "severity: extreme\nexpiresAt: 2026-11-23\npublishAt: 2026-11-22T08:00\n")
    fixture.addNotice("over", "severity: extreme\nexpiresAt: 2026-11-21T09:00\n")
    return fixture
  }

  @Test func theUrgentOnesThatAreOnTheWorstFirst() throws {
    let infos = try #require(try alert(urgent())).all("info")
    #expect(
      infos.map { info in ["headline", "severity", "effective", "expires", "web"].map { info[$0] } } == [
        [
          "fire", "Extreme", "2026-11-01T00:00:00+08:00", "2026-11-21T18:00:00+08:00",
          "https://a.example/notices/fire/",
        ],
        [
          "rain", "Moderate", "2026-11-20T00:00:00+08:00", "2026-11-23T00:00:00+08:00",
          "https://a.example/notices/rain/",
        ],
      ])
    try #require(infos.count == 2)
    #expect(infos[0]["instruction"] == "请撤离" && infos[0]["contact"] == "0531-0000-1301")
    #expect(infos[0]["senderName"] == "府东" && infos[1]["senderName"] == "示例")
    #expect(infos[0].all("area").first?["areaDesc"] == "府东")
  }

  /// Its reader takes an empty body for “no alert”.
  @Test func withoutAnyItIsEmpty() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("plain")
    fixture.addNotice("due", "severity: extreme\nexpiresAt: 2026-11-23\npublishAt: 2026-11-22T08:00\n")
    fixture.addNotice("over", "severity: extreme\nexpiresAt: 2026-11-21T09:00\n")
    fixture.addNotice("tomorrow", "severity: extreme\nexpiresAt: 2026-11-25\n", date: "2026-11-22")
    #expect(try fixture.feeds().bytes("/feeds/cap.xml") == [])
  }

  @Test func aMessageIsSentWhenItsNewestWas() throws {
    let alert = try #require(try alert(urgent()))
    #expect(alert["sender"] == "a.example" && alert["sent"] == "2026-11-20T00:00:00+08:00")
    #expect([alert["status"], alert["msgType"], alert["scope"]] == ["Actual", "Alert", "Public"])
  }

  /// Who has seen an identifier has seen its text, and need not see it again.
  @Test func theIdentifierIsTheText() throws {
    let first = try alert(urgent())?["identifier"]
    var later = urgent()
    later.now = "2026-11-21T10:00:00+08:00"
    #expect(try first != nil && first == alert(later)?["identifier"])
    var other = urgent()
    other.addNotice("fire", "severity: extreme\nexpiresAt: 2026-11-21T18:00\n", text: "三楼")
    #expect(try first != alert(other)?["identifier"])
    // CAP wants none of these in it.
    #expect(first?.contains { " ,<&".contains($0) } == false)
  }

  @Test func textsAreEscaped() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("a", "severity: minor\nexpiresAt: 2026-11-22\n", title: "<b> & \"c\"")
    #expect(try alert(fixture)?.all("info").first?["headline"] == "<b> & \"c\"")
  }
}
