package import CivilTime
import Content
import Diagnostics
package import Words

/// The days on which a 公示 stands open to objections, counted in working days.
///
/// The day on which a period begins is not counted (Civil Code, article 201), so that it starts on the first working day after
/// publication; it ends at 24:00 of its last day (article 203).
package struct PublicNoticePeriod: Sendable, Hashable {
  /// In order; never empty.
  package let workdays: [CivilDate]

  package var first: CivilDate { workdays[0] }
  package var last: CivilDate { workdays[workdays.count - 1] }
  /// The midnight after its last day.
  package var end: LocalDateTime { LocalDateTime(last + 1) }

  /// Working days of it that are left on a day, that day included.
  package func remaining(on day: CivilDate) -> Int { workdays.count { $0 >= day } }

  /// Where a period stands.
  package enum Stage: Sendable, Hashable {
    case ahead, lastDay, over
    case open(workdaysLeft: Int)
  }

  package func stage(on day: CivilDate) -> Stage {
    if day < first { return .ahead }
    if day > last { return .over }
    return day == last ? .lastDay : .open(workdaysLeft: remaining(on: day))
  }

  /// `还剩 3 个工作日，11月27日截止`, as a notice board says it on a day.
  package func countdown(on day: CivilDate, _ words: any Words) -> String {
    switch stage(on: day) {
    case .ahead: words.periodAhead(from: words.monthDay(first))
    case .open(let left): words.periodOpen(workdaysLeft: left, until: words.monthDay(last))
    case .lastDay: words.periodLastDay
    case .over: words.periodOver
    }
  }

  /// Nobody can object to what is not public yet.
  private static func beforePublication(_ first: CivilDate, _ published: CivilDate, at location: Location) -> Diagnostic
  {
    .error(
      "notice.period-before-publication",
      zh: "公示期从 \(TimeText.date(first)) 起，而这一页 \(TimeText.date(published)) 才公开",
      en: "the period begins on \(TimeText.date(first)), the notice is public from \(TimeText.date(published))",
      hint: Message(
        zh: "publicNoticeFrom 不能早于 date 和 publishAt", en: "publicNoticeFrom can't be before date and publishAt"),
      at: location)
  }

  /// Counts a notice's period.
  ///
  /// - Returns: nil where the notice has none. Where a year's holidays are not known, which is the problem given, it is the longest that it can
  ///   come to: nobody's objection is refused a day too early, and the site does not stand still over New Year.
  static func of(_ page: Page, _ workdays: WorkCalendar) -> (period: PublicNoticePeriod?, problem: Diagnostic?) {
    guard case .notice(let details) = page.details, let asked = details.period else { return (nil, nil) }
    let published = page.publishedAt?.date
    guard let first = asked.from ?? published.map({ $0 + 1 }) else { return (nil, nil) }
    if let published, first < published { return (nil, beforePublication(first, published, at: asked.location)) }
    do throws(UnknownYear) {
      return (PublicNoticePeriod(workdays: try workdays.period(workdays: asked.workdays, from: first)), nil)
    } catch {
      let period = PublicNoticePeriod(workdays: workdays.longestPeriod(workdays: asked.workdays, from: first))
      return (period, HolidayYearCheck.period(error, until: period.last, at: asked.location))
    }
  }
}
