import CivilTime
import Community
import Content
import Encoding
import Templates
import Vocabulary
import Words

/// A page made from a Markdown file, of any kind; parts that a kind does not have are empty.
struct ArticleView: TemplateView {
  let page: PublicPage
  let zone: Zone
  let words: any Words
  let body: String
  var facts: [FactView] = []
  var zones: [ZoneView] = []
  var services: [ServiceView] = []
  var topics: [TopicView] = []
  var groups: [CardGroupView] = []
  var occurrences: [OccurrenceView] = []

  static let fields: [String: TemplateField<ArticleView>] = [
    "name": .text { $0.page.page.title },
    "summary": .text { $0.page.page.summary },
    "kindLabel": .text { $0.words.label($0.page.page.kind) },
    "badge": .text { $0.page.badge($0.words) },
    "dateISO": .text { $0.page.page.date.map(TimeText.date) },
    "dateLabel": .text { view in view.page.page.date.map(view.words.date) },
    "unitName": .text { $0.page.unit?.name },
    "unitURL": .text { $0.page.unit?.url },
    "image": .text { $0.page.page.image },
    "body": .html { $0.body },
    "motto": .text { $0.brand?.motto },
    "edition": .text { $0.brand?.edition },
    "carriers": .texts { $0.brand?.carriers ?? [] },
    "hasCarriers": .flag { $0.brand?.carriers.isEmpty == false },
    "offers": .texts { $0.partner?.offers ?? [] },
    "hasOffers": .flag { $0.partner?.offers.isEmpty == false },
    "facilities": .texts { $0.venue?.facilities ?? [] },
    "hasFacilities": .flag { $0.venue?.facilities.isEmpty == false },
    "isExpired": .flag { $0.page.isExpired },
    "until": .text { view in view.page.expiresAt.map { TimeText.rfc3339($0, in: view.zone) } },
    "untilLabel": .text { view in view.page.expiresAt.map(view.words.until) },
    "untilText": .text { view in view.page.expiresAt.map { view.words.validUntil(view.words.until($0)) } },
    "period": .view(PeriodView.self) { view in view.page.period.map { PeriodView(period: $0, words: view.words) } },
    "facts": .list(FactView.self) { $0.facts },
    "hasFacts": .flag { !$0.facts.isEmpty },
    "zones": .list(ZoneView.self) { $0.zones },
    "hasZones": .flag { !$0.zones.isEmpty },
    "services": .list(ServiceView.self) { $0.services },
    "hasServices": .flag { !$0.services.isEmpty },
    "topics": .list(TopicView.self) { $0.topics },
    "hasTopics": .flag { !$0.topics.isEmpty },
    "groups": .list(CardGroupView.self) { $0.groups },
    "occurrences": .list(OccurrenceView.self) { $0.occurrences },
    "hasOccurrences": .flag { !$0.occurrences.isEmpty },
    "approvedLabel": .text { $0.approvedLabel },
    "approvedText": .text { view in view.approvedLabel.map { view.words.approved(on: $0) } },
  ]

  private var approvedLabel: String? { page.page.approval?.approvedOn.map(words.date) }

  private var brand: BrandDetails? {
    if case .brand(let details) = page.page.details { return details }
    return nil
  }

  private var partner: PartnerDetails? {
    if case .partner(let details) = page.page.details { return details }
    return nil
  }

  private var venue: VenueDetails? {
    if case .venue(let details) = page.page.details { return details }
    return nil
  }
}

/// How long a public notice stands open to objections.
struct PeriodView: TemplateView {
  let period: PublicNoticePeriod
  let words: any Words

  private var count: String { words.workdays(period.workdays.count) }
  private var first: String { words.date(period.first) }
  private var last: String { words.date(period.last) }

  static let fields: [String: TemplateField<PeriodView>] = [
    "text": .text { $0.words.period($0.count, $0.first, $0.last) },
    "countLabel": .text { $0.count },
    "firstLabel": .text { $0.first },
    "lastLabel": .text { $0.last },
    "workdaysISO": .text { $0.period.workdays.map(TimeText.date).joined(separator: " ") },
  ]
}

struct ZoneView: TemplateView {
  let zone: VenueZone
  let words: any Words

  static let fields: [String: TemplateField<ZoneView>] = [
    "name": .text { $0.zone.name },
    "summary": .text { $0.zone.summary },
    "areaLabel": .text { view in view.zone.area.map { view.words.squareMetres(NumberText.plain($0)) } },
  ]
}

struct TopicView: TemplateView {
  let topic: CouncilTopic
  let words: any Words

  static let fields: [String: TemplateField<TopicView>] = [
    "title": .text { $0.topic.title },
    "status": .text { $0.topic.status.rawValue },
    "statusLabel": .text { $0.words.label($0.topic.status) },
    "outcome": .text { $0.topic.outcome },
  ]
}

struct ServiceView: TemplateView {
  let service: Service
  let zone: Zone
  let words: any Words
  let partner: LinkView?

  private static func fact(_ label: String, _ value: String?) -> FactView? {
    value.map { FactView(label: label, value: $0) }
  }

  static let fields: [String: TemplateField<ServiceView>] = [
    "id": .text { $0.service.item.id.text },
    "title": .text { $0.service.item.title },
    "summary": .text { $0.service.item.summary },
    "price": .text { $0.service.item.price ?? ($0.service.item.feeYuan == 0 ? $0.words.noCharge : nil) },
    "isFree": .flag { $0.service.item.feeYuan == 0 },
    "trial": .text { $0.service.item.trial },
    "until": .text { view in view.service.menu.expiresAt.map { TimeText.rfc3339($0, in: view.zone) } },
    "partner": .view(LinkView.self) { $0.partner },
    "menu": .view(LinkView.self) { LinkView(title: $0.service.menu.page.title, url: $0.service.menu.page.url) },
    "facts": .list(FactView.self) { view in
      let (item, words) = (view.service.item, view.words)
      return [
        fact(words.provider, item.provider), fact(words.audience, item.audience), fact(words.time, item.hours),
        fact(words.booking, item.howTo), fact(words.phone, item.phone),
      ].compactMap { $0 }
    },
  ]
}

struct MetricView: TemplateView {
  let metric: Metric
  let words: any Words

  static let fields: [String: TemplateField<MetricView>] = [
    "title": .text { $0.metric.title },
    "valueLabel": .text { NumberText.grouped($0.metric.value) },
    "suffix": .text { $0.metric.suffix },
    "unitName": .text { $0.metric.unit.name },
    "asOfLabel": .text { $0.words.figureAsOf($0.words.date($0.metric.asOf)) },
    "note": .text { $0.metric.note },
  ]
}
