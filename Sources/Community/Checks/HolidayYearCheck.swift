import Activities
import CivilTime
import Content
import Diagnostics
import Vocabulary

/// What can't be known without a year's list of holidays.
enum HolidayYearCheck {
  /// A public notice's days can't be counted to the day.
  ///
  /// - Parameter last: the latest on which it can end.
  static func period(_ missing: UnknownYear, until last: CivilDate, at location: Location) -> Diagnostic {
    let hint = hint(missing.year)
    return .warning(
      "holidays.year-unknown",
      zh: "还没有 \(missing.year) 年的放假安排，公示期先按最晚的可能算，到 \(TimeText.date(last)) 为止（可能放假的日子都不算工作日）",
      en:
        "the holidays of \(missing.year) are not known: the period is counted as long as it can be, to \(TimeText.date(last)) (days that may be holidays are no working days)",
      hint: Message(
        zh: hint.zh + "，截止日期会自动改成准确的；要另定截止日期，用 expiresAt 代替 publicNoticeDays",
        en: hint.en + ": the last day is right then; to set another, write expiresAt in place of publicNoticeDays"),
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
    return screens.flatMap(\.dayparts).filter(\.asksForWorkdays).flatMap { daypart -> [Diagnostic] in
      let meanwhile =
        daypart.asksForHolidays
        ? Message(zh: "还不启用", en: "is not on") : Message(zh: "暂按星期几切换", en: "goes by the weekday")
      return years.sorted().map { year -> Diagnostic in
        .warning(
          "holidays.year-unknown", zh: "还没有 \(year) 年的放假安排，时段“\(daypart.name)”\(meanwhile.zh)",
          en: "the holidays of \(year) are not known: daypart “\(daypart.name)” \(meanwhile.en)", hint: hint(year),
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
