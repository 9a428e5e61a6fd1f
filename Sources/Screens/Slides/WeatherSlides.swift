import CivilTime
import Community
import Content
import Encoding
import Vocabulary
import Words

/// The weather: a slide, a line in the frame, and official warnings in the band. Each part stands for as long as it holds: the reading until it is too
/// old, a day ahead until it is over, a warning until its end. [0076]
extension SlideMaker {
  func weather() -> SlideContent {
    guard let report = community.weather else { return SlideContent(.weather, []) }
    let warnings = report.warnings.enumerated().compactMap { warning($0, $1) }
    let present = [now(report)].compactMap { $0 }
    var content = SlideContent(.weather, warnings + present + days(report))
    if let place = report.place { content.title = [words.title(.weather), place].joined(separator: words.gap) }
    return content
  }

  private func now(_ report: WeatherReport) -> ItemDraft? {
    guard let reading = report.reading,
      var item = item(
        "weather-now", reading.weather ?? words.title(.weather), from: report.observedAt, until: report.until)
    else { return nil }
    item.value = reading.temperature.map(Self.number)
    item.suffix = reading.temperature == nil ? nil : words.degrees("")
    if let index = reading.air {
      let quality = AirQuality(index: index)
      item.chip = "\(words.air(quality)) \(index)"
      item.tone = "air-\(quality.rawValue)"
    }
    item.line = [reading.wind, reading.humidity.map(words.humidity)].compactMap { $0 }.joined(separator: " · ")
    item.text = words.observed(at: TimeText.time(report.observedAt))
    return ItemDraft(item)
  }

  /// From when it was worked out to its end: tomorrow is called by its date, which stays right.
  private func days(_ report: WeatherReport) -> [ItemDraft] {
    report.days.compactMap { day in
      guard
        var item = item(
          "weather-\(TimeText.date(day.date))", day.weather, from: report.observedAt,
          until: min(LocalDateTime(day.date + 1), report.forecastUntil))
      else { return nil }
      item.when = words.day(day.date)
      item.value = Self.range(day, words)
      item.suffix = item.value == nil ? nil : words.degrees("")
      item.line = day.wind
      return ItemDraft(item)
    }
  }

  private static func range(_ day: WeatherReport.Day, _ words: any Words) -> String? {
    switch (day.low, day.high) {
    case (let low?, let high?): words.degrees(from: number(low), to: number(high))
    case (let one?, nil), (nil, let one?): number(one)
    case (nil, nil): nil
    }
  }

  private func warning(_ number: Int, _ warning: WeatherReport.Warning) -> ItemDraft? {
    guard
      var item = self.item(
        "weather-warning-\(number + 1)", words.weatherWarning(of: warning.kind, warning.level), from: warning.from,
        until: warning.until)
    else { return nil }
    item.mark = words.label(warning.level)
    item.tone = warning.level.severity.rawValue
    item.text = warning.text
    item.line = [warning.source, words.holdsUntil(shortDate(warning.until))].compactMap { $0 }.joined(separator: " · ")
    return ItemDraft(item)
  }

  /// `多云 6°C`, with the air; and the warnings, the most severe first.
  func weatherLine() -> [ItemDraft] {
    guard screen.weather != nil, let report = community.weather else { return [] }
    let warnings = report.warnings.enumerated().compactMap { number, warning -> ItemDraft? in
      var item = self.item(
        "weather-line-\(number + 1)", words.weatherWarning(of: warning.kind, warning.level), from: warning.from,
        until: warning.until)
      item?.tone = warning.level.severity.rawValue
      return item.map { ItemDraft($0) }
    }
    guard let reading = report.reading else { return warnings }
    let said = [reading.weather, reading.temperature.map { words.degrees(Self.number($0)) }].compactMap { $0 }
    let title = said.joined(separator: " ")
    let air = reading.air.map { words.air(AirQuality(index: $0)) }
    guard
      var item = item("weather-line", title.isEmpty ? air ?? "" : title, from: report.observedAt, until: report.until),
      !item.title.isEmpty
    else { return warnings }
    item.line = title.isEmpty ? nil : air
    return [ItemDraft(item)] + warnings
  }

  /// On a screen that shows the weather.
  func weatherBand() -> [ItemDraft] {
    guard screen.showsWeather, let report = community.weather else { return [] }
    return report.warnings.enumerated().compactMap { number, warning in
      var item = self.item(
        "band-weather-\(number + 1)", words.weatherWarning(of: warning.kind, warning.level), from: warning.from,
        until: warning.until)
      item?.tone = warning.level.severity.rawValue
      item?.mark = words.title(.weather)
      item?.text = warning.text
      item?.side = words.holdsUntil(shortDate(warning.until))
      return item.map { ItemDraft($0) }
    }
  }

  /// Whole degrees; half ones go away from nothing.
  private static func number(_ degrees: Double) -> String { NumberText.plain(degrees.rounded() + 0) }
}
