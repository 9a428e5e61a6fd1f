import Activities
import CivilTime
import Community
import Content
import Encoding
import Fields
import Markdown
import Templates
import Vocabulary
import Words

/// A page made from a Markdown file, of any kind; parts that a kind does not have are empty.
struct ArticleView: TemplateView {
  let page: PublicPage
  let zone: Zone
  let today: CivilDate
  let words: any Words
  let badge: String?
  let body: String
  /// Of a further page of what the page shows.
  var partName: String?
  var contents: [LinkView] = []
  var picture: PictureView?
  var facts: [FactView] = []
  var services: [OfferView] = []
  var listed: ListedView?
  var ledger: LedgerView?
  var disclosure: DisclosureView?
  var circle: CircleView?
  /// Of a venue's page.
  var place: VenueView?
  /// What is near it.
  var around: AroundView?
  var finder: FinderView?
  var points: PointsView?
  /// What takes place next that the page is about, and what it is called: a meeting, a day of exchange.
  var nextTitle: String?
  var next: [OccurrenceView] = []
  var groups: [CardGroupView] = []
  var occurrences: [OccurrenceView] = []
  var attachments: [AttachmentView] = []
  var badges: [DatedTextView] = []
  var method: MethodView?
  var videos: [VideoView] = []
  var editions: [EditionView] = []
  var carrierLinks: [NamedView] = []
  var tree: [BrandNodeView] = []
  var rollUp: [TallyView] = []
  var figures: [MetricView] = []
  var premises: PremisesView?

  static let about =
    "A page made from a Markdown file: a text with its facts and, by its kind, parts of its own; what a kind does not have is empty."
  static let fields: [Field<ArticleView>] = [
    Field("name", "the page's title", .text { $0.partName ?? $0.page.page.title }),
    Field(
      "summary", "the summary that its writer gave it",
      .optionalText { $0.partName == nil ? $0.page.page.summary : nil }),
    Field("kindLabel", "what kind of page it is, in words", .text { $0.words.label($0.page.page.kind) }),
    Field(
      "badge", "the word that shows what it is at a glance: a notice's category, a brand's edition",
      .optionalText { $0.badge }),
    Field(
      "badges", "the same by the reader's day, with what else stands beside it: that an agreement has ended",
      .list(DatedTextView.self) { $0.badges }),
    Field("dateISO", "the day it is dated, as YYYY-MM-DD", .optionalText { $0.page.page.date.map(TimeText.date) }),
    Field(
      "dateLabel", "the same day in words",
      .optionalText { view in
        // Not by `map`, here and below: its closure takes a copy of the whole view.
        guard let date = view.page.page.date else { return nil }
        return view.words.date(date)
      }),
    Field(
      "updatedText", "when its writer says that it last changed, as a sentence",
      .optionalText { view in
        guard let updated = view.page.page.updated else { return nil }
        return "\(view.words.updatedAt) \(view.words.date(updated.date))"
      }),
    Field("unitName", "the unit whose page it is", .optionalText { $0.page.unit?.name }),
    Field("unitURL", "that unit's page", .optionalText { $0.page.unit?.url }),
    Field("image", "the address of its picture on this site", .optionalText { $0.page.page.image }),
    Field("picture", "the same with its size and sizes", .optionalRecord(PictureView.self) { $0.picture }),
    Field("body", "its text", .html { $0.body }),
    Field(
      "contents", "its text's headings, where there are so many that a reader wants to see them first",
      .list(LinkView.self) { $0.contents }),
    Field("hasContents", "whether there are so many", .flag { !$0.contents.isEmpty }),
    .attachments { $0.attachments },
    .hasAttachments { $0.attachments },
    Field("instruction", "of an urgent notice: what to do", .optionalText { $0.page.instruction }),
    Field("motto", "a brand's motto", .optionalText { $0.brand?.motto }),
    Field("edition", "the edition that a brand is in on the build's day, such as 2.0", .optionalText { $0.edition }),
    Field("editions", "a brand's editions that have dates", .list(EditionView.self) { $0.editions }),
    Field("hasEditions", "whether it has any", .flag { !$0.editions.isEmpty }),
    Field("method", "a way of working that the page explains", .optionalRecord(MethodView.self) { $0.method }),
    Field("videos", "recorded videos that the page offers", .list(VideoView.self) { $0.videos }),
    Field("hasVideos", "whether there are any", .flag { !$0.videos.isEmpty }),
    Field("tree", "the brands among which a brand stands", .list(BrandNodeView.self) { $0.tree }),
    Field("hasTree", "whether there are any", .flag { !$0.tree.isEmpty }),
    Field("rollUp", "what a brand and all below it amount to", .list(TallyView.self) { $0.rollUp }),
    Field("rollUpTitle", "the heading over that", .text { $0.rollUpTitle }),
    Field("hasRollUp", "whether anything is counted", .flag { !$0.rollUp.isEmpty }),
    Field("figures", "a brand's figures", .list(MetricView.self) { MetricGroup($0.figures).views }),
    .metricsLabel { MetricGroup($0.figures) },
    Field("hasFigures", "whether there are any", .flag { !$0.figures.isEmpty }),
    Field("premises", "floor space and what becomes of it", .optionalRecord(PremisesView.self) { $0.premises }),
    Field(
      "carriers", "the rooms, teams and events that carry a brand",
      .texts { $0.brand?.carriers.map(\.title) ?? [] }),
    Field("carrierLinks", "the same, with where each leads", .list(NamedView.self) { $0.carrierLinks }),
    Field("hasCarriers", "whether a brand has any", .flag { $0.brand?.carriers.isEmpty == false }),
    Field("offers", "what a partner offers", .texts { $0.partner?.offers ?? [] }),
    Field("hasOffers", "whether a partner offers anything", .flag { $0.partner?.offers.isEmpty == false }),
    Field("place", "a venue's row", .optionalRecord(VenueView.self) { $0.place }),
    Field("around", "what is near a venue", .optionalRecord(AroundView.self) { $0.around }),
    Field(
      "facilities", "what is found at a venue: a lift, a projector",
      .texts { view in view.place.map { $0.venue.facilityTexts(view.words) } ?? view.venue?.facilities ?? [] }),
    Field(
      "hasFacilities", "whether anything is said of that",
      .flag { view in !(view.place.map { $0.venue.facilityTexts(view.words) } ?? view.venue?.facilities ?? []).isEmpty }
    ),
    Field("isExpired", "whether it no longer holds", .flag { $0.page.isExpired }),
    Field(
      "until", "the moment from which it no longer holds (RFC 3339)",
      .optionalText { view in
        guard let end = view.page.expiresAt else { return nil }
        return TimeText.rfc3339(end, in: view.zone)
      }),
    Field("untilLabel", "until when it holds, in words", .optionalText { $0.untilLabel }),
    Field(
      "untilText", "the same as a sentence",
      .optionalText { view in
        guard let label = view.untilLabel else { return nil }
        return view.words.validUntil(label)
      }),
    Field(
      "period", "how long a public notice stands open to objections",
      .optionalRecord(PeriodView.self) { view in view.page.period.map { PeriodView(period: $0, words: view.words) } }),
    Field("facts", "what its front matter says, a line each", .list(FactView.self) { $0.facts }),
    Field(
      "leadingFacts", "those of them that lead on to another page: what a place's own row does not say",
      .list(FactView.self) { view in view.facts.filter { $0.url?.hasPrefix("/") == true } }),
    Field("hasFacts", "whether there are any facts", .flag { !$0.facts.isEmpty }),
    Field(
      "zones", "the parts of a venue",
      .list(ZoneView.self) { view in view.venue?.zones.map { ZoneView(zone: $0, words: view.words) } ?? [] }),
    Field("hasZones", "whether it has parts", .flag { $0.venue?.zones.isEmpty == false }),
    Field("services", "what can be ordered from a menu", .list(OfferView.self) { $0.services }),
    Field("hasServices", "whether anything can be ordered", .flag { !$0.services.isEmpty }),
    Field("listed", "the lists that the page shows", .optionalRecord(ListedView.self) { $0.listed }),
    Field("ledger", "the figures of cases that the page shows", .optionalRecord(LedgerView.self) { $0.ledger }),
    Field(
      "disclosure", "what its unit owes the public, and what was published",
      .optionalRecord(DisclosureView.self) { $0.disclosure }),
    Field("circle", "the places of its unit", .optionalRecord(CircleView.self) { $0.circle }),
    Field("finder", "what finds the unit of an address", .optionalRecord(FinderView.self) { $0.finder }),
    Field(
      "points", "what points are given for, and what was earned and spent",
      .optionalRecord(PointsView.self) { $0.points }),
    Field(
      "nextTitle",
      "of pages with days that people wait for, a meeting, an exchange: what such a day is called; absent where none is known",
      .optionalText { $0.next.isEmpty ? nil : $0.nextTitle }),
    Field(
      "next", "such days that take place, by time: the style sheet shows the first of them that is not over",
      .list(OccurrenceView.self) { $0.next }),
    Field(
      "topics", "what a council has on its table",
      .list(TopicView.self) { view in view.council?.topics.map { TopicView(topic: $0, words: view.words) } ?? [] }),
    Field("hasTopics", "whether it has any topics", .flag { $0.council?.topics.isEmpty == false }),
    Field("groups", "related pages, under headings", .list(CardGroupView.self) { $0.groups }),
    Field(
      "occurrences", "what takes place that belongs to the page, by time", .list(OccurrenceView.self) { $0.occurrences }
    ),
    Field("hasOccurrences", "whether anything does", .flag { !$0.occurrences.isEmpty }),
    Field(
      "approvedLabel", "the day its approval was given, in words",
      .optionalText { $0.approvedLabel }),
    Field(
      "approvedText", "that it was approved, and when, as a sentence",
      .optionalText { view in
        guard let label = view.approvedLabel else { return nil }
        return view.words.approved(on: label)
      }),
  ]

  private static let manyHeadings = 3

  /// The headings of a text that has many.
  static func contents(of body: Document) -> [LinkView] {
    let all = body.headings.filter { $0.level == 2 }
    return all.count < manyHeadings ? [] : all.map { LinkView(title: $0.text, url: "#\($0.anchor)") }
  }

  private var untilLabel: String? {
    guard let end = page.expiresAt else { return nil }
    return words.until(end)
  }
  /// Nothing where the text is another than was approved.
  private var approvedLabel: String? {
    guard page.page.standing != .changed, let day = page.page.approval?.approvedOn else { return nil }
    return words.date(day)
  }

  private var brand: BrandDetails? { page.brandDetails }
  private var partner: PartnerDetails? { page.partnerDetails }
  private var rollUpTitle: String {
    rollUp.contains { $0.key == "brands" } ? words.brandRollUp : words.brandCounted
  }
  private var edition: String? { brand?.edition(on: today)?.name }

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
  let words: any Words

  private var count: String { words.workdays(period.workdays.count) }
  private var first: String { words.date(period.first) }
  private var last: String { words.date(period.last) }

  static let about = "How long a public notice stands open to objections."
  static let fields: [Field<PeriodView>] = [
    Field("text", "how long it is, from when to when", .text { $0.words.period($0.count, $0.first, $0.last) }),
    Field("countLabel", "how many working days, in words", .text { $0.count }),
    Field("firstLabel", "its first day, in words", .text { $0.first }),
    Field("lastLabel", "its last day, which belongs to it, in words", .text { $0.last }),
    Field(
      "workdaysISO", "all its working days as YYYY-MM-DD, with a space between: the script counts those that are left",
      .text { $0.period.workdays.map(TimeText.date).joined(separator: " ") }),
  ]
}

struct ZoneView: TemplateView {
  let zone: VenueZone
  let words: any Words

  static let about = "A part of a venue."
  static let fields: [Field<ZoneView>] = [
    Field("name", "what it is called", .text { $0.zone.name }),
    Field("summary", "what it is for", .optionalText { $0.zone.summary }),
    Field(
      "areaLabel", "its floor area, in words",
      .optionalText { view in view.zone.area.map { view.words.squareMetres(NumberText.plain($0)) } }),
  ]
}

struct TopicView: TemplateView {
  let topic: CouncilTopic
  let words: any Words

  static let about = "A topic on a council's table."
  static let fields: [Field<TopicView>] = [
    Field("title", "what it is about", .text { $0.topic.title }),
    Field("status", "how far it has come, as a code for styles", .text { $0.topic.status.rawValue }),
    Field("statusLabel", "the same in words", .text { $0.words.label($0.topic.status) }),
    Field("outcome", "what came of it", .optionalText { $0.topic.outcome }),
  ]
}
