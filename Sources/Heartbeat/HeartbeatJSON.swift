import CivilTime
package import Encoding
import Vocabulary

/// A report for programs; the members are described in docs/heartbeat.md.
package enum HeartbeatJSON {
  package static func bytes(_ report: HeartbeatReport) -> Bytes {
    var json = JSONWriter()
    json.object { json in
      json.field("at", time(report.now, report))
      json.field("timeZone", report.zone.identifier)
      json.field("silentAfterMinutes", report.limit / 60)
      json.field("allAlive", report.isAllAlive)
      json.key("screens")
      json.array(report.rows) { write($1, report, to: &$0) }
      json.key("unknownScreens")
      json.array(report.unknownScreens) { write($1, report, to: &$0) }
      json.key("log")
      json.object { write(report.logs, to: &$0) }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// Addresses that are listed of a screen.
  private static let addressesListed = 20

  private static func write(_ row: HeartbeatReport.Row, _ report: HeartbeatReport, to json: inout JSONWriter) {
    json.lineBreak()
    json.object { json in
      json.field("id", row.id.text)
      json.field("title", row.title)
      json.field("state", row.state?.rawValue)
      json.field("lastSeen", row.lastSeen.flatMap { time($0, report) })
      json.field("secondsAgo", row.lastSeen.map { max(0, report.now.seconds - $0.seconds) })
      json.field("generation", row.generation)
      json.field("publishedGeneration", row.published)
      json.field("lastStatus", row.boxes.first?.status)
      json.key("lastFailure")
      if let failure = row.failure {
        json.object { json in
          json.field("at", time(failure.at, report))
          json.field("status", failure.status)
        }
      } else {
        json.null()
      }
      json.field("addressCount", row.boxes.count)
      json.key("addresses")
      json.array(row.boxes.prefix(addressesListed)) { json, box in
        json.object { json in
          json.field("address", box.address)
          json.field("lastSeen", time(box.lastSeen, report))
          json.field("generation", box.generation)
          json.field("status", box.status)
          json.field("lacksFont", box.lacksFont)
        }
      }
    }
  }

  private static func write(_ logs: AccessLogs, to json: inout JSONWriter) {
    json.field("lines", logs.lines)
    json.field("polls", logs.polls)
    json.field("doubtful", logs.malformedIDs)
    json.field("later", logs.sightings.later)
    json.field("unknownScreenPollsDropped", logs.sightings.unknownPollsDropped)
    json.field("unknownLines", logs.unknown)
    json.field("firstUnknownLine", logs.firstUnknown.map { "\($0.path):\($0.line)" })
    json.key("files")
    json.array(logs.files) { json, file in
      json.object { json in
        json.field("path", file.path)
        json.field("bytes", file.bytes)
        json.field("lines", file.lines)
        json.field("whole", file.isWhole)
      }
    }
  }

  /// RFC 3339 in the site's zone; nil where the year has no four digits.
  private static func time(_ instant: Instant, _ report: HeartbeatReport) -> String? {
    (0..<253_000_000_000).contains(instant.seconds) ? TimeText.rfc3339(instant, in: report.zone) : nil
  }
}
