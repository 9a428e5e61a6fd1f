import CivilTime
import Community
import Templates
import Words

/// A schedule of some days, whole or narrowed down.
struct ScheduleView: TemplateView {
  let name: String
  let days: [DayView]
  var lead: String?
  var previous: LinkView?
  var next: LinkView?
  let months: [LinkView]
  let filters: [LinkGroupView]
  let subscription: SubscriptionView
  let feedURL: String

  static let fields: [String: TemplateField<ScheduleView>] = [
    "name": .text { $0.name },
    "lead": .text { $0.lead },
    "days": .list(DayView.self) { $0.days },
    "isEmpty": .flag { $0.days.allSatisfy(\.occurrences.isEmpty) },
    "previous": .view(LinkView.self) { $0.previous },
    "next": .view(LinkView.self) { $0.next },
    "months": .list(LinkView.self) { $0.months },
    "hasMonths": .flag { !$0.months.isEmpty },
    "filters": .list(LinkGroupView.self) { $0.filters },
    "subscription": .view(SubscriptionView.self) { $0.subscription },
    "feedURL": .text { $0.feedURL },
  ]
}

/// How a reader gets a calendar onto a phone.
struct SubscriptionView: TemplateView {
  let calendarURL: String
  /// `webcal://…`, which a phone's calendar subscribes to.
  let webcalURL: String
  /// A QR code of the page's own address, as SVG: WeChat's scanner opens no `webcal:`, but it opens a page that says how.
  let code: String

  static let fields: [String: TemplateField<SubscriptionView>] = [
    "calendarURL": .text { $0.calendarURL },
    "webcalURL": .text { $0.webcalURL },
    "code": .html { $0.code },
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

  static let fields: [String: TemplateField<MonthView>] = [
    "name": .text { $0.name },
    "caption": .text { $0.words.published($0.name, $0.coverage) },
    "weekdays": .list(WeekdayView.self) { view in
      Weekday.allCases.map { WeekdayView(column: view.words.weekdayColumn($0)) }
    },
    "weeks": .list(WeekView.self) { $0.weeks },
    "previous": .view(LinkView.self) { $0.previous },
    "next": .view(LinkView.self) { $0.next },
    "coverage": .text { $0.coverage },
  ]
}

/// The head of a month's column.
struct WeekdayView: TemplateView {
  let column: (spare: String, rest: String)

  static let fields: [String: TemplateField<WeekdayView>] = [
    // What a narrow page may leave out.
    "spare": .text { $0.column.spare },
    "rest": .text { $0.column.rest },
  ]
}

struct WeekView: TemplateView {
  let days: [MonthDayView]

  static let fields: [String: TemplateField<WeekView>] = ["days": .list(MonthDayView.self) { $0.days }]
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

  static let fields: [String: TemplateField<MonthDayView>] = [
    "dateISO": .text { TimeText.date($0.date) },
    "day": .text { String($0.date.day) },
    "label": .text { $0.words.day($0.date) },
    "url": .text { $0.isInMonth && $0.isCovered ? "/schedule/\(TimeText.date($0.date))/" : nil },
    "isInMonth": .flag { $0.isInMonth },
    "note": .view(DayNoteView.self) { $0.note },
    "occurrences": .list(OccurrenceView.self) { $0.occurrences },
    "countLabel": .text { $0.count > 0 ? $0.words.items($0.count) : nil },
    "moreLabel": .text { $0.count > $0.occurrences.count ? $0.words.moreItems($0.count - $0.occurrences.count) : nil },
  ]
}

/// What a calendar leaf says of a day: its lunar date, a solar term, a festival, whether people work.
struct DayNoteView: TemplateView {
  let line: String
  /// Red on a calendar leaf.
  let isOff: Bool

  static let fields: [String: TemplateField<DayNoteView>] = [
    "line": .text { $0.line },
    "isOff": .flag { $0.isOff },
  ]
}
