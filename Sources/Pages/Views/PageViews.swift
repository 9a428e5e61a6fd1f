import CivilTime
import Community
import Templates
import Words

/// A section's list of pages.
struct ListView: TemplateView {
  let name: String
  let summary: String?
  let body: String
  let groups: [CardGroupView]
  var occurrences: [OccurrenceView] = []
  var previous: LinkView?
  var next: LinkView?
  var pageLabel: String?

  static let fields: [String: TemplateField<ListView>] = [
    "name": .text { $0.name },
    "summary": .text { $0.summary },
    "body": .html { $0.body },
    "groups": .list(CardGroupView.self) { $0.groups },
    "isEmpty": .flag { $0.groups.allSatisfy(\.cards.isEmpty) },
    "occurrences": .list(OccurrenceView.self) { $0.occurrences },
    "hasOccurrences": .flag { !$0.occurrences.isEmpty },
    "previous": .view(LinkView.self) { $0.previous },
    "next": .view(LinkView.self) { $0.next },
    "pageLabel": .text { $0.pageLabel },
  ]
}

struct UnitView: TemplateView {
  let unit: Unit
  let words: any Words
  let facts: [FactView]
  let groups: [CardGroupView]
  let metrics: [MetricView]
  let rosters: [RosterView]
  let occurrences: [OccurrenceView]

  static let fields: [String: TemplateField<UnitView>] = [
    "rosters": .list(RosterView.self) { $0.rosters },
    "hasRosters": .flag { !$0.rosters.isEmpty },
    "name": .text { $0.unit.name },
    "levelLabel": .text { $0.words.label($0.unit.level) },
    "facts": .list(FactView.self) { $0.facts },
    "hasFacts": .flag { !$0.facts.isEmpty },
    "groups": .list(CardGroupView.self) { $0.groups },
    "metrics": .list(MetricView.self) { $0.metrics },
    "hasMetrics": .flag { !$0.metrics.isEmpty },
    "occurrences": .list(OccurrenceView.self) { $0.occurrences },
    "hasOccurrences": .flag { !$0.occurrences.isEmpty },
    "scheduleURL": .text { "/schedule/unit/\($0.unit.id)/" },
    "calendarURL": .text { "/calendar/unit/\($0.unit.id).ics" },
  ]
}

struct HomeView: TemplateView {
  let name: String
  let summary: String?
  let body: String
  let occurrences: [OccurrenceView]
  let notices: [CardView]
  let groups: [CardGroupView]
  let metrics: [MetricView]

  static let fields: [String: TemplateField<HomeView>] = [
    "name": .text { $0.name },
    "summary": .text { $0.summary },
    "body": .html { $0.body },
    "occurrences": .list(OccurrenceView.self) { $0.occurrences },
    "notices": .list(CardView.self) { $0.notices },
    "groups": .list(CardGroupView.self) { $0.groups },
    "metrics": .list(MetricView.self) { $0.metrics },
    "hasMetrics": .flag { !$0.metrics.isEmpty },
  ]
}

struct SearchView: TemplateView {
  let script: String

  static let fields: [String: TemplateField<SearchView>] = ["searchScript": .text { $0.script }]
}

struct NotFoundView: TemplateView {
  static let fields: [String: TemplateField<NotFoundView>] = [:]
}

// MARK: Data blocks

struct ActivitiesBlockView: TemplateView {
  let occurrences: [OccurrenceView]
  /// The day up to which there is nothing, when there is nothing.
  let lastDayLabel: String
  let words: any Words

  static let fields: [String: TemplateField<ActivitiesBlockView>] = [
    "occurrences": .list(OccurrenceView.self) { $0.occurrences },
    "isEmpty": .flag { $0.occurrences.isEmpty },
    "lastDayLabel": .text { $0.lastDayLabel },
    "emptyText": .text { $0.words.nothing(until: $0.lastDayLabel) },
    "words": .view(WordsView.self) { WordsView(words: $0.words) },
  ]
}

struct ServicesBlockView: TemplateView {
  let services: [ServiceView]
  let words: any Words

  static let fields: [String: TemplateField<ServicesBlockView>] = [
    "words": .view(WordsView.self) { WordsView(words: $0.words) },
    "services": .list(ServiceView.self) { $0.services },
    "isEmpty": .flag { $0.services.isEmpty },
  ]
}

struct MetricsBlockView: TemplateView {
  let metrics: [MetricView]
  let words: any Words

  static let fields: [String: TemplateField<MetricsBlockView>] = [
    "words": .view(WordsView.self) { WordsView(words: $0.words) },
    "metrics": .list(MetricView.self) { $0.metrics },
    "isEmpty": .flag { $0.metrics.isEmpty },
  ]
}

struct RostersBlockView: TemplateView {
  let rosters: [RosterView]
  let words: any Words

  static let fields: [String: TemplateField<RostersBlockView>] = [
    "words": .view(WordsView.self) { WordsView(words: $0.words) },
    "rosters": .list(RosterView.self) { $0.rosters },
    "isEmpty": .flag { $0.rosters.isEmpty },
  ]
}

/// A QR code within a text.
struct CodeBlockView: TemplateView {
  let url: String
  let label: String
  let code: String

  static let fields: [String: TemplateField<CodeBlockView>] = [
    "url": .text { $0.url },
    "label": .text { $0.label },
    "code": .html { $0.code },
  ]
}
