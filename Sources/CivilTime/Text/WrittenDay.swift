/// Days in other orders and other words than `2026-11-21`: `11/30/2026`, `30.11.2026`, `30 Nov 2026`, `二〇二六年十一月三十日`. What can be
/// read in two ways is a problem, not a day.
struct WrittenDay {
  let year: Int
  let month: Int
  let day: Int

  /// nil where nothing of the kind stands; the cursor stays where it was, unless a whole day was read.
  static func read(_ cursor: inout PhraseCursor) throws(DatePhrase.Problem) -> WrittenDay? {
    if let named = cursor.attempt({ inCharacters(&$0) }) ?? cursor.attempt({ withMonthName(&$0) }) { return named }
    guard let first = cursor.next, ("0"..."9").contains(first) else { return nil }
    var ahead = cursor
    guard let (a, b, last, digits) = ahead.attempt({ numbers(&$0) }) else { return nil }
    if digits == 4 {
      guard last >= 1000 else { return nil }
      if a != b, let monthFirst = CivilDate(year: last, month: a, day: b),
        let dayFirst = CivilDate(year: last, month: b, day: a)
      {
        throw .ambiguousDay(monthFirst: monthFirst, dayFirst: dayFirst)
      }
      cursor = ahead
      return a > 12 ? WrittenDay(year: last, month: b, day: a) : WrittenDay(year: last, month: a, day: b)
    }
    // 26-11-30: in 2026, or in 2030?
    let readings = [(2000 + a, b, last), (2000 + last, a, b), (2000 + last, b, a)]
    let days = readings.compactMap { CivilDate(year: $0, month: $1, day: $2) }.filter { $0.year >= 2020 }
    throw .shortYear(days.min { $0.year < $1.year })
  }

  /// Three numbers parted by one sign, the last of which has four digits or the first two.
  private static func numbers(_ cursor: inout PhraseCursor) -> (Int, Int, Int, digits: Int)? {
    let start = cursor.index
    guard let first = cursor.digits(2) else { return nil }
    let width = cursor.index - start
    guard let sign = ["-", "/", "."].first(where: { cursor.skip($0) }), let second = cursor.digits(2), cursor.skip(sign)
    else { return nil }
    let middle = cursor.index
    guard let last = cursor.digits(4) else { return nil }
    let digits = cursor.index - middle
    // 1.2.26.3 and the like are something else.
    if let next = cursor.next, "-/.:点时".unicodeScalars.contains(next) { return nil }
    return digits == 4 || digits <= 2 && width == 2 ? (first, second, last, digits) : nil
  }

  // MARK: In characters

  /// `二〇二六年十一月三十日`, `二零二六年11月30日`.
  private static func inCharacters(_ cursor: inout PhraseCursor) -> WrittenDay? {
    var year = 0
    for _ in 0..<4 {
      guard let digit = cursor.characterOfYear() else { return nil }
      year = year * 10 + digit
    }
    cursor.skipBlanks()
    guard year >= 1000, cursor.skip("年"), let (month, day) = monthAndDay(&cursor) else { return nil }
    return WrittenDay(year: year, month: month, day: day)
  }

  /// `十一月三十日`, `11月三十日`: with its 日, as `一月一次` is something else.
  static func monthAndDay(_ cursor: inout PhraseCursor) -> (Int, Int)? {
    cursor.skipBlanks()
    guard let month = cursor.number(), month < 100 else { return nil }
    cursor.skipBlanks()
    guard cursor.skip("月") else { return nil }
    cursor.skipBlanks()
    guard let day = cursor.number(), day < 100 else { return nil }
    cursor.skipBlanks()
    return cursor.skip(anyOf: ["日", "号"]) ? (month, day) : nil
  }

  // MARK: With the month's English name

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// `30 Nov 2026`, `30-Nov-2026`, `November 30th, 2026`.
  private static func withMonthName(_ cursor: inout PhraseCursor) -> WrittenDay? {
    if let month = cursor.attempt({ monthName(&$0) }) {
      skipSigns(&cursor)
      guard let day = ordinal(&cursor) else { return nil }
      skipSigns(&cursor)
      return cursor.digits(4).flatMap { $0 >= 1000 ? WrittenDay(year: $0, month: month, day: day) : nil }
    }
    guard let day = ordinal(&cursor) else { return nil }
    skipSigns(&cursor)
    guard let month = monthName(&cursor) else { return nil }
    skipSigns(&cursor)
    return cursor.digits(4).flatMap { $0 >= 1000 ? WrittenDay(year: $0, month: month, day: day) : nil }
  }

  private static func monthName(_ cursor: inout PhraseCursor) -> Int? {
    for (index, name) in months.enumerated() {
      if cursor.skip(name) || index == 8 && cursor.skip("sept") || cursor.skip(String(name.prefix(3))) {
        _ = cursor.skip(".")
        // Marching is no month.
        if let next = cursor.next, ("a"..."z").contains(next) { return nil }
        return index + 1
      }
    }
    return nil
  }

  private static func ordinal(_ cursor: inout PhraseCursor) -> Int? {
    guard let day = cursor.digits(2) else { return nil }
    _ = cursor.skip(anyOf: ["st", "nd", "rd", "th"])
    return day
  }

  private static func skipSigns(_ cursor: inout PhraseCursor) {
    while cursor.skip(anyOf: [" ", ",", "-", "/"]) {}
  }
}

extension PhraseCursor {
  /// A digit of a year in characters: 〇 and what stands for it, 一 to 九.
  fileprivate mutating func characterOfYear() -> Int? {
    if skip(anyOf: ["〇", "零", "○", "◯"]) { return 0 }
    for (index, word) in ["一", "二", "三", "四", "五", "六", "七", "八", "九"].enumerated() where skip(word) {
      return index + 1
    }
    return nil
  }
}
