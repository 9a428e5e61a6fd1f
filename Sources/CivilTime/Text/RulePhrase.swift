extension RecurrenceRule {
  /// `每周三`, `每周一、三、五`, `每周一至周五`, `每两周周六`, `隔周周四`, `每月5日`, `每月第一个周六`, `每月最后一个周五`, `每年3月5日`, `每天`; nil where no rule
  /// stands. What `ChineseTimeText.rule` writes is read back.
  ///
  /// - Parameter isBare: weekdays without 每 are a rule too; beside a date they may be the date's.
  /// - Returns: the rule, and whether it was said by working days, which public holidays are none of.
  static func phrase(
    _ cursor: inout PhraseCursor, isBare: Bool = true
  ) throws(DatePhrase.Problem) -> (rule: RecurrenceRule, isWorkdays: Bool)? {
    if let workweek = cursor.attempt({ span(&$0) }) { return (weekly(1, workweek), false) }
    if isBare, let listed = cursor.attempt({ list(&$0) }) { return (weekly(1, listed), false) }
    if isBare, let days = cursor.attempt({ dayKind(&$0) }) { return (weekly(1, days), days.count == 5) }
    if let everyOther = cursor.attempt({ other(&$0) }) { return (everyOther, false) }
    if cursor.skip(anyOf: ["天天", "日日"]) { return (RecurrenceRule(.daily), false) }
    guard cursor.skip(anyOf: ["每逢", "每到", "每", "逢"]) else { return nil }
    // 每晚7点
    if let next = cursor.next, "早晚晨".unicodeScalars.contains(next) { return (RecurrenceRule(.daily), false) }
    if cursor.skip("个"), let days = cursor.attempt({ dayKind(&$0) }) { return (weekly(1, days), days.count == 5) }
    if let days = cursor.attempt({ dayKind(&$0) }) { return (weekly(1, days), days.count == 5) }
    guard let rule = repetition(&cursor) else { throw .unreadable(cursor.rest) }
    return (rule, false)
  }

  /// `隔周三`, `隔周的周三`, `隔一周周三`, `每隔一天`, `隔日`.
  private static func other(_ cursor: inout PhraseCursor) -> RecurrenceRule? {
    _ = cursor.skip("每")
    guard cursor.skip("隔") else { return nil }
    // 每隔两周 is every second week to some and every third to others.
    _ = cursor.skip(anyOf: ["一个", "1个", "一", "1"])
    if cursor.skip(anyOf: ["天", "日"]) { return RecurrenceRule(.daily, 2) }
    if cursor.skip("月") {
      var rule = RecurrenceRule(.monthly, 2)
      rule.readDayOfMonth(&cursor)
      return rule
    }
    if let own = cursor.attempt({ weekdays(&$0) }) { return weekly(2, own) }
    guard cursor.skip(anyOf: ["周", "星期", "礼拜"]) else { return nil }
    return weekly(2, days(&cursor) ?? [])
  }

  /// `工作日`, `周末`, `双休日`.
  private static func dayKind(_ cursor: inout PhraseCursor) -> [Weekday]? {
    if cursor.skip(anyOf: ["工作日", "周内工作日", "法定工作日"]) { return Weekday.allCases.filter { !$0.isWeekend } }
    if cursor.skip(anyOf: ["周末", "双休日", "周六日", "周六周日"]) {
      _ = cursor.skip("两天")
      return [.saturday, .sunday]
    }
    return nil
  }

  /// `周一、周三`, `周二和周四`, `周一/三/五` without `每`: what is on several weekdays is on each week. One alone may be a single day.
  private static func list(_ cursor: inout PhraseCursor) -> [Weekday]? {
    let found = weekdays(&cursor)
    return found.map { $0.count > 1 } == true ? found : nil
  }

  private static func repetition(_ cursor: inout PhraseCursor) -> RecurrenceRule? {
    cursor.skipBlanks()
    if cursor.skip("半年") {
      var rule = RecurrenceRule(.monthly, 6)
      rule.readDayOfMonth(&cursor)
      return rule
    }
    let interval = cursor.number()
    cursor.skipBlanks()
    _ = cursor.skip("个")
    guard (1...10_000).contains(interval ?? 1) else { return nil }
    if cursor.skip(anyOf: ["天", "日"]) {
      _ = cursor.skip(anyOf: ["一次", "1次", "一场"])
      return RecurrenceRule(.daily, interval)
    }
    if interval == nil, let listed = cursor.attempt({ weekdays(&$0) }) { return weekly(1, listed) }
    if cursor.skip(anyOf: ["周", "星期", "礼拜"]) {
      if cursor.skip(anyOf: ["一次", "1次", "一场"]) { return weekly(interval ?? 1, []) }
      return weekly(interval ?? 1, days(&cursor) ?? [])
    }
    if cursor.skip("月") {
      var rule = RecurrenceRule(.monthly, interval)
      rule.readDayOfMonth(&cursor)
      return rule
    }
    guard cursor.skip("年") else { return nil }
    var rule = RecurrenceRule(.yearly, interval)
    let month = cursor.attempt { cursor -> Int? in
      guard let month = cursor.number(), cursor.skip("月") else { return nil }
      return month
    }
    guard let month, (1...12).contains(month) else { return month == nil ? rule : nil }
    rule.byMonth = [month]
    rule.readDayOfMonth(&cursor)
    return rule.byDay.isEmpty && rule.byMonthDay.isEmpty ? nil : rule
  }

  private init(_ frequency: Frequency, _ interval: Int?) {
    self.init(frequency)
    self.interval = interval ?? 1
  }

  private static func weekly(_ interval: Int, _ weekdays: [Weekday]) -> RecurrenceRule {
    var rule = RecurrenceRule(.weekly, interval)
    rule.byDay = weekdays.map { DayOfPeriod($0) }
    return rule
  }

  // MARK: Weekdays

  /// The weekdays after `每两周`, where they are written with their own `周`.
  private static func days(_ cursor: inout PhraseCursor) -> [Weekday]? {
    cursor.attempt { cursor in
      _ = cursor.skip("的")
      cursor.skipBlanks()
      return weekdays(&cursor)
    }
  }

  /// `周一至周五` without `每`, as schedules have it.
  private static func span(_ cursor: inout PhraseCursor) -> [Weekday]? {
    guard let first = cursor.weekday(), let last = spanEnd(&cursor), first.rawValue < last.rawValue else { return nil }
    // 周一至周五工作日 says no more.
    _ = cursor.skip("工作日")
    return Weekday.allCases.filter { first.rawValue...last.rawValue ~= $0.rawValue }
  }

  private static func spanEnd(_ cursor: inout PhraseCursor) -> Weekday? {
    cursor.attempt { cursor in
      guard DatePhrase.skipRangeSign(&cursor) else { return nil }
      return cursor.weekday() ?? cursor.weekdayName() ?? cursor.weekdayDigit()
    }
  }

  /// `周三`, `周一、三、五`, `周二和周四`, `周六日`, `周一至周五`, in the week's order.
  private static func weekdays(_ cursor: inout PhraseCursor) -> [Weekday]? {
    guard let first = cursor.weekday() else { return nil }
    if let last = spanEnd(&cursor) {
      guard first.rawValue < last.rawValue else { return nil }
      return Weekday.allCases.filter { first.rawValue...last.rawValue ~= $0.rawValue }
    }
    var found: Set = [first]
    while let next = cursor.attempt({ anotherWeekday(&$0) }) { found.insert(next) }
    // 每周三次 is no Wednesday.
    if cursor.next == "次" { return nil }
    return Weekday.allCases.filter(found.contains)
  }

  private static func anotherWeekday(_ cursor: inout PhraseCursor) -> Weekday? {
    cursor.skipBlanks()
    let isJoined = cursor.skip(anyOf: ["、", ",", "，", "和", "及", "与", "跟", "/", "&", "+", ".", "·"])
    cursor.skipBlanks()
    _ = cursor.skip("每")
    if let weekday = cursor.weekday() { return weekday }
    if isJoined, let weekday = cursor.weekdayDigit() { return weekday }
    // 每周六、日 goes on; 每周一 三点 does not, nor does 每周六日间.
    let weekday = cursor.weekdayName()
    return cursor.next == "点" || cursor.next == "时" || cursor.next == "十" ? nil : weekday
  }

  // MARK: Days of a month

  /// `5日`, `5、15日`, `第一个周六`, `第一、三个周六`, `第1个周六、第3个周六`, `最后一个周五`, `倒数第二个周五`, `最后一天`; nothing where none of them stands.
  private mutating func readDayOfMonth(_ cursor: inout PhraseCursor) {
    _ = cursor.skip("的")
    cursor.skipBlanks()
    if cursor.skip(anyOf: ["一次", "1次"]) { return }
    if cursor.skip(anyOf: ["最后一天", "最后1天", "月底最后一天", "月末最后一天", "最后一日", "最后1日"]) {
      byMonthDay = [-1]
      return
    }
    if let days = cursor.attempt({ Self.daysFromEnd(&$0) }) {
      byMonthDay = days
      return
    }
    if let first = cursor.attempt({ Self.ordinalWeekday(&$0) }) {
      byDay = first
      while let more = cursor.attempt({ $0.skip(anyOf: ["、", ",", "和"]) ? Self.ordinalWeekday(&$0) : nil }) {
        byDay += more
      }
      byDay = byDay.eachOnce()
    } else if let days = cursor.attempt({ Self.monthDays(&$0) }) {
      byMonthDay = days.eachOnce()
    }
  }

  /// `倒数第一天`, `倒数第2天`.
  private static func daysFromEnd(_ cursor: inout PhraseCursor) -> [Int]? {
    guard cursor.skip("倒数第"), let day = cursor.number(), (1...28).contains(day), cursor.skip(anyOf: ["天", "日"]) else {
      return nil
    }
    return [-day]
  }

  private static func ordinalWeekday(_ cursor: inout PhraseCursor) -> [DayOfPeriod]? {
    var ordinals: [Int] = []
    if cursor.skip("最后") {
      guard cursor.number() == 1 else { return nil }
      ordinals = [-1]
    } else if cursor.skip("首") {
      ordinals = [1]
    } else {
      let sign = cursor.skip("倒数") ? -1 : 1
      guard cursor.skip("第") else { return nil }
      repeat {
        _ = cursor.skip("第")
        guard let ordinal = cursor.number(), (1...5).contains(ordinal) else { return nil }
        ordinals.append(sign * ordinal)
      } while cursor.attempt({ anotherOrdinal(&$0) }) != nil
    }
    guard cursor.skip("个"), let weekday = cursor.weekday() else { return nil }
    return ordinals.map { DayOfPeriod(weekday, ordinal: $0) }
  }

  /// Between 第一 and 三个, or between 第一个 and 第三个.
  private static func anotherOrdinal(_ cursor: inout PhraseCursor) -> Bool? {
    _ = cursor.skip("个")
    guard cursor.skip(anyOf: ["、", ",", "和", "及", "与"]) else { return nil }
    var ahead = cursor
    _ = ahead.skip("第")
    return ahead.number() != nil && ahead.next != "日" && ahead.next != "号" ? true : nil
  }

  private static func monthDays(_ cursor: inout PhraseCursor) -> [Int]? {
    var days: [Int] = []
    var isNamed = false
    repeat {
      guard let day = cursor.number(), (1...31).contains(day) else { return nil }
      days.append(day)
      isNamed = cursor.skip(anyOf: ["日", "号"])
    } while cursor.attempt({ anotherMonthDay(&$0) }) != nil
    return isNamed ? days : nil
  }

  /// The comma before another day; a comma before a time is none.
  private static func anotherMonthDay(_ cursor: inout PhraseCursor) -> Bool? {
    guard cursor.skip(anyOf: ["、", ",", "和"]) else { return nil }
    var ahead = cursor
    return ahead.number() != nil && ahead.skip(anyOf: ["日", "号", "、", ",", "和"]) ? true : nil
  }
}
