/// A wall-clock time without a zone, to the minute: what the activity database holds (`2026-11-25T14:30`).
package struct LocalDateTime: Sendable, Hashable, Comparable {
  /// Minutes since 1970-01-01T00:00 of the same wall clock.
  package let minuteNumber: Int

  package init(minuteNumber: Int) {
    self.minuteNumber = minuteNumber
  }

  /// `minute` is the minute of the day, 0…1439; larger values run into the following days.
  package init(_ date: CivilDate, minuteOfDay minute: Int = 0) {
    minuteNumber = date.dayNumber * 1440 + minute
  }

  package var date: CivilDate {
    CivilDate(dayNumber: minuteNumber >= 0 ? minuteNumber / 1440 : (minuteNumber - 1439) / 1440)
  }

  /// 0…1439.
  package var minuteOfDay: Int { minuteNumber - date.dayNumber * 1440 }

  package static func < (a: LocalDateTime, b: LocalDateTime) -> Bool { a.minuteNumber < b.minuteNumber }

  package static func + (time: LocalDateTime, minutes: Int) -> LocalDateTime {
    LocalDateTime(minuteNumber: time.minuteNumber + minutes)
  }

  /// Minutes from `b` to `a`.
  package static func - (a: LocalDateTime, b: LocalDateTime) -> Int { a.minuteNumber - b.minuteNumber }
}

/// A moment, to the second (Unix time).
package struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}

/// A zone whose offset from UTC does not change, as China's since 1991. Feeds state one `utcOffsetMinutes`, so zones with daylight
/// saving are refused where the site is configured.
package struct Zone: Sendable, Hashable {
  /// The IANA name.
  package let identifier: String
  package let offsetMinutes: Int

  package init(identifier: String, offsetMinutes: Int) {
    self.identifier = identifier
    self.offsetMinutes = offsetMinutes
  }

  package static let shanghai = Zone(identifier: "Asia/Shanghai", offsetMinutes: 480)

  package func instant(of time: LocalDateTime) -> Instant {
    Instant(seconds: (time.minuteNumber - offsetMinutes) * 60)
  }

  /// The wall clock at an instant; seconds are dropped.
  package func local(_ instant: Instant) -> LocalDateTime {
    let shifted = instant.seconds + offsetMinutes * 60
    return LocalDateTime(minuteNumber: shifted >= 0 ? shifted / 60 : (shifted - 59) / 60)
  }
}
