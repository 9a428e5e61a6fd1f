package import CivilTime
import Vocabulary

/// What a series' policy makes of a start that its rule gives on a day.
package enum HolidayEffect: Sendable, Hashable {
  case held
  case leftOut
  /// To the next working day.
  case movedOn(from: DayOff)
  /// That year's list of holidays is missing.
  case unknown
}

/// A day on which nobody works, and why.
package enum DayOff: Sendable, Hashable {
  /// By the name that the announcement gives it.
  case holiday(String)
  case weekend
}

extension ActivityRecord {
  /// A single activity stays where it was put.
  package func holidayEffect(on day: DayKind) -> HolidayEffect {
    switch (rule == nil ? .held : onHoliday, day) {
    case (.held, _): .held
    case (_, .unknown): .unknown
    case (.skipped, .holiday): .leftOut
    case (.nextWorkday, .holiday(let name)): .movedOn(from: .holiday(name))
    case (.nextWorkday, .weekend): .movedOn(from: .weekend)
    case (.skipped, _), (.nextWorkday, _): .held
    }
  }

  /// Whether its policy leaves out or moves what its rule gives on a day; without a list of holidays, whether it might.
  func mayBeOff(on day: CivilDate, _ workdays: WorkCalendar?) -> Bool {
    guard let workdays else { return rule != nil && onHoliday != .held }
    return switch holidayEffect(on: workdays.kind(of: day)) {
    case .leftOut, .movedOn: true
    case .held, .unknown: false
    }
  }
}
