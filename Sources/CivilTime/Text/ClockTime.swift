/// A time of day in a phrase: `15:30`, `下午3点半`, `晚上7时30分`, `3:00 pm`.
struct ClockTime {
  /// The part of the day that says which half is meant.
  enum PartOfDay {
    case night, morning, noon, afternoon, evening
  }

  private(set) var hour: Int
  private let minute: Int
  private var part: PartOfDay?
  /// The part stood behind, as in `4:00 pm`.
  let isMarkedAfter: Bool
  /// And in brackets.
  private let isBracketed: Bool
  /// Said with `点`, by which people mean the twelve hours of a clock's face.
  private let isSpoken: Bool

  var isMarked: Bool { part != nil }

  private static let words: [(String, PartOfDay)] = [
    ("凌晨", .night), ("半夜", .night), ("午夜", .night), ("清晨", .morning), ("早晨", .morning), ("早上", .morning),
    ("上午", .morning), ("中午", .noon), ("午间", .noon), ("正午", .noon), ("夜里", .night), ("深夜", .night),
    ("夜间", .evening), ("夜晚", .evening), ("黄昏", .evening), ("大清早", .morning), ("一早", .morning),
    ("下午", .afternoon), ("午后", .afternoon), ("傍晚", .evening), ("晚上", .evening), ("晚间", .evening), ("早", .morning),
    ("晚", .evening), ("am", .morning), ("pm", .afternoon), ("a.m.", .morning), ("p.m.", .afternoon),
  ]

  private static func partOfDay(_ cursor: inout PhraseCursor) -> PartOfDay? {
    for (word, part) in words where cursor.skip(word) { return part }
    return nil
  }

  /// nil where no time stands.
  static func read(_ cursor: inout PhraseCursor) throws(DatePhrase.Problem) -> ClockTime? {
    let start = cursor
    var part = partOfDay(&cursor)
    cursor.skipBlanks()
    guard let hour = cursor.hour(), let (minute, isSpoken) = minutes(&cursor) else {
      cursor = start
      return nil
    }
    var isMarkedAfter = false
    var isBracketed = false
    if part == nil {
      let after = cursor.attempt { cursor -> PartOfDay? in
        cursor.skipBlanks()
        if cursor.next == "a" || cursor.next == "p" { return partOfDay(&cursor) }
        // 3:00（下午）
        guard cursor.skip("("), let part = partOfDay(&cursor), cursor.skip(")") else { return nil }
        isBracketed = true
        return part
      }
      part = after
      isMarkedAfter = after != nil
    }
    guard hour <= 24, minute < 60, hour < 24 || minute == 0 else { throw .noSuchTime }
    return ClockTime(
      hour: hour, minute: minute, part: part, isMarkedAfter: isMarkedAfter, isBracketed: isBracketed,
      isSpoken: isSpoken)
  }

  /// Nothing before `pm`, `:30`, `:30:00`, `点`, `点半`, `点一刻`, `点30分`, `时30分`. Seconds are dropped: the schedule goes by the minute.
  private static func minutes(_ cursor: inout PhraseCursor) -> (Int, isSpoken: Bool)? {
    cursor.attempt { cursor in
      if cursor.attempt({ $0.skipColon() }) != nil {
        let start = cursor.index
        guard let minute = cursor.digits(2), cursor.index == start + 2 else { return nil }
        if cursor.skip(":"), cursor.digits(2).map({ $0 < 60 }) != true { return nil }
        // 15:30分, 15:00时
        _ = cursor.skip(anyOf: ["分", "时", "整"])
        return (minute, false)
      }
      cursor.skipBlanks()
      // 2pm
      if let next = cursor.next, next == "a" || next == "p" {
        var ahead = cursor
        return partOfDay(&ahead) == nil ? nil : (0, false)
      }
      let isSpoken = cursor.skip("点")
      guard isSpoken || cursor.skip("时") else { return nil }
      _ = cursor.skip("钟")
      return (cursor.attempt { spokenMinutes(&$0) } ?? 0, isSpoken)
    }
  }

  /// After the hour: `半`, `一刻`, `整`, `30分`, `05`, with blanks before it as some programs set them.
  private static func spokenMinutes(_ cursor: inout PhraseCursor) -> Int? {
    let start = cursor.index
    cursor.skipBlanks()
    let isApart = cursor.index > start
    if cursor.skip("半") { return 30 }
    if cursor.skip(anyOf: ["一刻", "1刻"]) { return 15 }
    if cursor.skip(anyOf: ["三刻", "3刻"]) { return 45 }
    if cursor.skip(anyOf: ["整", "正"]) { return 0 }
    _ = cursor.skip("零")
    guard let minute = cursor.number(), minute < 100 else { return nil }
    cursor.skipBlanks()
    // A number apart that is not called minutes may be anything.
    return cursor.skip("分") || !isApart ? minute : nil
  }

  /// `下午3:00-5:00`: the end is in the same half of the day, unless it says otherwise.
  mutating func inherit(_ start: ClockTime) {
    if part == nil, start.isMarked, hour <= 12 { part = start.part == .morning && hour == 12 ? .noon : start.part }
  }

  /// `次日8点`: after midnight, unless it says otherwise.
  mutating func beginsTheDay() {
    if part == nil, hour < 12 { part = .morning }
  }

  /// The same hour in the part of the day that another one names.
  func marked(like other: ClockTime) throws(DatePhrase.Problem) -> ClockTime {
    // 2:00-4:00 pm may begin in the night: only a bracket is said of both.
    guard other.isBracketed else { throw .ambiguousHour(hour) }
    var own = self
    own.part = other.part == .noon && hour < 11 ? .morning : other.part
    return own
  }

  /// The minute of the day, 0…1439; 1440 for `24:00` at an end.
  func minute(isEnd: Bool) throws(DatePhrase.Problem) -> Int {
    let hour = try hourOfDay()
    if hour == 24, !isEnd { throw .noSuchTime }
    return hour * 60 + minute
  }

  private func hourOfDay() throws(DatePhrase.Problem) -> Int {
    switch part {
    case nil:
      // 3点 is in the afternoon, 7点 in the evening as often as not; from 9点 on nobody asks.
      if isSpoken, (1...8).contains(hour) { throw .ambiguousHour(hour) }
      return hour
    case .night where hour <= 6: return hour
    // 深夜11点
    case .night where (9...11).contains(hour): return hour + 12
    case .night where (21...24).contains(hour): return hour
    case .morning where hour < 12: return hour
    case .noon where (11...14).contains(hour): return hour
    case .noon where (1...2).contains(hour): return hour + 12
    case .afternoon where (1...11).contains(hour): return hour + 12
    case .afternoon where (12...23).contains(hour): return hour
    case .evening where (4...11).contains(hour): return hour + 12
    case .evening where (16...24).contains(hour): return hour
    case .night where hour == 12, .morning where hour == 12, .evening where hour == 12: throw .ambiguousTwelve
    default: throw .noSuchTime
    }
  }
}

extension PhraseCursor {
  /// Also 零点.
  fileprivate mutating func hour() -> Int? { number() ?? (skip("零") ? 0 : nil) }

  /// A colon, with blanks around it as some people type it: `14 : 00`.
  fileprivate mutating func skipColon() -> Bool? {
    skipBlanks()
    guard skip(":") else { return nil }
    skipBlanks()
    return true
  }
}
