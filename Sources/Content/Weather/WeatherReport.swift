package import CivilTime
package import Diagnostics
package import Vocabulary

/// What `content/data/weather.json` says: how the weather is, how it is going to be, and what is officially warned of. All of it is dated, and each part
/// says until when it may be shown: a screen that has been offline for days shows none of it. [0076]
package struct WeatherReport: Sendable, Hashable {
  /// How the weather was when it was looked at.
  package struct Reading: Sendable, Hashable {
    /// `多云`.
    package let weather: String?
    /// Degrees Celsius, -60…60.
    package let temperature: Double?
    /// Hundredths, 0…100.
    package let humidity: Int?
    /// `北风3级`.
    package let wind: String?
    /// Air quality index (HJ 633—2012), 0…500.
    package let air: Int?
  }

  /// A day ahead.
  package struct Day: Sendable, Hashable {
    package let date: CivilDate
    package let weather: String
    /// Degrees Celsius, -60…60.
    package let low: Double?
    package let high: Double?
    package let wind: String?
  }

  /// An official warning.
  package struct Warning: Sendable, Hashable {
    /// What of: `大风`.
    package let kind: String
    package let level: WeatherWarningLevel
    package let text: String?
    /// Who gave it out.
    package let source: String?
    package let from: LocalDateTime
    package let until: LocalDateTime
  }

  /// Where, as readers know it.
  package let place: String?
  package let observedAt: LocalDateTime
  /// Too old from then on.
  package let until: LocalDateTime
  /// The same of the days ahead.
  package let forecastUntil: LocalDateTime
  /// nil where nothing was looked at but the days ahead.
  package let reading: Reading?
  /// By date, each once.
  package let days: [Day]
  /// The most severe first.
  package let warnings: [Warning]
  /// Of `observedAt`.
  package let location: Location

  /// Minutes after which a reading is too old, where the file does not say: stations report by the hour.
  package static let standardMinutes = 180
  /// What a file may say.
  package static let minutes = 10...720
  /// Minutes for which the days ahead are shown: they are worked out twice a day.
  static let forecastMinutes = 1440
  /// Minutes after the report that a warning may be shown at most: who wrote it may be gone, and nobody takes it back.
  static let mostWarningMinutes = 4320

  package static let file = "content/data/weather.json"
  /// Below `content/`.
  static let name = "data/weather.json"
}
