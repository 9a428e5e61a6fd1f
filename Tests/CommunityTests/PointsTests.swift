import Activities
import CivilTime
import Diagnostics
import RandomInputs
import TestSupport
import Testing
import Vocabulary

@testable import Community

/// What points are given for, and what may be told of those who earn and spend them.
@Suite struct PointsTests {
  private func told(_ fixture: CommunityFixture) throws -> [String] {
    try fixture.community().points.totals.map { total in
      "\(total.unit.id) \(total.month) \(total.earned.map { "\($0)/\(total.spent!)/\(total.people!)" } ?? "-")"
    }
  }

  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addUnit("songtai", in: "quan")
    return fixture
  }

  // MARK: Totals

  @Test func unitsAddUpToThoseAboveThem() throws {
    var fixture = fixture()
    fixture.addPoints("quan", in: "2026-10", earned: 50, spent: 10, people: 5)
    fixture.addPoints("fudong", in: "2026-10", earned: 200, spent: 100, people: 20)
    fixture.addPoints("songtai", in: "2026-10", earned: 80, spent: 30, people: 8)
    #expect(try told(fixture) == ["quan 2026-10 330/140/33", "fudong 2026-10 200/100/20", "songtai 2026-10 80/30/8"])
  }

  /// The whole is told, and so that its small part can't be worked out, another part isn't.
  @Test func aSmallGroupAndWhatItFollowsFromAreHeldBack() throws {
    var fixture = fixture()
    fixture.addPoints("fudong", in: "2026-10", earned: 200, people: 20)
    fixture.addPoints("songtai", in: "2026-10", earned: 33, people: 3)
    #expect(try told(fixture) == ["quan 2026-10 233/0/23", "fudong 2026-10 -", "songtai 2026-10 -"])
  }

  @Test func aSmallWholeIsNotTold() throws {
    var fixture = fixture()
    fixture.addPoints("songtai", in: "2026-10", earned: 33, people: 4)
    #expect(try told(fixture) == ["quan 2026-10 -", "songtai 2026-10 -"])
  }

  @Test func eachMonthIsHeldBackByItself() throws {
    var fixture = fixture()
    fixture.addPoints("fudong", in: "2026-09", earned: 60, people: 6)
    fixture.addPoints("fudong", in: "2026-10", earned: 20, people: 2)
    #expect(
      try told(fixture) == [
        "quan 2026-09 60/0/6", "fudong 2026-09 60/0/6", "quan 2026-10 -", "fudong 2026-10 -",
      ])
  }

  /// Of the running month, a figure that grows by one from one day to the next would tell of one person.
  @Test func onlyMonthsThatAreOverAreTold() throws {
    var fixture = fixture()
    for month in ["2025-10", "2025-11", "2026-10", "2026-11"] {
      fixture.addPoints("fudong", in: month, earned: 60, people: 6)
    }
    #expect(try Set(told(fixture).map { $0.split(separator: " ")[1] }) == ["2025-11", "2026-10"])
  }

  /// In random trees nothing that is told, and no difference between a unit and those below it, is of one to four people.
  @Test func nothingSmallFollowsFromWhatIsTold() throws {
    var random = SeededRandom(seed: 40)
    for _ in 0..<40 {
      var fixture = CommunityFixture()
      let ids = ["quan", "fudong"] + (1...6).map { "u\($0)" }
      for id in ids.dropFirst(2) { fixture.addUnit(id, in: Bool.random(using: &random) ? "quan" : "fudong") }
      for id in ids {
        let people = Int.random(in: 0...9, using: &random)
        if people > 0 { fixture.addPoints(id, in: "2026-10", earned: people * 10, people: people) }
      }
      let community = try fixture.community()
      let told = Dictionary(
        community.points.totals.compactMap { total in total.people.map { (total.unit.id, $0) } },
        uniquingKeysWith: { first, _ in first })
      for (unit, people) in told {
        let below = community.units.children(of: unit).compactMap { told[$0.id] }.reduce(0, +)
        #expect(people >= 5 && !(1...4).contains(people - below))
      }
    }
  }

  // MARK: Rules

  @Test func rulesHoldInUnitsBelow() throws {
    var fixture = fixture()
    fixture.addPointsRule("second", 4, of: "quan", position: 2)
    fixture.addPointsRule("first", 2, of: "quan", position: 1)
    fixture.addPointsRule("own", 1, of: "songtai")
    let community = try fixture.community()
    #expect(community.pointsRules(of: .init("songtai")).map(\.id.text) == ["first", "second", "own"])
    #expect(community.pointsRules(of: .init("fudong")).map(\.id.text) == ["first", "second"])
  }

  // MARK: Problems

  private func problems(_ fixture: CommunityFixture) throws -> [String] {
    try fixture.make().1.map { "\($0.code) \($0.location.map { "\($0)" } ?? "") \($0.message.en)" }
  }

  @Test func moreIsNotSpentThanWasEarned() throws {
    var fixture = fixture()
    fixture.addPoints("fudong", in: "2026-08", earned: 100, spent: 0, people: 9)
    fixture.addPoints("fudong", in: "2026-09", earned: 20, spent: 120, people: 9)
    #expect(try problems(fixture).isEmpty)
    fixture.addPoints("fudong", in: "2026-10", earned: 10, spent: 11, people: 9)
    let found = try problems(fixture)
    #expect(found.count == 1 && found[0].hasPrefix("data.points-overspent"))
    #expect(found[0].contains("unit_id=fudong,month=2026-10") && found[0].contains("131") && found[0].contains("130"))
  }

  @Test func aMonthAheadIsHeldBackAndSaid() throws {
    var fixture = fixture()
    fixture.addPoints("fudong", in: "2026-12", earned: 100, people: 9)
    #expect(try problems(fixture).map { $0.split(separator: " ")[0] } == ["data.points-ahead"])
    #expect(try fixture.make().0.points.totals.isEmpty)
  }

  private func activity(points: Int, minutes: Int, _ fixture: CommunityFixture) throws -> CommunityFixture {
    var fixture = fixture
    let end = TimeText.local(TimeText.parseLocal("2026-11-25T10:00")! + minutes)
    try fixture.add("tea", from: "2026-11-25T10:00", to: end, points: points)
    return fixture
  }

  /// By the hour it may be as much as its length comes to; otherwise what a rule says, and never more than its cap.
  @Test(arguments: [
    (2, 60, true), (3, 90, true), (3, 60, false), (4, 120, true), (7, 60, true), (8, 60, false), (12, 480, true),
    (14, 480, false),
  ])
  func anActivityGivesWhatARuleGives(points: Int, minutes: Int, agrees: Bool) throws {
    var fixture = fixture()
    fixture.addPointsRule("hour", 2, per: "小时", of: "quan", cap: (12, .day))
    fixture.addPointsRule("prize", 7, of: "quan")
    let found = try problems(activity(points: points, minutes: minutes, fixture))
    #expect(found.isEmpty == agrees, "\(found)")
    #expect(agrees || (found[0].hasPrefix("data.points-no-rule") && found[0].contains("\(points) points")))
  }

  @Test func withoutRulesAnyPointsAreRight() throws {
    var fixture = fixture()
    fixture.addPointsRule("prize", 7, of: "songtai")
    #expect(try problems(activity(points: 3, minutes: 60, fixture)).isEmpty)
  }
}
