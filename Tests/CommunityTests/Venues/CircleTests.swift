import Activities
import Community
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@Suite struct CircleTests {
  private func fixture(_ page: String = "") -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.data.venues = []
    fixture.addVenue("centre", name: "中心", type: .centre, at: (36.66, 117.03), area: 1200)
    fixture.addPage(.list, "circle", "layout: circle\nunit: fudong\n\(page)")
    return fixture
  }

  private func register(_ fixture: inout CommunityFixture) {
    fixture.addList("premises", of: .register, shape: .matter)
    fixture.addPage(.list, "premises", "layout: board\nlist: [premises]\n")
  }

  private func circle(_ fixture: CommunityFixture) throws -> VenueCircle {
    let community = try fixture.community()
    let page = try #require(community.page(.list, .init("circle")!))
    return try #require(community.circle(on: page))
  }

  // MARK: What it shows

  @Test func placesOfTheUnitByType() throws {
    var fixture = fixture()
    fixture.addUnit("other", in: "quan")
    fixture.addUnit("grid", in: "fudong", level: .grid)
    fixture.addVenue("away", of: "other", type: .centre)
    fixture.addVenue("post", of: "grid", type: .station)
    fixture.addVenue("plain")
    fixture.addVenue("a-desk", type: .helpDesk)
    let circle = try circle(fixture)
    #expect(circle.venues.map(\.id.text) == ["centre", "post", "a-desk", "plain"])
    #expect(circle.groups.map(\.type) == [.centre, .station, .helpDesk, nil])
    #expect(circle.groups.flatMap(\.venues).map(\.number) == [1, 2, 3, 4])
    #expect(circle.centre?.id.text == "centre" && circle.minutes == 15)
    #expect(abs(circle.radius - 773.1) < 0.1)
  }

  @Test func facilitiesWithTheirPlaces() throws {
    var fixture = fixture()
    fixture.addVenue("desk", type: .helpDesk)
    fixture.addFacility(.water, of: "centre")
    fixture.addFacility(.water, of: "desk")
    fixture.addFacility(.lift, of: "centre")
    let found = try circle(fixture).facilities
    #expect(
      found.map(\.facility) == [.lift, .water]
        && found.map { $0.venues.map(\.id.text) } == [["centre"], ["centre", "desk"]])
  }

  // MARK: Distance

  @Test(arguments: [
    (0.0, 0.0, 0.0, 0.0, 0.0), (0, 0, 0, 1, 111_195.08), (36.6612, 117.0308, 36.6655, 117.0374, 758.40),
    (90, 0, -90, 0, 20_015_114.4), (0, 179.9995, 0, -179.9995, 111.195), (90, 10, 90, 190, 0),
  ])
  func haversine(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ expected: Double) {
    let metres = GeoPoint(latitude: a, longitude: b).metres(to: GeoPoint(latitude: c, longitude: d))
    #expect(abs(metres - expected) < max(0.5, expected * 1e-6), "\(metres)")
  }

  @Test func minutesAreRoundedUp() {
    #expect(WalkingDistance.minutes(metres: 0) == 1 && WalkingDistance.minutes(metres: 51) == 1)
    #expect(WalkingDistance.minutes(metres: 52) == 2 && WalkingDistance.minutes(metres: 773) == 15)
    #expect(WalkingDistance.minutes(metres: 774) == 16)
  }

  // MARK: The register

  @Test func areasBeforeAndAfter() throws {
    var fixture = fixture("list: [premises]\n")
    register(&fixture)
    fixture.addVenue("small", name: "小站", type: .station, area: 120)
    fixture.addVenue("grown", name: "大站", type: .station, area: 210)
    fixture.addMatter("wait", on: "premises", raised: "2026-10-01") {
      $0.venue = .init("small")
      $0.quantity = 90
      $0.per = "平方米"
    }
    fixture.addMatter(
      "done", on: "premises", .done, raised: "2026-10-01", done: "2026-11-01", owner: "居委会", outcome: "好了"
    ) {
      $0.venue = .init("grown")
      $0.quantity = 90
      $0.quantityDone = 90
    }
    let entries = try circle(fixture).register
    #expect(entries.map(\.before) == [120, 120] && entries.map(\.after) == [210, 210])
    #expect(entries.map(\.planned) == [90, 90] && entries.map(\.added) == [0, 90])
  }

  @Test func whatIsTooLargeOrMissingIsSaid() throws {
    var fixture = fixture("list: [premises]\n")
    register(&fixture)
    fixture.addVenue("small", name: "小站", type: .station, area: 299)
    fixture.addVenue("enough", name: "够大", type: .station, area: 300)
    fixture.addVenue("desk", type: .helpDesk, area: 10)
    fixture.addMatter("large", on: "premises", raised: "2026-10-01") { $0.venue = .init("centre") }
    let (_, problems) = try fixture.make()
    #expect(problems.map(\.code).sorted() == ["circle.not-in-register", "circle.register-large"])
    #expect(problems.allSatisfy { $0.severity == .warning })
    #expect(problems.contains { $0.message.zh == "“小站”只有 299 平方米，台账里没有它" })
  }

  // MARK: Checks

  @Test func aCircleNeedsAPlace() throws {
    var fixture = fixture("venue: nowhere\n")
    fixture.addVenue("nowhere")
    #expect(try fixture.make().1.map(\.code) == ["circle.no-coordinates"])
  }

  @Test func aPageWithoutPlaces() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("empty", in: "quan")
    fixture.addPage(.list, "circle", "layout: circle\nunit: empty\n")
    #expect(try fixture.make().1.map(\.code) == ["circle.no-venues"])
  }

  @Test func aRegisterIsOfMatters() throws {
    var fixture = fixture("list: [gifts]\n")
    fixture.addList("gifts", of: .reward)
    fixture.addPage(.list, "gifts", "layout: exchange\nlist: [gifts]\n")
    #expect(try fixture.make().1.map(\.code) == ["circle.register-shape"])
  }

  @Test func aScreenNeedsAPlace() throws {
    var fixture = fixture()
    fixture.data.venues = []
    fixture.pages["lists/circle.md"] = nil
    fixture.addScreen("lobby", ["slide: list, layout: circle"])
    #expect(try fixture.make().1.map(\.code) == ["circle.no-place"])
  }
}
