import Artifacts
import Community
import Encoding
import Testing

@testable import Assembly

/// What `publish` says of activities, where their feed is one file and where it comes in parts.
@Suite struct OccurrenceChangesTests {
  private func row(_ id: String, _ status: String = "scheduled") -> String {
    "{\"id\":\"\(id)\",\"title\":\"\(id)\",\"status\":\"\(status)\",\"startsAtLocal\":\"2026-11-25 10:00:00\",\"endsAtLocal\":\"2026-11-25 11:00:00\",\"venueName\":null}"
  }

  private func whole(_ rows: String...) -> [String: String] {
    ["feeds/v1/activities.json": "{\"data\":[\(rows.joined(separator: ","))]}"]
  }

  /// Each in a part of its own, of a site below a path.
  private func parts(_ rows: String...) -> [String: String] {
    var files = ["feeds/v1/activities.json": ""]
    for (number, row) in rows.enumerated() { files["feeds/v1/activities/all/\(number).json"] = "{\"data\":[\(row)]}" }
    let urls = rows.indices.map { "{\"url\":\"/site/feeds/v1/activities/all/\($0).json\"}" }
    files["feeds/v1/activities.json"] = "{\"parts\":[\(urls.joined(separator: ","))]}"
    return files
  }

  private func changes(_ old: [String: String], _ new: [String: String]) -> OccurrenceChanges {
    OccurrenceChanges(
      from: { old[$0.file].map { Array($0.utf8) } }, to: { new[$0.file].map { Array($0.utf8) } }, below: "/site",
      now: "2026-11-21 09:00:00")
  }

  @Test func aFeedThatHasComeToNeedPartsIsReadAsOne() {
    let found = changes(whole(row("a"), row("b"), row("c")), parts(row("a"), row("b", "cancelled")))
    #expect(found.cancelled.map(\.id) == ["b"] && found.withdrawn.map(\.id) == ["c"] && found.moved.isEmpty)
    #expect(changes(parts(row("a"), row("b")), parts(row("a"), row("b"))).isEmpty)
  }

  /// Nothing is said to be withdrawn because a file could not be read.
  @Test func aPartThatIsMissingSaysNothing() {
    var new = parts(row("a"), row("b"))
    new["feeds/v1/activities/all/1.json"] = nil
    #expect(changes(parts(row("a"), row("b")), new).isEmpty)
  }
}
