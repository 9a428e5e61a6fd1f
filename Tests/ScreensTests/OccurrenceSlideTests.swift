import Activities
import CivilTime
import TestSupport
import Testing
import Vocabulary

@testable import Screens

@Suite struct OccurrenceSlideTests {
  /// Wednesdays at ten in the hall, with a class and a host; the one of November 25 is cancelled, that of December 2 moved to the day after.
  private func weekly() throws -> CommunityFixture {
    var fixture = CommunityFixture()
    try fixture.add(
      "weekly", from: "2026-11-04T10:00", to: "2026-11-04T11:00", rule: "FREQ=WEEKLY", title: "课堂", kind: .classroom,
      track: .practice, host: "党校")
    fixture.change("weekly", at: "2026-11-25T10:00", .cancelled, note: "停电")
    fixture.change("weekly", at: "2026-12-02T10:00", .moved(.at("2026-12-03T15:00", "2026-12-03T16:30", "room")))
    return fixture
  }

  // MARK: Today

  @Test func todayIsEachDaysFromItsMidnight() throws {
    var fixture = try weekly()
    try fixture.add("morning", from: "2026-11-21T07:00", to: "2026-11-21T08:00")
    let shown = try fixture.shown("slide: today")
    #expect(
      shown.ungrouped.map { "\($0.id) \($0.stretch)" } == [
        // What is over at the build is told too: the timeline begins at midnight.
        "morning_20261121T0700 11-21T00:00 11-21T08:00", "weekly_20261125T1000 11-25T00:00 11-25T11:00",
        "weekly_20261202T1000-moved-away 12-02T00:00 12-02T11:00", "weekly_20261202T1000 12-03T00:00 12-03T16:30",
      ])
    #expect(shown.slide.empty?.isEmpty == false)
  }

  /// From the end of a day's last to midnight, the first three of the next day that has any: what takes place, and whose name says the day.
  @Test func whenNothingMoreComesTodayTheNextDaysFirstAreTold() throws {
    var fixture = CommunityFixture()
    try fixture.add("morning", from: "2026-11-21T07:00", to: "2026-11-21T08:00")
    try fixture.add("off", from: "2026-11-22T09:00", to: "2026-11-22T10:00", status: .cancelled)
    for hour in [10, 12, 14, 16] {
      try fixture.add("h\(hour)", from: "2026-11-23T\(hour):00", to: "2026-11-23T\(hour + 1):00")
    }
    try fixture.add("later", from: "2026-11-24T10:00", to: "2026-11-24T11:00")
    let shown = try fixture.shown("slide: today")
    let ahead = shown.items.filter { $0.group != nil }
    #expect(
      ahead.filter { $0.until <= TimeText.parseLocal("2026-11-23T00:00")! }.map { "\($0.id) \($0.stretch)" } == [
        "h10_20261123T1000 11-21T08:00 11-22T00:00", "h12_20261123T1200 11-21T08:00 11-22T00:00",
        "h14_20261123T1400 11-21T08:00 11-22T00:00", "h10_20261123T1000 11-22T10:00 11-23T00:00",
        "h12_20261123T1200 11-22T10:00 11-23T00:00", "h14_20261123T1400 11-22T10:00 11-23T00:00",
      ])
    #expect(
      Set(ahead.compactMap(\.group)) == ["今天没有安排了，下一场在 11月23日 星期一", "今天没有安排了，明天 11月23日 星期一", "今天没有安排了，明天 11月24日 星期二"])
    // After the last that is known, nothing is claimed.
    #expect(shown.ids(at: "11-24T12:00").isEmpty)
  }

  /// What is over makes room for what comes after it.
  @Test func aLimitCountsWhatIsShownAtOnce() throws {
    var fixture = CommunityFixture()
    for hour in [10, 12, 14, 16] {
      try fixture.add("h\(hour)", from: "2026-11-23T\(hour):00", to: "2026-11-23T\(hour + 1):00")
    }
    let shown = try fixture.shown("slide: today, limit: 2")
    #expect(
      shown.ungrouped.map { "\($0.id) \($0.stretch)" } == [
        "h10_20261123T1000 11-23T00:00 11-23T11:00", "h12_20261123T1200 11-23T00:00 11-23T13:00",
        "h14_20261123T1400 11-23T11:00 11-23T15:00", "h16_20261123T1600 11-23T13:00 11-23T17:00",
      ])
    #expect(try fixture.shown("slide: week, limit: 1").ids(at: "11-23T11:00").map { $0.prefix(3) } == ["h12"])
  }

  @Test func daysSayHowFarAListReaches() throws {
    let week = try weekly().shown("slide: week, days: 2")
    #expect(week.ids(at: "11-23T12:00").isEmpty && week.ids(at: "11-24T12:00") == ["weekly_20261125T1000"])
    let changes = try weekly().shown("slide: changes, days: 1")
    #expect(changes.ids(at: "11-23T12:00").isEmpty && changes.ids(at: "11-24T12:00") == ["weekly_20261125T1000"])
  }

  @Test func whatALineSays() throws {
    let shown = try weekly().shown("slide: today")
    let cancelled = try shown.item("weekly_20261125T1000")
    #expect(cancelled.title == "课堂" && cancelled.when == "10:00–11:00" && cancelled.tone == "practice")
    #expect(cancelled.status == .cancelled && cancelled.mark?.isEmpty == false && !cancelled.takesPlace)
    #expect(cancelled.chip == "实践操作" && cancelled.line == "hall · 党校" && cancelled.text == "停电")
    let moved = try shown.item("weekly_20261202T1000")
    #expect(moved.status == .moved && moved.when == "15:00–16:30" && moved.place == "room" && moved.takesPlace)
    #expect(moved.start.map(\.minuteOfDay) == 15 * 60)
    // Where it was to be, it says where it is, and never seems to go on.
    let away = try shown.item("weekly_20261202T1000-moved-away")
    #expect(away.when == "10:00–11:00" && away.place == nil && away.start == nil && away.end == nil)
    #expect(away.line?.contains("12月3日") == true && away.line?.contains("room") == true)
  }

  @Test func anExtraOneIsMarked() throws {
    var fixture = try weekly()
    fixture.change("weekly", at: "2026-11-28T09:00", .added(.init()))
    let item = try fixture.shown("slide: today").item("weekly_20261128T0900")
    #expect(item.status == .scheduled && item.mark?.isEmpty == false)
  }

  /// Where there is a number of places and of those who come.
  @Test(arguments: [(nil, 1, nil), (4, 0, nil), (4, 1, true), (4, 4, false)] as [(Int?, Int, Bool?)])
  func placesStandAtTheEndOfTheLine(capacity: Int?, enrolled: Int, isLeft: Bool?) throws {
    var fixture = CommunityFixture()
    try fixture.add("a", from: "2026-11-22T10:00", to: "2026-11-22T11:00", capacity: capacity)
    if enrolled > 0 { fixture.enrol(enrolled, for: "a", at: "2026-11-22T10:00") }
    let side = try fixture.shown("slide: today").items.first?.side
    #expect(side.map { $0.contains("3") } == isLeft)
  }

  @Test func whatRunsOnHasALineOnEachDay() throws {
    var fixture = CommunityFixture()
    try fixture.add("night", from: "2026-11-24T22:00", to: "2026-11-25T06:00")
    try fixture.add("fair", from: "2026-11-20T00:00", to: "2026-11-23T00:00")
    let shown = try fixture.shown("slide: today")
    #expect(
      shown.ungrouped.map { "\($0.id) \($0.stretch)" } == [
        "fair_20261120T0000-on-2026-11-21 11-21T00:00 11-22T00:00",
        "fair_20261120T0000-on-2026-11-22 11-22T00:00 11-23T00:00", "night_20261124T2200 11-24T00:00 11-25T00:00",
        "night_20261124T2200-on-2026-11-25 11-25T00:00 11-25T06:00",
      ])
    #expect(try shown.item("night_20261124T2200-on-2026-11-25").start.map(\.minuteOfDay) == 0)
  }

  // MARK: Week

  /// A line a day for the day and the six after it, under its day.
  @Test func aWeekReachesSevenDays() throws {
    let shown = try weekly().shown("slide: week")
    #expect(
      shown.stretches == [
        "weekly_20261125T1000 11-21T00:00 11-25T11:00", "weekly_20261202T1000-moved-away 11-26T00:00 12-02T11:00",
        "weekly_20261202T1000 11-27T00:00 12-03T16:30",
      ])
    #expect(shown.items.map(\.group).map { $0?.prefix { $0 != " " } } == ["11月25日", "12月2日", "12月3日"])
    #expect(shown.slide.empty == nil)
  }

  // MARK: Narrowed down

  @Test(arguments: [
    ("venue: court", ["court"]), ("kind: classroom", ["weekly", "weekly", "weekly"]), ("unit: tower", ["court"]),
    ("activity: court", ["court"]), ("track: theory", []), ("venue: room", ["weekly", "weekly"]),
  ])
  func aSlideShowsWhatItAsksFor(query: String, activities: [String]) throws {
    var fixture = try weekly()
    fixture.addUnit("tower", in: "quan", level: .building)
    fixture.addVenue("court", of: "tower")
    try fixture.add("court", from: "2026-11-26T10:00", to: "2026-11-26T11:00", venue: "court", unit: "tower")
    let ids = try fixture.shown("slide: today, \(query)").ungrouped.map(\.id)
    #expect(ids.map { String($0.prefix { $0 != "_" }) } == activities)
  }

  @Test(arguments: [
    ("", ["court", "tower"]), ("units: [tower]\n", ["court", "tower"]), ("units: [fudong]\n", ["court"]),
    ("units: [quan]\n", ["court", "tower"]), ("units: [fudong, tower]\n", ["court", "tower"]), ("units: [empty]\n", []),
  ])
  func aScreenShowsItsUnits(units: String, activities: [String]) throws {
    var fixture = CommunityFixture()
    fixture.addUnit("tower", in: "quan", level: .building)
    fixture.addUnit("empty", in: "quan")
    fixture.addVenue("court", of: "tower")
    // Held by one unit in a place of another: it concerns both.
    try fixture.add("court", from: "2026-11-26T10:00", to: "2026-11-26T11:00", venue: "court")
    try fixture.add("tower", from: "2026-11-27T10:00", to: "2026-11-27T11:00", venue: nil, unit: "tower")
    let ids = try fixture.shown("slide: today", units).ungrouped.map(\.id)
    #expect(ids.map { String($0.prefix { $0 != "_" }) } == activities)
  }

  // MARK: Live

  @Test func whatCanBeWatchedHasItsCode() throws {
    var fixture = CommunityFixture()
    try fixture.add("near", from: "2026-11-22T10:00", to: "2026-11-22T11:00")
    try fixture.add(
      "live", from: "2026-11-23T10:00", to: "2026-11-24T11:00", summary: "讲座", online: "https://live.example/a")
    try fixture.add(
      "off", from: "2026-11-23T10:00", to: "2026-11-23T11:00", status: .cancelled, online: "https://live.example/b")
    let shown = try fixture.shown("slide: live")
    // Once, on the day it begins.
    #expect(shown.stretches == ["live_20261123T1000 11-23T00:00 11-24T00:00"])
    let item = try #require(shown.items.first)
    #expect(shown.code(of: item) == "https://live.example/a" && item.codeLabel != nil && item.text == nil)
    // Long enough to take a telephone out.
    #expect(shown.slide.seconds >= 12)
  }

  @Test(arguments: [("10:00", "今天 10:00–"), ("17:59", "今天 17:59–"), ("18:00", "今晚 18:00–")])
  func whatIsLiveSaysWhenAsPeopleDo(start: String, said: String) throws {
    var fixture = CommunityFixture()
    try fixture.add("live", from: "2026-11-23T\(start)", to: "2026-11-23T20:00", online: "https://live.example/a")
    #expect(try fixture.shown("slide: live, seconds: 5").items.first?.when?.hasPrefix(said) == true)
  }

  // MARK: Changes

  @Test func changesAreToldForAWeekAhead() throws {
    var fixture = try weekly()
    try fixture.add("off", from: "2026-11-22T10:00", to: "2026-11-22T11:00", status: .postponed)
    let shown = try fixture.shown("slide: changes")
    #expect(
      shown.stretches == [
        "off_20261122T1000 11-21T00:00 11-22T11:00", "weekly_20261125T1000 11-21T00:00 11-25T11:00",
        // From a week before its old time to its new end.
        "weekly_20261202T1000 11-25T00:00 12-03T16:30",
      ])
    let moved = try shown.item("weekly_20261202T1000")
    #expect(moved.tone == "moved" && moved.mark?.isEmpty == false)
    // When it was to be in front, what is new about it below.
    #expect(moved.when == "12月2日 周三 10:00–11:00" && moved.line == "改到：12月3日 周四 15:00–16:30，room")
    let cancelled = try shown.item("weekly_20261125T1000")
    #expect(cancelled.when == "11月25日 周三 10:00–11:00" && cancelled.line == "hall")
    #expect(try shown.item("weekly_20261125T1000").text == "停电")
  }

  // MARK: Rooms

  @Test func aRoomsStatesFromOneChangeToTheNext() throws {
    var fixture = CommunityFixture()
    try fixture.add("a", from: "2026-11-23T10:00", to: "2026-11-23T11:00", title: "甲")
    try fixture.add("b", from: "2026-11-23T14:00", to: "2026-11-23T15:00", title: "乙")
    try fixture.add("off", from: "2026-11-23T20:00", to: "2026-11-23T21:00", status: .cancelled)
    let shown = try fixture.shown("slide: rooms")
    #expect(
      shown.items.map { "\($0.stretch) \($0.tone ?? "-") \($0.now ?? "-") \($0.next ?? "-")" } == [
        "11-23T00:00 11-23T10:00 free - 10:00 甲", "11-23T10:00 11-23T11:00 busy 甲（10:00–11:00） 14:00 乙",
        "11-23T11:00 11-23T14:00 free - 14:00 乙", "11-23T14:00 11-23T15:00 busy 乙（14:00–15:00） -",
        "11-23T15:00 11-24T00:00 free - -",
      ])
    #expect(shown.items.allSatisfy { $0.id == "room-hall" && $0.title == "hall" })
    #expect(shown.items.map { $0.text != nil } == [false, false, false, false, true])
    #expect(shown.items.map(\.mark) == ["空闲", "使用中", "空闲", "使用中", "空闲"])
  }

  /// Nobody gets into a room that is closed: it is not free.
  @Test func aClosedRoomIsNotFree() throws {
    var fixture = CommunityFixture()
    fixture.addHolidays()
    fixture.addVenue("study", name: "自习室", hours: "Mo-Fr 08:30-17:30; PH off")
    try fixture.add("a", from: "2026-11-23T10:00", to: "2026-11-23T11:00", venue: "study", title: "甲")
    let shown = try fixture.shown("slide: rooms, venues: [study]").items
    #expect(
      shown.map { "\($0.stretch) \($0.tone ?? "-") \($0.text ?? "-")" } == [
        "11-23T00:00 11-23T08:30 closed 现在不开放，08:30 开门", "11-23T08:30 11-23T10:00 free -",
        "11-23T10:00 11-23T11:00 busy -", "11-23T11:00 11-23T17:30 free 今天没有安排了",
        "11-23T17:30 11-24T00:00 closed 现在不开放，明天 08:30 开门",
      ])
  }

  @Test func twoAtOnceShareARoom() throws {
    var fixture = CommunityFixture()
    try fixture.add("a", from: "2026-11-23T10:00", to: "2026-11-23T12:00")
    try fixture.add("b", from: "2026-11-23T11:00", to: "2026-11-23T12:00")
    let busy = try fixture.shown("slide: rooms").items.filter { $0.tone == "busy" }
    #expect(busy.map(\.stretch) == ["11-23T10:00 11-23T11:00", "11-23T11:00 11-23T12:00"])
    #expect(busy.last?.now?.contains("a") == true && busy.last?.now?.contains("b") == true)
  }

  /// Those of the screen's units in which anything happens; asked by name, wherever they are, in the order asked.
  @Test(arguments: [("slide: rooms", ["hall"]), ("slide: rooms, venues: [court, room, hall]", ["court", "hall"])])
  func whichRooms(slide: String, rooms: [String]) throws {
    var fixture = CommunityFixture()
    fixture.addUnit("tower", in: "quan", level: .building)
    fixture.addVenue("court", of: "tower")
    try fixture.add("a", from: "2026-11-23T10:00", to: "2026-11-23T12:00", unit: "tower")
    try fixture.add("b", from: "2026-11-23T10:00", to: "2026-11-23T12:00", venue: "court", unit: "tower")
    let titles = try fixture.shown(slide, "units: [fudong]\n").items.map(\.title)
    #expect(titles.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } } == rooms)
  }
}
