import Activities
import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Community

/// What units owe, what met it, and when it is late.
@Suite struct DutyTests {
  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addHolidays()
    fixture.addDisclosure()
    return fixture
  }

  private func states(_ duty: Duty, on day: String = "2026-11-21") throws -> [String] {
    let day = try #require(TimeText.parseDate(day))
    return duty.periods.map { period in
      let state =
        switch period.state(on: day) {
        case .done(let one): "done \(TimeText.date(one.day))"
        case .doneLate(let one): "done late \(TimeText.date(one.day))"
        case .planned(let one): "planned \(TimeText.date(one.day))"
        case .open: "open"
        case .late(let since): "late \(TimeText.date(since))"
        }
      return "\(period.span) \(state)"
    }
  }

  private func duty(_ fixture: CommunityFixture) throws -> Duty {
    try #require(try fixture.make().0.duties.all.first)
  }

  // MARK: Periods

  /// What is due after a quarter's end is met by what is published after it; the first ten workdays after September 30 end on October 21.
  @Test func accountsOfAQuarterArePublishedAfterIt() throws {
    for (date, state) in [
      ("2026-10-21", "done 2026-10-21"), ("2026-10-22", "done late 2026-10-22"), ("2026-09-30", "late 2026-10-21"),
    ] {
      var fixture = fixture()
      fixture.addDuty("accounts", .quarter, within: 10)
      fixture.addNotice("paper", "duty: accounts\n", date: date)
      #expect(try states(duty(fixture))[0] == "2026-Q3 \(state)", "\(date)")
    }
  }

  /// What has no time limit is due within its period.
  @Test func whatIsDueWithinItsPeriodIsMetInIt() throws {
    var fixture = fixture()
    fixture.addDuty("projects", .quarter)
    fixture.addNotice("paper", "duty: projects\n", date: "2026-09-30")
    #expect(
      try states(duty(fixture)) == ["2026-Q3 done 2026-09-30", "2026-Q4 open", "2027-Q1 open"])
    #expect(try states(duty(fixture), on: "2027-01-01")[1] == "2026-Q4 late 2026-12-31")
  }

  @Test func aNoticeMaySayForWhenItIs() throws {
    var fixture = fixture()
    fixture.addDuty("accounts", .quarter, within: 10, startsOn: "2026-04-01")
    fixture.addNotice("both", "duty: accounts\ndutyPeriod: 2026年第二季度\n", date: "2026-10-12")
    fixture.addNotice("own", "duty: accounts\n", date: "2026-10-13")
    #expect(
      try states(duty(fixture)).prefix(2) == ["2026-Q2 done late 2026-10-12", "2026-Q3 done 2026-10-13"])
  }

  /// 2027's holidays are not known: nothing is late that may not be.
  @Test func whatCanNotBeCountedIsNeverGuessed() throws {
    var fixture = fixture()
    fixture.now = "2027-03-01T09:00:00+08:00"
    fixture.addDuty("accounts", .quarter, within: 10, startsOn: "2026-10-01")
    let (community, problems) = try fixture.make()
    let duty = try #require(community.duties.all.first)
    #expect(duty.periods[0].due == .unknown(year: 2027) && duty.late(on: community.horizon.today).isEmpty)
    #expect(problems.map(\.code) == ["holidays.year-unknown"])
    #expect(DutyAgenda([duty], on: community.horizon.today).undated.map { "\($0.period!.span)" } == ["2026-Q4"])
  }

  @Test(arguments: [
    (DutyCadence.month, ["2026-09", "2026-10", "2026-11", "2026-12"]), (.quarter, ["2026-Q3", "2026-Q4", "2027-Q1"]),
    (.halfYear, ["2026-H2", "2027-H1"]), (.year, ["2026", "2027"]), (.onChange, []),
  ])
  func aDutyIsOwedFromItsBeginningToTheNextPeriod(cadence: DutyCadence, spans: [String]) throws {
    var fixture = fixture()
    fixture.addDuty("accounts", cadence, startsOn: "2026-09-15")
    #expect(try duty(fixture).periods.map { "\($0.span)" } == spans)
  }

  @Test func withoutABeginningItIsOwedSinceLastYearBegan() throws {
    var fixture = fixture()
    fixture.addDuty("accounts", .quarter, startsOn: nil)
    let spans = try duty(fixture).periods.map { "\($0.span)" }
    #expect(spans.first == "2025-Q1" && spans.count == 9)
  }

  // MARK: Activities

  /// Cancelled occurrences meet nothing, moved ones where they are; what is still to come is planned.
  @Test func occurrencesMeetADutyWhereTheyTakePlace() throws {
    var fixture = fixture()
    fixture.addDuty("meeting", .month, by: .activity)
    try fixture.add(
      "branch", from: "2026-07-25T10:00", to: "2026-07-25T11:00", rule: "FREQ=MONTHLY;BYMONTHDAY=25", duty: "meeting")
    fixture.change("branch", at: "2026-08-25T10:00", .cancelled)
    fixture.change("branch", at: "2026-09-25T10:00", .moved(.at("2026-10-09T10:00", "2026-10-09T11:00")))
    let duty = try duty(fixture)
    #expect(
      try states(duty) == [
        "2026-07 done 2026-07-25", "2026-08 late 2026-08-31", "2026-09 late 2026-09-30", "2026-10 done 2026-10-09",
        "2026-11 planned 2026-11-25", "2026-12 planned 2026-12-25",
      ])
    #expect(try states(duty, on: "2026-11-25")[4] == "2026-11 done 2026-11-25")
    #expect(duty.last(on: TimeText.parseDate("2026-11-21")!).map { TimeText.date($0.day) } == "2026-10-25")
  }

  @Test func whatIsCalledOffAltogetherMeetsNothing() throws {
    var fixture = fixture()
    fixture.addDuty("meeting", .month, by: .activity, startsOn: "2026-11-01")
    try fixture.add("branch", from: "2026-11-10T10:00", to: "2026-11-10T11:00", status: .postponed, duty: "meeting")
    #expect(try duty(fixture).fulfilments.isEmpty)
  }

  // MARK: What is public

  @Test func whatIsNotPublicMeetsNothing() throws {
    for frontMatter in ["draft: true\n", "publishAt: 2026-11-23T08:00\n"] {
      var fixture = fixture()
      fixture.addDuty("accounts", .quarter, within: 10)
      fixture.addNotice("paper", "duty: accounts\n" + frontMatter, date: "2026-10-10")
      #expect(try states(duty(fixture))[0] == "2026-Q3 late 2026-10-21", "\(frontMatter)")
    }
  }

  @Test func anExpiredNoticeWasPublished() throws {
    var fixture = fixture()
    fixture.addDuty("accounts", .quarter, within: 10)
    fixture.addNotice("paper", "duty: accounts\nexpiresAt: 2026-11-01\n", date: "2026-10-10")
    #expect(try states(duty(fixture))[0] == "2026-Q3 done 2026-10-10")
  }

  // MARK: Checks

  private func codes(_ fixture: CommunityFixture) throws -> [String] { try fixture.make().1.map(\.code) }

  @Test func whatIsLateIsAWarningThatSaysWhatToDo() throws {
    var fixture = fixture()
    fixture.addDuty("accounts", .quarter, within: 10)
    let problem = try #require(try fixture.make().1.first)
    #expect(problem.code == "duty.late" && problem.severity == .warning)
    #expect(problem.message.zh.contains("2026年第三季度") && problem.message.zh.contains("2026年10月21日前"))
    #expect(problem.hint?.zh.contains("dutyPeriod: 2026-Q3") == true)
  }

  @Test(arguments: [
    ("duty: other\n", "reference.missing"), ("duty: accounts\ndutyPeriod: 2026-07\n", "duty.period"),
    ("duty: accounts\ndutyPeriod: 2026-Q7\n", "front-matter.wrong-value"),
    ("dutyPeriod: 2026-Q3\n", "notice.period-without-duty"), ("duty: meeting\n", "duty.means"),
    ("duty: changes\ndutyPeriod: 2026\n", "duty.period"),
  ])
  func wrongFrontMatterIsReported(frontMatter: String, code: String) throws {
    var fixture = fixture()
    fixture.addDuty("accounts", .quarter, startsOn: "2026-10-01")
    fixture.addDuty("meeting", .month, by: .activity, startsOn: "2026-11-01")
    fixture.addDuty("changes", .onChange)
    fixture.addNotice("paper", frontMatter)
    #expect(try codes(fixture) == [code])
  }

  @Test func anActivityCanNotMeetWhatIsToBePublished() throws {
    var fixture = fixture()
    fixture.addDuty("accounts", .quarter, startsOn: "2026-10-01")
    try fixture.add("branch", from: "2026-11-10T10:00", to: "2026-11-10T11:00", duty: "accounts")
    #expect(try codes(fixture) == ["data.duty-means"])
  }

  @Test func whatNoPageShowsIsReportedAndSoIsAnEmptyCatalogue() throws {
    var fixture = CommunityFixture()
    fixture.addDuty("accounts", .quarter, startsOn: "2026-10-01")
    #expect(try codes(fixture) == ["duty.not-shown"])
    fixture.addUnit("other", in: "quan")
    fixture.addDisclosure(of: "other")
    #expect(try codes(fixture).sorted() == ["duty.none", "duty.not-shown"])
    fixture.addDisclosure(of: "quan")
    #expect(try codes(fixture) == [])
    let community = try fixture.community()
    #expect(community.duties.url(of: community.duties.all[0]) == "/lists/disclosure/#duty-accounts")
  }

  // MARK: The agenda

  @Test func theAgendaHasWhatIsLateDueAndDone() throws {
    var fixture = fixture()
    fixture.addDuty("late", .quarter, within: 10)
    fixture.addDuty("soon", .month, startsOn: "2026-11-01")
    fixture.addDuty("far", .quarter, startsOn: "2026-10-01")
    fixture.addDuty("done", .onChange)
    fixture.addNotice("paper", "duty: done\n", date: "2026-11-20")
    let (community, _) = try fixture.make()
    let agenda = DutyAgenda(community.duties.all, on: community.horizon.today)
    func ids(_ entries: [DutyAgenda.Entry]) -> [String] { entries.map(\.duty.id.text) }
    #expect(ids(agenda.late) == ["late"] && ids(agenda.due) == ["soon"] && ids(agenda.done) == ["done"])
    // November 30 is nine days ahead.
    #expect(DutyAgenda(community.duties.all, on: community.horizon.today, days: 8).due.isEmpty)
  }
}
