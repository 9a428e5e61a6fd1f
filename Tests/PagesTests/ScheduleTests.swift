import Activities
import TestSupport
import Testing
import Vocabulary

@testable import Pages

@Suite struct ScheduleTests {
  private func days(_ pages: PrintedPages) -> [String] {
    pages.urls.filter { $0.hasPrefix("/schedule/20") }.map { String($0.dropFirst("/schedule/".count).dropLast()) }
  }

  /// Past days that had something, from 90 days ago on; then every day of this week and after, to the horizon.
  @Test func dayPagesFromTheArchiveToTheHorizon() throws {
    var fixture = CommunityFixture()
    try fixture.add("too-old", from: "2026-08-22T10:00", to: "2026-08-22T11:00")
    try fixture.add("old", from: "2026-08-23T10:00", to: "2026-08-23T11:00")
    try fixture.add("recent", from: "2026-11-11T10:00", to: "2026-11-11T11:00")
    let pages = try PrintedPages(fixture)
    let found = days(pages)
    #expect(found.prefix(3) == ["2026-08-23", "2026-11-11", "2026-11-16"])
    #expect(found.count == 2 + 20 && found.last == "2026-12-05")
    let first = try pages["/schedule/2026-08-23/"]
    #expect(first["previous"] == [] && first["next"] == ["/schedule/2026-11-11/"])
    #expect(first["occurrence"].map { $0.prefix { $0 != " " } } == ["old_20260823T1000"])
    let monday = try pages["/schedule/2026-11-16/"]
    #expect(monday["previous"] == ["/schedule/2026-11-11/"] && monday["next"] == ["/schedule/2026-11-17/"])
    #expect(monday["day"] == ["2026-11-16 empty"])
    #expect(try pages["/schedule/2026-12-05/"]["next"] == [])
  }

  @Test func theMainPageHasAllDaysOfTheWindow() throws {
    var fixture = CommunityFixture()
    try fixture.add("a", from: "2026-11-17T10:00", to: "2026-11-17T11:00")
    try fixture.add("old", from: "2026-11-11T10:00", to: "2026-11-11T11:00")
    let page = try PrintedPages(fixture)["/schedule/"]
    #expect(
      page["day"].count == 20 && page["day"].first == "2026-11-16 empty"
        && page["day"].dropFirst().first == "2026-11-17")
    #expect(page["day"].last == "2026-12-05 empty" && page["occurrence"].count == 1)
    #expect(page["calendar"] == ["/calendar/all.ics"] && page["subscribe"] == ["webcal://a.example/calendar/all.ics"])
    #expect(page["feed"] == ["/feeds/v1/activities.json"])
  }

  /// It stands where it is, on each later day that it reaches, and where it was to be.
  @Test func whereAReaderLooksForAnOccurrence() throws {
    var fixture = CommunityFixture()
    try fixture.add("moved", from: "2026-11-25T10:00", to: "2026-11-25T11:00")
    fixture.change("moved", at: "2026-11-25T10:00", .moved(.at("2026-11-27T14:00", "2026-11-27T15:00", "room")))
    try fixture.add("long", from: "2026-11-27T22:00", to: "2026-11-28T06:00", venue: nil)
    let pages = try PrintedPages(fixture)
    let moved = "moved_20261125T1000 moved"
    #expect(try pages["/schedule/2026-11-25/"]["occurrence"] == ["\(moved) 2026-11-25T10:00:00+08:00 moved-away"])
    #expect(
      try pages["/schedule/2026-11-27/"]["occurrence"] == [
        "\(moved) 2026-11-27T14:00:00+08:00 room", "long_20261127T2200 scheduled 2026-11-27T22:00:00+08:00",
      ])
    #expect(
      try pages["/schedule/2026-11-28/"]["occurrence"] == [
        "long_20261127T2200 scheduled 2026-11-28T00:00:00+08:00 continues"
      ])
  }

  // MARK: Filters

  @Test func filtersAreThoseThatAnythingMeets() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("grid", in: "fudong", level: .grid)
    fixture.addVenue("yard", of: "grid")
    try fixture.add(
      "class", from: "2026-11-25T10:00", to: "2026-11-25T11:00", kind: .classroom, track: .theory, audience: "党员",
      capacity: 3, fee: 0)
    fixture.enrol(1, for: "class", at: "2026-11-25T10:00")
    try fixture.add("old", from: "2026-10-25T10:00", to: "2026-10-25T11:00", venue: "room", fee: 0)
    try fixture.add("older", from: "2026-10-24T10:00", to: "2026-10-24T11:00", venue: "yard", unit: "grid")
    let pages = try PrintedPages(fixture)
    let page = try pages["/schedule/"]
    // The days from today on; no grid, no track and no place in which nothing happens.
    let links = page["filter"]
    #expect(links.prefix(2) == ["/schedule/2026-11-21/", "/schedule/2026-11-22/"])
    #expect(
      links.dropFirst(15) == [
        "/schedule/free/", "/schedule/places-left/", "/schedule/audience/party/", "/schedule/track/theory/",
        "/schedule/unit/quan/", "/schedule/unit/fudong/", "/schedule/venue/hall/",
      ])
    #expect(page["filters"].count == 6)
    // The addresses stay, with nothing in them.
    #expect(try pages["/schedule/venue/room/"].lines.contains("empty"))
    #expect(try pages["/schedule/unit/grid/"]["day"] == [])
  }

  @Test func withoutAnythingTheDaysAreLeft() throws {
    #expect(try PrintedPages(CommunityFixture())["/schedule/"]["filters"].count == 1)
  }

  @Test func whereOneIsIsMarked() throws {
    let pages = try PrintedPages(CommunityFixture.whole())
    for url in ["/schedule/free/", "/schedule/venue/hall/"] {
      #expect(try pages[url]["filter"].filter { $0.hasSuffix("current") } == ["\(url) current"])
    }
  }

  @Test func aNarrowedPageHasItsPartAndItsFeeds() throws {
    let page = try PrintedPages(CommunityFixture.whole())["/schedule/venue/room/"]
    let moved = "class_20261202T1000 moved"
    #expect(
      page["occurrence"] == ["\(moved) 2026-12-02T10:00:00+08:00 moved-away", "\(moved) 2026-12-03T15:00:00+08:00 活动室"])
    #expect(page["day"] == ["2026-12-02", "2026-12-03"])
    #expect(page["calendar"] == ["/calendar/venue/room.ics"])
    #expect(page["feed"] == ["/feeds/v1/activities/venue/room.json"])
  }

  // MARK: Months

  @Test func aMonthIsWholeWeeks() throws {
    let pages = try PrintedPages(CommunityFixture())
    let november = try pages["/schedule/month/2026-11/"]
    // November 1 is a Sunday, November 30 a Monday.
    #expect(november["week"].count == 6)
    try #require(november["day"].count == 30)
    #expect(november.lines.filter { $0 == "other" }.count == 12)
    #expect(november["day"].first == "2026-11-01" && november["day"].last == "2026-11-30 /schedule/2026-11-30/")
    // Days that have no page lead nowhere.
    #expect(november["day"][14] == "2026-11-15" && november["day"][15] == "2026-11-16 /schedule/2026-11-16/")
    #expect(november["previous"] == [] && november["next"] == ["/schedule/month/2026-12/"])
    #expect(november["coverage"] == ["2026年11月16日 至 2026年12月5日"])
    let december = try pages["/schedule/month/2026-12/"]
    #expect(december["week"].count == 5 && december["day"].dropFirst(5).first == "2026-12-06")
    #expect(december["previous"] == ["/schedule/month/2026-11/"] && december["next"] == [])
    #expect(try pages["/schedule/"]["month"] == ["/schedule/month/2026-11/", "/schedule/month/2026-12/"])
  }

  @Test func monthsReachBackToTheArchive() throws {
    var fixture = CommunityFixture()
    try fixture.add("old", from: "2026-08-31T10:00", to: "2026-08-31T11:00")
    let pages = try PrintedPages(fixture)
    let months = (8...12).map { "/schedule/month/2026-\($0 < 10 ? "0" : "")\($0)/" }
    #expect(pages.urls.filter { $0.hasPrefix("/schedule/month/") } == months)
    let august = try pages["/schedule/month/2026-08/"]
    #expect(august["occurrence"].count == 1 && august["day"].last == "2026-08-31 /schedule/2026-08-31/")
    #expect(august["coverage"].first?.hasPrefix("2026年8月31日") == true)
    // Its last day stands in September's first row too, and is not told twice.
    #expect(try pages["/schedule/month/2026-09/"]["occurrence"] == [])
  }

  @Test func aFullDayShowsSixAndCountsTheRest() throws {
    var fixture = CommunityFixture()
    for number in 1...8 { try fixture.add("a\(number)", from: "2026-11-30T10:00", to: "2026-11-30T11:00") }
    let month = try PrintedPages(fixture)["/schedule/month/2026-11/"]
    #expect(month["occurrence"].count == 6)
    #expect(month["more"].count == 1 && month["more"].first?.contains("2") == true)
  }
}
