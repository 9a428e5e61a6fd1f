import Artifacts
import CivilTime
import Community
import Words

/// `/schedule/month/YYYY-MM/`: a month as one table, weeks down and weekdays across.
struct MonthPages {
  /// Entries of one day; more are counted, and stand on the day's own page.
  private static let length = 6

  private let context: PortalContext
  private let byDay: [CivilDate: [Appearance]]
  /// Those that have a page.
  private let published: Set<CivilDate>
  private let days: ClosedRange<CivilDate>

  /// - Parameter days: those that have a page, in order, not empty.
  init(_ context: PortalContext, byDay: [CivilDate: [Appearance]], days: [CivilDate]) {
    self.context = context
    self.byDay = byDay
    published = Set(days)
    self.days = days[0]...days[days.count - 1]
  }

  private static func number(_ day: CivilDate) -> Int { day.year * 12 + day.month - 1 }
  private var numbers: ClosedRange<Int> { Self.number(days.lowerBound)...Self.number(days.upperBound) }

  var links: [LinkView] { numbers.map(link) }

  func artifacts() -> [Artifact] { numbers.map(artifact) }

  private func link(_ number: Int) -> LinkView {
    LinkView(title: title(number), url: SitePath.month(Self.name(number)).url)
  }

  private func title(_ number: Int) -> String { context.words.month(number % 12 + 1, of: number / 12) }

  private static func name(_ number: Int) -> String {
    String(TimeText.date(firstDay(number)).dropLast("-01".count))
  }

  private static func firstDay(_ number: Int) -> CivilDate {
    CivilDate(year: number / 12, month: number % 12 + 1, day: 1) ?? CivilDate(dayNumber: 0)
  }

  private func artifact(_ number: Int) -> Artifact {
    let title = title(number)
    let words = context.words
    return context.page(
      .month(Self.name(number)), title: words.activityCalendar(title),
      breadcrumbs: [context.scheduleLink], template: "month"
    ) {
      MonthView(
        name: title, weeks: weeks(number), previous: numbers.contains(number - 1) ? link(number - 1) : nil,
        next: numbers.contains(number + 1) ? link(number + 1) : nil,
        coverage: words.stretch(words.date(days.lowerBound), words.date(days.upperBound)), words: words)
    }
  }

  private func weeks(_ number: Int) -> [WeekView] {
    let end = Self.firstDay(number + 1)
    var monday = Self.firstDay(number).startOfWeek()
    var weeks: [WeekView] = []
    while monday < end {
      weeks.append(WeekView(days: (0..<7).map { day(monday + $0, of: number) }))
      monday = monday + 7
    }
    return weeks
  }

  private func day(_ date: CivilDate, of number: Int) -> MonthDayView {
    let isInMonth = Self.number(date) == number
    let appearances = isInMonth && days.contains(date) ? byDay[date] ?? [] : []
    return MonthDayView(
      date: date, isInMonth: isInMonth, isCovered: published.contains(date),
      occurrences: appearances.prefix(Self.length).map(context.view), count: appearances.count,
      note: isInMonth ? context.note(on: date) : nil, words: context.words)
  }
}
