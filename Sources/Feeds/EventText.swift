import CivilTime
import Encoding

/// The VEVENTs of one UID before it is known when they last changed: that follows from what they say.
struct EventText: Sendable {
  private struct Part: Sendable {
    let beginning: Bytes
    let sequence: Int
    let content: Bytes
  }

  private var parts: [Part] = []

  /// - Parameter sequence: by how much its number is above the series'.
  mutating func event(uid: String, sequence: Int, _ content: (inout CalendarText) -> Void) {
    var (beginning, rest) = (CalendarText(), CalendarText())
    beginning.line("BEGIN", "VEVENT")
    beginning.line("UID", uid)
    content(&rest)
    rest.line("END", "VEVENT")
    parts.append(Part(beginning: beginning.bytes, sequence: sequence, content: rest.bytes))
  }

  var digest: String {
    Feeds.digest(of: parts.flatMap { $0.beginning + [UInt8(ascii: "0") + UInt8($0.sequence)] + $0.content })
  }

  /// All with their stamps. `SEQUENCE` is the seconds since 2020, so that it grows whenever `LAST-MODIFIED` does.
  func bytes(changed: Instant) -> Bytes {
    var out = CalendarText()
    let stamp = TimeText.basicUTC(changed)
    for part in parts {
      out.append(part.beginning)
      out.line("DTSTAMP", stamp)
      out.line("LAST-MODIFIED", stamp)
      out.line("SEQUENCE", String(max(0, changed.seconds - Self.epoch) + part.sequence))
      out.append(part.content)
    }
    return out.bytes
  }

  /// 2020-01-01T00:00:00Z. RFC 5545's INTEGER reaches to 2088 from there.
  private static let epoch = 1_577_836_800
}
