package import CivilTime
package import Diagnostics
import Words

/// A window of the clock on some days in which a screen has a playlist of its own.
package struct Daypart: Sendable {
  /// Which days a window opens on.
  package enum Days: Sendable, Hashable {
    case weekday(Weekday)
    /// Monday to Friday, and the other two, whatever the holidays.
    case weekdays, weekends
    /// By the holiday calendar: make-up workdays are worked, days off are not.
    case workdays, daysOff
  }

  package let name: String
  /// Empty: every day.
  package let days: [Days]
  /// In which of these stretches; empty: always.
  package let dates: [Dates]
  /// Minutes of the day; an end that is not after the start is on the next day.
  package let from: Int
  package let until: Int
  package let playlist: [ScreenSlide]
  package let location: Location

  /// Minutes that the window stands open, 1…1440.
  package var length: Int { until > from ? until - from : until + 1440 - from }

  /// Whether the holiday calendar must be known.
  package var asksForWorkdays: Bool {
    days.contains { $0 == .workdays || $0 == .daysOff } || asksForHolidays
  }

  /// Whether it is on in a holiday's days off, whenever those are.
  package var asksForHolidays: Bool { dates.contains { if case .holiday = $0 { true } else { false } } }

  /// Whether a window opens on a day. A day whose kind is unknown is taken by its weekday; `HolidayYearCheck` reports it.
  package func opens(on day: CivilDate, _ calendar: WorkCalendar) -> Bool {
    (dates.isEmpty || dates.contains { $0.contains(day, calendar) }) && isDay(day, calendar)
  }

  private func isDay(_ day: CivilDate, _ calendar: WorkCalendar) -> Bool {
    days.isEmpty
      || days.contains { asked in
        switch asked {
        case .weekday(let weekday): weekday == day.weekday
        case .weekdays: !day.weekday.isWeekend
        case .weekends: day.weekday.isWeekend
        case .workdays: calendar.isWorkday(day) ?? !day.weekday.isWeekend
        case .daysOff: !(calendar.isWorkday(day) ?? !day.weekday.isWeekend)
        }
      }
  }
}

extension Daypart {
  /// A stretch of the year in which a playlist is on.
  package enum Dates: Sendable, Hashable {
    case stretch(ClosedRange<CivilDate>)
    /// The days off that are announced for it: `春节`, of whatever year.
    case holiday(Festival)

    /// `2027-02-06 至 2027-02-12`, a day alone, or what a holiday is called.
    init?(_ text: String) {
      let parts = text.split { "至~～ ".contains($0) }.map(String.init)
      let days = parts.compactMap(TimeText.parseDate)
      if days.count == parts.count, let first = days.first, days.count <= 2, let last = days.last, first <= last {
        self = .stretch(first...last)
      } else if let festival = Self.festivals(text).first {
        self = .holiday(festival)
      } else {
        return nil
      }
    }

    func contains(_ day: CivilDate, _ calendar: WorkCalendar) -> Bool {
      switch self {
      case .stretch(let days): days.contains(day)
      case .holiday(let festival):
        if case .holiday(let name) = calendar.kind(of: day) { Self.festivals(name).contains(festival) } else { false }
      }
    }

    private static func festivals(_ announced: String) -> [Festival] {
      Festival.announced(as: announced).compactMap(\.festival)
    }

    static let expected = Message(
      zh: "2027-02-06 至 2027-02-12，或者一天，或者法定节日的名字，如 春节",
      en: "2027-02-06 至 2027-02-12 (or with ~), a day alone, or the Chinese name of a public holiday, like 春节")
  }
}

extension Daypart.Days {
  private static let words: [String: Daypart.Days] = [
    "weekdays": .weekdays, "周一至周五": .weekdays, "weekends": .weekends, "周末": .weekends, "workdays": .workdays,
    "工作日": .workdays, "days-off": .daysOff, "休息日": .daysOff,
  ]
  private static let english = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// `mon`…`sun`, `周一`…`周日`, `weekdays`, `weekends`, `workdays` (工作日), `days-off` (休息日).
  init?(_ word: String) {
    if let known = Self.words[word] {
      self = known
    } else if let weekday = Weekday.allCases.first(where: {
      Self.english[$0.rawValue] == word || SimplifiedChinese.words.weekday($0) == word
    }) {
      self = .weekday(weekday)
    } else {
      return nil
    }
  }

  /// What a text names: a day or a kind of days, or several: `周一、周三`, `周一至周三`, `每周一、三、五`; nil for what names none.
  static func all(_ text: String) -> [Daypart.Days]? {
    if let one = Daypart.Days(text.lowercased()) { return [one] }
    let parts = text.split { "、,，;；/ ".contains($0) }.map(String.init)
    let single = parts.compactMap { Daypart.Days($0.lowercased()) }
    if parts.count > 1, single.count == parts.count { return single }
    guard let phrase = try? DatePhrase.parse(text.hasPrefix("每") || text.hasPrefix("逢") ? text : "每" + text),
      let rule = phrase.rule, rule.interval == 1, rule.end == .never, phrase.startMinute == nil, phrase.date == nil
    else { return nil }
    if rule.frequency == .daily { return Weekday.allCases.map { .weekday($0) } }
    guard rule.frequency == .weekly, !rule.byDay.isEmpty else { return nil }
    return rule.byDay.map { .weekday($0.weekday) }
  }

  static let expected = Message(
    zh: "周一…周日、周一至周五、周末、工作日、休息日，几样之间用顿号（或 mon…sun, weekdays, weekends, workdays, days-off）",
    en: "mon…sun, weekdays, weekends, workdays or days-off")
}
