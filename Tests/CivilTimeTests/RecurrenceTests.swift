import Testing

@testable import CivilTime

/// Examples in the spirit of RFC 5545 §3.8.5.3, with dates worked out by hand from a calendar.
@Suite struct RecurrenceTests {
  private func dates(_ rule: String, from start: String, _ range: (String, String)) throws -> [String] {
    let rule = try RecurrenceRule(rule, zone: .shanghai)
    let bounds = TimeText.parseLocal(range.0)!..<TimeText.parseLocal(range.1)!
    return rule.occurrences(from: TimeText.parseLocal(start)!, in: bounds).map { TimeText.local($0) }
  }

  @Test func weeklyWithinARange() throws {
    #expect(
      try dates("FREQ=WEEKLY;BYDAY=WE", from: "2024-01-03T14:30", ("2026-11-16T00:00", "2026-12-06T00:00"))
        == ["2026-11-18T14:30", "2026-11-25T14:30", "2026-12-02T14:30"])
  }

  @Test func everyOtherWeekFollowsTheWeekStart() throws {
    // RFC 5545's own example: with Monday 5, 10, 19, 24; with Sunday 5, 17, 19, 31.
    let range = ("1997-08-01T00:00", "1997-09-30T00:00")
    #expect(
      try dates("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", from: "1997-08-05T09:00", range)
        == ["1997-08-05T09:00", "1997-08-10T09:00", "1997-08-19T09:00", "1997-08-24T09:00"])
    #expect(
      try dates("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", from: "1997-08-05T09:00", range)
        == ["1997-08-05T09:00", "1997-08-17T09:00", "1997-08-19T09:00", "1997-08-31T09:00"])
  }

  @Test func monthsWithoutTheDayAreLeftOut() throws {
    #expect(
      try dates("FREQ=MONTHLY", from: "2026-01-31T10:00", ("2026-01-01T00:00", "2026-08-01T00:00"))
        == ["2026-01-31T10:00", "2026-03-31T10:00", "2026-05-31T10:00", "2026-07-31T10:00"])
  }

  @Test func lastDayAndOrdinalDays() throws {
    #expect(
      try dates("FREQ=MONTHLY;BYMONTHDAY=-1", from: "2026-01-31T10:00", ("2026-02-01T00:00", "2026-05-01T00:00"))
        == ["2026-02-28T10:00", "2026-03-31T10:00", "2026-04-30T10:00"])
    #expect(
      try dates("FREQ=MONTHLY;BYDAY=1SA,-1FR", from: "2026-11-07T09:00", ("2026-11-01T00:00", "2027-01-01T00:00"))
        == ["2026-11-07T09:00", "2026-11-27T09:00", "2026-12-05T09:00", "2026-12-25T09:00"])
  }

  @Test func quarterlyFromYearsAgo() throws {
    #expect(
      try dates(
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", from: "2021-01-29T09:00", ("2026-10-01T00:00", "2027-03-01T00:00"))
        == ["2026-10-30T09:00", "2027-01-29T09:00"])
  }

  @Test func lastWorkdayOfTheMonthBySetPosition() throws {
    #expect(
      try dates(
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", from: "2026-10-30T09:00",
        ("2026-10-01T00:00", "2027-02-01T00:00"))
        == ["2026-10-30T09:00", "2026-11-30T09:00", "2026-12-31T09:00", "2027-01-29T09:00"])
  }

  @Test func leapDayEveryFourYears() throws {
    #expect(
      try dates("FREQ=YEARLY", from: "2024-02-29T09:00", ("2024-01-01T00:00", "2033-01-01T00:00"))
        == ["2024-02-29T09:00", "2028-02-29T09:00", "2032-02-29T09:00"])
  }

  @Test func numbersCountInTheYearAlsoBesideDaysOfTheMonth() throws {
    // The year's 20th Monday and last Friday, where they are a 15th, a 19th or a 25th.
    #expect(
      try dates(
        "FREQ=YEARLY;BYMONTHDAY=15,19,25;BYDAY=20MO,-1FR", from: "2023-05-15T09:00",
        ("2023-01-01T00:00", "2030-01-01T00:00"))
        == ["2023-05-15T09:00", "2025-05-19T09:00", "2026-12-25T09:00", "2028-05-15T09:00"])
  }

  @Test func whatIsSaidTwiceMeansNoMore() throws {
    let rule = try RecurrenceRule("FREQ=MONTHLY;BYMONTHDAY=5,1,5;BYDAY=MO,MO", zone: .shanghai)
    #expect(rule.byMonthDay == [5, 1] && rule.byDay.count == 1)
  }

  @Test(arguments: ["99991231", "99991231T235959", "99991231T235959Z", "00010101", "00010101T000000Z"])
  func anUntilForAlwaysIsWrittenWithinTheYearsThatTextHolds(until: String) throws {
    for minutes in [-720, 0, 480, 840] {
      let zone = Zone(identifier: "Test", offsetMinutes: minutes)
      let rule = try RecurrenceRule("FREQ=DAILY;UNTIL=\(until)", zone: zone)
      #expect(try RecurrenceRule(rule.text(zone: zone), zone: zone) == rule)
      #expect(try RecurrenceRule(rule.text(zone: zone, startsOnDate: true), zone: zone).end != .never)
    }
  }

  @Test func countIsCountedFromTheStartNotFromTheRange() throws {
    #expect(
      try dates("FREQ=DAILY;COUNT=5", from: "2026-11-20T09:00", ("2026-11-23T00:00", "2026-12-31T00:00"))
        == ["2026-11-23T09:00", "2026-11-24T09:00"])
  }

  @Test func untilInUTCIsTheZonesWallClock() throws {
    // 2026-11-25T06:30Z is 14:30 in Shanghai: the occurrence at 14:30 is the last.
    #expect(
      try dates(
        "FREQ=DAILY;UNTIL=20261125T063000Z", from: "2026-11-24T14:30", ("2026-11-01T00:00", "2026-12-31T00:00"))
        == ["2026-11-24T14:30", "2026-11-25T14:30"])
  }

  @Test(arguments: [
    ("BYDAY=WE", RecurrenceRule.ParseError.Reason.missingFrequency), ("FREQ=HOURLY", .unsupported),
    ("FREQ=WEEKLY;BYDAY=XX", .badValue), ("FREQ=WEEKLY;BYDAY=1WE", .notAllowedHere),
    ("FREQ=WEEKLY;COUNT=2;UNTIL=20261231", .countAndUntil), ("FREQ=WEEKLY;;", .malformedPart),
    ("FREQ=WEEKLY;FREQ=DAILY", .repeatedPart), ("FREQ=WEEKLY;COLOUR=1", .unknownPart),
    ("FREQ=YEARLY;BYWEEKNO=3", .unsupported), ("FREQ=DAILY;INTERVAL=0", .badValue),
    ("FREQ=MONTHLY;BYMONTHDAY=32", .badValue), ("FREQ=MONTHLY;BYMONTHDAY=-9223372036854775808", .badValue),
    ("FREQ=MONTHLY;BYDAY=-9223372036854775808MO", .badValue), ("FREQ=DAıLY", .badValue),
    ("FREQ=DAILY;BYHOUR=9", .unsupported), ("FREQ=YEARLY;BYYEARDAY=-1", .unsupported),
    ("FREQ=DAILY;BYSETPOS=1", .notAllowedHere),
  ])
  func refusesWithTheReason(text: String, reason: RecurrenceRule.ParseError.Reason) {
    #expect {
      try RecurrenceRule(text, zone: .shanghai)
    } throws: { ($0 as? RecurrenceRule.ParseError)?.reason == reason }
  }

  @Test(arguments: [
    "FREQ=WEEKLY;BYDAY=WE", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1",
    "FREQ=DAILY;COUNT=5", "FREQ=DAILY;UNTIL=20261125T063000Z", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;WKST=SU",
  ])
  func textIsReadBackTheSame(text: String) throws {
    #expect(try RecurrenceRule(text, zone: .shanghai).text(zone: .shanghai) == text)
  }

  @Test func untilIsADateWhereTheStartIs() throws {
    let rule = try RecurrenceRule("FREQ=DAILY;UNTIL=20261125T000000", zone: .shanghai)
    #expect(rule.text(zone: .shanghai, startsOnDate: true) == "FREQ=DAILY;UNTIL=20261125")
    #expect(rule.text(zone: .shanghai) == "FREQ=DAILY;UNTIL=20261124T160000Z")
  }
}
