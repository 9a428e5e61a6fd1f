import Activities
import Content
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Community

/// Teams' rows and pages, joined.
@Suite struct TeamTests {
  @Test func aRowAndItsPageAreOneTeam() throws {
    var fixture = CommunityFixture()
    fixture.addTeam("taichi", .sport, name: "太极队", members: 210, summary: "打拳", page: "/teams/fists/")
    fixture.addPage(.team, "fists", title: "太极队", "unit: fudong\nvenue: hall\ncontact: 值班室\nsummary: 每天打拳\n")
    let community = try fixture.community()
    let team = try #require(community.teams.all.first)
    #expect(community.teams.all.count == 1)
    #expect(team.id.text == "taichi" && team.members == 210 && team.type == .sport && team.contact == "值班室")
    // The page says it at more length.
    #expect(team.summary == "每天打拳" && team.venue?.id.text == "hall")
    #expect(community.teams.url(of: team) == "/teams/fists/")
    let page = try #require(community.page(.team, .init("fists")!))
    #expect(community.facets(of: page).badge == "健身运动")
    #expect(community.facets(of: page).facts.map(\.value).prefix(2) == ["210 人", "hall"])
  }

  @Test func aTeamWithoutAPageStandsInTheList() throws {
    var fixture = CommunityFixture()
    fixture.addTeam("lamp", .convenience, members: 6, page: "/lists/lamps/")
    fixture.addPage(.team, "alone", title: "无名队", "type: safety\nmembers: 3\nunit: quan\n")
    let community = try fixture.community()
    #expect(community.teams.all.map { "\($0.id) \($0.type.rawValue)" } == ["lamp convenience", "alone safety"])
    #expect(community.teams.all.map(community.teams.url) == ["/teams/#team-lamp", "/teams/alone/"])
    #expect(community.teams.all[0].about == "/lists/lamps/")
    #expect(community.teams(of: .init("fudong")!).map(\.id.text) == ["lamp"])
    #expect(community.teams(of: .init("quan")!).map(\.id.text) == ["alone"])
    #expect(community.teams(matching: TeamQuery(unit: .init("quan"))).count == 2)
    #expect(community.teams(matching: TeamQuery(type: .safety)).map(\.id.text) == ["alone"])
  }

  /// Which says that it is held back, leads nowhere.
  @Test func aPageThatIsNotPublicIsNotLedTo() throws {
    var fixture = CommunityFixture()
    fixture.addTeam("a", name: "甲", page: "/teams/a/")
    fixture.addPage(.team, "a", title: "甲", "draft: true\nmembers: 4\n")
    let community = try fixture.community()
    let team = try #require(community.teams.all.first)
    #expect(team.page == nil && team.about == nil && team.members == nil)
    #expect(community.teams.url(of: team) == "/teams/#team-a")
  }

  @Test func activitiesAreTheirPagesAndThoseTheyHost() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("other", in: "quan")
    try fixture.add("named", from: "2026-11-25T10:00", to: "2026-11-25T11:00")
    try fixture.add("hosted", from: "2026-11-25T10:00", to: "2026-11-25T11:00", host: "太极队")
    try fixture.add("away", from: "2026-11-25T10:00", to: "2026-11-25T11:00", unit: "other", host: "太极队")
    fixture.addTeam("taichi", name: "太极队", page: "/teams/taichi/")
    fixture.addPage(.team, "taichi", title: "太极队", "activities: [named]\n")
    #expect(try fixture.community().teams.all[0].activities.map(\.id.text) == ["named", "away", "hosted"])
    // Two of one name have what is held in their own units.
    fixture.addTeam("rivals", of: "other", name: "太极队")
    let teams = try fixture.community().teams.all
    #expect(teams.map { $0.activities.map(\.id.text) } == [["away"], ["named", "hosted"]])
  }

  // MARK: Contradictions

  private func problems(_ fixture: CommunityFixture) throws -> [String] {
    try fixture.make().1.map { "\($0.code) \($0.location.map { "\($0)" } ?? "") \($0.message.en)" }
  }

  @Test func figuresThatDifferAreAnErrorWithBoth() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("other", in: "quan", name: "别处")
    fixture.addTeam("taichi", .sport, name: "太极队", members: 200, page: "/teams/taichi/")
    fixture.addPage(.team, "taichi", title: "晨练队", "unit: other\nmembers: 210\ntype: performing\n")
    let found = try problems(fixture)
    #expect(found.count == 4)
    #expect(
      found.contains {
        $0.hasPrefix("team.contradiction content/teams/taichi.md:5:") && $0.contains("members 210")
          && $0.contains("(taichi) 200")
      })
    #expect(found.contains { $0.contains("type performing") && $0.contains("sport") })
    #expect(found.contains { $0.contains("unit 别处") && $0.contains("府东") })
    #expect(found.contains { $0.hasPrefix("team.name") && $0.contains("晨练队") && $0.contains("太极队") })
  }

  @Test func aPageThatIsNotThereIsNamed() throws {
    var fixture = CommunityFixture()
    fixture.addTeam("a", page: "/teams/tachi/")
    fixture.addPage(.team, "taichi", title: "太极队")
    #expect(try problems(fixture).filter { $0.hasPrefix("reference.missing") && $0.contains("tachi") }.count == 1)
  }

  @Test func twoTeamsOfOneNameOrPageAreToldApart() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.team, "taichi", title: "太极队")
    fixture.addTeam("a", name: "太极队", page: "/teams/taichi/")
    fixture.addTeam("b", name: "太极队")
    fixture.addTeam("c", name: "太极二队", page: "/teams/taichi/")
    let found = try problems(fixture).map { $0.split(separator: " ")[0] }
    #expect(found == ["team.name", "data.team-twice", "data.team-page-twice"])
  }

  /// Else both would be counted, and have one id in the feed.
  @Test func aRowWithAPagesIdNamesThePage() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.team, "taichi", title: "太极队")
    fixture.addTeam("taichi", name: "太极队")
    #expect(try problems(fixture).map { $0.split(separator: " ")[0] } == ["team.unnamed-page"])
  }

  // MARK: Many

  @Test func aLongListGoesOnOverPages() throws {
    var fixture = CommunityFixture()
    for number in 1000..<1230 { fixture.addTeam("t\(number)", .mediation) }
    fixture.addTeam("one", .safety)
    let community = try fixture.community()
    let sections = community.teams.display.sections
    #expect(sections.map(\.type) == [.mediation, .safety] && sections.map(\.shown) == [40, 1])
    #expect(sections.map(\.partCount) == [3, 0])
    func url(_ id: String) -> String { community.teams.url(of: community.teams.all.first { $0.id.text == id }!) }
    #expect(url("t1039") == "/teams/#team-t1039" && url("t1040") == "/teams/all/mediation/#team-t1040")
    #expect(url("t1229") == "/teams/all/mediation/3/#team-t1229")
  }
}
