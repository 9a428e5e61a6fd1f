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
  /// Said with `点`, by which people mean the twelve hours of a clock's face.
  private let isSpoken: Bool

  var isMarked: Bool { part != nil }

  private static let words: [(String, PartOfDay)] = [
    ("凌晨", .night), ("半夜", .night), ("午夜", .night), ("清晨", .morning), ("早晨", .morning), ("早上", .morning),
    ("上午", .morning), ("中午", .noon),
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
    guard let hour = cursor.number(), let (minute, isSpoken) = minutes(&cursor) else {
      cursor = start
      return nil
    }
    var isMarkedAfter = false
    if part == nil {
      let after = cursor.attempt { cursor -> PartOfDay? in
        cursor.skipBlanks()
        guard cursor.next == "a" || cursor.next == "p" else { return nil }
        return partOfDay(&cursor)
      }
      part = after
      isMarkedAfter = after != nil
    }
    guard hour <= 24, minute < 60, hour < 24 || minute == 0 else { throw .noSuchTime }
    return ClockTime(hour: hour, minute: minute, part: part, isMarkedAfter: isMarkedAfter, isSpoken: isSpoken)
  }

  /// `:30`, `:30:00`, `点`, `点半`, `点一刻`, `点30分`, `时30分`. Seconds are dropped: the schedule goes by the minute.
  private static func minutes(_ cursor: inout PhraseCursor) -> (Int, isSpoken: Bool)? {
    cursor.attempt { cursor in
      if cursor.attempt({ $0.skipColon() }) != nil {
        let start = cursor.index
        guard let minute = cursor.digits(2), cursor.index == start + 2 else { return nil }
        if cursor.skip(":"), cursor.digits(2).map({ $0 < 60 }) != true { return nil }
        return (minute, false)
      }
      let isSpoken = cursor.skip("点")
      guard isSpoken || cursor.skip("时") else { return nil }
      _ = cursor.skip("钟")
      if cursor.skip("半") { return (30, isSpoken) }
      if cursor.skip("一刻") { return (15, isSpoken) }
      if cursor.skip("三刻") { return (45, isSpoken) }
      if cursor.skip("整") { return (0, isSpoken) }
      if let minute = cursor.attempt({ $0.number() }) {
        _ = cursor.skip("分")
        return (minute, isSpoken)
      }
      return (0, isSpoken)
    }
  }

  /// `下午3:00-5:00`: the end is in the same half of the day, unless it says otherwise.
  mutating func inherit(_ start: ClockTime) {
    if part == nil, start.isMarked, hour <= 12 { part = start.part == .morning && hour == 12 ? .noon : start.part }
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
  /// A colon, with blanks around it as some people type it: `14 : 00`.
  fileprivate mutating func skipColon() -> Bool? {
    skipBlanks()
    guard skip(":") else { return nil }
    skipBlanks()
    return true
  }
}
