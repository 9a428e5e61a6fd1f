import CivilTime
import Community
import Content
import Encoding
import Vocabulary
import Words

/// Slides that count down: each number stands for its own stretch of time, so that a screen without a network counts on.
extension SlideMaker {
  private static let dayMinutes = 1440

  /// Days up to the last, then hours, then what is said on the day itself; after it nothing.
  func countdown(_ countdown: ScreenSlide.Countdown) -> SlideContent {
    let lastDay = countdown.at + -Self.dayMinutes
    var items: [ItemDraft] = []
    for day in horizon.daysAhead where LocalDateTime(day) < lastDay {
      let left = countdown.day.dayNumber - day.dayNumber
      items += number(
        countdown, value: NumberText.grouped(Double(left)), suffix: words.daysLeft(left), from: LocalDateTime(day),
        until: min(LocalDateTime(day + 1), lastDay))
    }
    for hours in (1...24).reversed() {
      items += number(
        countdown, value: hours == 1 ? words.lessThan + "1" : String(hours), suffix: words.hoursLeft(hours),
        from: countdown.at + -60 * hours, until: countdown.at + -60 * (hours - 1))
    }
    if let onDay = countdown.onDay,
      var item = item(
        "countdown-\(TimeText.date(countdown.day))", onDay, from: countdown.at, until: countdown.end)
    {
      item.line = said(countdown)
      items.append(ItemDraft(item))
    }
    return SlideContent(.countdown, items)
  }

  private func number(
    _ countdown: ScreenSlide.Countdown, value: String, suffix: String, from: LocalDateTime, until: LocalDateTime
  ) -> [ItemDraft] {
    guard
      var item = item(
        "countdown-\(TimeText.date(countdown.day))-\(TimeText.basic(from).dropLast(2))", countdown.before, from: from,
        until: until)
    else { return [] }
    item.value = value
    item.suffix = suffix
    item.line = said(countdown)
    return [ItemDraft(item)]
  }

  /// The day, and the time where it is no whole day.
  private func said(_ countdown: ScreenSlide.Countdown) -> String {
    let day = words.fullDay(countdown.day)
    return countdown.at.minuteOfDay == 0 ? day : "\(day) \(TimeText.time(countdown.at))"
  }
}
