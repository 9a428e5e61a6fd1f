import Activities
import CivilTime
import TestSupport
import Testing
import Vocabulary

@testable import Screens

/// Who is on duty by duty sheets, on the wall.
@Suite struct ShiftSlideTests {
  /// From the day before it begins until it is over, below its day; a number alone stands for its post.
  @Test func aShiftIsShownFromTheDayBefore() throws {
    var fixture = CommunityFixture()
    fixture.data[ShiftRecord.self] = [
      ShiftRecord(
        unit: .init("fudong")!, firstDay: TimeText.parseDate("2026-11-21")!, post: "夜班",
        hours: ShiftHours("17:30-08:30"),
        holder: "治安岗", phone: "0531-0000-1301"),
      ShiftRecord(
        unit: .init("fudong")!, firstDay: TimeText.parseDate("2026-11-23")!,
        lastDay: TimeText.parseDate("2026-11-29")!, post: "值班", phone: "0531-0000-1302"),
    ]
    let shown = try fixture.shown("slide: roster")
    #expect(
      shown.stretches == [
        "shift-fudong-2026-11-21-1 11-21T00:00 11-22T08:30", "shift-fudong-2026-11-23-1 11-22T00:00 11-30T00:00",
      ])
    let night = try shown.item("shift-fudong-2026-11-21-1")
    #expect(night.title == "治安岗" && night.chip == "夜班" && night.when == "17:30–次日 08:30")
    #expect(night.group == "11月21日 星期六" && night.line == "0531-0000-1301")
    let week = try shown.item("shift-fudong-2026-11-23-1")
    #expect(week.title == "值班" && week.chip == nil && week.when == nil && week.group == "11月23日–29日")
  }
}
