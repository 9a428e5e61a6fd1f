import CivilTime
import RandomInputs

/// The series of many communities: lessons and teams by the week, meetings by the month, guards by the day, festivals by the year.
enum CommunityRules {
  struct Series {
    let rule: RecurrenceRule
    let start: LocalDateTime
  }

  static let zone = Zone.shanghai

  /// - Parameter begin: the first day on which a series may begin; they begin on 30 days, each on a day that its rule names.
  static func series(_ count: Int, from begin: CivilDate) -> [Series] {
    (0..<count).map { index in
      var random = SeededRandom(seed: 20_261_121, stream: UInt64(index))
      guard let rule = try? RecurrenceRule(text(&random), zone: zone) else { fatalError("a rule of the benchmark") }
      let day = LocalDateTime(begin + random.below(30), minuteOfDay: random.number(14...40) * 30)
      let first = rule.occurrences(from: day, in: day..<day + 800 * 1440).first
      return Series(rule: rule, start: first ?? day)
    }
  }

  /// Of 100: 68 by the week, 18 by the month, 10 by the day, 4 by the year.
  private static func text(_ random: inout SeededRandom) -> String {
    let weekday = random.one(of: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
    let ordinal = random.one(of: [1, 2, 3, 4, -1])
    switch random.below(100) {
    case ..<44: return "FREQ=WEEKLY;BYDAY=\(weekday)"
    case ..<56: return "FREQ=WEEKLY;INTERVAL=2;BYDAY=\(weekday)"
    case ..<62: return "FREQ=WEEKLY;BYDAY=MO,WE,FR"
    case ..<68: return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    case ..<80: return "FREQ=MONTHLY;BYDAY=\(ordinal)\(weekday)"
    case ..<84: return "FREQ=MONTHLY;BYMONTHDAY=\(random.number(1...28))"
    case ..<86: return "FREQ=MONTHLY;INTERVAL=3;BYDAY=\(ordinal)\(weekday)"
    case ..<94: return "FREQ=DAILY"
    case ..<96: return "FREQ=DAILY;INTERVAL=3"
    case ..<98: return "FREQ=YEARLY;BYMONTH=\(random.number(1...12));BYMONTHDAY=\(random.number(1...28))"
    default: return "FREQ=YEARLY;BYMONTH=\(random.number(1...12));BYDAY=\(ordinal)\(weekday)"
    }
  }
}
