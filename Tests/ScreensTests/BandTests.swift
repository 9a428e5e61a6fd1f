import CivilTime
import Content
import TestSupport
import Testing
import Vocabulary

@testable import Screens

/// What is important and not urgent stands in a band on a screen that has one, and never beside what is urgent.
@Suite struct BandTests {
  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addNotice("snow", "severity: moderate\nexpiresAt: 2026-11-24T09:30\ninstruction: 走防滑路\n")
    fixture.addNotice("gate", "severity: minor\npublishAt: 2026-11-22T08:00\nexpiresAt: 2026-11-25\n")
    fixture.addNotice("fire", "severity: severe\npublishAt: 2026-11-23T08:00\nexpiresAt: 2026-11-23T10:00\n")
    fixture.addNotice("tower", "severity: moderate\nexpiresAt: 2026-11-24\nunit: tower\n")
    fixture.addUnit("tower", in: "quan", level: .building)
    return fixture
  }

  private func told(_ more: String, at time: String) throws -> (band: [String], slide: String, isInterruption: Bool) {
    let programme = try fixture().shown("slide: today", "units: [fudong]\n" + more).programme
    let moment = programme.moment(at: TimeText.parseInstant("2026-\(time):00+08:00")!)
    return (moment.band.map { programme.items[$0].id }, programme.slides[moment.slide].kind, moment.isInterruption)
  }

  @Test(arguments: [
    ("11-21T09:00", ["band-snow"], false), ("11-22T07:59", ["band-snow"], false),
    ("11-22T08:00", ["band-snow", "band-gate"], false),
    ("11-23T08:00", [], true), ("11-23T09:59", [], true), ("11-23T10:00", ["band-snow", "band-gate"], false),
    ("11-24T09:30", ["band-gate"], false), ("11-26T00:00", [], false),
  ])
  func itsTime(time: String, band: [String], isInterruption: Bool) throws {
    let found = try told("band: foot\n", at: time)
    #expect(found.band == band && found.isInterruption == isInterruption)
  }

  /// A screen without one is interrupted, as ever.
  @Test func withoutABand() throws {
    let found = try told("", at: "11-21T09:00")
    #expect(found.band.isEmpty && found.slide == "alert" && found.isInterruption)
  }

  /// A slide whose pages are about full needs more of them while a band takes its room, and is given their time; before and after it is not.
  @Test(arguments: ["landscape", "portrait"])
  func pagesAreReckonedBesideIt(orientation: String) throws {
    func seconds(_ more: String, paragraphs: Int, at time: String) throws -> Int {
      let text = String(repeating: "请走北门\\n\\n", count: paragraphs)
      let size = orientation == "portrait" ? "size: 1080x1920\n" : ""
      let programme = try fixture().shown(
        "slide: text, seconds: 10, text: \"\(text)\"", "orientation: \(orientation)\nunits: [fudong]\n" + size + more
      ).programme
      let time = TimeText.parseLocal("2026-" + time)!
      let stretch = try #require(programme.timeline.last { $0.from <= time })
      return programme.rounds[stretch.round].seconds
    }
    var needsMore = false
    for paragraphs in stride(from: 60, to: 160, by: 10) {
      let with = try seconds("band: foot\n", paragraphs: paragraphs, at: "11-22T12:00")
      // The last of it goes at midnight.
      #expect(try seconds("band: foot\n", paragraphs: paragraphs, at: "11-25T23:59") == with)
      let without = try seconds("band: foot\n", paragraphs: paragraphs, at: "11-26T00:00")
      #expect(with >= without)
      needsMore = needsMore || with > without
    }
    #expect(needsMore)
    // What interrupts has the whole wall.
    #expect(
      try seconds("band: foot\n", paragraphs: 100, at: "11-23T09:00")
        == seconds("", paragraphs: 100, at: "11-23T09:00"))
  }

  @Test func whatItSays() throws {
    let programme = try fixture().shown("slide: today", "band: 顶部\n").programme
    let item = try #require(programme.band.map { programme.items[$0] }.first { $0.id == "band-snow" })
    #expect(item.title == "snow" && item.lines == ["走防滑路"] && item.tone == "moderate" && item.mark == "重要")
    #expect(item.side == "有效至 11月24日 09:30" && item.text == "正文" && programme.screen.band == .head)
  }
}
