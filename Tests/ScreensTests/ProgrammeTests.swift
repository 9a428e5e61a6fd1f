import CivilTime
import Parallel
import TestSupport
import Testing
import Vocabulary

@testable import Screens

@Suite struct ProgrammeTests {
  /// Only what says something without items has words for it; the others are passed over.
  @Test(arguments: [
    ("slide: today", true), ("slide: week", false), ("slide: rooms", false), ("slide: live", false),
    ("slide: changes", false), ("slide: notices", true), ("slide: roster", false), ("slide: figures", false),
    ("slide: honours", false), ("slide: almanac", false),
  ])
  func anEmptySlideSaysSoOrIsLeftOut(slide: String, says: Bool) throws {
    let shown = try CommunityFixture().shown(slide)
    #expect(shown.items.isEmpty && (shown.slide.empty != nil) == says)
    let moment = shown.programme.moment(at: TimeText.parseInstant("2026-11-21T10:00:00+08:00")!)
    #expect(shown.programme.slides[moment.slide].kind == (says ? shown.slide.kind : "cover"))
  }

  @Test func slidesHaveIdsThatStay() throws {
    var fixture = CommunityFixture()
    fixture.addScreen("lobby", ["slide: today", "slide: notices, seconds: 30", "slide: today, title: 再看, venue: hall"])
    let slides = try fixture.programme().slides
    #expect(slides.map(\.id) == ["today", "notices", "today-2", "cover"])
    #expect(slides.map(\.seconds).prefix(3) == [15, 30, 15] && slides[2].title == "再看")
  }

  @Test func aScreenThatSaysNothingHasAPlaylist() throws {
    var fixture = try CommunityFixture.whole()
    fixture.addScreen()
    #expect(
      try fixture.programme().slides.map(\.kind).filter { $0 != "alert" && $0 != "cover" } == [
        "today", "rooms", "live", "changes", "notices", "roster", "week", "almanac",
      ])
  }

  /// A screen's own words are in its language; what it shows is as it was written.
  @Test func anEnglishScreen() throws {
    var fixture = try CommunityFixture.whole()
    fixture.addScreen("lobby", ["slide: today"], "language: en\n")
    let programme = try fixture.programme()
    let shown = ShownSlide(slide: programme.slides[0], programme: programme)
    let cancelled = try shown.item("class_20261125T1000")
    #expect(cancelled.title == "课堂" && cancelled.mark == "Cancelled" && shown.slide.title == "Today")
  }

  @Test func eachDayHasItsLeaf() throws {
    let programme = try CommunityFixture().shown("slide: today").programme
    #expect(programme.days.count == 15 && programme.days.first?.date == TimeText.parseDate("2026-11-21"))
    #expect(programme.days.last?.date == TimeText.parseDate("2026-12-05"))
    #expect(programme.days.first?.label == "11月21日 星期六" && programme.days.first?.line != nil)
    var fixture = CommunityFixture()
    fixture.site += "dayLabels: false\n"
    #expect(try fixture.shown("slide: today").programme.days.first?.line == nil)
  }

  @Test func whatIsShownTwiceIsThereOnce() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.brand, "root")
    fixture.addScreen("lobby", ["slide: brand, brand: [root]", "slide: brand, brand: [root], title: 再看"])
    let programme = try fixture.programme()
    #expect(programme.slides[0].items == programme.slides[1].items && programme.codes.count == 2)
  }

  // MARK: The feed

  private func feed() throws -> (feed: ParsedJSON, schema: ParsedJSON) {
    let community = try CommunityFixture.whole().community()
    let screens = Screens(community, theme: .printing([:]), jobs: Jobs(1))
    let files = PublishedFiles(screens.feeds() + Screens.schemas(community))
    return (try files.json("/feeds/v1/screens/lobby.json"), try files.json("/feeds/v1/schema/screen.json"))
  }

  /// What is absent is left out; whatever is there is described.
  @Test func theFeedHasTheMembersOfItsSchema() throws {
    let (feed, schema) = try feed()
    try Self.compare(feed, schema, at: "")
    #expect(feed["items"]?.elements.count ?? 0 > 20)
  }

  private static func compare(_ value: ParsedJSON, _ schema: ParsedJSON, at place: String) throws {
    switch value {
    case .object:
      let required = Set(schema["required"]?.elements.compactMap(\.text) ?? [])
      let known = schema["properties"]?.names ?? []
      #expect(value.names.isSuperset(of: required), "\(place)")
      #expect(value.names.isSubset(of: known), "\(place)")
      for name in value.names {
        try compare(try #require(value[name]), try #require(schema["properties"]?[name]), at: "\(place).\(name)")
      }
    case .list(let list):
      let items = try #require(schema["items"], "\(place)")
      for element in list { try compare(element, items, at: place + "[]") }
    case .text:
      let words = schema["enum"]?.elements
      #expect(words?.contains(value) ?? (schema["type"] == .text("string")), "\(place)")
    case .number(let number):
      #expect(schema["type"] == .text("number") || schema["type"] == .text("integer") && number.rounded() == number)
    case .flag: #expect(schema["type"] == .text("boolean"), "\(place)")
    case .null: Issue.record("\(place) is null")
    }
  }

  @Test func itemsSayWhenTheyHold() throws {
    let items = try feed().feed["items"]?.elements ?? []
    let item = try #require(items.first { $0["id"] == .text("alert-gale") })
    #expect([item["from"], item["until"]] == [.text("2026-11-21T00:00:00+08:00"), .text("2026-11-22T18:00:00+08:00")])
    let running = try #require(items.first { $0["id"] == .text("class_20261128T0900") })
    #expect(running["startsAt"] == .text("2026-11-28T09:00:00+08:00") && running["status"] == .text("scheduled"))
  }
}
