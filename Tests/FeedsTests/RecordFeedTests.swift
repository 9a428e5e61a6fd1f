import TestSupport
import Testing
import Vocabulary

@testable import Feeds

/// What the other feeds hold, and no longer hold.
@Suite struct RecordFeedTests {
  private func records(_ fixture: CommunityFixture, _ feed: String) throws -> [ParsedJSON] {
    try #require(try fixture.feeds().json("/feeds/v1/\(feed).json")["data"]).elements
  }

  @Test func servicesAndBrandsThatHold() throws {
    var fixture = CommunityFixture()
    fixture.addMenu(
      "open", "expiresAt: 2026-11-30\n", services: ["{id: a, title: a, feeYuan: 0}", "{id: b, title: b}"])
    fixture.addMenu("over", "expiresAt: 2026-11-20\n", services: ["{id: c, title: c}"])
    fixture.addPage(.brand, "root", "edition: 2.0\n")
    fixture.addPage(.brand, "leaf", "parent: root\n")
    fixture.addPage(.brand, "gone", "expiresAt: 2026-11-20\n")
    let services = try records(fixture, "services")
    #expect(services.map { $0["id"] } == [.text("a"), .text("b")])
    #expect(services.map { $0["feeYuan"] } == [.number(0), .null])
    #expect(services.first?["expiresAt"] == .text("2026-12-01T00:00:00+08:00"))
    #expect(services.first?["url"] == .text("https://a.example/menus/open/"))
    let brands = try records(fixture, "brands")
    #expect(brands.map { [$0["id"], $0["parentId"]] } == [[.text("leaf"), .text("root")], [.text("root"), .null]])
  }

  /// In the order of the units; an id for each row.
  @Test func addressesWithTheirUnits() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("grid-1", in: "fudong", level: .grid, name: "第一网格")
    fixture.addAddress("嵩台路", 2, 2, building: "3号楼", of: "grid-1")
    fixture.addAddress("嵩台路", 1, 59, .odd, of: "fudong")
    fixture.addFinder(of: "fudong")
    let addresses = try records(fixture, "addresses")
    #expect(addresses.map { $0["id"]?.text } == ["fudong/嵩台路/1/odd/", "grid-1/嵩台路/2/both/3号楼"])
    #expect(addresses.map { $0["building"] } == [.null, .text("3号楼")])
    #expect(addresses.map { [$0["first"], $0["last"]] } == [[.number(1), .number(59)], [.number(2), .number(2)]])
    #expect(addresses.map { [$0["unitName"], $0["level"]] }[1] == [.text("第一网格"), .text("grid")])
    #expect(addresses[0]["url"] == .text("https://a.example/lists/find/"))
  }

  @Test func turnsFromTheRunningOneOn() throws {
    var fixture = CommunityFixture()
    fixture.now = "2026-11-22T09:00:00+08:00"
    fixture.addRoster(
      "head", .week, from: "2026-11-02", holders: [(1, "甲"), (2, "乙")], swaps: [("2026-11-23", 1)])
    let turns = try records(fixture, "rosters")
    #expect(
      turns.prefix(2).map { turn in ["id", "firstDay", "lastDay", "holder", "plannedHolder"].map { turn[$0]?.text } }
        == [
          ["head-2026-11-16", "2026-11-16", "2026-11-22", "甲", nil],
          ["head-2026-11-23", "2026-11-23", "2026-11-29", "甲", "乙"],
        ])
    #expect(turns.prefix(2).map { $0["swapped"] } == [.flag(false), .flag(true)])
    fixture.now = "2026-11-23T00:00:00+08:00"
    #expect(try records(fixture, "rosters").first?["id"] == .text("head-2026-11-23"))
  }

  /// The week of a month's first days begins in the month before.
  @Test func aTurnThatEndedThisWeekIsOver() throws {
    var fixture = CommunityFixture()
    fixture.now = "2026-12-03T09:00:00+08:00"
    fixture.addRoster("head", .month, from: "2026-11-01", holders: [(1, "甲"), (2, "乙")])
    #expect(try records(fixture, "rosters").first?["id"] == .text("head-2026-12-01"))
  }

  @Test func figuresAndTheirHistory() throws {
    let fixture = try CommunityFixture.whole()
    let figure = try #require(try records(fixture, "metrics").first)
    #expect([figure["value"], figure["asOf"], figure["suffix"]] == [.number(1312), .text("2026-10-31"), .text("件")])
    #expect(
      try records(fixture, "metric-history").map { [$0["id"], $0["value"]] } == [
        [.text("cases-2026-08-31"), .number(290)], [.text("cases-2026-09-30"), .number(301)],
        [.text("cases-2026-10-31"), .number(1312)],
      ])
  }

  /// A measure with what it adds up to, and the figures that do.
  @Test func measuresWithTheFiguresOfTheirUnits() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("east", in: "fudong", level: .building, name: "东楼")
    fixture.addUnit("west", in: "fudong", level: .building, name: "西楼")
    fixture.addMeasure("tenants", of: "fudong", title: "入驻单位", suffix: "家", total: .sum, better: .more)
    for (day, east, west) in [("2026-09-30", 300.0, 180.0), ("2026-10-31", 320, 192)] {
      fixture.measure("tenants", of: "east", on: day, east)
      fixture.measure("tenants", of: "west", on: day, west)
    }
    fixture.addMeasure("empty", of: "fudong", total: .none)
    let measures = try records(fixture, "measures")
    let tenants = try #require(measures.first { $0["id"] == .text("tenants") })
    #expect([tenants["value"], tenants["asOf"]] == [.number(512), .text("2026-10-31")])
    #expect([tenants["total"], tenants["better"], tenants["period"]] == [.text("sum"), .text("more"), .text("month")])
    let values = tenants["values"]?.elements ?? []
    #expect(values.map { $0["id"] } == [.text("tenants"), .text("tenants.east"), .text("tenants.west")])
    #expect(values.map { $0["value"] } == [.number(512), .number(320), .number(192)])
    #expect(values.map { $0["change"] } == [.number(32), .number(20), .number(12)])
    #expect(values.map { $0["isStated"] } == [.flag(false), .flag(true), .flag(true)])
    #expect(values.first?["previousAsOf"] == .text("2026-09-30") && values.first?["tone"] == .text("better"))
    #expect(values.map { $0["parts"]?.elements.map { $0["value"] } } == [[.number(320), .number(192)], [], []])
    let empty = try #require(measures.first { $0["id"] == .text("empty") })
    #expect(empty["value"] == .null && empty["values"]?.elements.isEmpty == true)
    // The same figures, flat.
    #expect(
      try records(fixture, "metrics").map { $0["id"] } == [
        .text("tenants"), .text("tenants.east"), .text("tenants.west"),
      ])
    #expect(try records(fixture, "metric-history").first?["metricId"] == .text("tenants"))
  }

  @Test func whatHappenedOnTheComingDays() throws {
    var fixture = CommunityFixture()
    for (id, day, year) in [
      ("over", "11-20", 1949), ("today", "11-21", 1949), ("each", "12-05", nil), ("far", "12-06", nil),
    ] {
      fixture.addAlmanacEntry(id, on: day, year: year)
    }
    let entries = try records(fixture, "almanac")
    #expect(entries.map { $0["id"] } == [.text("today-2026-11-21"), .text("each-2026-12-05")])
    #expect(entries.map { $0["yearsAgo"] } == [.number(77), .null])
  }

  @Test func honoursTheNewestFirst() throws {
    var fixture = CommunityFixture()
    for (id, day) in [("old", "2019"), ("new", "2026-11"), ("ahead", "2026-12-01")] { fixture.addHonour(id, on: day) }
    let honours = try records(fixture, "honours")
    #expect(
      honours.map { [$0["id"], $0["awardedOn"]] } == [
        [.text("new"), .text("2026-11")], [.text("old"), .text("2019")],
      ])
  }

  /// A venue's address is its page, or else its schedule, or else where it stands among others.
  @Test func venues() throws {
    let venues = try records(try CommunityFixture.whole(), "venues")
    #expect(
      venues.map { [$0["id"], $0["url"], $0["address"]] } == [
        [.text("hall"), .text("https://a.example/venues/hall/"), .text("府东路 1 号")],
        [.text("room"), .text("https://a.example/schedule/venue/room/"), .null],
        [.text("desk"), .text("https://a.example/lists/circle/#venue-desk"), .null],
      ])
    #expect(venues.map { $0["type"] } == [.text("centre"), .null, .text("help-desk")])
    #expect(venues.map { $0["seats"] } == [.number(40), .null, .null])
  }
}

/// Brands, partners and videos.
@Suite struct BrandFeedTests {
  private func record(_ feed: String, _ id: String) throws -> ParsedJSON {
    let data = try #require(try CommunityFixture.whole().feeds().json("/feeds/v1/\(feed).json")["data"])
    return try #require(data.elements.first { $0["id"] == .text(id) })
  }

  @Test func aBrandWithItsEditionsAndMethod() throws {
    let brand = try record("brands", "root")
    #expect(brand["edition"] == .text("2.0"))
    let editions = try #require(brand["editions"]).elements
    #expect(
      editions.map { [$0["edition"], $0["firstDay"], $0["lastDay"]] } == [
        [.text("1.0"), .text("2020-01-01"), .text("2022-12-31")], [.text("2.0"), .text("2023-01-01"), .null],
      ])
    let parts = try #require(brand["method"]?["parts"]).elements
    #expect(parts.map { $0["count"] } == [.text("1"), .text("N")])
    #expect(parts[0]["items"]?.elements.first?["url"] == .text("https://a.example/teams/rangers/"))
    let carriers = try #require(brand["carrierLinks"]).elements
    #expect(carriers.map { [$0["kind"], $0["id"]] } == [[.null, .null], [.text("venue"), .text("hall")]])
    #expect(brand["carriers"]?.elements == [.text("队伍"), .text("会客")])
    #expect(brand["total"]?["brands"] == .number(1) && brand["total"]?["partners"] == .number(1))
    #expect(try record("brands", "leaf")["method"] == .null)
  }

  @Test func aPartnerWithItsAgreement() throws {
    let partner = try record("partners", "shop")
    #expect(
      ["type", "agreementFrom", "agreementUntil", "assessedOn", "assessment"].map { partner[$0] }
        == ["space", "2024-05-01", "2027-12-31", "2026-05", "满意"].map { .text($0) })
    #expect(partner["offers"]?.elements == [.text("理发")] && partner["givenSquareMetres"] == .number(40))
  }

  @Test func aVideo() throws {
    let video = try record("videos", "class_20261118T1000")
    #expect(video["videoUrl"] == .text("https://video.example/class") && video["heldOn"] == .text("2026-11-18"))
    #expect(video["showFrom"] == .text("2026-11-18T11:00:00+08:00"))
    #expect(try record("videos", "classroom-school-1")["showFrom"] == .null)
  }
}
