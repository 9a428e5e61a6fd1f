import Activities
import TestSupport
import Testing
import Vocabulary

@testable import Feeds

@Suite struct CalendarTests {
  // MARK: With rules

  @Test func aSeriesAndWhatDiffersFromIt() throws {
    let calendar = try CommunityFixture.changed().feeds().calendar("/calendar/all.ics")
    let events = calendar["weekly"]
    try #require(events.count == 3)
    let (series, cancelled, moved) = (events[0], events[1], events[2])
    #expect(series["RRULE"] == "FREQ=WEEKLY" && series["RECURRENCE-ID"] == nil)
    #expect(series["DTSTART"] == "20261104T100000" && series["DTEND"] == "20261104T110000")
    #expect(series.written("DTSTART") == "DTSTART;TZID=Asia/Shanghai")
    #expect(series["STATUS"] == "CONFIRMED" && series["SUMMARY"] == "weekly" && series["LOCATION"] == "hall")
    #expect(series["URL"] == "https://a.example/activities/weekly/")

    #expect(cancelled["RECURRENCE-ID"] == "20261125T100000" && cancelled["STATUS"] == "CANCELLED")
    #expect(cancelled.written("RECURRENCE-ID") == "RECURRENCE-ID;TZID=Asia/Shanghai")
    #expect(cancelled["RRULE"] == nil && cancelled["SUMMARY"]?.hasSuffix("】weekly") == true)
    #expect(cancelled["DESCRIPTION"] == "停电\\n学着做")

    #expect(moved["RECURRENCE-ID"] == "20261202T100000" && moved["STATUS"] == "CONFIRMED")
    #expect(moved["DTSTART"] == "20261203T150000" && moved["DTEND"] == "20261203T163000" && moved["LOCATION"] == "room")
  }

  /// Many calendars know neither RDATE nor an override of what the rule does not give.
  @Test func anAddedOneIsAnEventOfItsOwn() throws {
    let calendar = try CommunityFixture.changed().feeds().calendar("/calendar/all.ics")
    let added = calendar["weekly_20261128T0900"]
    #expect(added.map { $0["DTSTART"] } == ["20261128T090000"])
    #expect(added.allSatisfy { $0["RECURRENCE-ID"] == nil && $0["RRULE"] == nil })
    #expect(calendar.events.count == 4)
  }

  @Test func daysThatASeriesLeavesOutAreExcluded() throws {
    var fixture = CommunityFixture()
    fixture.addHolidays()
    fixture.now = "2026-09-28T09:00:00+08:00"
    try fixture.add("a", from: "2026-09-02T10:00", to: "2026-09-02T11:00", rule: "FREQ=DAILY", onHoliday: .skipped)
    let series = try #require(try fixture.feeds().calendar("/calendar/all.ics")["a"].first)
    // Mid-autumn and the National Day, and nothing else.
    #expect(
      series.all("EXDATE") == (["0925", "0926", "0927"] + (1...7).map { "100\($0)" }).map { "2026\($0)T100000" })
    #expect(series.written("EXDATE") == "EXDATE;TZID=Asia/Shanghai")
  }

  @Test(arguments: [("cancelled", "CANCELLED"), ("postponed", "TENTATIVE"), ("scheduled", "CONFIRMED")])
  func aWholeActivitysStatus(status: String, word: String) throws {
    var fixture = CommunityFixture()
    try fixture.add(
      "a", from: "2026-11-25T10:00", to: "2026-11-25T11:00", status: try #require(.init(rawValue: status)))
    let feeds = try fixture.feeds()
    for (url, id) in [("/calendar/all.ics", "a"), ("/calendar/expanded/all.ics", "a_20261125T1000")] {
      let event = try #require(try feeds.calendar(url)[id].first)
      #expect(event["STATUS"] == word)
      // Many do not show it.
      #expect((event["SUMMARY"] == "a") == (status == "scheduled"))
    }
  }

  @Test func wholeDaysAreDates() throws {
    var fixture = CommunityFixture()
    try fixture.add("fair", from: "2026-11-24T00:00", to: "2026-11-26T00:00", rule: "FREQ=WEEKLY;UNTIL=20261208")
    fixture.change("fair", at: "2026-12-01T00:00", .cancelled)
    let events = try fixture.feeds().calendar("/calendar/all.ics")["fair"]
    #expect(events.map { $0.written("DTSTART") } == ["DTSTART;VALUE=DATE", "DTSTART;VALUE=DATE"])
    try #require(events.count == 2)
    #expect(events[0]["DTSTART"] == "20261124" && events[0]["DTEND"] == "20261126")
    #expect(events[0]["RRULE"] == "FREQ=WEEKLY;UNTIL=20261208")
    #expect(events[1].written("RECURRENCE-ID") == "RECURRENCE-ID;VALUE=DATE")
    #expect(events[1]["RECURRENCE-ID"] == "20261201")
  }

  /// Calendars take a change over when its number has grown.
  @Test func whatChangedHasAHigherNumber() throws {
    let feeds = try CommunityFixture.changed().feeds()
    func numbers(_ url: String, _ id: String) throws -> [Int] {
      try feeds.calendar(url)[id].compactMap { $0["SEQUENCE"].flatMap(Int.init) }
    }
    let series = try numbers("/calendar/all.ics", "weekly")
    try #require(series.count == 3)
    #expect(series[1] > series[0] && series[2] > series[0] && series[0] > 0)
    let url = "/calendar/expanded/all.ics"
    let (cancelled, added) = (try numbers(url, "weekly_20261125T1000"), try numbers(url, "weekly_20261128T0900"))
    #expect(try #require(cancelled.first) > #require(added.first))
    let event = try #require(try feeds.calendar("/calendar/all.ics").events.first)
    #expect(event["DTSTAMP"] == "20261101T010000Z" && event["LAST-MODIFIED"] == "20261101T010000Z")
  }

  // MARK: Expanded

  @Test func eachOccurrenceIsAnEvent() throws {
    let calendar = try CommunityFixture.changed().feeds().calendar("/calendar/expanded/all.ics")
    #expect(
      calendar.events.map { event in ["UID", "DTSTART", "STATUS", "LOCATION"].map { event[$0] } } == [
        ["weekly_20261118T1000@a.example", "20261118T100000", "CONFIRMED", "hall"],
        ["weekly_20261125T1000@a.example", "20261125T100000", "CANCELLED", "hall"],
        ["weekly_20261128T0900@a.example", "20261128T090000", "CONFIRMED", "hall"],
        ["weekly_20261202T1000@a.example", "20261203T150000", "CONFIRMED", "room"],
      ])
    #expect(calendar.events.allSatisfy { $0["RRULE"] == nil && $0["RECURRENCE-ID"] == nil })
  }

  // MARK: Parts

  /// What was moved here from elsewhere stands in a place's calendar without the rest of its series.
  @Test func aVenuesCalendarHasItsVisitors() throws {
    let feeds = try CommunityFixture.changed().feeds()
    let room = try feeds.calendar("/calendar/venue/room.ics")
    #expect(room.events.map { $0["UID"] } == ["weekly_20261202T1000@a.example"])
    #expect(try feeds.calendar("/calendar/venue/hall.ics").events.count == 4)
    #expect(
      try feeds.calendar("/calendar/expanded/venue/room.ics").events.map { $0["DTSTART"] } == ["20261203T150000"])
  }

  @Test func anActivitysCalendarIsItsOwn() throws {
    var fixture = try CommunityFixture.changed()
    try fixture.add("other", from: "2026-11-25T14:00", to: "2026-11-25T15:00")
    try fixture.add("past", from: "2026-09-01T14:00", to: "2026-09-01T15:00")
    let feeds = try fixture.feeds()
    #expect(try feeds.calendar("/calendar/activity/other.ics").events.map { $0["SUMMARY"] } == ["other"])
    #expect(try feeds.calendar("/calendar/activity/weekly.ics").events.count == 4)
    // A subscriber's calendar of what is over stays one, without events.
    let past = try feeds.text("/calendar/activity/past.ics")
    #expect(past.hasPrefix("BEGIN:VCALENDAR\r\n") && past.hasSuffix("END:VCALENDAR\r\n"))
    #expect(ParsedCalendar(past).events.isEmpty)
    #expect(try feeds.calendar("/calendar/all.ics")["past"].isEmpty)
  }

  @Test func titlesAreEscaped() throws {
    var fixture = CommunityFixture()
    try fixture.add("a", from: "2026-11-25T14:00", to: "2026-11-25T15:00", title: "甲, 乙; 丙\\丁")
    let event = try #require(try fixture.feeds().calendar("/calendar/all.ics").events.first)
    #expect(event["SUMMARY"] == "甲\\, 乙\\; 丙\\\\丁")
  }
}
