import Activities
import CivilTime
import Content
import Diagnostics
import Vocabulary

/// What can't be known without a year's list of holidays.
enum HolidayYearCheck {
  /// A public notice's days can't be counted: an error, because its last day would be wrong.
  static func period(_ missing: UnknownYear, at location: Location) -> Diagnostic {
    .error(
      "holidays.year-unknown", zh: "还没有 \(missing.year) 年的放假安排，算不出公示期",
      en: "the holidays of \(missing.year) are not known: the period can't be counted", hint: hint(missing.year),
      at: location)
  }

  /// Series that depend on holidays are shown with a word of caution: the site must not stand still over New Year.
  static func problems(in occurrences: [Occurrence], by workdays: WorkCalendar) -> [Diagnostic] {
    var titles: [Int: [String]] = [:]
    for occurrence in occurrences where occurrence.activity.record.onHoliday != .held {
      guard case .unknown(let year) = workdays.kind(of: occurrence.originalStart.date) else { continue }
      if titles[year]?.last != occurrence.activity.title { titles[year, default: []].append(occurrence.activity.title) }
    }
    return titles.sorted { $0.key < $1.key }.map { year, titles in
      let count = Set(titles).count
      return .warning(
        "holidays.year-unknown", zh: "还没有 \(year) 年的放假安排，\(count) 个按节假日调整的系列（如“\(titles[0])”）暂按平日显示",
        en: "the holidays of \(year) are not known: \(count) series that depend on them are shown as on other days",
        hint: hint(year), at: nil)
    }
  }

  /// Dayparts that open on workdays or days off: taken by the weekday meanwhile, and said so.
  static func problems(
    in screens: [ScreenConfiguration], within horizon: Horizon, by workdays: WorkCalendar
  ) -> [Diagnostic] {
    let years = Set(
      (horizon.today.dayNumber...horizon.lastDay.dayNumber).compactMap { number -> Int? in
        guard case .unknown(let year) = workdays.kind(of: CivilDate(dayNumber: number)) else { return nil }
        return year
      })
    return screens.flatMap(\.dayparts).filter(\.asksForWorkdays).flatMap { daypart in
      years.sorted().map { year in
        .warning(
          "holidays.year-unknown", zh: "还没有 \(year) 年的放假安排，时段“\(daypart.name)”暂按星期几切换",
          en: "the holidays of \(year) are not known: daypart “\(daypart.name)” goes by the weekday", hint: hint(year),
          at: daypart.location)
      }
    }
  }

  private static func hint(_ year: Int) -> Message {
    Message(
      zh: "国务院办公厅公布后，添加 content/holidays/\(year).yaml",
      en: "add content/holidays/\(year).yaml when the State Council has published them")
  }
}
