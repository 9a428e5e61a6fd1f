import Activities
import Artifacts
import CivilTime
import Community
import Fields
import Templates
import Words

/// A section's list of pages.
struct ListView: TemplateView {
  let name: String
  let summary: String?
  let body: String
  let groups: [CardGroupView]
  var attachments: [AttachmentView] = []
  var occurrences: [OccurrenceView] = []
  var previous: LinkView?
  var next: LinkView?
  var pageLabel: String?
  var listed: ListedView?

  static let about = "A section's list of pages."
  static let fields: [Field<ListView>] = [
    Field("name", "the section's title", .text { $0.name }),
    Field("summary", "what its index page says of it", .optionalText { $0.summary }),
    Field("body", "its index page's text", .html { $0.body }),
    .attachments { $0.attachments },
    .hasAttachments { $0.attachments },
    Field("listed", "a part of the lists that a page shows", .optionalRecord(ListedView.self) { $0.listed }),
    Field("groups", "the entries, under headings", .list(CardGroupView.self) { $0.groups }),
    Field(
      "isEmpty", "whether there are no entries", .flag { $0.listed == nil && $0.groups.allSatisfy(\.cards.isEmpty) }),
    Field(
      "occurrences", "what takes place that belongs to the section, by time",
      .list(OccurrenceView.self) { $0.occurrences }),
    Field("hasOccurrences", "whether anything does", .flag { !$0.occurrences.isEmpty }),
    Field("previous", "the part of a long list before this one", .optionalRecord(LinkView.self) { $0.previous }),
    Field("next", "the part after this one", .optionalRecord(LinkView.self) { $0.next }),
    Field("pageLabel", "which part it is of how many, in words", .optionalText { $0.pageLabel }),
  ]
}

struct UnitView: TemplateView {
  let unit: Unit
  let words: any Words
  let facts: [FactView]
  let groups: [CardGroupView]
  let metrics: [MetricView]
  let partMetrics: [MetricView]
  let rosters: [RosterView]
  let occurrences: [OccurrenceView]

  static let about = "A unit's page: a community, a grid."
  static let fields: [Field<UnitView>] = [
    Field("rosters", "its duties that go round", .list(RosterView.self) { $0.rosters }),
    Field("hasRosters", "whether it has any", .flag { !$0.rosters.isEmpty }),
    Field("name", "what it is called", .text { $0.unit.name }),
    Field(
      "levelLabel", "what it is, in words: a sub-district, a community, a grid", .text { $0.words.label($0.unit.level) }
    ),
    Field("facts", "address, telephone, what it belongs to: a line each", .list(FactView.self) { $0.facts }),
    Field("hasFacts", "whether there are any facts", .flag { !$0.facts.isEmpty }),
    Field("groups", "its pages, under headings", .list(CardGroupView.self) { $0.groups }),
    Field("metrics", "the figures of its own measures", .list(MetricView.self) { $0.metrics }),
    Field(
      "partMetrics", "its figures of measures of the units above it", .list(MetricView.self) { $0.partMetrics }),
    Field("hasPartMetrics", "whether it has any of these", .flag { !$0.partMetrics.isEmpty }),
    Field("hasMetrics", "whether it has any at all", .flag { !$0.metrics.isEmpty || !$0.partMetrics.isEmpty }),
    Field(
      "detailed", "those of all its figures that have a chart, or are a sum",
      .list(MetricView.self) { ($0.metrics + $0.partMetrics).filter(\.hasDetails) }),
    Field("occurrences", "what takes place in it, by time", .list(OccurrenceView.self) { $0.occurrences }),
    Field("hasOccurrences", "whether anything does", .flag { !$0.occurrences.isEmpty }),
    Field("scheduleURL", "its schedule", .text { OccurrenceFilter.unit($0.unit.id).url }),
    Field("calendarURL", "its calendar, as a file", .text { SitePath.calendar(.filtered(.unit($0.unit.id))).url }),
  ]
}

struct HomeView: TemplateView {
  let name: String
  let summary: String?
  let body: String
  let attachments: [AttachmentView]
  let occurrences: [OccurrenceView]
  let notices: [CardView]
  let groups: [CardGroupView]
  let metrics: [MetricView]

  static let about = "The home page."
  static let fields: [Field<HomeView>] = [
    Field("name", "its title", .text { $0.name }),
    Field("summary", "what its index page says of it", .optionalText { $0.summary }),
    Field("body", "its index page's text", .html { $0.body }),
    .attachments { $0.attachments },
    .hasAttachments { $0.attachments },
    Field("occurrences", "what takes place next, by time", .list(OccurrenceView.self) { $0.occurrences }),
    Field("notices", "the first notices", .list(CardView.self) { $0.notices }),
    Field("groups", "other pages, under headings", .list(CardGroupView.self) { $0.groups }),
    Field("metrics", "the figures of the site's unit", .list(MetricView.self) { $0.metrics }),
    Field("hasMetrics", "whether there are any", .flag { !$0.metrics.isEmpty }),
  ]
}

struct SearchView: TemplateView {
  let script: String

  static let about = "The search page."
  static let fields: [Field<SearchView>] = [
    Field("searchScript", "the address of the search's script", .text { $0.script })
  ]
}

struct NotFoundView: TemplateView {
  static let about = "The page for addresses that lead nowhere; offers nothing of its own."
  static let fields: [Field<NotFoundView>] = []
}

// MARK: Data blocks

struct ActivitiesBlockView: TemplateView {
  let occurrences: [OccurrenceView]
  /// The day up to which there is nothing, when there is nothing.
  let lastDayLabel: String
  let words: any Words

  static let about = "An `activities` block."
  static let fields: [Field<ActivitiesBlockView>] = [
    Field("occurrences", "what it asks for, by time", .list(OccurrenceView.self) { $0.occurrences }),
    Field("isEmpty", "whether there is nothing", .flag { $0.occurrences.isEmpty }),
    Field("lastDayLabel", "the day up to which there is nothing, in words", .text { $0.lastDayLabel }),
    Field("emptyText", "the same as a sentence", .text { $0.words.nothing(until: $0.lastDayLabel) }),
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
  ]
}

struct ServicesBlockView: TemplateView {
  let services: [OfferView]
  let words: any Words

  static let about = "A `services` block."
  static let fields: [Field<ServicesBlockView>] = [
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
    Field("services", "what it asks for", .list(OfferView.self) { $0.services }),
    Field("isEmpty", "whether there is nothing", .flag { $0.services.isEmpty }),
  ]
}

struct ListBlockView: TemplateView {
  let listed: ListedView?
  let words: any Words

  static let about = "A `list` block."
  static let fields: [Field<ListBlockView>] = [
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
    Field("listed", "what it asks for", .optionalRecord(ListedView.self) { $0.listed }),
  ]
}

struct VenuesBlockView: TemplateView {
  let venues: [VenueView]
  let words: any Words

  static let about = "A `venues` block."
  static let fields: [Field<VenuesBlockView>] = [
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
    Field("venues", "the places that it asks for", .list(VenueView.self) { $0.venues }),
    Field("isEmpty", "whether there are none", .flag { $0.venues.isEmpty }),
  ]
}

struct MetricsBlockView: TemplateView {
  let metrics: [MetricView]
  let words: any Words

  static let about = "A `metrics` block."
  static let fields: [Field<MetricsBlockView>] = [
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
    Field("metrics", "what it asks for", .list(MetricView.self) { $0.metrics }),
    Field(
      "detailed", "those that have a chart, or are a sum",
      .list(MetricView.self) { $0.metrics.filter(\.hasDetails) }),
    Field("isEmpty", "whether there is nothing", .flag { $0.metrics.isEmpty }),
  ]
}

struct RostersBlockView: TemplateView {
  let rosters: [RosterView]
  let words: any Words

  static let about = "A `rosters` block."
  static let fields: [Field<RostersBlockView>] = [
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
    Field("rosters", "what it asks for", .list(RosterView.self) { $0.rosters }),
    Field("isEmpty", "whether there is nothing", .flag { $0.rosters.isEmpty }),
  ]
}

/// A QR code within a text.
struct CodeBlockView: TemplateView {
  let url: String
  let label: String
  let code: String

  static let about = "A `qr` block: a QR code within a text."
  static let fields: [Field<CodeBlockView>] = [
    Field("url", "what the code opens", .text { $0.url }),
    Field("label", "what stands below it", .text { $0.label }),
    Field("code", "the code, as SVG", .html { $0.code }),
  ]
}
