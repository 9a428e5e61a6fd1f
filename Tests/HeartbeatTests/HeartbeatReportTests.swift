import CivilTime
import Diagnostics
import Encoding
import Foundation
import RandomInputs
import Testing
import Vocabulary

@testable import Heartbeat

@Suite struct HeartbeatReportTests {
  private static let now = LogLineTests.at
  private static let limit = 1800

  /// - Parameter seconds: before now.
  private static func poll(
    _ screen: String = "lobby", ago seconds: Int, holds generation: Int?, from address: String = "192.0.2.7",
    status: Int = 200
  ) -> Poll {
    Poll(
      screen: ScreenID(screen)!, address: address, at: Instant(seconds: now.seconds - seconds),
      generation: generation.map { now.seconds - $0 }, status: status)
  }

  /// - Parameter published: seconds before now.
  private static func report(_ polls: [Poll], published: Int? = 3600) -> HeartbeatReport {
    var sightings = Sightings(known: [ScreenID("lobby")!], now: now, window: limit)
    for poll in polls { sightings.add(poll) }
    let subject = HeartbeatReport.Subject(
      id: ScreenID("lobby")!, title: "大厅", published: published.map { now.seconds - $0 })
    return HeartbeatReport([subject], logs: AccessLogs(sightings), now: now, zone: .shanghai, limit: limit)
  }

  @Test func boxesWithoutAFontAreNamed() {
    let poll = Poll(
      screen: ScreenID("lobby")!, address: "192.0.2.9", at: Instant(seconds: Self.now.seconds - 60),
      generation: Self.now.seconds - 3600, status: 200, lacksFont: true)
    let report = Self.report([Self.poll(ago: 60, holds: 3600), poll])
    let line = HeartbeatText(report, language: .zh).text().split(separator: "\n").first { $0.contains("字体") }
    #expect(line?.contains("lobby（192.0.2.9）") == true && line?.contains("192.0.2.7") == false)
    #expect(
      HeartbeatText(Self.report([Self.poll(ago: 60, holds: 3600)]), language: .en).text().contains("font") == false)
  }

  @Test(arguments: [
    ([], HeartbeatReport.State.never),
    ([poll("other", ago: 60, holds: 3600)], .never),
    ([poll(ago: 60, holds: 3600)], .alive),
    ([poll(ago: 1800, holds: 3600)], .alive),
    ([poll(ago: 1801, holds: 3600)], .silent),
    ([poll(ago: 60, holds: 7200)], .behind),
    // The release is five minutes old when it asks: its next request will tell.
    ([poll(ago: 3300, holds: 7200), poll(ago: 60, holds: 3600)], .alive),
    // A server that refuses: the screen is there all the same.
    ([poll(ago: 60, holds: 3600, status: 503)], .alive),
    ([poll(ago: 60, holds: nil)], .behind),
    // After a rollback.
    ([poll(ago: 60, holds: 1800)], .alive),
    // Several boxes: one that is behind is seen, one that is off may be anything.
    ([poll(ago: 60, holds: 3600), poll(ago: 120, holds: 7200, from: "192.0.2.8")], .behind),
    ([poll(ago: 60, holds: 3600), poll(ago: 2000, holds: 7200, from: "192.0.2.8")], .alive),
    // What a box said last counts.
    ([poll(ago: 60, holds: 3600), poll(ago: 120, holds: 7200)], .alive),
    // A clock that is a little ahead, and a request that is not from now.
    ([poll(ago: -200, holds: 3600)], .alive),
    ([poll(ago: -301, holds: 3600)], .never),
  ])
  func statesAreTold(polls: [Poll], expected: HeartbeatReport.State) {
    for polls in [polls, polls.reversed()] {
      let report = Self.report(polls)
      #expect(report.rows.map(\.state) == [expected])
      #expect(report.isAllAlive == (expected == .alive))
    }
  }

  @Test func aReleaseHasFiveMinutesToArrive() {
    #expect(Self.report([Self.poll(ago: 60, holds: 7200)], published: 360).rows[0].state == .alive)
    #expect(Self.report([Self.poll(ago: 59, holds: 7200)], published: 360).rows[0].state == .behind)
    #expect(Self.report([Self.poll(ago: 60, holds: 7200)], published: nil).rows[0].state == .alive)
    // Built for a time to come.
    #expect(Self.report([Self.poll(ago: 60, holds: 7200)], published: -3600).rows[0].state == .alive)
  }

  @Test func theOldestOfWhatItsBoxesHoldIsNamed() {
    let row = Self.report([
      Self.poll(ago: 60, holds: 3600, from: "a"), Self.poll(ago: 90, holds: 7200, from: "b"),
      Self.poll(ago: 1700, holds: 9000, from: "c"), Self.poll(ago: 1900, holds: 9999, from: "d"),
      Self.poll(ago: 500, holds: 7200, from: "b", status: 404),
    ]).rows[0]
    #expect(row.boxes.map(\.address) == ["a", "b", "c"] && row.generation == Self.now.seconds - 9000)
    #expect(row.failure == Sightings.Failure(at: Instant(seconds: Self.now.seconds - 500), status: 404))
  }

  /// Rotated logs overlap and come in any order.
  @Test func orderAndRepetitionDoNotMatter() {
    var random = SeededRandom(seed: 30)
    for _ in 0..<50 {
      let polls = (0..<random.number(1...400)).map { _ in
        Self.poll(
          random.one(of: ["lobby", "lift"]), ago: random.number(0...7200),
          holds: random.chance(5) ? nil : random.number(7200...7300),
          from: "192.0.2.\(random.number(1...90))", status: random.one(of: [200, 200, 304, 404, 500]))
      }
      let shuffled = (polls + polls.prefix(100)).shuffled(using: &random)
      #expect(HeartbeatJSON.bytes(Self.report(polls)).text == HeartbeatJSON.bytes(Self.report(shuffled)).text)
    }
  }

  @Test func memoryDoesNotGrowWithWhatIsMadeUp() {
    let report = Self.report(
      (0..<20_000).map { Self.poll(ago: $0 % 1000, holds: 3600, from: "2001:db8::\($0)") }
        + (0..<20_000).map { Self.poll("made-up-\($0)", ago: 60, holds: 3600) })
    #expect(report.rows[0].boxes.count <= Sightings.addressesKept && report.rows[0].hasMoreBoxes)
    #expect(report.rows[0].boxes.count >= Sightings.addressesKept / 2 && report.rows[0].state == .alive)
    #expect(report.unknownScreens.count == Sightings.unknownScreensKept)
    #expect(report.logs.sightings.unknownPollsDropped == 20_000 - Sightings.unknownScreensKept)
  }

  @Test func theTableIsAligned() {
    let subjects = [("lobby", "泉溪大厅"), ("a", "A"), ("lift-of-the-tower", "松台社区电梯")].map {
      HeartbeatReport.Subject(id: ScreenID($0.0)!, title: $0.1, published: Self.now.seconds - 3600)
    }
    var sightings = Sightings(known: subjects.map(\.id), now: Self.now, window: Self.limit)
    for poll in [
      Self.poll(ago: 150, holds: 3600), Self.poll(ago: 160, holds: 7200, from: "192.0.2.8", status: 503),
      Self.poll("a", ago: 7200, holds: nil), Self.poll("old", ago: 60, holds: 5),
    ] { sightings.add(poll) }
    let report = HeartbeatReport(
      subjects, logs: AccessLogs(sightings), now: Self.now, zone: .shanghai, limit: Self.limit)
    #expect(
      HeartbeatText(report, language: .zh).text() == """
        公示屏             名称          状态      最近一次                      持有的发布                                 来自
        lobby              泉溪大厅      落后      2026-11-21 08:57（2 分钟前）  2026-11-21 07:00（最新 2026-11-21 08:00）  192.0.2.7 等 2 处；2026-11-21 08:57 答复 503
        a                  A             失联      2026-11-21 07:00（2 小时前）  没有说                                     192.0.2.7
        lift-of-the-tower  松台社区电梯  从未出现  —                             —                                          —
        2026-11-21 09:00，共 3 块屏：正常 0，落后 1，失联 1，从未出现 1。日志 0 行，公示屏的请求 0 次。
        日志里还有本站没有的屏：old（2026-11-21 08:59（1 分钟前），192.0.2.7）。

        """)
    #expect(HeartbeatText(report, language: .en).problems().split(separator: "\n").count == 4)
  }

  @Test func thePublishedGenerationIsFound() {
    let envelope =
      #"{"$schema":"https://a.example/x","schemaVersion":"1.0","generation":1795222800,"generatedAt":"x","data":["#
    #expect(PublishedGeneration.find(in: Array(envelope.utf8)) == 1_795_222_800)
    #expect(PublishedGeneration.find(in: Array("{\"generation\":\"x\"}".utf8)) == nil)
    #expect(PublishedGeneration.find(in: []) == nil)
  }
}
