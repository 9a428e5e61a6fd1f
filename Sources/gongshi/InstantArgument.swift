import CivilTime
import Diagnostics

/// An RFC 3339 time on the command line; given to the argument parser, so that a command is handed an instant.
enum InstantArgument {
  /// From the first Unix time to the end of the year 9000: from there on, what is worked out from it may have a year of five digits.
  private static let range = Instant(seconds: 0)..<Instant(seconds: 221_876_928_000)

  static func parse(_ text: String) throws(UsageError) -> Instant {
    guard let instant = TimeText.parseInstant(text) else {
      // A plus that was not escaped in an address arrives as a space, a time without an offset is the likeliest slip.
      if TimeText.parseInstant(text + "+08:00") != nil || TimeText.parseLocal(text) != nil {
        let time = TimeText.parseLocal(text) == nil ? text : String(text.prefix(16)) + ":00"
        throw UsageError(
          zh: "没有写与世界时的时差；北京时间请写 \(time)+08:00", en: "it lacks its offset from UTC; for China write \(time)+08:00")
      }
      throw UsageError(
        zh: "不是 RFC 3339 时间，应写成 2026-11-21T09:00:00+08:00",
        en: "it is no RFC 3339 time; write it like 2026-11-21T09:00:00+08:00")
    }
    guard range.contains(instant) else {
      throw UsageError(
        zh: "超出范围：年份应在 1970 到 9000 之间", en: "it is out of range: the year must be 1970 to 9000")
    }
    return instant
  }
}
