import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

@Suite struct RosterTests {
  private func fixture(
    _ period: RotationPeriod, from start: String, holders: [Int] = [1, 2, 3], swaps: [(String, Int)] = []
  ) -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addRoster("head", period, from: start, holders: holders.map { ($0, "单位\($0)") }, swaps: swaps)
    return fixture
  }

  private func turns(_ fixture: CommunityFixture) throws -> [String] {
    let (community, problems) = try fixture.make()
    #expect(problems == [])
    return try #require(community.rosters.first).turns.map {
      "\(TimeText.date($0.days.lowerBound)) \(TimeText.date($0.days.upperBound)) \($0.holder.name)\($0.isSwapped ? "*" : "")"
    }
  }

  @Test func monthsGoRound() throws {
    #expect(
      try turns(fixture(.month, from: "2026-08-15")) == [
        "2026-11-01 2026-11-30 单位1", "2026-12-01 2026-12-31 单位2", "2027-01-01 2027-01-31 单位3",
        "2027-02-01 2027-02-28 单位1",
      ])
  }

  @Test func weeksGoRoundFromMonday() throws {
    #expect(
      try turns(fixture(.week, from: "2026-11-11")) == [
        "2026-11-16 2026-11-22 单位2", "2026-11-23 2026-11-29 单位3", "2026-11-30 2026-12-06 单位1",
        "2026-12-07 2026-12-13 单位2",
      ])
  }

  @Test func swapsChangeTheHolderOfOneTurn() throws {
    #expect(
      try turns(fixture(.month, from: "2026-11-01", swaps: [("2026-12-01", 3), ("2027-01-01", 2)])) == [
        "2026-11-01 2026-11-30 单位1", "2026-12-01 2026-12-31 单位3*", "2027-01-01 2027-01-31 单位2*",
        "2027-02-01 2027-02-28 单位1",
      ])
  }

  @Test func aRosterThatBeginsLaterHasNoTurnNow() throws {
    let (community, _) = try fixture(.month, from: "2027-01-10").make()
    #expect(community.rosters[0].turn(on: community.horizon.today) == nil)
    #expect(community.rosters[0].turns.first?.days.lowerBound == TimeText.parseDate("2027-01-01"))
  }

  @Test func gapsAndSwapsWithinATurnAreErrors() throws {
    #expect(try fixture(.month, from: "2026-11-01", holders: [1, 3]).make().1.map(\.code) == ["data.roster-order"])
    #expect(try fixture(.month, from: "2026-11-01", holders: []).make().1.map(\.code) == ["data.roster-order"])
    let problem = try #require(try fixture(.month, from: "2026-11-01", swaps: [("2026-12-05", 3)]).make().1.first)
    #expect(problem.code == "data.roster-swap" && problem.hint?.zh == "这一班从 2026-12-01 开始")
  }
}
