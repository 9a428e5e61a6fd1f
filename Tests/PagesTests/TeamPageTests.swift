import Activities
import TestSupport
import Testing
import Vocabulary

@testable import Pages

/// What pages are offered of teams, of points, and of what comes next.
@Suite struct TeamPageTests {
  // MARK: Teams

  @Test func theListHasAllTeamsByType() throws {
    var fixture = CommunityFixture()
    try fixture.add("song", from: "2026-11-04T19:00", to: "2026-11-04T20:00", rule: "FREQ=WEEKLY", host: "合唱队")
    try fixture.add("over", from: "2026-11-04T19:00", to: "2026-11-04T20:00", host: "合唱队")
    fixture.addTeam("choir", .performing, name: "合唱队", members: 30, page: "/teams/choir/")
    fixture.addTeam("band", .performing)
    fixture.addTeam("watch", .safety, members: 1200)
    fixture.addPage(.team, "choir", title: "合唱队")
    let page = try PrintedPages(fixture)["/teams/"]
    #expect(page["all"] == ["共 3 支，1230 人，另有 1 支没有报人数"])
    #expect(page["tally"] == ["1 平安巡防 #teams-safety", "2 文艺演出 #teams-performing"])
    #expect(page["type"] == ["safety 共 1 支，1200 人", "performing 共 2 支，30 人，另有 1 支没有报人数"])
    #expect(page["team"] == ["watch team-watch 1200 人", "band team-band", "choir team-choir /teams/choir/ 30 人"])
    #expect(page["meets"] == ["/activities/song/ 每周三 19:00–20:00"])
    #expect(page["empty"] == [])
  }

  /// By when each is next, whatever it is called and whenever it began.
  @Test func whatATeamMeetsForStandsByTime() throws {
    var fixture = CommunityFixture()
    for (id, day) in [("a-late", "2026-12-28"), ("b-soon", "2026-12-03")] {
      try fixture.add(id, from: "\(day)T14:00", to: "\(day)T16:00", host: "合唱队")
    }
    try fixture.add("c-weekly", from: "2026-11-04T19:00", to: "2026-11-04T20:00", rule: "FREQ=WEEKLY", host: "合唱队")
    fixture.addTeam("choir", .performing, name: "合唱队")
    let meets = try PrintedPages(fixture)["/teams/"]["meets"]
    let ids = meets.map { String($0.split(separator: "/")[1]) }
    #expect(ids == ["c-weekly", "b-soon", "a-late"])
  }

  /// What the word beside its name says is no fact once more.
  @Test func aTeamsTypeIsSaidOnce() throws {
    var fixture = CommunityFixture()
    fixture.addTeam("choir", .performing, name: "合唱队", members: 30, page: "/teams/choir/")
    fixture.addPage(.team, "choir", title: "合唱队")
    let page = try PrintedPages(fixture)["/teams/choir/"]
    #expect(page["fact"].filter { $0.contains("文艺演出") } == [] && page["fact"].contains { $0.contains("30 人") })
  }

  @Test func withRowsAloneThereIsAListAndAWayToIt() throws {
    var fixture = CommunityFixture()
    fixture.addTeam("band")
    let pages = try PrintedPages(fixture)
    #expect(try pages["/teams/"]["team"] == ["band team-band"])
    #expect(try pages["/"]["section"].contains("/teams/"))
  }

  @Test func aLongListHasFurtherPages() throws {
    var fixture = CommunityFixture()
    for number in 100..<250 { fixture.addTeam("t\(number)", .safety) }
    let pages = try PrintedPages(fixture)
    #expect(try pages["/teams/"]["type"] == ["safety 150 支 /teams/all/safety/"])
    #expect(try pages["/teams/"]["team"].count == 40)
    #expect(try pages["/teams/all/safety/"]["team"].count == 100 && pages["/teams/all/safety/2/"]["team"].count == 50)
    #expect(try pages["/teams/all/safety/2/"]["previous"] == ["/teams/all/safety/"])
  }

  /// What stands in a text has no address there: it would be the second.
  @Test func aBlockShowsWhatItAsksFor() throws {
    var fixture = CommunityFixture()
    fixture.addTeam("band", .performing, of: "quan")
    fixture.addTeam("watch", .safety)
    fixture.addPage(.page, "a", text: "```teams\nunit: fudong\n```")
    fixture.addPage(.page, "b", text: "```teams\ntype: sport\n```")
    let pages = try PrintedPages(fixture)
    #expect(try pages["/a/"]["team"] == ["watch"])
    #expect(try pages["/b/"]["team", "empty"] == ["empty"])
  }

  // MARK: Points

  @Test func anExchangeShowsRulesAndTotals() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("songtai", in: "quan", name: "嵩台社区", shortName: "嵩台")
    try fixture.add("day", from: "2026-11-28T09:00", to: "2026-11-28T11:00", unit: "quan")
    fixture.addList("gifts", of: .reward)
    fixture.addOffer("soap", on: "gifts") { $0.points = 20 }
    fixture.addPointsRule("help", 2, per: "小时", of: "quan", cap: (12, .day))
    fixture.addPointsRule("own", 3)
    for (month, people) in [("2026-08", 9), ("2026-09", 3), ("2026-10", 9)] {
      fixture.addPoints("fudong", in: month, earned: 1200, spent: 100, people: 20)
      fixture.addPoints("songtai", in: month, earned: 900, spent: 90, people: people)
    }
    fixture.addPage(.list, "gifts", "layout: exchange\nlist: [gifts]\nunit: quan\nactivities: [day]\n")
    fixture.addPage(.page, "how", text: "```points\nunit: fudong\n```")
    let pages = try PrintedPages(fixture)
    let page = try pages["/lists/gifts/"]
    #expect(page["rule"] == ["help 2 分/小时 每天最多 12 分"])
    #expect(page["month"] == ["2026-10 newest", "2026-09", "2026-08"])
    #expect(
      page["total"] == [
        "泉溪 2,100 190 29", "府东 1,200 100 20", "嵩台 900 90 9", "泉溪 2,100 190 23", "府东 不单列", "嵩台 不单列",
        "泉溪 2,100 190 29", "府东 1,200 100 20", "嵩台 900 90 9",
      ])
    #expect(page["chart"] == ["发出积分 2026年8月 2026年10月 2,100 分", "兑换积分 2026年8月 2026年10月 190 分"])
    #expect(page["awaited"] == ["下次兑换"] && page["awaits"] == ["day_20261128T0900"])
    #expect(try pages["/how/"]["rule"] == ["help 2 分/小时 每天最多 12 分", "own 3 分/次 不封顶"])
  }

  // MARK: What comes next

  @Test func aCancelledMeetingIsNotTheNext() throws {
    var fixture = CommunityFixture()
    try fixture.add("talks", from: "2026-11-16T10:00", to: "2026-11-16T11:00", rule: "FREQ=WEEKLY")
    fixture.change("talks", at: "2026-11-23T10:00", .cancelled, note: "停电")
    fixture.addPage(.council, "talks", "activities: [talks]\n")
    let page = try PrintedPages(fixture)["/councils/talks/"]
    #expect(page["awaits"] == ["talks_20261130T1000"] && page["occurrence"].count == 2)
  }

  @Test func withoutAMeetingNothingIsPromised() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.council, "talks")
    #expect(try PrintedPages(fixture)["/councils/talks/"]["awaited"] == [])
  }
}
