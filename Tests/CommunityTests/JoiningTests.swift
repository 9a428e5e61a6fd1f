import CivilTime
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

/// Nobody is asked to sign up for what was called off or is over. It is Saturday, 21 November, 9:00.
@Suite struct JoiningTests {
  private func joining(
    from start: String, to end: String, rule: String? = nil, status: ActivityStatus = .scheduled,
    _ change: (inout CommunityFixture) throws -> Void = { _ in }
  ) throws -> Joining {
    var fixture = CommunityFixture()
    try fixture.add("talk", from: start, to: end, rule: rule, status: status)
    try change(&fixture)
    let (community, _) = try fixture.make()
    return community.joining(try #require(community.activities.first))
  }

  private func until(_ text: String) -> Joining { .until(TimeText.parseLocal(text)!) }

  @Test func oneDateIsOpenUntilItsEnd() throws {
    #expect(try joining(from: "2026-11-24T14:00", to: "2026-11-24T15:00") == until("2026-11-24T15:00"))
    #expect(try joining(from: "2026-11-21T08:00", to: "2026-11-21T09:30") == until("2026-11-21T09:30"))
    // Further ahead than the window.
    #expect(try joining(from: "2027-03-01T14:00", to: "2027-03-01T15:00") == until("2027-03-01T15:00"))
  }

  @Test func whatIsOverOrCalledOffIsClosed() throws {
    #expect(try joining(from: "2026-11-20T08:00", to: "2026-11-20T09:00") == .closed)
    // Today's is judged by the reader's clock.
    #expect(try joining(from: "2026-11-21T08:00", to: "2026-11-21T09:00") == until("2026-11-21T09:00"))
    #expect(try joining(from: "2026-05-01T08:00", to: "2026-05-01T09:00") == .closed)
    for status in [ActivityStatus.cancelled, .postponed] {
      #expect(try joining(from: "2026-11-24T14:00", to: "2026-11-24T15:00", status: status) == .closed)
      #expect(
        try joining(from: "2026-11-03T14:00", to: "2026-11-03T15:00", rule: "FREQ=WEEKLY", status: status) == .closed)
    }
  }

  @Test func aChangeOfItsOneDateCounts() throws {
    func changed(_ change: ActivityChangeRecord.Change) throws -> Joining {
      try joining(from: "2026-11-24T14:00", to: "2026-11-24T15:00") {
        $0.change("talk", at: "2026-11-24T14:00", change)
      }
    }
    #expect(try changed(.cancelled) == .closed)
    #expect(try changed(.moved(.at("2026-11-25T10:00", "2026-11-25T11:30"))) == until("2026-11-25T11:30"))
  }

  @Test func aSeriesIsOpen() throws {
    #expect(try joining(from: "2026-11-03T14:00", to: "2026-11-03T15:00", rule: "FREQ=WEEKLY") == .open)
  }

  @Test func aSeriesThatHasAnEndIsOpenUntilIt() throws {
    func series(_ rule: String, _ change: (inout CommunityFixture) throws -> Void = { _ in }) throws -> Joining {
      try joining(from: "2026-11-03T14:00", to: "2026-11-03T15:00", rule: "FREQ=WEEKLY;" + rule, change)
    }
    #expect(try series("COUNT=2") == .closed)
    #expect(try series("UNTIL=20261118T000000") == .closed)
    #expect(try series("COUNT=4") == until("2026-11-24T15:00"))
    // Beyond the window.
    #expect(try series("UNTIL=20270601T000000") == until("2027-05-25T15:00"))
  }

  @Test func anEarlyEndCountsAndSoDoesWhatIsAddedAfterIt() throws {
    func ended(_ change: (inout CommunityFixture) throws -> Void = { _ in }) throws -> Joining {
      try joining(from: "2026-11-03T14:00", to: "2026-11-03T15:00", rule: "FREQ=WEEKLY") {
        $0.change("talk", at: "2026-11-10T14:00", .ended)
        try change(&$0)
      }
    }
    #expect(try ended() == .closed)
    #expect(
      try ended { $0.change("talk", at: "2026-12-01T09:00", .added(.at("2026-12-01T09:00", "2026-12-01T10:00"))) }
        == until("2026-12-01T10:00"))
  }

  @Test func theLastDateThatTakesPlaceCounts() throws {
    let cancelled = try joining(from: "2026-11-03T14:00", to: "2026-11-03T15:00", rule: "FREQ=WEEKLY;COUNT=5") {
      $0.change("talk", at: "2026-12-01T14:00", .cancelled)
    }
    #expect(cancelled == until("2026-11-24T15:00"))
  }
}
