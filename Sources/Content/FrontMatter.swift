import Artifacts
import CivilTime
import Diagnostics
import Markdown
import Vocabulary

/// Reads the typed front matter of each kind of page and gathers what it refers to.
struct FrontMatterReader {
  let fields: FieldReader
  private(set) var references: [Reference] = []

  init(_ fields: FieldReader) {
    self.fields = fields
  }

  struct Common {
    let title: String?
    let slug: Slug?
    let unit: UnitID?
    let summary: String?
    let date: CivilDate?
    let publishAt: LocalDateTime?
    let expiresAt: LocalDateTime?
    let tags: [String]
    let isDraft: Bool
    let image: String?
    let order: Int?
    let approval: Approval?
  }

  mutating func common() -> Common {
    let common = Common(
      title: fields.requiredText("title"),
      slug: fields.identifier("slug"),
      unit: reference("unit") { .unit($0) },
      summary: fields.text("summary"),
      date: fields.date("date"),
      publishAt: fields.localTime("publishAt"),
      expiresAt: fields.localTime("expiresAt", endOfDay: true),
      tags: fields.texts("tags"),
      isDraft: fields.flag("draft"),
      image: image("image"),
      order: fields.integer("order"),
      approval: approval())
    if let from = common.publishAt, let until = common.expiresAt, until <= from {
      fields.problem(
        .error(
          "front-matter.expires-before-publish", zh: "失效时间不晚于发布时间", en: "it expires before it is published",
          at: fields.location(of: "expiresAt")))
    }
    return common
  }

  mutating func details(_ kind: PageKind, isIndex: Bool) -> Details? {
    // The introduction of a list has the section's kind, not a member's fields.
    if isIndex, kind != .classroom { return index(of: kind) }
    switch kind {
    case .page: return .page
    case .notice: return notice()
    case .brand: return brand()
    case .menu: return menu()
    case .classroom:
      return .classroom(
        ClassroomDetails(track: fields.term("track"), venue: venue(), activities: activities()))
    case .venue: return venueDetails()
    case .partner: return partner()
    case .team:
      return .team(
        TeamDetails(
          members: fields.integer("members"), venue: venue(), activities: activities(),
          contact: fields.text("contact")))
    case .council:
      return .council(CouncilDetails(venue: venue(), activities: activities(), topics: topics()))
    }
  }

  // MARK: Kinds

  private func index(of kind: PageKind) -> Details {
    switch kind {
    case .page, .classroom: .page
    case .notice:
      .notice(
        NoticeDetails(
          category: .announcement, isPinned: false, period: nil, activity: nil, contact: nil,
          severity: nil, instruction: nil))
    case .brand:
      .brand(BrandDetails(parent: nil, edition: nil, motto: nil, carriers: [], partners: [], since: nil))
    case .menu: .menu(MenuDetails(category: .convenience, contact: nil, hours: nil, services: []))
    case .venue: .venue(VenueDetails(venue: nil, zones: [], facilities: []))
    case .partner:
      .partner(PartnerDetails(type: .space, offers: [], venue: nil, activities: [], contact: nil))
    case .team: .team(TeamDetails(members: nil, venue: nil, activities: [], contact: nil))
    case .council: .council(CouncilDetails(venue: nil, activities: [], topics: []))
    }
  }

  private func noticePeriod() -> NoticeDetails.Period? {
    let from = fields.date("publicNoticeFrom")
    let days = fields.integer("publicNoticeDays", in: 1...60)
    if days == nil, fields.isPresent("publicNoticeFrom"), !fields.isPresent("publicNoticeDays") {
      fields.problem(
        .error(
          "notice.period-without-days", zh: "写了“publicNoticeFrom”，没写公示几个工作日",
          en: "“publicNoticeFrom” without the number of working days",
          hint: Message(zh: "加一行 publicNoticeDays: 5", en: "add `publicNoticeDays: 5`"),
          at: fields.location(of: "publicNoticeFrom")))
    }
    if days != nil, fields.isPresent("expiresAt") {
      fields.problem(
        .error(
          "notice.two-ends", zh: "“publicNoticeDays”已经决定了公示到哪天，不能再写“expiresAt”",
          en: "“publicNoticeDays” says when the notice ends, and so does “expiresAt”",
          hint: Message(zh: "删去其中一行", en: "remove one of them"), at: fields.location(of: "expiresAt")))
    }
    return days.map {
      NoticeDetails.Period(workdays: $0, from: from, location: fields.location(of: "publicNoticeDays"))
    }
  }

  private mutating func notice() -> Details? {
    _ = fields.requiredDate("date")
    let period = noticePeriod()
    return .notice(
      NoticeDetails(
        category: fields.term("category") ?? (period == nil ? .announcement : .publicNotice),
        isPinned: fields.flag("pinned"), period: period, activity: reference("activity") { .activity($0) },
        contact: fields.text("contact"), severity: severity(period), instruction: fields.text("instruction")))
  }

  /// An interruption that nobody ends would stand on all screens for ever: its end is mandatory.
  private func severity(_ period: NoticeDetails.Period?) -> AlertSeverity? {
    let severity = fields.term("severity", AlertSeverity.self)
    if severity != nil, !fields.isPresent("expiresAt") {
      fields.problem(
        .error(
          "notice.alert-without-end", zh: "写了“severity”（紧急插播），没写到什么时候为止",
          en: "an urgent notice (“severity”) must say when it ends",
          hint: Message(zh: "加一行 expiresAt: 2026-11-22T18:00", en: "add `expiresAt: 2026-11-22T18:00`"),
          at: fields.location(of: "severity")))
    }
    return severity
  }

  private mutating func brand() -> Details? {
    let partners: [(id: Slug, location: Location)] = fields.identifiers("partners")
    references += partners.map { Reference(target: .page(.partner, $0.id), location: $0.location) }
    return .brand(
      BrandDetails(
        parent: reference("parent") { .page(.brand, $0) }, edition: fields.text("edition"),
        motto: fields.text("motto"), carriers: fields.texts("carriers"), partners: partners.map(\.id),
        since: fields.text("since")))
  }

  private mutating func menu() -> Details? {
    let category = fields.requiredTerm("category", MenuCategory.self)
    let contact = fields.text("contact")
    let hours = fields.text("hours")
    var services: [ServiceItem] = []
    for item in fields.readers("services") {
      if let service = service(item) { services.append(service) }
      item.finish()
    }
    if services.isEmpty, !fields.isPresent("services") {
      fields.problem(
        .error(
          "front-matter.missing-key", zh: "缺少必填的“services”", en: "“services” is missing",
          hint: Message(zh: "列出这份菜单里的服务事项", en: "list the service items of this menu"),
          at: fields.location(of: "category")))
    }
    return category.map { .menu(MenuDetails(category: $0, contact: contact, hours: hours, services: services)) }
  }

  private mutating func service(_ item: FieldReader) -> ServiceItem? {
    let id: ServiceID? = item.requiredIdentifier("id")
    let title = item.requiredText("title")
    let partner: Slug? = item.identifier("partner")
    if let partner {
      references.append(Reference(target: .page(.partner, partner), location: item.location(of: "partner")))
    }
    let summary = item.text("summary")
    let price = item.text("price")
    let fee = item.number("feeYuan")
    let trial = item.text("trial")
    let provider = item.text("provider")
    let audience = item.text("audience")
    let hours = item.text("hours")
    let phone = item.text("phone")
    let howTo = item.text("howTo")
    guard let id, let title else { return nil }
    return ServiceItem(
      id: id, title: title, summary: summary, price: price, feeYuan: fee, trial: trial, provider: provider,
      partner: partner, audience: audience, hours: hours, phone: phone, howTo: howTo, location: item.location(of: "id"))
  }

  private mutating func venueDetails() -> Details? {
    let venue: VenueID? = reference("venue", required: true) { .venue($0) }
    var zones: [VenueZone] = []
    for item in fields.readers("zones") {
      let name = item.requiredText("name")
      let area = item.number("area")
      let summary = item.text("summary")
      item.finish()
      if let name { zones.append(VenueZone(name: name, area: area, summary: summary)) }
    }
    return .venue(VenueDetails(venue: venue, zones: zones, facilities: fields.texts("facilities")))
  }

  private mutating func partner() -> Details? {
    let type = fields.requiredTerm("type", PartnerType.self)
    let offers = fields.texts("offers")
    let venue = venue()
    let activities = activities()
    let contact = fields.text("contact")
    return type.map {
      .partner(PartnerDetails(type: $0, offers: offers, venue: venue, activities: activities, contact: contact))
    }
  }

  private func topics() -> [CouncilTopic] {
    fields.readers("topics").compactMap { item in
      let title = item.requiredText("title")
      let status = item.requiredTerm("status", TopicStatus.self)
      let outcome = item.text("outcome")
      item.finish()
      guard let title, let status else { return nil }
      return CouncilTopic(title: title, status: status, outcome: outcome)
    }
  }

  // MARK: Shared fields

  private mutating func venue() -> VenueID? { reference("venue") { .venue($0) } }

  private mutating func activities() -> [ActivityID] {
    let named: [(id: ActivityID, location: Location)] = fields.identifiers("activities")
    references += named.map { Reference(target: .activity($0.id), location: $0.location) }
    return named.map(\.id)
  }

  private mutating func reference<Subject>(
    _ key: String, required: Bool = false, _ target: (Identifier<Subject>) -> Reference.Target
  ) -> Identifier<Subject>? {
    let id: Identifier<Subject>? = required ? fields.requiredIdentifier(key) : fields.identifier(key)
    if let id { references.append(Reference(target: target(id), location: fields.location(of: key))) }
    return id
  }

  private mutating func image(_ key: String) -> String? {
    guard let path = fields.text(key) else { return nil }
    references.append(Reference(target: .image(path), location: fields.location(of: key)))
    return path
  }

  private func approval() -> Approval? {
    guard let reader = fields.reader("approval") else { return nil }
    let approval = Approval(
      author: reader.text("author"), reviewer: reader.text("reviewer"), approver: reader.text("approver"),
      approvedOn: reader.date("approvedOn"))
    reader.finish()
    return approval
  }
}
