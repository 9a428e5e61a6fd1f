import Activities
import CivilTime
import TestSupport
import Testing
import Vocabulary

@testable import Community

/// What an occurrence of a series is about.
@Suite struct TopicTests {
  private func fixture() throws -> CommunityFixture {
    var fixture = CommunityFixture()
    try fixture.add(
      "study", from: "2026-11-04T10:00", to: "2026-11-04T11:00", rule: "FREQ=WEEKLY", title: "周三学习", host: "书记",
      summary: "一起学")
    return fixture
  }

  private func lines(_ fixture: CommunityFixture) throws -> [String] {
    try fixture.community().occurrences.map {
      "\(TimeText.local($0.start)) \($0.status.rawValue) \($0.title) \($0.summary ?? "-") \($0.host ?? "-")"
    }
  }

  @Test func aTopicStandsBehindTheSeriesTitleAndChangesNothingElse() throws {
    var fixture = try fixture()
    fixture.change("study", at: "2026-11-25T10:00", .topic, topic: "《乡土中国》", host: "讲师")
    #expect(
      try lines(fixture) == [
        "2026-11-18T10:00 scheduled 周三学习 一起学 书记", "2026-11-25T10:00 scheduled 周三学习：《乡土中国》 一起学 讲师",
        "2026-12-02T10:00 scheduled 周三学习 一起学 书记",
      ])
  }

  @Test func whatIsMovedOrAddedMayHaveATopicToo() throws {
    var fixture = try fixture()
    fixture.change(
      "study", at: "2026-11-25T10:00", .moved(.at("2026-11-26T15:00", "2026-11-26T16:00")), topic: "甲", summary: "讲甲")
    fixture.change("study", at: "2026-11-28T09:00", .added(.init()), topic: "乙")
    let lines = try lines(fixture)
    #expect(lines.contains("2026-11-26T15:00 moved 周三学习：甲 讲甲 书记"))
    #expect(lines.contains("2026-11-28T09:00 scheduled 周三学习：乙 一起学 书记"))
  }

  @Test func anEnglishTitleHasAnEnglishColon() throws {
    var fixture = CommunityFixture()
    try fixture.add("club", from: "2026-11-25T10:00", to: "2026-11-25T11:00", title: "Reading club")
    fixture.change("club", at: "2026-11-25T10:00", .topic, topic: "Emma")
    #expect(try fixture.community().occurrences.map(\.title) == ["Reading club: Emma"])
  }

  /// A calendar tells it as an override; a day that the series leaves out stays left out.
  @Test func aTopicIsAnOverrideAndNoOccurrence() throws {
    var fixture = try fixture()
    fixture.change("study", at: "2026-11-25T10:00", .topic, topic: "甲")
    let community = try fixture.community()
    let series = community.exceptions(of: community.activities[0])
    #expect(series.overrides.map(\.title) == ["周三学习：甲"] && series.detached.isEmpty)
    var wrong = try self.fixture()
    wrong.change("study", at: "2026-11-26T10:00", .topic, topic: "甲")
    #expect(try wrong.make().1.map(\.code) == ["data.no-such-occurrence"])
  }

  /// A topic does not bring back what the series leaves out, neither on pages nor in calendars.
  @Test func aTopicOnADayOffStaysLeftOut() throws {
    var fixture = CommunityFixture()
    fixture.addHolidays()
    try fixture.add(
      "class", from: "2026-09-30T10:00", to: "2026-09-30T11:00", rule: "FREQ=WEEKLY", onHoliday: .skipped)
    fixture.change("class", at: "2026-10-07T10:00", .topic, topic: "甲")
    fixture.now = "2026-10-05T09:00:00+08:00"
    let (community, problems) = try fixture.make()
    #expect(problems.map(\.code) == ["data.topic-on-day-off"])
    #expect(community.occurrences.map { TimeText.local($0.start) } == ["2026-10-14T10:00"])
    let series = community.exceptions(of: community.activities[0])
    #expect(series.excluded.map { TimeText.local($0) } == ["2026-10-07T10:00"] && series.overrides.isEmpty)
  }
}
