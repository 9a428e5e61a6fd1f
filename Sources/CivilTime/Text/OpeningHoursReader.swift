extension OpeningHours {
  /// nil where the text says something else than is understood: nothing is guessed.
  package init?(_ text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    var rules: [Rule] = []
    for part in text.split(separator: ";") {
      let words = part.split(separator: " ")
      if words.isEmpty { continue }
      guard let rule = Self.rule(words) else { return nil }
      rules.append(rule)
    }
    guard !rules.isEmpty else { return nil }
    self.init(rules: rules)
  }

  /// Bytes: who writes more means something else.
  private static let longest = 500

  private static let weekdays: [Substring] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func rule(_ words: [Substring]) -> Rule? {
    var rule = Rule()
    if words == ["24/7"] {
      rule.spans = [0..<1440]
      return rule
    }
    var words = words[...]
    guard readDates(&words, into: &rule) else { return nil }
    if let word = words.first, let (days, holidays) = days(word) {
      rule.weekdays = days == 0 ? nil : days
      rule.namesHolidays = holidays
      words.removeFirst()
    }
    guard let word = words.popFirst(), words.isEmpty else { return nil }
    if word == "off" || word == "closed" { return rule }
    for span in word.split(separator: ",", omittingEmptySubsequences: false) {
      guard let span = self.span(span) else { return nil }
      rule.spans.append(span)
    }
    return rule
  }

  // MARK: Days

  /// `Mo-Fr`, `Sa,Su`, `PH`, `Sa,Su,PH`.
  private static func days(_ word: Substring) -> (weekdays: UInt8, holidays: Bool)? {
    var (bits, holidays) = (UInt8(0), false)
    for part in word.split(separator: ",", omittingEmptySubsequences: false) {
      if part == "PH" {
        holidays = true
        continue
      }
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { weekdays.firstIndex(of: $0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else { return nil }
      // `Sa-Mo` runs over the week's end.
      var day = first
      while true {
        bits |= 1 << day
        if day == last { break }
        day = (day + 1) % 7
      }
    }
    return (bits, holidays)
  }

  /// `Nov-Mar`, `Jan 01`, `Oct 01-07`, `2027 Feb 06-12`; more than one with a comma: `Jan 01,May 01`.
  ///
  /// - Returns: false where a date is begun and not understood.
  private static func readDates(_ words: inout ArraySlice<Substring>, into rule: inout Rule) -> Bool {
    var year: Int?
    if let word = words.first, word.count == 4, let number = Int(word), number > 0 {
      year = number
      words.removeFirst()
      guard let next = words.first, months.contains(next.prefix(3)) else { return false }
    }
    while let word = words.first, let month = months.firstIndex(of: word.prefix(3)).map({ $0 + 1 }) {
      words.removeFirst()
      if word.count > 3 {
        // `Nov-Mar`: whole months.
        guard word.dropFirst(3).first == "-", let last = months.firstIndex(of: word.dropFirst(4)) else { return false }
        rule.dates.append(DateRange(year: year, first: month * 100 + 1, last: (last + 1) * 100 + 31))
        if year != nil, month > last + 1 { return false }
        return true
      }
      guard let text = words.first, text.first?.isNumber == true, !text.contains(":") else {
        // `Aug off`: a month alone.
        rule.dates.append(DateRange(year: year, first: month * 100 + 1, last: month * 100 + 31))
        return true
      }
      words.removeFirst()
      // `01`, `01-07`, and before another date `01,May`.
      let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
      let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last,
        (1...31).contains(first), (1...31).contains(last)
      else { return false }
      rule.dates.append(DateRange(year: year, first: month * 100 + first, last: month * 100 + last))
      guard parts.count == 2 else { return true }
      words.insert(parts[1], at: words.startIndex)
      guard months.contains(parts[1].prefix(3)) else { return false }
    }
    return true
  }

  // MARK: Times

  /// `08:30-17:30`, `22:00-02:00`, `18:00-26:00`.
  private static func span(_ text: Substring) -> Range<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let from = minute(ends[0], most: 1439), var until = minute(ends[1], most: 2880) else {
      return nil
    }
    if until <= from { until += 1440 }
    return until > from && until <= 2880 ? from..<until : nil
  }

  private static func minute(_ text: Substring, most: Int) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= most
    else { return nil }
    return hour * 60 + minute
  }
}
