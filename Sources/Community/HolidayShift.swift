import Activities
import CivilTime
import Vocabulary

/// What public holidays do to the occurrences of a series, as its `on_holiday` says. A single activity stays where it was put.
struct HolidayShift {
  enum Effect: Equatable {
    case held
    case leftOut
    /// There is no day to move it to.
    case calledOff(DayOff)
    case moved(to: LocalDateTime, from: DayOff)
    /// A year's list of holidays is missing.
    case unknown
  }

  private let activity: Activity
  private let workdays: WorkCalendar
  private var record: ActivityRecord { activity.record }

  init(_ activity: Activity, _ workdays: WorkCalendar) {
    self.activity = activity
    self.workdays = workdays
  }

  func effect(on start: LocalDateTime) -> Effect {
    // Most series don't ask: their days need no look.
    guard let rule = record.rule, record.onHoliday != .held else { return .held }
    return switch record.holidayEffect(on: workdays.kind(of: start.date)) {
    case .held: .held
    case .leftOut: .leftOut
    case .unknown: .unknown
    case .movedOn(let dayOff): moved(start, rule: rule, dayOff: dayOff)
    }
  }

  /// To the first workday after the run of days off, unless the series is there anyway or an earlier one of the same run goes there:
  /// then it is called off. Occurrences with a change of their own neither go there nor stand in the way.
  private func moved(_ start: LocalDateTime, rule: RecurrenceRule, dayOff: DayOff) -> Effect {
    guard let next = try? workdays.nextWorkday(after: start.date) else { return .unknown }
    let target = LocalDateTime(next, minuteOfDay: start.minuteOfDay)
    let calledOff = Effect.calledOff(dayOff)
    if let ending = activity.ending, target >= ending.occursAt { return calledOff }
    if rule.produces(target, from: record.start), activity.change(at: target) == nil { return calledOff }
    var first = start.date
    while workdays.isWorkday(first - 1) == false { first = first - 1 }
    let earlier = rule.occurrences(from: record.start, in: LocalDateTime(first)..<start)
      .filter { activity.change(at: $0) == nil }
    return earlier.isEmpty ? .moved(to: target, from: dayOff) : calledOff
  }
}
