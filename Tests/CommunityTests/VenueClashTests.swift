import Activities
import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Community

/// Two in one place at one time.
@Suite struct VenueClashTests {
  private func clashes(_ fixture: CommunityFixture) throws -> [Diagnostic] {
    try fixture.make().1.filter { $0.code == "data.venue-clash" }
  }

  /// A class on Wednesdays, 14:30 to 16:00.
  private func withClass() throws -> CommunityFixture {
    var fixture = CommunityFixture()
    try fixture.add("choir", from: "2026-11-25T14:30", to: "2026-11-25T16:00", rule: "FREQ=WEEKLY", title: "合唱")
    return fixture
  }

  @Test func bothAreNamedWithTimeAndPlace() throws {
    var fixture = try withClass()
    try fixture.add(
      "brush", from: "2026-11-25T15:00", to: "2026-11-25T17:00", rule: "FREQ=WEEKLY;BYDAY=WE,FR", title: "书法")
    let clash = try #require(try clashes(fixture).first)
    #expect(clash.severity == .warning)
    #expect(
      clash.message.zh == "“合唱”（choir）和“书法”（brush）同一时间都在“hall”：2026年11月25日 周三 15:00–16:00，此后 92 天里还有 12 次")
    #expect(
      clash.message.en.contains("“合唱” (choir)") && clash.message.en.contains("“书法” (brush)")
        && clash.message.en.contains("15:00–16:00"))
    guard case .row(_, "activity", "id=brush", "venue_id")? = clash.location else {
      Issue.record("\(String(describing: clash.location))")
      return
    }
  }

  /// What the other one may be: its start and end, its rule, its place.
  private static let others: [(String, String, String?, String, Bool)] = [
    // On other days, though the weekday or the hours are alike.
    ("2026-11-26T14:30", "2026-11-26T16:00", "FREQ=WEEKLY", "hall", false),
    ("2026-11-24T14:30", "2026-11-24T16:00", "FREQ=WEEKLY;BYDAY=TU,TH", "hall", false),
    // One after the other.
    ("2026-11-25T16:00", "2026-11-25T17:30", "FREQ=WEEKLY", "hall", false),
    ("2026-11-25T13:00", "2026-11-25T14:30", "FREQ=WEEKLY", "hall", false),
    ("2026-11-25T15:00", "2026-11-25T16:30", "FREQ=WEEKLY", "room", false),
    ("2026-11-25T15:59", "2026-11-25T16:30", "FREQ=WEEKLY", "hall", true),
    ("2026-11-25T09:00", "2026-11-25T21:00", "FREQ=DAILY", "hall", true),
    // The last Wednesday of a month; another month's first day may be one.
    ("2026-11-25T15:00", "2026-11-25T16:00", "FREQ=MONTHLY;BYDAY=-1WE", "hall", true),
    ("2026-12-01T15:00", "2026-12-01T16:00", "FREQ=MONTHLY", "hall", false),
    // Once: on a Wednesday, of this term or of the next.
    ("2027-01-20T15:00", "2027-01-20T16:00", nil, "hall", true),
    ("2027-06-02T15:00", "2027-06-02T16:00", nil, "hall", false),
    // Over, when today begins.
    ("2026-09-02T15:00", "2026-09-02T16:00", "FREQ=WEEKLY;UNTIL=20261118T070000Z", "hall", false),
    // An exhibition.
    ("2026-11-23T00:00", "2026-11-29T00:00", nil, "hall", false),
    ("2026-11-23T00:00", "2026-11-24T00:00", "FREQ=DAILY", "hall", false),
    // Past midnight.
    ("2026-11-24T22:00", "2026-11-25T15:00", "FREQ=WEEKLY", "hall", true),
  ]

  @Test(arguments: others)
  func theOtherOne(start: String, end: String, rule: String?, venue: String, isClash: Bool) throws {
    var fixture = try withClass()
    try fixture.add("other", from: start, to: end, rule: rule, venue: venue)
    #expect(try clashes(fixture).count == (isClash ? 1 : 0))
  }

  /// A house has several rooms; of a place of which nothing is said none is known of.
  @Test(arguments: [
    (VenueType?.none, true), (.classroom, true), (.councilHall, true), (.centre, false), (.square, false),
    (.online, false),
  ])
  func placesWithRoomForSeveral(type: VenueType?, isClash: Bool) throws {
    var fixture = CommunityFixture()
    fixture.addVenue("place", type: type)
    for id in ["one", "other"] {
      try fixture.add(id, from: "2026-11-25T14:30", to: "2026-11-25T16:00", venue: "place")
    }
    #expect(try clashes(fixture).count == (isClash ? 1 : 0))
  }

  /// Every second week, in turn.
  @Test func seriesThatTakeTurns() throws {
    var fixture = CommunityFixture()
    try fixture.add("odd", from: "2026-11-25T14:30", to: "2026-11-25T16:00", rule: "FREQ=WEEKLY;INTERVAL=2")
    try fixture.add("even", from: "2026-12-02T14:30", to: "2026-12-02T16:00", rule: "FREQ=WEEKLY;INTERVAL=2")
    #expect(try clashes(fixture).isEmpty)
  }

  @Test(arguments: [ActivityStatus.cancelled, .postponed, .draft])
  func whatDoesNotTakePlace(status: ActivityStatus) throws {
    var fixture = try withClass()
    try fixture.add(
      "other", from: "2026-11-25T15:00", to: "2026-11-25T16:00", rule: "FREQ=WEEKLY", status: status)
    #expect(try clashes(fixture).isEmpty)
  }

  /// One meeting at the time of the class, which makes way for it, or does not.
  private static let changes: [(ActivityChangeRecord.Change, Bool)] = [
    (.cancelled, false), (.moved(.at("2026-11-25T09:00", "2026-11-25T10:00")), false),
    (.moved(.at("2026-11-25T14:30", "2026-11-25T16:00", "room")), false),
    (.moved(.at("2026-11-25T14:00", "2026-11-25T15:30")), true), (.topic, true),
  ]

  @Test(arguments: changes)
  func aClassMakesWay(change: ActivityChangeRecord.Change, isClash: Bool) throws {
    var fixture = try withClass()
    try fixture.add("meeting", from: "2026-11-25T15:00", to: "2026-11-25T16:00")
    fixture.change("choir", at: "2026-11-25T14:30", change, topic: change == .topic ? "新歌" : nil)
    #expect(try clashes(fixture).count == (isClash ? 1 : 0))
  }

  /// The row that moved it there is the one to mend.
  @Test func whatIsMovedIntoAnothers() throws {
    var fixture = try withClass()
    try fixture.add("dance", from: "2026-11-26T19:00", to: "2026-11-26T20:00", rule: "FREQ=WEEKLY", venue: "room")
    fixture.change("dance", at: "2026-12-03T19:00", .moved(.at("2026-12-02T15:00", "2026-12-02T16:00", "hall")))
    let clash = try #require(try clashes(fixture).first)
    guard case .row(_, "activity_change", "activity_id=dance,occurs_at=2026-12-03T19:00", _)? = clash.location else {
      Issue.record("\(String(describing: clash.location))")
      return
    }
    #expect(clash.message.zh.contains("2026年12月2日 周三 15:00–16:00") && !clash.message.zh.contains("还有"))
  }

  /// What is put off by a holiday comes to stand where another one is.
  @Test func whatAHolidayPutsOff() throws {
    var fixture = CommunityFixture()
    fixture.addHolidays()
    fixture.now = "2026-09-25T09:00:00+08:00"
    // October 1 to 7 are days off; the 8th is a Thursday.
    try fixture.add(
      "service", from: "2026-10-07T09:00", to: "2026-10-07T11:00", rule: "FREQ=MONTHLY", onHoliday: .nextWorkday)
    try fixture.add("meeting", from: "2026-10-08T10:00", to: "2026-10-08T12:00")
    #expect(try clashes(fixture).count == 1)
  }

  /// As many as there may be are said in few lines, and the rest is counted.
  @Test func manyAreCounted() throws {
    var fixture = CommunityFixture()
    for number in 0..<300 {
      try fixture.add("class-\(number)", from: "2026-11-25T14:30", to: "2026-11-25T16:00", rule: "FREQ=WEEKLY")
    }
    let clashes = try clashes(fixture)
    #expect(clashes.count == VenueClashCheck.most + 1)
    #expect(clashes.contains { $0.message.zh.hasPrefix("还有 289 对") }, "\(clashes.map(\.message.zh))")
  }
}
