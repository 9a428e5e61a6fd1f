import CivilTime
import TestSupport
import Testing
import Vocabulary

@testable import Screens

@Suite struct NoticeSlideTests {
  @Test func noticesWhileTheyHold() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("plain")
    fixture.addNotice("pinned", "pinned: true\n")
    fixture.addNotice("until", "expiresAt: 2026-11-30T18:00\n", date: "2026-11-20")
    fixture.addNotice("due", "publishAt: 2026-11-23T08:00\n")
    fixture.addNotice("over", "expiresAt: 2026-11-20\n")
    fixture.addNotice("far", "publishAt: 2026-12-06T00:00\n")
    fixture.addNotice("urgent", "severity: minor\nexpiresAt: 2026-11-22\n")
    let shown = try fixture.shown("slide: notices")
    #expect(
      shown.stretches == [
        // What has no end is news for a month after its day.
        "notice-pinned 11-21T00:00 12-02T00:00", "notice-until 11-21T00:00 11-30T18:00",
        "notice-plain 11-21T00:00 12-02T00:00", "notice-due 11-23T08:00 12-06T00:00",
      ])
    #expect(shown.slide.empty?.isEmpty == false)
    #expect(shown.ids(at: "11-30T18:00") == ["notice-pinned", "notice-plain", "notice-due"])
  }

  @Test(arguments: [("", ["d30"]), (", days: 40", ["d40", "d30"]), (", days: 7", [])])
  func howLongOneWithoutAnEndIsShown(days: String, shown: [String]) throws {
    var fixture = CommunityFixture()
    fixture.addNotice("d30", date: "2026-10-22")
    fixture.addNotice("d40", date: "2026-10-12")
    #expect(Set(try fixture.shown("slide: notices\(days)").ids) == Set(shown.map { "notice-\($0)" }))
  }

  /// Three a page and six at once; a page stays for as long as the fullest takes to read, half a minute at most.
  @Test(arguments: [(0, 15), (40, 27), (400, 30)])
  func aPageStaysForAsLongAsItTakesToRead(characters: Int, seconds: Int) throws {
    var fixture = CommunityFixture()
    for number in 1...7 {
      fixture.addNotice(
        "n\(number)", "summary: \(String(repeating: "字", count: max(1, characters)))\n", date: "2026-11-20")
    }
    let shown = try fixture.shown("slide: notices, seconds: 15")
    #expect(shown.slide.perPage == 3 && shown.ids(at: "11-21T09:00").count == 6)
    #expect(abs(shown.slide.seconds - seconds) <= 3, "\(shown.slide.seconds)")
  }

  @Test func whatALineSays() throws {
    var fixture = CommunityFixture()
    fixture.addNotice(
      "a", "category: safety\nunit: fudong\ncontact: 值班室\nexpiresAt: 2027-01-05\nsummary: 要点\n", date: "2025-12-31")
    let item = try fixture.shown("slide: notices").item("notice-a")
    #expect(item.chip == "安全提示" && item.tone == "safety" && item.text == "要点")
    // An old date must not look like a coming one, nor one of the next year like one of this.
    #expect(item.line == "府东 · 2025年12月31日 · 值班室" && item.side?.contains("2027年1月5日") == true)
    fixture.addNotice("a", "expiresAt: 2026-11-30T18:30\n")
    #expect(try fixture.shown("slide: notices").item("notice-a").side?.contains("11月30日 18:30") == true)
    fixture.addNotice("a")
    #expect(try fixture.shown("slide: notices").item("notice-a").side == nil)
  }

  /// On each day what is left on it: a line of its own from midnight to midnight.
  @Test func aPublicNoticeCountsADayAtATime() throws {
    var fixture = CommunityFixture()
    fixture.addHolidays()
    fixture.addNotice("a", "publicNoticeDays: 3\n", date: "2026-11-20")
    let shown = try fixture.shown("slide: notices")
    #expect(
      shown.items.map(\.stretch) == [
        "11-21T00:00 11-22T00:00", "11-22T00:00 11-23T00:00", "11-23T00:00 11-24T00:00", "11-24T00:00 11-25T00:00",
        "11-25T00:00 11-26T00:00",
      ])
    let sides = shown.items.compactMap(\.side)
    // Saturday and Sunday before it, three days, two, and the last.
    try #require(sides.count == 5)
    #expect(sides[0] == sides[1] && Set(sides).count == 4)
    #expect(sides[2].contains("3") && sides[3].contains("2") && sides[3].contains("11月25日"))
    #expect(shown.ids(at: "11-26T00:00") == [])
  }

  /// - Parameter slugs: a notice of a unit above concerns its parts, and one of a part its whole.
  @Test(arguments: [
    ("", ["all", "quan", "fudong", "tower"]), ("units: [quan]\n", ["all", "quan", "fudong", "tower"]),
    ("units: [fudong]\n", ["all", "quan", "fudong"]), ("units: [tower]\n", ["all", "quan", "tower"]),
  ])
  func noticesOfTheScreensUnits(units: String, slugs: [String]) throws {
    var fixture = CommunityFixture()
    fixture.addUnit("tower", in: "quan", level: .building)
    fixture.addNotice("all")
    for unit in ["quan", "fudong", "tower"] { fixture.addNotice(unit, "unit: \(unit)\n") }
    #expect(Set(try fixture.shown("slide: notices", units).ids) == Set(slugs.map { "notice-" + $0 }))
  }

  // MARK: Alerts

  private func alerts(_ fixture: CommunityFixture, _ more: String = "") throws -> [ShownSlide] {
    let programme = try fixture.shown("slide: notices", more).programme
    return programme.slides.filter { $0.kind == "alert" }.map { ShownSlide(slide: $0, programme: programme) }
  }

  @Test func urgentNoticesTakeTheScreenTheWorstFirst() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("minor", "severity: minor\nexpiresAt: 2026-11-22\n", date: "2026-11-20")
    fixture.addNotice(
      "fire", "severity: extreme\nexpiresAt: 2026-11-21T18:00\ninstruction: 请撤离\ncontact: 值班室\nunit: fudong\n")
    fixture.addNotice("due", "severity: severe\nexpiresAt: 2026-11-23\npublishAt: 2026-11-22T08:00\n")
    let alerts = try self.alerts(fixture)
    #expect(
      alerts.map(\.stretches) == [
        ["alert-fire 11-21T00:00 11-21T18:00"], ["alert-due 11-22T08:00 11-24T00:00"],
        ["alert-minor 11-21T00:00 11-23T00:00"],
      ])
    try #require(alerts.count == 3)
    #expect(alerts.allSatisfy { $0.slide.layout == .alert })
    let fire = try alerts[0].item("alert-fire")
    #expect(fire.tone == "extreme" && fire.mark?.isEmpty == false && fire.lines == ["请撤离"] && fire.text == "正文")
    #expect(
      fire.line?.contains("府东") == true && fire.line?.contains("值班室") == true && fire.line?.contains("18:00") == true)
    // What is not public yet can't be opened: its code leads to the list.
    #expect(alerts[0].code(of: fire) == "https://a.example/notices/fire/")
    #expect(alerts[1].code(of: try alerts[1].item("alert-due")) == "https://a.example/notices/")
    #expect(try self.alerts(fixtureOfTower(), "units: [fudong]\n").isEmpty)
  }

  private func fixtureOfTower() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addUnit("tower", in: "quan", level: .building)
    fixture.addNotice("fire", "severity: extreme\nexpiresAt: 2026-11-22\nunit: tower\n")
    return fixture
  }

  @Test func anAlertInterruptsWhileItHolds() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("a")
    fixture.addNotice("fire", "severity: extreme\nexpiresAt: 2026-11-21T18:00\npublishAt: 2026-11-21T12:00\n")
    let programme = try fixture.shown("slide: notices").programme
    func kind(_ time: String) -> String {
      programme.slides[programme.moment(at: TimeText.parseInstant(time + "+08:00")!).slide].kind
    }
    #expect(
      ["11:59:59", "12:00:00", "17:59:59", "18:00:00"].map { kind("2026-11-21T" + $0) } == [
        "notices", "alert", "alert", "notices",
      ])
  }
}
