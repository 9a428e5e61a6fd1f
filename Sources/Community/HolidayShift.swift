import Activities
import CivilTime
import Vocabulary

/// What public holidays do to the occurrences of a series, as its `on_holiday` says. A single activity stays where it was put.
struct HolidayShift {
  enum Effect: Equatable {
    case held
    case leftOut
    case moved(to: LocalDateTime, reason: String)
    /// A year's list of holidays is missing.
    case unknown
  }

  private let record: ActivityRecord
  private let workdays: WorkCalendar

  init(_ record: ActivityRecord, _ workdays: WorkCalendar) {
    self.record = record
    self.workdays = workdays
  }

  func effect(on start: LocalDateTime) -> Effect {
    guard let rule = record.rule, record.onHoliday != .held else { return .held }
    let kind = workdays.kind(of: start.date)
    switch (record.onHoliday, kind) {
    case (_, .unknown): return .unknown
    case (.skipped, .holiday): return .leftOut
    case (.nextWorkday, .holiday(let name)): return moved(start, rule, name)
    case (.nextWorkday, .weekend): return moved(start, rule, "周末")
    default: return .held
    }
  }

  /// To the first workday after the run of days off, unless the series is there anyway: then, or when an earlier one of the same run
  /// goes there, it falls away.
  private func moved(_ start: LocalDateTime, _ rule: RecurrenceRule, _ name: String) -> Effect {
    guard let next = try? workdays.nextWorkday(after: start.date) else { return .unknown }
    let target = LocalDateTime(next, minuteOfDay: start.minuteOfDay)
    if rule.produces(target, from: record.start) { return .leftOut }
    var first = start.date
    while workdays.isWorkday(first - 1) == false { first = first - 1 }
    let earlier = rule.occurrences(from: record.start, in: LocalDateTime(first)..<start)
    return earlier.isEmpty ? .moved(to: target, reason: "\(name)放假，顺延至下一个工作日") : .leftOut
  }
}
