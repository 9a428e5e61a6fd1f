package import CivilTime

/// The stretch of time a release speaks of, from one `now`.
///
/// Whoever compares something with the moment asks `hasCome`, which notes until when the answer holds (`standsUntil`); the day counts always. What
/// asks for the moment itself, as `now`, makes of every second something else. [0077]
package struct Horizon: Sendable {
  package let zone: Zone
  /// How many whole days after today are covered.
  package let days: Int
  /// The release's number: `now` in Unix seconds, or more where an earlier release had as high a one (`PublishedHistory.generation`).
  package let generation: Int
  /// The moment of the build, for what states it and is written with every build (the index, `release.json`), and for what is dated by it because it
  /// changed. Nothing is to be compared with it.
  package let stamp: Instant
  private let thresholds = Thresholds()

  package init(now: Instant, zone: Zone, days: Int, generation: Int? = nil) {
    stamp = now
    self.generation = generation ?? now.seconds
    self.zone = zone
    self.days = days
  }

  /// The moment of the build: what is made of it is another in the next second.
  package var now: Instant {
    thresholds.note(Instant(seconds: stamp.seconds + 1))
    return stamp
  }

  /// The same on the wall clock.
  package var localNow: LocalDateTime { zone.local(now) }
  package var localStamp: LocalDateTime { zone.local(stamp) }

  /// Whether it is that time, or later.
  package func hasCome(_ instant: Instant) -> Bool {
    if instant <= stamp { return true }
    thresholds.note(instant)
    return false
  }

  package func hasCome(_ time: LocalDateTime) -> Bool { hasCome(zone.instant(of: time)) }

  /// Up to then the same inputs make what they made of this horizon so far, but for what states the moment itself: until something comes that it was
  /// asked for, at the latest until midnight.
  package var standsUntil: Instant {
    let midnight = zone.instant(of: LocalDateTime(today + 1))
    return thresholds.next.map { min($0, midnight) } ?? midnight
  }

  package var today: CivilDate { localStamp.date }
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

  package func isOver(_ end: LocalDateTime) -> Bool { hasCome(end) }

  /// Whether it was over when today began: what readers' clocks judge themselves is cut by the day, so that what is made of it stays as it is all
  /// day long. [0060]
  package func wasOver(_ end: LocalDateTime) -> Bool { end <= LocalDateTime(today) }
}
