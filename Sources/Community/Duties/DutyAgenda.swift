package import CivilTime
import Vocabulary

/// What there is to do about duties on a day: for those who do it.
package struct DutyAgenda: Sendable {
  package struct Entry: Sendable {
    package let duty: Duty
    /// nil for what is owed on changes alone.
    package let period: Duty.Period?
    package let state: Duty.State
  }

  /// The longest overdue first.
  package let late: [Entry]
  /// Due within the next days, the soonest first; what is planned too.
  package let due: [Entry]
  /// Whose last day is not known: its working days run into a year whose holidays are not known.
  package let undated: [Entry]
  /// Of each duty what was done last, the newest first.
  package let done: [Entry]

  /// - Parameter days: how many days after `today` it looks ahead.
  package init(_ duties: [Duty], on today: CivilDate, days: Int = 14) {
    var (late, due, undated, done): ([Entry], [Entry], [Entry], [Entry]) = ([], [], [], [])
    for duty in duties {
      for period in duty.open(on: today) {
        let entry = Entry(duty: duty, period: period, state: period.state(on: today))
        switch (entry.state, period.due) {
        case (.late, _): late.append(entry)
        case (_, .on(let day)): if day <= today + days { due.append(entry) }
        // Before its period ends there is nothing to publish.
        case (_, .unknown): if period.span.last <= today + days { undated.append(entry) }
        }
      }
      if let last = duty.last(on: today) {
        let period = duty.periods.first { $0.span == last.period }
        done.append(Entry(duty: duty, period: period, state: duty.wasLate(last) ? .doneLate(last) : .done(last)))
      }
    }
    func day(_ entry: Entry) -> Int { entry.period?.due.day?.dayNumber ?? .max }
    self.late = late.sorted { (day($0), $0.duty.id) < (day($1), $1.duty.id) }
    self.due = due.sorted { (day($0), $0.duty.id) < (day($1), $1.duty.id) }
    self.undated = undated
    self.done = done.sorted { ($1.doneOn, $0.duty.id.text) < ($0.doneOn, $1.duty.id.text) }
  }
}

extension DutyAgenda.Entry {
  fileprivate var doneOn: Int {
    switch state {
    case .done(let fulfilment), .doneLate(let fulfilment): fulfilment.day.dayNumber
    case .planned, .open, .late: 0
    }
  }
}
