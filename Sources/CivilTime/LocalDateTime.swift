/// A wall-clock time without a zone, to the minute: what the activity database holds (`2026-11-25T14:30`).
public struct LocalDateTime: Sendable, Hashable, Comparable {
  /// Minutes since 1970-01-01T00:00 of the same wall clock.
  public let minuteNumber: Int

  public init(minuteNumber: Int) {
    self.minuteNumber = minuteNumber
  }

  /// `minute` is the minute of the day, 0…1439; larger values run into the following days.
  public init(_ date: CivilDate, minuteOfDay minute: Int = 0) {
    minuteNumber = date.dayNumber * 1440 + minute
  }

  public var date: CivilDate {
    CivilDate(dayNumber: minuteNumber >= 0 ? minuteNumber / 1440 : (minuteNumber - 1439) / 1440)
  }

  /// 0…1439.
  public var minuteOfDay: Int { minuteNumber - date.dayNumber * 1440 }

  public static func < (a: LocalDateTime, b: LocalDateTime) -> Bool { a.minuteNumber < b.minuteNumber }

  public static func + (time: LocalDateTime, minutes: Int) -> LocalDateTime {
    LocalDateTime(minuteNumber: time.minuteNumber + minutes)
  }

  /// Minutes from `b` to `a`.
  public static func - (a: LocalDateTime, b: LocalDateTime) -> Int { a.minuteNumber - b.minuteNumber }
}

/// A moment, to the second (Unix time).
public struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  public let seconds: Int

  public init(seconds: Int) {
    self.seconds = seconds
  }

  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}

/// A zone whose offset from UTC does not change, as China's since 1991. Feeds state one `utcOffsetMinutes`, so zones with daylight
/// saving are refused where the site is configured.
public struct Zone: Sendable, Hashable {
  /// The IANA name.
  public let identifier: String
  public let offsetMinutes: Int

  public init(identifier: String, offsetMinutes: Int) {
    self.identifier = identifier
    self.offsetMinutes = offsetMinutes
  }

  public static let shanghai = Zone(identifier: "Asia/Shanghai", offsetMinutes: 480)

  public func instant(of time: LocalDateTime) -> Instant {
    Instant(seconds: (time.minuteNumber - offsetMinutes) * 60)
  }

  /// The wall clock at an instant; seconds are dropped.
  public func local(_ instant: Instant) -> LocalDateTime {
    let shifted = instant.seconds + offsetMinutes * 60
    return LocalDateTime(minuteNumber: shifted >= 0 ? shifted / 60 : (shifted - 59) / 60)
  }
}
