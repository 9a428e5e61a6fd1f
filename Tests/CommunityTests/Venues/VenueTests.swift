import Activities
import Community
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@Suite struct VenueTests {
  private func page(_ more: String) -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addPage(.venue, "hall", "venue: hall\n\(more)")
    return fixture
  }

  private func venue(_ fixture: CommunityFixture, _ id: String = "hall") throws -> Venue {
    try #require(try fixture.community().venue(.init(id)!))
  }

  // MARK: What is found there

  @Test func rowsAreWhereFacilitiesAreSaid() throws {
    var fixture = page("facilities: [母婴室, 钢琴]\n")
    fixture.addFacility(.water, of: "hall", note: "门厅")
    fixture.addFacility(.nursingRoom, of: "hall")
    let venue = try venue(fixture)
    #expect(venue.facilities.map(\.facility) == [.nursingRoom, .water] && venue.furtherFacilities == ["钢琴"])
    #expect(venue.facilityTexts(try fixture.community().words) == ["母婴室", "饮水（门厅）", "钢琴"])
  }

  @Test func withoutRowsThePageCounts() throws {
    let venue = try venue(page("facilities: [饮水机, 哺乳室, 钢琴]\n"))
    #expect(venue.facilities.map(\.facility) == [.nursingRoom, .water] && venue.furtherFacilities == ["钢琴"])
  }

  @Test func aPageContradictsNoRows() throws {
    var fixture = page("facilities: [钢琴, 电梯]\n")
    fixture.addFacility(.water, of: "hall")
    let (_, problems) = try fixture.make()
    #expect(problems.map(\.code) == ["venue.facility-without-row"])
    #expect(problems.first?.message.zh == "页面上写了“电梯”，数据库里“hall”没有这项设施")
  }

  // MARK: Zones

  @Test(arguments: [(60.0, 40.0, true), (60, 40.4, true), (60, 41, false)])
  func zonesFitIntoTheVenue(_ first: Double, _ second: Double, _ isRight: Bool) throws {
    var fixture = CommunityFixture()
    fixture.addVenue("big", name: "大厅", area: 100)
    fixture.addPage(
      .venue, "big", "venue: big\nzones:\n- {name: 一, area: \(first)}\n- {name: 二, area: \(second)}\n- {name: 三}\n")
    let (_, problems) = try fixture.make()
    #expect(problems.map(\.code) == (isRight ? [] : ["venue.zones-exceed-area"]))
    if !isRight { #expect(problems[0].message.zh == "各功能区加起来 101 平方米，“大厅”一共只有 100 平方米") }
  }

  // MARK: Hours

  @Test func hoursThatAreNotUnderstoodAreSaid() throws {
    var fixture = CommunityFixture()
    fixture.addVenue("odd", name: "门诊", hours: "Mo-Fr 08:00-12:00; Sa 日出")
    fixture.addVenue("late", name: "广场", hours: "Mo-Su 06:00-sunset")
    let problems = try fixture.make().1
    #expect(problems.map(\.code) == ["venue.opening-hours", "venue.opening-hours"] && problems.hasErrors)
    #expect(
      problems.map(\.message.zh) == [
        "“门诊”的开放时间第 23 个字符起看不懂：“日出”", "“广场”的开放时间第 13 个字符起的写法不支持：“sunset”",
      ])
    #expect(problems[0].location.map { "\($0)" }?.contains("opening_hours") == true)
  }

  // MARK: Addresses

  @Test func aVenueStandsWhereMostIsSaidOfIt() throws {
    var fixture = CommunityFixture()
    fixture.addVenue("desk")
    #expect(try venue(fixture, "desk").url == "/units/fudong/")
    fixture.addPage(.list, "circle", "layout: circle\n")
    #expect(try venue(fixture, "desk").url == "/lists/circle/#venue-desk")
    try fixture.add("talk", from: "2026-11-25T10:00", to: "2026-11-25T11:00", venue: "desk")
    #expect(try venue(fixture, "desk").url == "/schedule/venue/desk/")
    fixture.addPage(.venue, "counter", "venue: desk\n")
    #expect(try venue(fixture, "desk").url == "/venues/counter/")
  }

  /// A place where nothing takes place has no schedule, no calendars and no feed of its own.
  @Test func onlyPlacesWithActivitiesHaveASchedule() throws {
    var fixture = CommunityFixture()
    #expect(try fixture.community().filters.contains(.venue(.init("room")!)) == false)
    try fixture.add("talk", from: "2026-11-25T10:00", to: "2026-11-25T11:00")
    fixture.change("talk", at: "2026-11-25T10:00", .moved(.init(venue: .init("room")!)))
    let filters = try fixture.community().filters
    #expect(filters.contains(.venue(.init("room")!)) && filters.contains(.venue(.init("hall")!)))
  }

  // MARK: Words

  /// No word means two things, and sheets write one of those that are understood.
  @Test func facilitiesHaveNamesOfTheirOwn() {
    var seen: [String: VenueFacility] = [:]
    for facility in VenueFacility.allCases {
      for name in facility.names {
        #expect(seen.updateValue(facility, forKey: name.lowercased()) == nil, "\(name)")
        #expect(VenueFacility.named(name) == facility)
      }
    }
    #expect(VenueFacility.named("wifi") == .wifi && VenueFacility.named("钢琴") == nil)
  }
}
