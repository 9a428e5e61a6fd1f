import Activities
import CivilTime
import Community
import TestSupport
import Testing
import Vocabulary

@testable import Screens

/// Slides of teams, of what points buy, and of what comes next.
@Suite struct TeamSlideTests {
  private func fixture() throws -> CommunityFixture {
    var fixture = CommunityFixture()
    try fixture.add(
      "practice", from: "2026-11-04T19:00", to: "2026-11-04T20:00", rule: "FREQ=WEEKLY", host: "合唱队")
    fixture.addTeam("choir", .performing, name: "合唱队", members: 30, summary: "不限嗓子", page: "/teams/choir/")
    fixture.addPage(.team, "choir", title: "合唱队", "contact: 0531-0000-1301\n")
    fixture.addTeam("watch", .safety, of: "quan", name: "巡防队")
    return fixture
  }

  @Test func itSaysWhenAndWhereATeamMeets() throws {
    let shown = try fixture().shown("slide: team, team: [choir]")
    let item = try #require(shown.items.first)
    #expect(shown.ids == ["team-choir"] && item.title == "合唱队" && item.chip == "文艺演出" && item.text == "不限嗓子")
    #expect(item.line == "府东 · 30 人" && item.lines.first == "每周三 19:00–20:00，hall")
    #expect(item.lines.last?.hasSuffix("0531-0000-1301") == true && item.code != nil)
  }

  /// Without pages named it shows those of the screen's units, or of the unit and the type that it asks for; with or without a page.
  @Test func itShowsTheTeamsOfAUnit() throws {
    let fixture = try fixture()
    #expect(try fixture.shown("slide: team").ids == ["team-watch", "team-choir"].sorted { $0 > $1 })
    #expect(try fixture.shown("slide: team", "units: [fudong]\n").ids == ["team-choir"])
    #expect(try fixture.shown("slide: team, type: safety").ids == ["team-watch"])
    #expect(try fixture.shown("slide: team, limit: 1").items.count == 1)
  }

  /// What has met for the last time is on no later poster, and what was over before the build on none.
  @Test func whatATeamMeetsForLeavesThePosterWithItsLastDate() throws {
    var fixture = try fixture()
    for (id, day) in [("past", "2026-11-20"), ("visit", "2026-11-22"), ("outing", "2026-11-24")] {
      try fixture.add(id, from: "\(day)T09:00", to: "\(day)T11:00", host: "合唱队")
    }
    try fixture.add(
      "course", from: "2026-11-02T15:00", to: "2026-11-02T16:00", rule: "FREQ=WEEKLY;COUNT=2", host: "合唱队")
    let shown = try fixture.shown("slide: team, team: [choir]")
    #expect(shown.ids == ["team-choir", "team-choir-20261122T1100", "team-choir-20261124T1100"])
    #expect(
      shown.stretches == [
        "team-choir 11-21T00:00 11-22T11:00", "team-choir-20261122T1100 11-22T11:00 11-24T11:00",
        "team-choir-20261124T1100 11-24T11:00 12-06T00:00",
      ])
    #expect(shown.items.map { $0.lines.count } == [4, 3, 2])
  }

  // MARK: What comes next

  /// One after the other, each until it is over; what is cancelled is no next one.
  @Test func theNextMeetingIsRightWithoutANewFeed() throws {
    var fixture = CommunityFixture()
    try fixture.add("talks", from: "2026-11-16T10:00", to: "2026-11-16T11:00", rule: "FREQ=WEEKLY")
    fixture.change("talks", at: "2026-11-23T10:00", .cancelled, note: "停电")
    fixture.addList("topics", of: .topic)
    fixture.addMatter("gate", on: "topics", .doing, title: "北门", raised: "2026-10-01", owner: "居委会")
    fixture.addStep("gate", on: "2026-10-02", "议过一次", votes: (8, 2, 1))
    fixture.addPage(.council, "talks", title: "议事会", "list: topics\nactivities: [talks]\n")
    let shown = try fixture.shown("slide: list, list: topics")
    #expect(shown.ids == ["next-talks_20261130T1000", "matter-gate"])
    #expect(shown.stretches.first?.hasSuffix("11-21T00:00 11-30T11:00") == true)
    #expect(shown.items.first?.title == "下次会议：11月30日 周一 10:00–11:00")
  }

  // MARK: Exchange

  @Test func whatCanBeHadAndHowItIsEarned() throws {
    var fixture = CommunityFixture()
    fixture.addList("gifts", of: .reward, categories: [("goods", "日用")])
    fixture.addOffer("soap", on: "gifts", title: "洗衣液") {
      $0.category = .init("goods")
      $0.points = 20
      $0.quantity = 10
      $0.taken = 4
      $0.per = "袋"
    }
    fixture.addPointsRule("help", 2, per: "小时", of: "quan", title: "志愿服务", cap: (12, .day), note: "签字")
    fixture.addPage(.list, "gifts", "layout: exchange\nlist: [gifts]\n")
    let shown = try fixture.shown("slide: list, list: gifts")
    #expect(shown.ids == ["service-soap", "points-help"])
    #expect(shown.items[0].side == "20 积分" && shown.items[0].line?.contains("6") == true)
    #expect(shown.items[1].side == "2 分/小时" && shown.items[1].line == "每天最多 12 分 · 签字")
    #expect(shown.items[1].group == "怎么攒分")
  }
}
