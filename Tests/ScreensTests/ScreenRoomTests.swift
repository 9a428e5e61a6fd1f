import CivilTime
import TestSupport
import Testing

@testable import Community
@testable import Screens

/// What of a day that is too much for a screen stays on it.
@Suite struct ScreenRoomTests {
  /// Six at each full hour of a day, and one that lasts into the night.
  private func lines() throws -> [Appearance] {
    var fixture = CommunityFixture()
    for hour in 10..<20 {
      for number in 0..<6 {
        try fixture.add("h\(hour)-\(number)", from: "2026-11-25T\(hour):00", to: "2026-11-25T\(hour + 1):30")
      }
    }
    try fixture.add("late", from: "2026-11-25T12:00", to: "2026-11-25T23:00")
    let community = try fixture.community()
    let byDay = community.appearances(of: community.occurrences)
    return try #require(byDay.values.first)
  }

  @Test func whatFitsStays() throws {
    let lines = try lines()
    #expect(ScreenRoom.all.soonest(lines).count == 61 && ScreenRoom(ofEachDay: 61).soonest(lines).count == 61)
  }

  /// Looked at at any time, the next to begin is there, and something as long as there is anything.
  @Test(arguments: [2, 4, 12, 24, 50])
  func theNextIsAlwaysThere(room: Int) throws {
    let lines = try lines()
    let kept = ScreenRoom(ofEachDay: room).soonest(lines)
    #expect(kept.count < lines.count && kept.count <= max(room, 10) + 1)
    #expect(kept.map(\.start) == kept.map(\.start).sorted())
    for minute in stride(from: 0, to: 15 * 60, by: 5).map({ lines[0].start + $0 }) {
      #expect(lines.first { $0.start >= minute }?.start == kept.first { $0.start >= minute }?.start)
      #expect(lines.contains { $0.end > minute } == kept.contains { $0.end > minute })
    }
  }

  @Test func noticesKeepTheFirstAndTheOneThatHoldsLongest() throws {
    var fixture = CommunityFixture()
    for number in 1...6 {
      fixture.addNotice("n\(number)", "expiresAt: 2026-12-\(20 - number)\n", date: "2026-11-1\(number)")
    }
    let notices = try fixture.community().pages.currentNotices
    try #require(notices.map(\.page.slug.text) == ["n6", "n5", "n4", "n3", "n2", "n1"])
    #expect(ScreenRoom(ofEachDay: 1).first(notices).map(\.page.slug.text) == ["n6", "n5", "n1"])
    #expect(ScreenRoom(ofEachDay: 3).first(notices).count == 6)
  }

  /// A slide says so, and below the day's lines how many there are.
  @Test func aSlideSaysThatItIsAPart() throws {
    var fixture = CommunityFixture()
    for number in 0..<9 {
      try fixture.add("a\(number)", from: "2026-11-25T10:0\(number)", to: "2026-11-25T11:0\(number)")
    }
    fixture.addScreen("lobby", ["slide: today", "slide: notices"])
    let community = try fixture.community()
    var compiler = ProgrammeCompiler(community, try #require(community.screens.first), room: ScreenRoom(ofEachDay: 4))
    let programme = compiler.programme()
    let slide = programme.slides[0]
    #expect(slide.most == 4 && programme.slides[1].most == nil)
    let items = slide.items.map { programme.items[$0] }
    #expect(items.last?.id == "total-2026-11-25" && items.last?.title.contains("9") == true)
    #expect(items.last?.stretch == "11-25T00:00 11-25T11:08")
    var whole = ProgrammeCompiler(community, try #require(community.screens.first))
    #expect(whole.programme().slides[0].most == nil && whole.programme(within: 100) == nil)
  }
}
