import CivilTime

/// The stretch of time a release speaks of, from one `now`.
public struct Horizon: Sendable, Hashable {
  public let zone: Zone
  /// The moment of the build.
  public let now: Instant
  /// How many whole days after today are covered.
  public let days: Int

  public init(now: Instant, zone: Zone, days: Int) {
    self.now = now
    self.zone = zone
    self.days = days
  }

  public var localNow: LocalDateTime { zone.local(now) }
  public var today: CivilDate { localNow.date }
  /// The Monday of this week: schedules show the week from its beginning.
  public var firstDay: CivilDate { today.startOfWeek() }
  /// The last day that is covered.
  public var lastDay: CivilDate { today + days }
  /// The midnight after the last day. Nothing is promised from then on.
  public var end: LocalDateTime { LocalDateTime(lastDay + 1) }
  public var validUntil: Instant { zone.instant(of: end) }
  /// From the Monday of this week to the end.
  public var window: Range<LocalDateTime> { LocalDateTime(firstDay)..<end }
  /// How long what is over stays findable.
  public static let archiveDays = 90
  /// The first day that is still findable.
  public var archiveDay: CivilDate { today - Self.archiveDays }
  /// From the first day that is still findable to the end.
  var reach: Range<LocalDateTime> { LocalDateTime(min(archiveDay, firstDay))..<end }
  /// Today and the days after it that are covered.
  public var daysAhead: [CivilDate] { (today.dayNumber...lastDay.dayNumber).map(CivilDate.init(dayNumber:)) }
  /// All days of the window.
  public var allDays: [CivilDate] { (firstDay.dayNumber...lastDay.dayNumber).map(CivilDate.init(dayNumber:)) }

  public func isOver(_ end: LocalDateTime) -> Bool { zone.instant(of: end) <= now }
}
