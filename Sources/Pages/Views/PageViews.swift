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
  var unitTree: [TreeUnitView] = []
  var children: [ChildGroupView] = []
  var teams: TeamListView?
  var tree: [BrandNodeView] = []

  static let about = "A section's list of pages."
  static let fields: [Field<ListView>] = [
    Field("name", "the section's title", .text { $0.name }),
    Field("summary", "what its index page says of it", .optionalText { $0.summary }),
    Field("body", "its index page's text", .html { $0.body }),
    .attachments { $0.attachments },
    .hasAttachments { $0.attachments },
    Field("listed", "a part of the lists that a page shows", .optionalRecord(ListedView.self) { $0.listed }),
    Field("teams", "the teams, in the list of teams", .optionalRecord(TeamListView.self) { $0.teams }),
    Field("tree", "in the list of brands: all of them, as trees", .list(BrandNodeView.self) { $0.tree }),
    Field("hasTree", "whether there are any that have others below them", .flag { !$0.tree.isEmpty }),
    Field("groups", "the entries, under headings", .list(CardGroupView.self) { $0.groups }),
    Field(
      "isEmpty", "whether there are no entries",
      .flag {
        $0.listed == nil && $0.teams == nil && $0.unitTree.isEmpty && $0.children.isEmpty
          && $0.groups.allSatisfy(\.cards.isEmpty)
      }),
    Field("unitTree", "the units as a tree, each before those below it", .list(TreeUnitView.self) { $0.unitTree }),
    Field("hasUnitTree", "whether there are any", .flag { !$0.unitTree.isEmpty }),
    Field("children", "units below one, where its own page has no room", .list(ChildGroupView.self) { $0.children }),
    Field(
      "occurrences", "what takes place that belongs to the section, by time",
      .list(OccurrenceView.self) { $0.occurrences }),
    Field("hasOccurrences", "whether anything does", .flag { !$0.occurrences.isEmpty }),
    Field("previous", "the part of a long list before this one", .optionalRecord(LinkView.self) { $0.previous }),
    Field("next", "the part after this one", .optionalRecord(LinkView.self) { $0.next }),
    Field("pageLabel", "which part it is of how many, in words", .optionalText { $0.pageLabel }),
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
  let limit: Int?
  /// The day up to which there is nothing, when there is nothing.
  let lastDayLabel: String
  let words: any Words

  static let about = "An `activities` block."
  static let fields: [Field<ActivitiesBlockView>] = [
    Field(
      "occurrences", "what it asks for, by time; of today also what may be over by the time that somebody reads it",
      .list(OccurrenceView.self) { $0.occurrences }),
    Field(
      "limit", "how many of them to show at once, where it says so",
      .optionalText { view in view.limit.map { String($0) } }),
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
    Field("metrics", "what it asks for", .list(MetricView.self) { MetricGroup($0.metrics).views }),
    .metricsLabel { MetricGroup($0.metrics) },
    Field(
      "detailed", "those that have a chart, or are a sum",
      .list(MetricView.self) { $0.metrics.filter(\.hasDetails) }),
    Field("isEmpty", "whether there is nothing", .flag { $0.metrics.isEmpty }),
  ]
}

struct RostersBlockView: TemplateView {
  let rosters: [RosterView]
  let shiftDays: [ShiftDayView]
  let words: any Words

  static let about = "A `rosters` block."
  static let fields: [Field<RostersBlockView>] = [
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
    Field("rosters", "what it asks for", .list(RosterView.self) { $0.rosters }),
    Field("shiftDays", "the days of its duty sheets", .list(ShiftDayView.self) { $0.shiftDays }),
    Field("isEmpty", "whether there is nothing", .flag { $0.rosters.isEmpty && $0.shiftDays.isEmpty }),
  ]
}

/// A QR code within a text.
struct CodeBlockView: TemplateView {
  let url: String
  let label: String
  let code: String
  let address: String

  static let about = "A `qr` block: a QR code within a text."
  static let fields: [Field<CodeBlockView>] = [
    Field("url", "what the code opens", .text { $0.url }),
    Field("label", "what stands below it", .text { $0.label }),
    Field("code", "the code, as SVG", .html { $0.code }),
    Field("address", "the whole address that the code opens, to be read on paper", .text { $0.address }),
  ]
}
