import CivilTime
import Diagnostics
import TestSupport
import Testing

@testable import Screens

/// What is counted down to: each number has its own stretch of time, without gaps up to the end.
@Suite struct CountdownSlideTests {
  private func shown(_ date: String, _ more: String = "") throws -> ShownSlide {
    try CommunityFixture().shown("slide: countdown, date: \(date), before: 离冬至还有\(more)")
  }

  private func said(_ shown: ShownSlide, at time: String) -> [String] {
    let ids = shown.ids(at: time)
    return shown.items.filter { ids.contains($0.id) }.map { "\($0.title)\($0.value ?? "")\($0.suffix ?? "")" }
  }

  @Test(arguments: [
    ("11-21T00:00", ["离冬至还有4天"]), ("11-21T23:59", ["离冬至还有4天"]), ("11-22T00:00", ["离冬至还有3天"]),
    ("11-23T23:59", ["离冬至还有2天"]),
    ("11-24T00:00", ["离冬至还有24小时"]), ("11-24T01:00", ["离冬至还有23小时"]), ("11-24T23:30", ["离冬至还有不到1小时"]),
    ("11-25T00:00", ["今天冬至"]), ("11-25T23:59", ["今天冬至"]), ("11-26T00:00", []), ("12-01T10:00", []),
  ])
  func aDay(time: String, wanted: [String]) throws {
    #expect(said(try shown("2026-11-25", ", onDay: 今天冬至"), at: time) == wanted)
  }

  /// Of a time, the hours of its last 24; nothing stands after it without words for the day.
  @Test(arguments: [
    ("11-24T14:29", ["离冬至还有1天"]), ("11-24T14:30", ["离冬至还有24小时"]), ("11-25T13:29", ["离冬至还有2小时"]),
    ("11-25T13:30", ["离冬至还有不到1小时"]),
    ("11-25T14:30", []),
  ])
  func aTime(time: String, wanted: [String]) throws {
    #expect(said(try shown("2026-11-25T14:30"), at: time) == wanted)
  }

  @Test func numbersFollowEachOtherWithoutAGap() throws {
    let items = try shown("2026-11-25T14:30", ", onDay: 开始了").items
    for (one, next) in zip(items, items.dropFirst()) { #expect(one.until == next.from) }
    #expect(
      items.first?.stretch.hasPrefix("11-21T00:00") == true && items.last?.stretch.hasSuffix("11-26T00:00") == true)
    #expect(Set(items.map(\.id)).count == items.count && items.allSatisfy { $0.line == "2026年11月25日 周三 14:30" })
  }

  @Test func farAwayAndOver() throws {
    let far = try shown("2029-11-21")
    #expect(far.items.count == 15 && far.items[0].value == "1,096")
    var fixture = CommunityFixture()
    fixture.addScreen("lobby", ["slide: countdown, date: 2026-11-20, before: 离冬至还有, onDay: 今天冬至"])
    #expect(try fixture.make().1.map(\.code) == ["screen.countdown-over"])
    fixture.addScreen("lobby", ["slide: countdown, date: 2026-11-21, before: 离冬至还有, onDay: 今天冬至"])
    #expect(try fixture.make().1.isEmpty)
    fixture.addScreen("lobby", ["slide: countdown, date: 2026-11-21, before: 离冬至还有"])
    #expect(try fixture.make().1.map(\.code) == ["screen.countdown-over"])
  }
}
