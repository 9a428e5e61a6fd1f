import Activities
package import CivilTime
import Vocabulary

/// Hours that days of the week have in common.
package struct OrdinaryHours: Sendable, Hashable {
  /// From Monday on.
  package var days: [Weekday]
  /// Minutes of the day, beyond 1440 where it is open past midnight.
  package let span: Range<Int>

  /// `09:00`.
  package var opens: String { Self.clock(span.lowerBound) }
  /// `23:59` for midnight; past it, the time of the next day.
  package var closes: String { Self.clock(span.upperBound) }

  private static func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return minutes == 1440 ? "23:59" : two(minutes / 60 % 24) + ":" + two(minutes % 60)
  }
}

extension Community {
  /// The hours of a week without holidays, days with the same hours together: for vocabularies that can say no more than that. None where the hours
  /// are not the same all the year round, or not known.
  package func ordinaryWeek(of venue: Venue) -> [OrdinaryHours] {
    guard let hours = venue.hours,
      hours.rules.allSatisfy({ rule in
        rule.years.isEmpty && rule.dates.isEmpty && rule.weeks.isEmpty
          && rule.weekdays.allSatisfy { $0.places.isEmpty && $0.shift == 0 }
      }), let monday = ordinaryMonday
    else { return [] }
    var week: [OrdinaryHours] = []
    for day in 0..<7 {
      guard case .open(let spans) = hours.day(monday + day, workdays) else { return [] }
      for span in spans {
        let weekday = (monday + day).weekday
        if let index = week.firstIndex(where: { $0.span == span }) {
          week[index].days.append(weekday)
        } else {
          week.append(OrdinaryHours(days: [weekday], span: span))
        }
      }
    }
    return week
  }

  /// The last Monday before today that begins a week without a holiday or a day on which work is made up.
  private var ordinaryMonday: CivilDate? {
    let today = horizon.today
    let monday = today - (today.weekday.rawValue - Weekday.monday.rawValue)
    return (1...20).lazy.map { monday - 7 * $0 }.first { monday in
      (0..<8).allSatisfy { day in
        switch workdays.kind(of: monday + day) {
        case .workday, .weekend: true
        case .holiday, .makeUpWorkday, .unknown: false
        }
      }
    }
  }
}
