import Activities
import Artifacts
import CivilTime
import Community
import Fields
import Templates
import Vocabulary
import Words

/// What a unit owes the public, and what was published, quarter by quarter.
struct DisclosureView: TemplateView {
  let tallies: [TallyView]
  let sections: [DisclosureSectionView]
  /// Pages on which what is owed stands.
  var parts: [LinkView] = []
  let quarters: [QuarterView]

  private var contents: [LinkView] {
    parts.isEmpty ? sections.map { LinkView(title: $0.title, url: "#\($0.key)") } : parts
  }

  static let about = "What a unit owes the public, and what was published, quarter by quarter."
  static let fields: [Field<DisclosureView>] = [
    Field("tallies", "how many of each", .list(TallyView.self) { $0.tallies }),
    Field("hasTallies", "whether it is counted: not on a further page", .flag { !$0.tallies.isEmpty }),
    Field("sections", "what is owed, under headings", .list(DisclosureSectionView.self) { $0.sections }),
    Field(
      "contents", "the headings, or the pages that they have of their own",
      .list(LinkView.self) { $0.contents }),
    Field(
      "hasContents", "whether there is another place to go to",
      .flag { !$0.parts.isEmpty || $0.sections.count > 1 || !$0.quarters.isEmpty }),
    Field("quarters", "what was published, the running quarter first", .list(QuarterView.self) { $0.quarters }),
    Field("hasQuarters", "whether anything was", .flag { !$0.quarters.isEmpty }),
    Field("isEmpty", "whether nothing is owed", .flag { $0.sections.isEmpty && $0.parts.isEmpty }),
  ]
}

/// What is owed under one heading.
struct DisclosureSectionView: TemplateView {
  let key: String
  let title: String
  let duties: [DutyView]
  let dueDays: [CivilDate]
  let today: CivilDate
  /// Whether it has the page for itself.
  var isAlone = false

  private var late: Int { dueDays.count { $0 < today } }

  static let about = "What is owed under one heading."
  static let fields: [Field<DisclosureSectionView>] = [
    Field("key", "the end of its address", .text { $0.key }),
    Field("title", "the heading", .text { $0.title }),
    Field("late", "how much of it is late", .text { "\($0.late)" }),
    Field("isLate", "whether anything is", .flag { $0.late > 0 }),
    Field("isOpen", "whether it is all that the page shows", .flag { $0.isAlone }),
    Field(
      "duesISO", "the days by which it is due, as YYYY-MM-DD: the script counts what is late",
      .text { $0.dueDays.map(TimeText.date).joined(separator: " ") }),
    Field("duties", "what is owed", .list(DutyView.self) { $0.duties }),
  ]
}

/// Something that is owed to the public.
struct DutyView: TemplateView {
  let duty: Duty
  let namesCategory: Bool
  let today: CivilDate
  let words: any Words

  static let about = "Something that is owed to the public."
  static let fields: [Field<DutyView>] = [
    Field("id", "stays the same", .text { $0.duty.id.text }),
    Field("anchor", "the end of its address", .text { $0.duty.anchor }),
    Field("title", "what is owed", .text { $0.duty.record.title }),
    Field("cadenceLabel", "how often, in words", .text { $0.words.label($0.duty.record.cadence) }),
    Field(
      "categoryLabel", "its category, where that is not the heading",
      .optionalText { $0.namesCategory ? $0.duty.record.category : nil }),
    Field(
      "facts", "time limit, basis, who is responsible, where, what was published last: a line each",
      .list(FactView.self) { view in view.duty.facts(view.words, on: view.today).map { FactView($0) } }),
    Field(
      "owed", "what is late, and behind it what is due next",
      .list(OwedView.self) { view in
        view.duty.open(on: view.today).map {
          OwedView(duty: view.duty, period: $0, today: view.today, words: view.words)
        }
      }),
  ]
}

/// A period for which something is to be published or held.
struct OwedView: TemplateView {
  let duty: Duty
  let period: Duty.Period
  let today: CivilDate
  let words: any Words

  static let about = "A period for which something is to be published or held."
  static let fields: [Field<OwedView>] = [
    Field(
      "label", "what is to be done", .text { $0.duty.record.means == .notice ? $0.words.owed : $0.words.owedMeeting }),
    Field("periodLabel", "for when, in words", .text { $0.words.name($0.period.span) }),
    Field(
      "dueISO",
      "the last day on which it is in time, as YYYY-MM-DD, of what nothing is planned for: the script says what is late",
      .optionalText { $0.openDueDay.map(TimeText.date) }),
    Field("dueLabel", "that day in words, or why it is not known yet", .text { $0.duty.dueText($0.period, $0.words) }),
    Field(
      "plan", "what is planned for it",
      .optionalRecord(LinkView.self) { view in
        view.plan.map { LinkView(title: view.words.planned(on: view.words.date($0.day)), url: $0.url) }
      }),
  ]

  private var plan: Duty.Fulfilment? {
    if case .planned(let plan) = period.state(on: today) { plan } else { nil }
  }

  var openDueDay: CivilDate? { plan == nil ? period.due.day : nil }
}

/// What was published in a quarter.
struct QuarterView: TemplateView {
  let quarter: CivilPeriod
  let isRunning: Bool
  let items: [PublishedView]
  /// Of all that was published in it.
  let count: Int
  let more: LinkView?
  let words: any Words

  static let about = "What was published in a quarter."
  static let fields: [Field<QuarterView>] = [
    Field("key", "the quarter, such as 2026-Q3", .text { $0.quarter.description }),
    Field("title", "the same in words", .text { $0.words.name($0.quarter) }),
    Field("isRunning", "whether it is the build's", .flag { $0.isRunning }),
    Field("count", "how much was published, in words", .text { $0.words.items($0.count) }),
    Field("items", "what was, the newest first", .list(PublishedView.self) { $0.items }),
    Field("isEmpty", "whether nothing was", .flag { $0.items.isEmpty }),
    Field("more", "where the rest of it stands", .optionalRecord(LinkView.self) { $0.more }),
  ]
}

/// Something that was published or held.
struct PublishedView: TemplateView {
  let duty: Duty
  let fulfilment: Duty.Fulfilment
  let namesUnit: Bool
  let words: any Words

  static let about = "Something that was published or held."
  static let fields: [Field<PublishedView>] = [
    Field("dateISO", "the day, as YYYY-MM-DD", .text { TimeText.date($0.fulfilment.day) }),
    Field("dateLabel", "the same in words", .text { $0.words.monthDay($0.fulfilment.day) }),
    Field("title", "what was owed", .text { $0.duty.record.title }),
    Field("url", "where it stands", .text { $0.fulfilment.url }),
    Field("text", "what met it", .text { $0.fulfilment.title }),
    Field(
      "periodLabel", "for when, in words", .optionalText { view in view.fulfilment.period.map { view.words.name($0) } }),
    Field(
      "unitName", "whose it is, where the page has several units",
      .optionalText { $0.namesUnit ? $0.duty.unit.name : nil }),
    Field(
      "lateLabel", "that it was late, in words",
      .optionalText { view in view.duty.wasLate(view.fulfilment) ? view.words.publishedLate : nil }),
  ]
}
