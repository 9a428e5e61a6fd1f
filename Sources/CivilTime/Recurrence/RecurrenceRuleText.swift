extension RecurrenceRule {
  /// Why a text is no rule that this program can follow.
  package struct ParseError: Error, Hashable {
    package enum Reason: Hashable, Sendable {
      case missingFrequency
      case malformedPart
      case repeatedPart
      case unknownPart
      /// A part or frequency of RFC 5545 that is left out on purpose: activities of a community do not repeat by it.
      case unsupported
      case badValue
      case countAndUntil
      /// BYDAY with an ordinal outside MONTHLY and YEARLY, BYMONTHDAY within WEEKLY (RFC 5545 §3.3.10), BYSETPOS alone.
      case notAllowedHere
    }

    package let reason: Reason
    /// The part of the text at fault.
    package let part: String
  }

  /// Reads an RRULE value (`FREQ=WEEKLY;BYDAY=WE`), with or without the leading `RRULE:`. An UNTIL in UTC is turned into the zone's
  /// wall clock; an UNTIL that is a date includes that whole day.
  package init(_ text: some StringProtocol, zone: Zone) throws(ParseError) {
    var body = Substring(String(decoding: text.utf8.map(Self.uppercased), as: UTF8.self))
    if body.hasPrefix("RRULE:") { body = body.dropFirst("RRULE:".count) }
    var parts: [(name: Substring, value: Substring)] = []
    for part in body.split(separator: ";", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, !pair[1].isEmpty else { throw ParseError(reason: .malformedPart, part: String(part)) }
      // Unknown names first: it keeps the list short that is searched for repeated ones.
      if Self.refused.contains(pair[0]) { throw ParseError(reason: .unsupported, part: String(pair[0])) }
      guard Self.known.contains(pair[0]) else { throw ParseError(reason: .unknownPart, part: String(pair[0])) }
      guard !parts.contains(where: { $0.name == pair[0] }) else {
        throw ParseError(reason: .repeatedPart, part: String(part))
      }
      parts.append((pair[0], pair[1]))
    }
    guard let frequency = parts.first(where: { $0.name == "FREQ" }) else {
      throw ParseError(reason: .missingFrequency, part: String(text))
    }
    guard let known = Frequency(rawValue: String(frequency.value)) else {
      let isSubDaily = ["HOURLY", "MINUTELY", "SECONDLY"].contains(frequency.value)
      throw ParseError(reason: isSubDaily ? .unsupported : .badValue, part: "FREQ=\(frequency.value)")
    }
    self.init(known)
    for (name, value) in parts where name != "FREQ" { try read(name, value, zone: zone) }
    try checkTogether(parts)
  }

  private static let known: Set<Substring> = [
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS",
  ]
  private static let refused: Set<Substring> = [
    "BYHOUR", "BYMINUTE", "BYSECOND", "BYYEARDAY", "BYWEEKNO", "RSCALE", "SKIP",
  ]

  /// ASCII only: elsewhere another letter may become one of a rule's (`ı`, `ſ`).
  private static func uppercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte
  }

  private mutating func read(_ name: Substring, _ value: Substring, zone: Zone) throws(ParseError) {
    let bad = ParseError(reason: .badValue, part: "\(name)=\(value)")
    switch name {
    case "INTERVAL":
      guard let number = Int(value), (1...10_000).contains(number) else { throw bad }
      interval = number
    case "COUNT":
      guard let number = Int(value), (1...100_000).contains(number) else { throw bad }
      end = .count(number)
    case "UNTIL":
      guard let limit = Self.until(value, zone: zone) else { throw bad }
      end = .until(Self.writable(limit, zone: zone))
    case "WKST":
      guard let weekday = Weekday(code: value) else { throw bad }
      weekStart = weekday
    case "BYDAY":
      byDay = try Self.list(value, bad: bad) { item in
        guard let weekday = Weekday(code: item.suffix(2)) else { return nil }
        let ordinal = item.dropLast(2)
        if ordinal.isEmpty { return DayOfPeriod(weekday) }
        guard let number = Int(ordinal), number != 0, (-53...53).contains(number) else { return nil }
        return DayOfPeriod(weekday, ordinal: number)
      }
    case "BYMONTHDAY": byMonthDay = try Self.numbers(value, bad, in: -31...31)
    case "BYMONTH": byMonth = try Self.numbers(value, bad, in: 1...12)
    case "BYSETPOS": bySetPosition = try Self.numbers(value, bad, in: -366...366)
    default: break
    }
  }

  private func checkTogether(_ parts: [(name: Substring, value: Substring)]) throws(ParseError) {
    func has(_ name: String) -> Bool { parts.contains { $0.name == name } }
    if has("COUNT"), has("UNTIL") { throw ParseError(reason: .countAndUntil, part: "COUNT, UNTIL") }
    let hasOrdinal = byDay.contains { $0.ordinal != 0 }
    if hasOrdinal, frequency == .daily || frequency == .weekly {
      throw ParseError(reason: .notAllowedHere, part: "BYDAY")
    }
    if frequency == .weekly, !byMonthDay.isEmpty { throw ParseError(reason: .notAllowedHere, part: "BYMONTHDAY") }
    if !bySetPosition.isEmpty, byDay.isEmpty, byMonthDay.isEmpty, byMonth.isEmpty {
      throw ParseError(reason: .notAllowedHere, part: "BYSETPOS")
    }
  }

  /// Each item once: so a list has an end, and with it the work that a rule makes.
  private static func list<Item: Hashable>(
    _ value: Substring, bad: ParseError, read: (Substring) -> Item?
  ) throws(ParseError) -> [Item] {
    var items: [Item] = []
    for text in value.split(separator: ",", omittingEmptySubsequences: false) {
      guard let item = read(text) else { throw bad }
      items.append(item)
    }
    return items.eachOnce()
  }

  /// Whole numbers of a range, but for 0.
  private static func numbers(
    _ value: Substring, _ bad: ParseError, in range: ClosedRange<Int>
  ) throws(ParseError) -> [Int] {
    try list(value, bad: bad) { item in
      guard let number = Int(item), range.contains(number), number != 0 else { return nil }
      return number
    }
  }

  /// `20261231`, `20261231T235959`, `20261231T155959Z`. Seconds are dropped: occurrences start at whole minutes.
  private static func until(_ value: Substring, zone: Zone) -> LocalDateTime? {
    var reader = DigitReader(value)
    guard let year = reader.number(4), let month = reader.number(2), let day = reader.number(2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    if reader.isAtEnd { return LocalDateTime(date, minuteOfDay: 1439) }
    guard reader.skip("T"), let hour = reader.number(2), hour < 24, let minute = reader.number(2), minute < 60,
      let second = reader.number(2), second <= 60
    else { return nil }
    let time = LocalDateTime(date, minuteOfDay: hour * 60 + minute)
    if reader.isAtEnd { return time }
    guard reader.skip("Z"), reader.isAtEnd else { return nil }
    return zone.local(Instant(seconds: time.minuteNumber * 60))
  }

  /// `UNTIL=99991231` for “always” may lie in the year 10000 in UTC or here, which no text can hold: then the last minute that has a text
  /// in both; likewise the first.
  private static func writable(_ limit: LocalDateTime, zone: Zone) -> LocalDateTime {
    let first = LocalDateTime(CivilDate(dayNumber: CivilDate.dayNumber(year: 1, month: 1, day: 1)))
    let last = LocalDateTime(
      CivilDate(dayNumber: CivilDate.dayNumber(year: 9999, month: 12, day: 31)), minuteOfDay: 1439)
    return min(max(limit, first + max(0, zone.offsetMinutes)), last + min(0, zone.offsetMinutes))
  }

  /// The rule as an RRULE value for iCalendar: UNTIL in UTC where the start has a TZID, and a date where the start is one
  /// (RFC 5545 §3.3.10).
  package func text(zone: Zone, startsOnDate: Bool = false) -> String {
    var out = "FREQ=\(frequency.rawValue)"
    if interval != 1 { out += ";INTERVAL=\(interval)" }
    switch end {
    case .never: break
    case .count(let count): out += ";COUNT=\(count)"
    case .until(let limit) where startsOnDate: out += ";UNTIL=\(TimeText.basic(limit.date))"
    case .until(let limit): out += ";UNTIL=\(TimeText.basicUTC(zone.instant(of: limit)))"
    }
    func append<Item>(_ name: String, items: [Item], text: (Item) -> String) {
      if !items.isEmpty { out += ";\(name)=" + items.map(text).joined(separator: ",") }
    }
    append("BYMONTH", items: byMonth) { "\($0)" }
    append("BYMONTHDAY", items: byMonthDay) { "\($0)" }
    append("BYDAY", items: byDay) { ($0.ordinal == 0 ? "" : "\($0.ordinal)") + $0.weekday.code }
    append("BYSETPOS", items: bySetPosition) { "\($0)" }
    if weekStart != .monday { out += ";WKST=\(weekStart.code)" }
    return out
  }
}
