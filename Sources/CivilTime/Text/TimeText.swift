/// Dates and times as text and back, by hand on digits: 100,000 dates take 4 ms, with a date formatter 129. The one place where time
/// text is written and read.
package enum TimeText {
  /// RFC 822's names, which access logs have too.
  static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `2026-11-25`.
  package static func date(_ date: CivilDate) -> String {
    let parts = date.parts
    return text(10, parts.year) { $0.date(parts) }
  }

  /// `14:30`.
  package static func time(_ time: LocalDateTime) -> String { text(5) { $0.time(time) } }

  /// When something ends, as people write it: midnight is the end of its day, `24:00`.
  package static func endTime(_ end: LocalDateTime) -> String { end.minuteOfDay == 0 ? "24:00" : time(end) }

  /// `2026-11-25T14:30`, the database's form.
  package static func local(_ time: LocalDateTime) -> String {
    let parts = time.date.parts
    return text(16, parts.year) { pen in
      pen.date(parts)
      pen.sign("T")
      pen.time(time)
    }
  }

  /// `2026-11-25 14:30:00`, which signage software's `Y-m-d H:i:s` reads.
  package static func localSeconds(_ time: LocalDateTime) -> String {
    let parts = time.date.parts
    return text(19, parts.year) { pen in
      pen.date(parts)
      pen.sign(" ")
      pen.time(time)
      pen.second(0)
    }
  }

  /// `20261125T143000`, iCalendar's form (RFC 5545 §3.3.5).
  package static func basic(_ time: LocalDateTime) -> String {
    let parts = time.date.parts
    return text(15, parts.year) { $0.basic(parts, time, second: 0) }
  }

  /// `20261125`, iCalendar's DATE.
  package static func basic(_ date: CivilDate) -> String {
    let parts = date.parts
    return text(8, parts.year) { $0.basic(parts) }
  }

  /// `20261125T063000Z`.
  package static func basicUTC(_ instant: Instant) -> String {
    let utc = Zone(identifier: "UTC", offsetMinutes: 0).local(instant)
    let parts = utc.date.parts
    return text(16, parts.year) { pen in
      pen.basic(parts, utc, second: second(of: instant))
      pen.sign("Z")
    }
  }

  /// `2026-11-25T14:30:00+08:00` (RFC 3339).
  package static func rfc3339(_ instant: Instant, in zone: Zone) -> String {
    rfc3339(zone.local(instant), second: second(of: instant), in: zone)
  }

  package static func rfc3339(_ time: LocalDateTime, in zone: Zone) -> String { rfc3339(time, second: 0, in: zone) }

  private static func rfc3339(_ time: LocalDateTime, second: Int, in zone: Zone) -> String {
    let parts = time.date.parts
    return text(25, parts.year) { pen in
      pen.date(parts)
      pen.sign("T")
      pen.time(time)
      pen.second(second)
      pen.offset(zone)
    }
  }

  private static func second(of instant: Instant) -> Int { ((instant.seconds % 60) + 60) % 60 }

  /// `Wed, 25 Nov 2026 14:30:00 +0800` (RFC 822 with RFC 1123's four-digit year), as RSS has it.
  package static func rfc822(_ time: LocalDateTime, in zone: Zone) -> String {
    let (year, month, day) = time.date.parts
    let weekday = weekdays[time.date.weekday.rawValue]
    let name = months[month - 1]
    return "\(weekday), \(digits(day, 2)) \(name) \(digits(year, 4)) \(Self.time(time)):00 "
      + offset(zone).filter { $0 != ":" }
  }

  /// `+08:00`.
  package static func offset(_ zone: Zone) -> String { text(6) { $0.offset(zone) } }

  /// Whole days: from midnight to a midnight.
  package static func isAllDay(from start: LocalDateTime, to end: LocalDateTime) -> Bool {
    start.minuteOfDay == 0 && end.minuteOfDay == 0 && start < end
  }

  // MARK: Reading

  /// `2026-11-25` and nothing else.
  package static func parseDate(_ text: some StringProtocol) -> CivilDate? {
    var reader = DigitReader(text)
    guard let date = reader.date(), reader.isAtEnd else { return nil }
    return date
  }

  /// `2026-11-25T14:30` (a space may stand for the T, `:00` may follow), and nothing else.
  package static func parseLocal(_ text: some StringProtocol) -> LocalDateTime? {
    var reader = DigitReader(text)
    guard let date = reader.date(), reader.skip("T") || reader.skip(" "), let minute = reader.minuteOfDay() else {
      return nil
    }
    if reader.skip(":") { guard reader.number(2) == 0 else { return nil } }
    return reader.isAtEnd ? LocalDateTime(date, minuteOfDay: minute) : nil
  }

  /// `14:30` as the minute of the day, 0…1439; `24:00` (1440) only where a time ends something. Nothing else.
  package static func parseTime(_ text: some StringProtocol, isEnd: Bool = false) -> Int? {
    var reader = DigitReader(text)
    if isEnd, text == "24:00" { return 1440 }
    guard let minute = reader.minuteOfDay(), reader.isAtEnd else { return nil }
    return minute
  }

  /// RFC 3339: a date, `T` or a space, a time to the second or finer (fractions are dropped), and `Z` or an offset. nil also where the
  /// offset leads out of the years 1 to 9999, which no text holds.
  package static func parseInstant(_ text: some StringProtocol) -> Instant? {
    var reader = DigitReader(text)
    guard let date = reader.date(), reader.skip("T") || reader.skip("t") || reader.skip(" "),
      let minute = reader.minuteOfDay(), reader.skip(":"), let second = reader.number(2), second < 60
    else { return nil }
    if reader.skip(".") { guard reader.skipDigits() > 0 else { return nil } }
    var offset = 0
    if !(reader.skip("Z") || reader.skip("z")) {
      let isNegative = reader.skip("-")
      guard isNegative || reader.skip("+"), let minutes = reader.minuteOfDay() else { return nil }
      offset = isNegative ? -minutes : minutes
    }
    let utc = LocalDateTime(date, minuteOfDay: minute) + -offset
    guard reader.isAtEnd, (1...9999).contains(utc.date.year) else { return nil }
    return Instant(seconds: utc.minuteNumber * 60 + second)
  }

  /// `06:30`; hours go on after a day: `24:00`, `25:30`.
  package static func clock(_ minutes: Int) -> String { digits(minutes / 60, 2) + ":" + digits(minutes % 60, 2) }

  static func digits(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return text.utf8.count >= width ? text : String(repeating: "0", count: width - text.utf8.count) + text
  }

  /// Written in one piece: put together of their parts, times took 3 % of a large site's build. [0093]
  ///
  /// - Parameters:
  ///   - length: in bytes, where the year has four digits.
  ///   - year: that it holds; one after 9999, which only a sum of days makes, has more digits.
  private static func text(_ length: Int, _ year: Int = 0, _ write: (inout Pen) -> Void) -> String {
    let length = length + Pen.width(ofYear: year) - 4
    return String(unsafeUninitializedCapacity: length) { room in
      var pen = Pen(room: UnsafeMutableBufferPointer(rebasing: room[..<length]))
      write(&pen)
      return pen.count
    }
  }
}

/// Writes digits and signs into room of as many bytes.
private struct Pen {
  let room: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  static func width(ofYear year: Int) -> Int { year.magnitude < 10_000 ? 4 : String(year.magnitude).utf8.count }

  mutating func sign(_ sign: Unicode.Scalar) {
    precondition(count < room.count)
    room[count] = UInt8(ascii: sign)
    count += 1
  }

  /// The last so many digits.
  private mutating func digits(_ value: Int, _ width: Int) {
    precondition(count + width <= room.count)
    var rest = value.magnitude
    for place in (count..<count + width).reversed() {
      room[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += width
  }

  mutating func date(_ parts: (year: Int, month: Int, day: Int)) {
    digits(parts.year, Self.width(ofYear: parts.year))
    sign("-")
    digits(parts.month, 2)
    sign("-")
    digits(parts.day, 2)
  }

  mutating func basic(_ parts: (year: Int, month: Int, day: Int)) {
    digits(parts.year, Self.width(ofYear: parts.year))
    digits(parts.month, 2)
    digits(parts.day, 2)
  }

  mutating func basic(_ parts: (year: Int, month: Int, day: Int), _ time: LocalDateTime, second: Int) {
    basic(parts)
    sign("T")
    digits(time.minuteOfDay / 60, 2)
    digits(time.minuteOfDay % 60, 2)
    digits(second, 2)
  }

  mutating func time(_ time: LocalDateTime) { clock(time.minuteOfDay) }

  mutating func second(_ second: Int) {
    sign(":")
    digits(second, 2)
  }

  mutating func offset(_ zone: Zone) {
    sign(zone.offsetMinutes < 0 ? "-" : "+")
    clock(abs(zone.offsetMinutes))
  }

  private mutating func clock(_ minutes: Int) {
    digits(minutes / 60, 2)
    sign(":")
    digits(minutes % 60, 2)
  }
}

/// Reads fixed-width numbers from ASCII.
struct DigitReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: some StringProtocol) {
    rest = Array(text.utf8)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number(_ width: Int) -> Int? {
    let field = rest.prefix(width)
    guard field.count == width, field.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    rest.removeFirst(width)
    return field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  mutating func skipDigits() -> Int {
    let count = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    rest.removeFirst(count)
    return count
  }

  mutating func date() -> CivilDate? {
    guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  mutating func minuteOfDay() -> Int? {
    guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60 else { return nil }
    return hour * 60 + minute
  }
}
