package import CivilTime

/// The stretch of time a release speaks of, from one `now`.
package struct Horizon: Sendable, Hashable {
  package let zone: Zone
  /// The moment of the build.
  package let now: Instant
  /// How many whole days after today are covered.
  package let days: Int
  /// The release's number: `now` in Unix seconds, or more where an earlier release had as high a one (`PublishedHistory.generation`).
  package let generation: Int

  package init(now: Instant, zone: Zone, days: Int, generation: Int? = nil) {
    self.now = now
    self.generation = generation ?? now.seconds
    self.zone = zone
    self.days = days
  }

  package var localNow: LocalDateTime { zone.local(now) }
  package var today: CivilDate { localNow.date }
  /// The Monday of this week: schedules show the week from its beginning.
  package var firstDay: CivilDate { today.startOfWeek() }
  /// The last day that is covered.
  package var lastDay: CivilDate { today + days }
  /// The midnight after the last day. Nothing is promised from then on.
  package var end: LocalDateTime { LocalDateTime(lastDay + 1) }
  package var validUntil: Instant { zone.instant(of: end) }
  /// From the Monday of this week to the end.
  package var window: Range<LocalDateTime> { LocalDateTime(firstDay)..<end }
  /// How long what is over stays findable.
  package static let archiveDays = 90
  /// The first day that is still findable.
  package var archiveDay: CivilDate { today - Self.archiveDays }
  /// From the first day that is still findable to the end.
  var archiveAndWindow: Range<LocalDateTime> { LocalDateTime(min(archiveDay, firstDay))..<end }
  /// Today and the days after it that are covered.
  package var daysAhead: [CivilDate] { (today.dayNumber...lastDay.dayNumber).map(CivilDate.init(dayNumber:)) }
  /// All days of the window.
  package var allDays: [CivilDate] { (firstDay.dayNumber...lastDay.dayNumber).map(CivilDate.init(dayNumber:)) }

  package func isOver(_ end: LocalDateTime) -> Bool { zone.instant(of: end) <= now }

  /// Whether it was over when today began: what readers' clocks judge themselves is cut by the day, so that what is made of it stays as it is all
  /// day long. [0060]
  package func wasOver(_ end: LocalDateTime) -> Bool { end <= LocalDateTime(today) }
}
