package import CivilTime

/// Where on the calendar a reader looks for an occurrence: at its time, on each further day that it runs, and where it was to be
/// before it was moved to another day.
package struct Appearance: Sendable {
  package enum Role: Sendable, Hashable {
    case starts
    /// A later day of one that began earlier.
    case continues
    /// It was to be here, and is not.
    case movedAway
  }

  package let occurrence: Occurrence
  package let role: Role
  package let day: CivilDate
  /// The stretch in which it is looked for here.
  package let start: LocalDateTime
  package let end: LocalDateTime

  /// As lists of one line each show it: at its own time.
  package init(_ occurrence: Occurrence) {
    self.init(occurrence, .starts, occurrence.start.date, occurrence.start, occurrence.end)
  }

  private init(
    _ occurrence: Occurrence, _ role: Role, _ day: CivilDate, _ start: LocalDateTime, _ end: LocalDateTime
  ) {
    self.occurrence = occurrence
    self.role = role
    self.day = day
    self.start = start
    self.end = end
  }

  /// The place that it was to be in before, when that was another day; nil when there is none.
  static func movedAway(_ occurrence: Occurrence) -> Appearance? {
    guard occurrence.isMovedInTime, !occurrence.isAdded,
      !(occurrence.start.date...occurrence.lastDay).contains(occurrence.originalStart.date)
    else { return nil }
    return Appearance(
      occurrence, .movedAway, occurrence.originalStart.date, occurrence.originalStart, occurrence.originalEnd)
  }

  /// All within some days, in order.
  static func all(of occurrence: Occurrence, in days: ClosedRange<CivilDate>) -> [Appearance] {
    var found: [Appearance] = []
    if days.contains(occurrence.start.date) { found.append(Appearance(occurrence)) }
    let later = max(occurrence.start.date + 1, days.lowerBound)
    let last = min(occurrence.lastDay, days.upperBound)
    if later <= last {
      for number in later.dayNumber...last.dayNumber {
        let day = CivilDate(dayNumber: number)
        found.append(
          Appearance(occurrence, .continues, day, LocalDateTime(day), min(occurrence.end, LocalDateTime(day + 1))))
      }
    }
    if let away = movedAway(occurrence), days.contains(away.day) { found.append(away) }
    return found
  }

  /// Each occurrence at its time, and where it was to be before it was moved, by time.
  static func list(_ occurrences: [Occurrence]) -> [Appearance] {
    occurrences.flatMap { [Appearance($0), movedAway($0)].compactMap { $0 } }.sorted(by: precedes)
  }

  static func sorted(_ appearances: [Appearance]) -> [Appearance] { appearances.sorted(by: precedes) }

  private static func precedes(_ a: Appearance, _ b: Appearance) -> Bool {
    (a.start, a.occurrence.id) < (b.start, b.occurrence.id)
  }
}

extension Occurrence {
  /// The last day it runs on.
  var lastDay: CivilDate { (end + -1).date }
}

extension Community {
  /// An activity's of the window, by time.
  package func appearances(of activity: Activity) -> [Appearance] { Appearance.list(occurrences(of: activity)) }

  /// What the given occurrences look like day by day, within the archive and the horizon.
  package func appearances(of occurrences: [Occurrence]) -> [CivilDate: [Appearance]] {
    let days = horizon.archiveDay...horizon.lastDay
    return Dictionary(grouping: occurrences.flatMap { Appearance.all(of: $0, in: days) }, by: \.day)
      .mapValues { Appearance.sorted($0) }
  }
}
