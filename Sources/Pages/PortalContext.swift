import Activities
import Artifacts
import BrowserFiles
import CivilTime
import Community
import Content
import Encoding
import Markdown
import Pictures
import QRCodes
import ShareCards
import Templates
import Vocabulary
import Words

/// What all builders of pages share. Constant; made once a build.
final class PortalContext: Sendable {
  let community: Community
  let theme: Theme
  let site: SiteView
  let facets: FacetSource
  /// The theme's own.
  let files: ThemeAssets
  let finderScript: FinderScript
  private let alternates: PageAlternates
  private static let home = "/"
  private static let none = ""
  /// The navigation's HTML by the section that it marks.
  private let navigation: [String: String]
  private let footer: String
  private let assets: String
  /// What a page may do, for its head.
  let policy: Bytes
  let sharing: Sharing
  private let markup: PageMarkup

  init(community: Community, theme: Theme, cards: CardMaker? = nil) {
    files = theme.assets(community.words)
    let site = SiteView(community, assets: files)
    self.community = community
    self.theme = theme
    self.site = site
    facets = FacetSource(community)
    sharing = Sharing(community, cards)
    markup = PageMarkup(community: community, site: site)
    finderScript = FinderScript(community.words)
    alternates = PageAlternates(community)
    var policy = theme.policy
    for host in community.site.remoteImages { policy.allow(picturesFrom: host) }
    self.policy = policy.meta
    assets = theme.render(site, template: BlockTemplate.head).text
    footer = theme.render(site, template: BlockTemplate.footer).text
    let sections = [Self.none, Self.home] + site.sections.map(\.section)
    navigation = Dictionary(
      uniqueKeysWithValues: sections.map { section in
        let links = site.sections.map { NavigationView(link: $0, isCurrent: $0.section == section) }
        let view = NavigationListView(
          links: links, isHome: section == Self.home, siteTitle: site.title, hasSearch: community.site.hasSearch,
          words: community.words)
        return (section, theme.render(view, template: BlockTemplate.navigation).text)
      })
  }

  var words: any Words { community.words }
  var zone: Zone { community.horizon.zone }
  var horizon: Horizon { community.horizon }

  // MARK: Views

  func view(_ appearance: Appearance) -> OccurrenceView {
    OccurrenceView(appearance: appearance, zone: zone, words: words)
  }

  func views(_ query: ActivityQuery) -> [OccurrenceView] { community.appearances(matching: query).map(view) }

  /// What a block asks for; of what is too much for a page each day's first.
  private func views(within query: ActivityQuery) -> [OccurrenceView] {
    let all = views(query)
    guard all.count > DayParts.whole else { return all }
    var query = query
    query.perDay = DayParts.ofEachDay
    return views(query)
  }

  func view(_ offer: Offer) -> OfferView { OfferView(offer: offer, zone: zone, words: words) }

  func card(_ page: PublicPage) -> CardView {
    let facets = facets.of(page)
    var card = CardView(page, badge: facets.badge, zone: zone, words: words)
    card.picture = picture(page.page.image)
    card.chips = facets.chips
    card.badges = view(facets.shownBadges)
    return card
  }

  /// What a card says of its kind is left out where the heading says it.
  func group(_ pages: PageGroup) -> CardGroupView {
    let cards = pages.pages.map { page in
      var card = card(page)
      card.badges.removeAll { $0.dated.text == pages.title }
      return card
    }
    return CardGroupView(title: pages.title, cards: cards)
  }

  /// How to subscribe to a calendar, as a page shows it; nil where it is not offered.
  func subscription(page: String, to scope: CalendarScope) -> @Sendable () -> SubscriptionView? {
    guard community.subscriptions.offers(scope) else { return { nil } }
    let calendar = SitePath.calendar(scope)
    let root = community.site.baseURL.drop { $0 != "/" }.dropFirst(2)
    let address = "\(community.site.baseURL)\(page)#subscribe"
    return { [words] in
      SubscriptionView(
        calendarURL: calendar.url, webcalURL: "webcal://\(root)\(calendar.url)",
        code: QRCode(address)?.svg(label: words.subscriptionCode) ?? "")
    }
  }

  /// The pages whose calendars stand in for one that is not offered.
  func calendars(insteadOf scope: CalendarScope) -> [LinkView] {
    guard !community.subscriptions.offers(scope) else { return [] }
    return community.calendars(insteadOf: scope).map {
      LinkView(title: community.title(of: $0), url: "\($0.url)#subscribe")
    }
  }

  /// What a calendar leaf says of a day.
  func note(on date: CivilDate) -> DayNoteView? {
    guard let labels = community.labels(of: date), let line = words.leaf(labels) else { return nil }
    let isOff = if case .holiday = labels.dayKind { true } else { false }
    return DayNoteView(line: line, isOff: isOff)
  }

  // MARK: Bodies

  /// A page's Markdown as HTML, its data blocks replaced by what they ask for.
  func body(of page: PageSource) -> String {
    let blocks = Dictionary(uniqueKeysWithValues: page.dataBlocks.map { ($0.node, $0.query) })
    let words = self.words.ofRenderer
    var renderer = HTMLRenderer(words: words)
    if !blocks.isEmpty { renderer.replaceCodeBlock = { node in blocks[node].map(self.block) } }
    if !page.files.isEmpty { renderer.afterLink = fileNote }
    renderer.picture = rendered
    renderer.firstPictureIsEager = page.image == nil
    return renderer.html(page.body).text
  }

  @Sendable private func rendered(_ destination: String) -> RenderedPicture? {
    community.image(at: destination).flatMap { image in
      image.picture.map { picture in
        RenderedPicture(
          source: image.plainURL, width: picture.main.width, height: picture.main.height, webP: image.webPSources)
      }
    }
  }

  /// A picture that a template shows; nil where there is none.
  func picture(_ url: String?) -> PictureView? { url.flatMap { community.image(at: $0) }.flatMap(PictureView.init) }

  /// What a file is and how large, behind a link to it.
  @Sendable private func fileNote(_ destination: String) -> Bytes? {
    guard let file = community.attachments.file(at: destination) else { return nil }
    let text = words.aside("", words.file(file.type, size: NumberText.fileSize(file.bytes)))
    return Bytes("<span class=\"file\">\(Markup.escaped(text))</span>".utf8)
  }

  /// The files that a page offers, for below its text.
  func attachments(of page: PageSource) -> [AttachmentView] {
    page.files.isEmpty ? [] : community.attachments.of(page).map { AttachmentView(attachment: $0, words: words) }
  }

  private func block(_ query: DataQuery) -> Bytes {
    switch query {
    case .activities(let query):
      let view = ActivitiesBlockView(
        occurrences: views(within: query), limit: query.limit, lastDayLabel: words.monthDay(horizon.lastDay),
        words: words)
      return theme.render(view, template: BlockTemplate.activities)
    case .services(let query):
      let view = ServicesBlockView(services: community.services(matching: query).map(view), words: words)
      return theme.render(view, template: BlockTemplate.services)
    case .rosters(let unit):
      let view = RostersBlockView(rosters: rosters(of: unit), shiftDays: shiftDays(of: unit), words: words)
      return theme.render(view, template: BlockTemplate.rosters)
    case .posts(let units, let limit):
      let contacts = units.compactMap { community.units[$0] }.map { unit in
        ContactView(
          unit: unit,
          posts: community.posts(of: unit.id).prefix(limit ?? .max).map {
            PostView(post: $0, today: horizon.today, words: words)
          })
      }
      return theme.render(PostsBlockView(contacts: contacts, words: words), template: BlockTemplate.posts)
    case .list(let query):
      return theme.render(ListBlockView(listed: listed(query), words: words), template: BlockTemplate.list)
    case .venues(let query):
      let venues = community.venues(matching: query).map { view($0) }
      return theme.render(VenuesBlockView(venues: venues, words: words), template: BlockTemplate.venues)
    case .ledger(let unit):
      return theme.render(LedgerBlockView(ledger: ledger(of: unit), words: words), template: BlockTemplate.ledger)
    case .teams(let query):
      return theme.render(TeamsBlockView(teams: teams(query), words: words), template: BlockTemplate.teams)
    case .points(let unit):
      return theme.render(PointsBlockView(rules: pointsRules(of: unit), words: words), template: BlockTemplate.points)
    case .method(let kind, let slug):
      let view = MethodBlockView(method: community.page(kind, slug)?.page.method.map(view))
      return theme.render(view, template: BlockTemplate.method)
    case .code(let url, let label):
      let url = NamedFile.name(of: url).flatMap { community.attachments[$0]?.path.url } ?? url
      let address = url.hasPrefix("/") ? community.site.baseURL + url : url
      let code = QRCode(address)?.svg(label: Markup.escaped(label)) ?? ""
      return theme.render(
        CodeBlockView(url: url, label: label, code: code, address: address), template: BlockTemplate.code)
    case .metrics(let ids, let unit):
      let view = MetricsBlockView(metrics: metrics(ids, of: unit), words: words)
      return theme.render(view, template: BlockTemplate.metrics)
    }
  }

  func metrics(_ ids: [MeasureID] = [], of unit: UnitID?) -> [MetricView] {
    community.metrics(ids, of: unit).map(view)
  }

  func view(_ metric: Metric) -> MetricView { MetricView(metric: metric, words: words) }

  func rosters(of unit: UnitID?) -> [RosterView] {
    community.rosters.filter { unit == nil || $0.unit.id == unit }.map { RosterView(roster: $0, words: words) }
  }

  /// The days of a unit's duty sheet, or of all units', from today on.
  ///
  /// - Parameter known: a number that the page has said already.
  func shiftDays(of unit: UnitID?, limit: Int = .max, known: String? = nil) -> [ShiftDayView] {
    ShiftDayView.days(
      community.shifts.filter { unit == nil || $0.unit.id == unit }, from: horizon.today, limit: limit, known: known,
      zone: zone, words: words)
  }

  // MARK: Pages

  /// An HTML page; it is rendered when it is written.
  func page<Body: TemplateView>(
    _ path: SitePath, title: String, description: String? = nil, image: String? = nil, breadcrumbs: [LinkView] = [],
    showsDaysAhead: Bool = false, template: String, _ body: @escaping @Sendable () -> Body
  ) -> Artifact {
    page(
      PageHead(
        path: path, title: title, description: description, image: image, breadcrumbs: breadcrumbs,
        showsDaysAhead: showsDaysAhead),
      template: template, body)
  }

  func page<Body: TemplateView>(
    _ head: PageHead, template: String, _ body: @escaping @Sendable () -> Body
  ) -> Artifact {
    Artifact(
      head.path, .html,
      .made { [self] in PagePolicy.page(theme.render(body(), in: frame(head), template: template), with: policy) })
  }

  /// What stands around a page's own view.
  func frame(_ head: PageHead) -> FrameView {
    let url = head.path.url
    let section = url == "/" ? Self.home : LinkView(title: "", url: url).section
    return FrameView(
      title: head.title, description: head.description ?? site.title, path: url,
      shared: sharing.picture(of: head), isArticle: head.isArticle, showsDaysAhead: head.showsDaysAhead,
      breadcrumbs: head.breadcrumbs, alternates: alternates(of: head),
      markup: { [self] in markup.json(head, isWhole: false) },
      wholeMarkup: { [self] in markup.json(head, isWhole: true) },
      hasMarkup: { [self] in markup.saysAnything(of: head) }, site: site,
      assets: assets,
      navigation: navigation[section] ?? navigation[Self.none] ?? "", footer: footer)
  }

  private func alternates(of head: PageHead) -> [AlternateView] {
    if case .notice = head.subject { return alternates.ofNotices }
    return head.alternates ?? alternates[head.path]
  }
}

/// What a page's `head` and its breadcrumbs say of it.
struct PageHead: Sendable {
  let path: SitePath
  let title: String
  var description: String?
  var image: String?
  var breadcrumbs: [LinkView] = []
  /// It lists what the coming days bring, so that it is another every day, and says itself when it is old.
  var showsDaysAhead = false
  /// A text of its own, not a list or a front page.
  var isArticle = false
  /// What programs read of it; nil: a page like any other.
  var subject: PageSubject?
  /// The feeds that it names, where they are others than `PageAlternates` has for its address.
  var alternates: [AlternateView]?
}

extension SiteView {
  init(_ community: Community, assets: ThemeAssets) {
    let horizon = community.horizon
    let footer = community.site.footer
    let words = community.words
    self.init(
      title: community.site.title, baseURL: community.site.baseURL, language: community.site.language,
      unitName: community.site.unit.flatMap { community.units[$0]?.name },
      sections: Self.sections(community), stylesheet: assets.stylesheet, script: assets.script,
      viewScript: assets.viewScript,
      icp: footer.icp, police: footer.police, policeCode: footer.police.map { $0.filter(\.isNumber) },
      sponsor: footer.sponsor, siteCode: footer.siteCode, address: footer.address, phone: footer.phone,
      horizon: horizon, zoneOffset: String(TimeText.rfc3339(horizon.validUntil, in: horizon.zone).suffix(6)),
      validUntil: TimeText.rfc3339(horizon.validUntil, in: horizon.zone),
      validUntilLabel: words.until(horizon.end), words: words, scriptWords: ScriptWords.json(words),
      calendarURL: community.subscriptions.offers(.all) ? SitePath.calendar(.all).url : nil)
  }

  /// Sections that have something in them.
  private static func sections(_ community: Community) -> [LinkView] {
    // What residents come for first, then all the others.
    let first: [PageKind] = [.notice, .classroom, .menu, .venue]
    let kinds = first + PageKind.allCases.filter { !first.contains($0) && $0.section != nil }
    let sections = kinds.filter { kind in
      !community.pages(of: kind).isEmpty || (kind == .team && !community.teams.all.isEmpty)
    }.map {
      LinkView(title: community.words.label($0), url: SitePath.section($0).url)
    }
    var links = [LinkView(title: community.words.activities, url: SitePath.schedule.url)] + sections
    if !community.units.all.isEmpty { links.append(LinkView(title: community.words.units, url: SitePath.units.url)) }
    return links
  }
}

extension LinkView {
  /// The first part of its path: `notices` of `/notices/gate/`.
  var section: String { String(url.dropFirst().prefix { $0 != "/" }) }
}
