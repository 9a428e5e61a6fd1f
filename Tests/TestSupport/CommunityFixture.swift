import CivilTime
package import Diagnostics
import Foundation
import Parallel
package import Vocabulary

@testable package import Activities
@testable package import Community
@testable package import Content

/// A small community made in memory, but for its content, which is read from files as always.
package struct CommunityFixture {
  package var data = ActivityData()
  /// Front matter and text by file, below `content/`.
  package var pages: [String: String] = [:]
  package var site = "title: 示例\nbaseURL: https://a.example\n"
  package var now = "2026-11-21T09:00:00+08:00"

  package init() {
    data.units = [
      UnitRecord(id: .init("quan")!, parent: nil, level: .subdistrict, name: "泉溪", shortName: nil, phone: nil),
      UnitRecord(
        id: .init("fudong")!, parent: .init("quan")!, level: .community, name: "府东", shortName: nil, phone: nil),
    ]
    data.venues = ["hall", "room"].map {
      VenueRecord(
        id: .init($0)!, unit: .init("fudong")!, name: $0, address: nil, latitude: nil, longitude: nil, area: nil,
        openingHours: nil, phone: nil)
    }
  }

  package mutating func add(
    _ id: String, from start: String, to end: String, rule: String? = nil, status: ActivityStatus = .scheduled,
    onHoliday: HolidayPolicy = .held, venue: String? = "hall"
  ) throws {
    data.activities.append(
      ActivityRecord(
        id: .init(id)!, title: id, kind: .meeting, track: nil, unit: .init("fudong")!, venue: venue.map { .init($0)! },
        host: nil,
        audience: nil, summary: nil, start: TimeText.parseLocal(start)!, end: TimeText.parseLocal(end)!,
        rule: try rule.map { try RecurrenceRule($0, zone: .shanghai) }, capacity: 10, feeYuan: nil, points: nil,
        onlineURL: nil, signupURL: nil, status: status, onHoliday: onHoliday, page: nil,
        updatedAt: TimeText.parseLocal("2026-11-01T09:00")!))
  }

  package mutating func change(
    _ id: String, at time: String, _ change: ActivityChangeRecord.Change, note: String? = nil
  ) {
    data.changes.append(
      ActivityChangeRecord(activity: .init(id)!, occursAt: TimeText.parseLocal(time)!, change: change, note: note))
  }

  package func make(includeDrafts: Bool = false) throws -> (Community, [Diagnostic]) {
    let root = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for (file, text) in pages.merging(["site.yaml": site], uniquingKeysWith: { first, _ in first }) {
      let url = root.appending(path: "content/\(file)")
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    let (content, problems) = try Content.load(site: root.path, jobs: .init(1))
    guard let content else { throw CommunityFixtureError(problems: problems) }
    let (community, more) = Community.make(
      content: content, data: data, now: TimeText.parseInstant(now)!, includeDrafts: includeDrafts)
    return (community, problems + more)
  }
}

/// Its content could not be read at all.
package struct CommunityFixtureError: Error {
  package let problems: [Diagnostic]
}
