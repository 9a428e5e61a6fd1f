import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

@Suite struct ChangeTests {
  private func weekly() throws -> CommunityFixture {
    var fixture = CommunityFixture()
    try fixture.add("weekly", from: "2026-11-04T10:00", to: "2026-11-04T11:00", rule: "FREQ=WEEKLY")
    return fixture
  }

  @Test func anAddedOccurrenceStandsBesideTheRule() throws {
    var fixture = try weekly()
    fixture.change(
      "weekly", at: "2026-11-28T09:00", .added(.at("2026-11-28T09:00", "2026-11-28T12:00", "room")), note: "加一场")
    fixture.change("weekly", at: "2026-11-29T09:00", .added(.init()))
    let (community, problems) = try fixture.make()
    #expect(problems == [])
    #expect(
      community.lines == [
        "2026-11-18T10:00 scheduled hall weekly_20261118T1000", "2026-11-25T10:00 scheduled hall weekly_20261125T1000",
        "2026-11-28T09:00 scheduled room weekly_20261128T0900", "2026-11-29T09:00 scheduled hall weekly_20261129T0900",
        "2026-12-02T10:00 scheduled hall weekly_20261202T1000",
      ])
    let added = community.occurrences.filter(\.isAdded)
    #expect(added.map { $0.end - $0.start } == [180, 60])
    #expect(added.map { $0.titlePrefix(words) } == ["【加场】", "【加场】"] && added[0].remarks(words) == ["加一场"])
    let series = community.exceptions(of: community.activities[0])
    #expect(series.detached.map(\.id) == ["weekly_20261128T0900", "weekly_20261129T0900"])
    #expect(series.overrides.isEmpty)
  }

  @Test func anAddedOneMayBeWithdrawn() throws {
    var fixture = try weekly()
    fixture.change("weekly", at: "2026-11-28T09:00", .withdrawn(.at("2026-11-28T09:00", "2026-11-28T12:00")))
    let (community, problems) = try fixture.make()
    #expect(problems == [])
    #expect(community.lines.contains("2026-11-28T09:00 cancelled hall weekly_20261128T0900"))
  }

  @Test func addingWhatIsThereAlreadyIsAnError() throws {
    var fixture = try weekly()
    fixture.change("weekly", at: "2026-11-25T10:00", .added(.init()))
    #expect(try fixture.make().1.map(\.code) == ["data.occurrence-exists"])
  }

  @Test func aSeriesThatEndedEarlyIsShownAsCancelledForAWhile() throws {
    var fixture = try weekly()
    fixture.change("weekly", at: "2026-11-25T10:00", .ended, note: "教室拆了")
    let (community, problems) = try fixture.make()
    #expect(problems == [])
    #expect(
      community.lines == [
        "2026-11-18T10:00 scheduled hall weekly_20261118T1000", "2026-11-25T10:00 cancelled hall weekly_20261125T1000",
        "2026-12-02T10:00 cancelled hall weekly_20261202T1000",
      ])
    #expect(community.occurrences.map { $0.note(words) } == [nil, "教室拆了", "教室拆了"])
    let series = community.exceptions(of: community.activities[0])
    #expect(series.rule?.end == .until(TimeText.parseLocal("2026-12-23T10:00")!))
    #expect(series.overrides.count == 5)

    fixture.now = "2027-01-04T09:00:00+08:00"
    let later = try fixture.make().0
    #expect(later.lines == [] && !later.stillHappens(later.activities[0]))
  }

  @Test func aChangeAfterTheEndIsAnEventOfItsOwn() throws {
    var fixture = CommunityFixture()
    try fixture.add("daily", from: "2026-09-01T10:00", to: "2026-09-01T11:00", rule: "FREQ=DAILY")
    fixture.change("daily", at: "2026-09-01T10:00", .ended)
    fixture.change("daily", at: "2026-11-25T10:00", .moved(.at("2026-11-26T10:00", "2026-11-26T11:00")))
    let (community, _) = try fixture.make()
    #expect(community.lines == ["2026-11-26T10:00 moved hall daily_20261125T1000"])
    let series = community.exceptions(of: community.activities[0])
    #expect(series.detached.map(\.id) == ["daily_20261125T1000"])
  }

  @Test func whatIsCancelledAsAWholePromisesNoOtherTime() throws {
    var fixture = CommunityFixture()
    try fixture.add("off", from: "2026-11-25T10:00", to: "2026-11-25T11:00", status: .cancelled)
    fixture.change("off", at: "2026-11-25T10:00", .moved(.at("2026-11-26T10:00", "2026-11-26T11:00")))
    let (community, _) = try fixture.make()
    #expect(community.occurrences.map(\.status) == [.cancelled] && community.occurrences[0].movedFrom(words) == nil)
    #expect(
      community.occurrences[0].titlePrefix(words) == "【已取消】" && community.activities[0].titlePrefix(words) == "【已取消】")
  }

  @Test func oneMovedIntoTheFutureIsNotPast() throws {
    var fixture = CommunityFixture()
    try fixture.add("once", from: "2026-09-14T10:00", to: "2026-09-14T11:00")
    fixture.change("once", at: "2026-09-14T10:00", .moved(.at("2026-12-25T10:00", "2026-12-25T11:00")))
    let (community, _) = try fixture.make()
    #expect(community.pastOccurrences(of: community.activities[0]).isEmpty)
  }

  @Test func aSeriesEndsOnceAndWhereItHasAnOccurrence() throws {
    var fixture = try weekly()
    fixture.change("weekly", at: "2026-11-25T10:00", .ended)
    fixture.change("weekly", at: "2026-12-02T10:00", .ended)
    #expect(try fixture.make().1.map(\.code) == ["data.ended-twice"])
    var other = try weekly()
    other.change("weekly", at: "2026-11-26T10:00", .ended)
    #expect(try other.make().1.map(\.code) == ["data.no-such-occurrence"])
  }

  @Test func oneMovedAwayAppearsWhereItWasToBe() throws {
    var fixture = try weekly()
    fixture.change("weekly", at: "2026-11-25T10:00", .moved(.at("2026-11-27T10:00", "2026-11-27T11:00", "room")))
    let (community, _) = try fixture.make()
    let shown = community.appearances(of: community.activities[0])
    #expect(
      shown.map { "\(TimeText.local($0.start)) \($0.role)" } == [
        "2026-11-18T10:00 starts", "2026-11-25T10:00 movedAway", "2026-11-27T10:00 starts", "2026-12-02T10:00 starts",
      ])
    let moved = shown[1].occurrence
    #expect(moved.movedFrom(words) == "11月25日 周三 10:00–11:00，hall")
    #expect(moved.movedTo(words) == "11月27日 周五 10:00–11:00，room")
    #expect(moved.titlePrefix(words) == "【已调整】" && moved.remarks(words) == ["原定：11月25日 周三 10:00–11:00，hall"])
    #expect(shown[0].occurrence.titlePrefix(words) == "" && shown[0].occurrence.remarks(words) == [])
  }

  /// What had no place yet was nowhere before: there is nothing to say after “原定：”.
  @Test func oneThatGotItsFirstPlaceWasNotMovedFromAnywhere() throws {
    var fixture = CommunityFixture()
    try fixture.add("open", from: "2026-11-25T10:00", to: "2026-11-25T11:00", venue: nil)
    fixture.change("open", at: "2026-11-25T10:00", .moved(.init(venue: .init("room"))))
    let occurrence = try #require(try fixture.make().0.occurrences.first)
    #expect(occurrence.status == .moved && occurrence.venue?.name == "room" && occurrence.movedTo(words) == "room")
    #expect(occurrence.movedFrom(words) == nil)
  }

  @Test func oneMovedWithinItsDayAppearsOnce() throws {
    var fixture = try weekly()
    fixture.change("weekly", at: "2026-11-25T10:00", .moved(.at("2026-11-25T15:00", "2026-11-25T16:00")))
    let (community, _) = try fixture.make()
    #expect(community.appearances(of: community.activities[0]).map(\.role) == [.starts, .starts, .starts])
  }

  @Test func whatRunsOnAppearsOnEachOfItsDays() throws {
    var fixture = CommunityFixture()
    try fixture.add("show", from: "2026-11-10T09:00", to: "2026-11-18T17:00")
    try fixture.add("night", from: "2026-11-24T22:00", to: "2026-11-25T06:00")
    try fixture.add("day", from: "2026-11-26T00:00", to: "2026-11-27T00:00")
    let (community, _) = try fixture.make()
    let days = community.appearances(of: community.occurrences)
    func on(_ day: String) -> [String] {
      (days[TimeText.parseDate(day)!] ?? []).map { "\($0.occurrence.activity.id) \($0.role) \(TimeText.time($0.end))" }
    }
    #expect(on("2026-11-16") == ["show continues 00:00"] && on("2026-11-18") == ["show continues 17:00"])
    #expect(on("2026-11-19") == [])
    #expect(on("2026-11-24") == ["night starts 06:00"] && on("2026-11-25") == ["night continues 06:00"])
    #expect(on("2026-11-26") == ["day starts 00:00"] && on("2026-11-27") == [])
  }

  @Test func whatIsOverIsFoundInTheArchiveForNinetyDays() throws {
    var fixture = CommunityFixture()
    try fixture.add("daily", from: "2026-01-01T10:00", to: "2026-01-01T11:00", rule: "FREQ=DAILY")
    let (community, _) = try fixture.make()
    #expect(community.archive.count == 85)
    #expect(community.archive.first?.id == "daily_20260823T1000" && community.archive.last?.id == "daily_20261115T1000")
    #expect(community.pastOccurrences(of: community.activities[0]).count == 85)
  }
}
