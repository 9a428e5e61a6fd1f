import Artifacts
import CivilTime
import Community
import Fields
import Templates
import Words

/// A schedule of some days, whole or narrowed down.
struct ScheduleView: TemplateView {
  let name: String
  let days: [DayView]
  var week: [WeekdayLinkView] = []
  var lead: String?
  var previous: LinkView?
  var next: LinkView?
  let months: [LinkView]
  let filters: [LinkGroupView]
  let subscription: SubscriptionView?
  var calendars: [LinkView] = []
  let feedURL: String

  static let about = "A schedule of some days, whole or narrowed down to a unit, a venue or a track."
  static let fields: [Field<ScheduleView>] = [
    Field("name", "its title", .text { $0.name }),
    Field("lead", "what it shows, in a sentence", .optionalText { $0.lead }),
    Field(
      "isCut", "whether there are too many: each day shows its first ones",
      .flag { $0.days.contains { $0.whole != nil } }),
    Field("days", "its days, those too on which there is nothing", .list(DayView.self) { $0.days }),
    Field(
      "week", "the days from this Monday on, each with its own schedule; the script leaves the reader's next seven",
      .list(WeekdayLinkView.self) { $0.week }),
    Field("hasWeek", "whether there are any: narrowed schedules have none", .flag { !$0.week.isEmpty }),
    Field("isOneDay", "whether it is the schedule of a single day", .flag { $0.days.count == 1 }),
    Field("isEmpty", "whether there is nothing on any of them", .flag { $0.days.allSatisfy(\.occurrences.isEmpty) }),
    Field("previous", "the days before", .optionalRecord(LinkView.self) { $0.previous }),
    Field("next", "the days after", .optionalRecord(LinkView.self) { $0.next }),
    Field("months", "the months as tables", .list(LinkView.self) { $0.months }),
    Field("hasMonths", "whether it leads to any", .flag { !$0.months.isEmpty }),
    Field("filters", "ways to narrow it down", .list(LinkGroupView.self) { $0.filters }),
    .subscription { $0.subscription },
    .calendars { $0.calendars },
    .hasCalendars { $0.calendars },
    Field("feedURL", "the same dates as JSON", .text { $0.feedURL }),
  ]
}

extension Field {
  static func subscription(_ get: @escaping @Sendable (Record) -> SubscriptionView?) -> Field {
    Field(
      "subscription", "how to get its dates into a calendar; nothing where none of its own is offered",
      .optionalRecord(SubscriptionView.self, get))
  }

  static func calendars(_ get: @escaping @Sendable (Record) -> [LinkView]) -> Field {
    Field(
      "calendars", "the schedules whose calendars stand in for its own, where none is offered",
      .list(LinkView.self, get))
  }

  static func hasCalendars(_ get: @escaping @Sendable (Record) -> [LinkView]) -> Field {
    Field("hasCalendars", "whether any do", .flag { !get($0).isEmpty })
  }
}

/// A day in the strip above a schedule.
struct WeekdayLinkView: TemplateView {
  let date: CivilDate
  let isCurrent: Bool
  let words: any Words

  static let about = "A day in the strip above a schedule."
  static let fields: [Field<WeekdayLinkView>] = [
    Field("dateISO", "the day, as YYYY-MM-DD", .text { TimeText.date($0.date) }),
    Field("weekday", "its weekday, short", .text { $0.words.weekday($0.date.weekday) }),
    Field("day", "its number in the month", .text { String($0.date.day) }),
    Field("label", "the day with its weekday, in words", .text { $0.words.day($0.date) }),
    Field("url", "its own schedule", .text { SitePath.day($0.date).url }),
    Field("isCurrent", "whether the page is this day's", .flag { $0.isCurrent }),
  ]
}

/// How a reader gets a calendar onto a phone.
struct SubscriptionView: TemplateView {
  let calendarURL: String
  /// `webcal://…`, which a phone's calendar subscribes to.
  let webcalURL: String
  /// A QR code of the page's own address, as SVG: WeChat's scanner opens no `webcal:`, but it opens a page that says how.
  let code: String

  static let about = "How a reader gets a calendar onto a telephone."
  static let fields: [Field<SubscriptionView>] = [
    Field("calendarURL", "the calendar, as a file", .text { $0.calendarURL }),
    Field("webcalURL", "the same as `webcal:`, which a telephone's calendar subscribes to", .text { $0.webcalURL }),
    Field(
      "code",
      "a QR code of the page's own address, as SVG: WeChat's scanner opens no `webcal:`, but it opens a page that says how",
      .html { $0.code }),
  ]
}

/// A month as a table.
struct MonthView: TemplateView {
  let name: String
  let weeks: [WeekView]
  var previous: LinkView?
  var next: LinkView?
  /// The days that are published at all.
  let coverage: String
  let words: any Words

  static let about = "A month as a table."
  static let fields: [Field<MonthView>] = [
    Field("name", "the month, in words", .text { $0.name }),
    Field(
      "caption", "the month and the days that are published at all",
      .text { $0.words.published($0.name, $0.coverage) }),
    Field(
      "weekdays", "the heads of its columns, from Monday to Sunday",
      .list(WeekdayView.self) { view in
        Weekday.allCases.map {
          let (spare, rest) = view.words.weekdayColumn($0)
          return WeekdayView(spare: spare, rest: rest)
        }
      }),
    Field("weeks", "its weeks, from Monday to Sunday", .list(WeekView.self) { $0.weeks }),
    Field("previous", "the month before", .optionalRecord(LinkView.self) { $0.previous }),
    Field("next", "the month after", .optionalRecord(LinkView.self) { $0.next }),
    Field("coverage", "the days that are published at all, in words", .text { $0.coverage }),
  ]
}

/// The head of a month's column.
struct WeekdayView: TemplateView {
  let spare: String
  let rest: String

  static let about = "The head of a month's column."
  static let fields: [Field<WeekdayView>] = [
    Field("spare", "what a narrow page may leave out; empty in some languages", .text { $0.spare }),
    Field("rest", "the weekday without it", .text { $0.rest }),
  ]
}

struct WeekView: TemplateView {
  let days: [MonthDayView]

  static let about = "A row of a month's table."
  static let fields: [Field<WeekView>] = [
    Field("days", "its seven days", .list(MonthDayView.self) { $0.days })
  ]
}

/// One cell of a month.
struct MonthDayView: TemplateView {
  let date: CivilDate
  let isInMonth: Bool
  /// Whether it has a page.
  let isCovered: Bool
  let occurrences: [OccurrenceView]
  /// All of the day, of which `occurrences` are the first.
  let count: Int
  let note: DayNoteView?
  let words: any Words

  static let about = "A cell of a month's table."
  static let fields: [Field<MonthDayView>] = [
    Field("dateISO", "the day, as YYYY-MM-DD", .text { TimeText.date($0.date) }),
    Field("day", "its number in the month", .text { String($0.date.day) }),
    Field("label", "the day with its weekday, in words", .text { $0.words.day($0.date) }),
    Field(
      "url", "its own schedule; nothing for days that are not published",
      .optionalText { $0.isInMonth && $0.isCovered ? SitePath.day($0.date).url : nil }),
    Field("isInMonth", "whether it belongs to the month, and not to the one before or after", .flag { $0.isInMonth }),
    Field("note", "what a calendar leaf says of it", .optionalRecord(DayNoteView.self) { $0.note }),
    Field("occurrences", "the first of those that take place on it", .list(OccurrenceView.self) { $0.occurrences }),
    Field(
      "countLabel", "how many take place on it, in words; nothing where none does",
      .optionalText { $0.count > 0 ? $0.words.items($0.count) : nil }),
    Field(
      "moreLabel", "how many more there are than are shown, in words",
      .optionalText { $0.count > $0.occurrences.count ? $0.words.moreItems($0.count - $0.occurrences.count) : nil }),
  ]
}

/// What a calendar leaf says of a day: its lunar date, a solar term, a festival, whether people work.
struct DayNoteView: TemplateView {
  let line: String
  /// Red on a calendar leaf.
  let isOff: Bool

  static let about = "What a calendar leaf says of a day."
  static let fields: [Field<DayNoteView>] = [
    Field("line", "its lunar date, a solar term, a festival", .text { $0.line }),
    Field("isOff", "whether people are off work: red on a calendar leaf", .flag { $0.isOff }),
  ]
}
