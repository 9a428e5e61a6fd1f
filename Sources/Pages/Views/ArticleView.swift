import CivilTime
import Community
import Content
import Encoding
import Templates
import Vocabulary

/// A page made from a Markdown file, of any kind; parts that a kind does not have are empty.
struct ArticleView: TemplateView {
  let page: PublicPage
  let zone: Zone
  let badge: String?
  let body: String
  var facts: [FactView] = []
  var services: [ServiceView] = []
  var groups: [CardGroupView] = []
  var occurrences: [OccurrenceView] = []

  static let fields: [String: TemplateField<ArticleView>] = [
    "name": .text { $0.page.page.title },
    "summary": .text { $0.page.page.summary },
    "kindLabel": .text { $0.page.page.kind.label },
    "badge": .text { $0.badge },
    "dateISO": .text { $0.page.page.date.map(TimeText.date) },
    "dateLabel": .text { $0.page.page.date.map(ChineseTimeText.date) },
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
    "untilLabel": .text { $0.page.expiresAt.map(ChineseTimeText.until) },
    "period": .view(PeriodView.self) { $0.page.period.map(PeriodView.init) },
    "facts": .list(FactView.self) { $0.facts },
    "hasFacts": .flag { !$0.facts.isEmpty },
    "zones": .list(ZoneView.self) { $0.venue?.zones.map(ZoneView.init) ?? [] },
    "hasZones": .flag { $0.venue?.zones.isEmpty == false },
    "services": .list(ServiceView.self) { $0.services },
    "hasServices": .flag { !$0.services.isEmpty },
    "topics": .list(TopicView.self) { $0.council?.topics.map(TopicView.init) ?? [] },
    "hasTopics": .flag { $0.council?.topics.isEmpty == false },
    "groups": .list(CardGroupView.self) { $0.groups },
    "occurrences": .list(OccurrenceView.self) { $0.occurrences },
    "hasOccurrences": .flag { !$0.occurrences.isEmpty },
    "approvedLabel": .text { $0.page.page.approval?.approvedOn.map(ChineseTimeText.date) },
  ]

  private var brand: BrandDetails? {
    if case .brand(let details) = page.page.details { return details }
    return nil
  }

  private var partner: PartnerDetails? {
    if case .partner(let details) = page.page.details { return details }
    return nil
  }

  private var council: CouncilDetails? {
    if case .council(let details) = page.page.details { return details }
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

  static let fields: [String: TemplateField<PeriodView>] = [
    "countLabel": .text { "\($0.period.workdays.count) 个工作日" },
    "firstLabel": .text { ChineseTimeText.date($0.period.first) },
    "lastLabel": .text { ChineseTimeText.date($0.period.last) },
    "workdaysISO": .text { $0.period.workdays.map(TimeText.date).joined(separator: " ") },
  ]
}

struct ZoneView: TemplateView {
  let zone: VenueZone

  static let fields: [String: TemplateField<ZoneView>] = [
    "name": .text { $0.zone.name },
    "summary": .text { $0.zone.summary },
    "areaLabel": .text { $0.zone.area.map { "\(NumberText.plain($0)) 平方米" } },
  ]
}

struct TopicView: TemplateView {
  let topic: CouncilTopic

  static let fields: [String: TemplateField<TopicView>] = [
    "title": .text { $0.topic.title },
    "status": .text { $0.topic.status.rawValue },
    "statusLabel": .text { $0.topic.status.label },
    "outcome": .text { $0.topic.outcome },
  ]
}

struct ServiceView: TemplateView {
  let service: Service
  let zone: Zone
  let partner: LinkView?

  private static func fact(_ label: String, _ value: String?) -> FactView? {
    value.map { FactView(label: label, value: $0) }
  }

  static let fields: [String: TemplateField<ServiceView>] = [
    "id": .text { $0.service.item.id.text },
    "title": .text { $0.service.item.title },
    "summary": .text { $0.service.item.summary },
    "price": .text { $0.service.item.price ?? ($0.service.item.feeYuan == 0 ? "免费" : nil) },
    "isFree": .flag { $0.service.item.feeYuan == 0 },
    "trial": .text { $0.service.item.trial },
    "until": .text { view in view.service.menu.expiresAt.map { TimeText.rfc3339($0, in: view.zone) } },
    "partner": .view(LinkView.self) { $0.partner },
    "menu": .view(LinkView.self) { LinkView(title: $0.service.menu.page.title, url: $0.service.menu.page.url) },
    "facts": .list(FactView.self) { view in
      let item = view.service.item
      return [
        fact("提供", item.provider), fact("对象", item.audience), fact("时间", item.hours), fact("预约", item.howTo),
        fact("电话", item.phone),
      ].compactMap { $0 }
    },
  ]
}

struct MetricView: TemplateView {
  let metric: Metric

  static let fields: [String: TemplateField<MetricView>] = [
    "title": .text { $0.metric.title },
    "valueLabel": .text { NumberText.grouped($0.metric.value) },
    "suffix": .text { $0.metric.suffix },
    "unitName": .text { $0.metric.unit.name },
    "asOfLabel": .text { "截至 " + ChineseTimeText.date($0.metric.asOf) },
    "note": .text { $0.metric.note },
  ]
}
