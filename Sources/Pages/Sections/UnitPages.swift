import Activities
import Artifacts
import CivilTime
import Community
import Content
import Vocabulary
import Words

/// `/units/` and `/units/<id>/`: the tree of units, and of each unit whom to call, what is on, what is under way.
struct UnitPages {
  /// What a page has room for: people are read on phones, and the rest is a touch away.
  private enum Limit {
    static let posts = 40
    static let matters = 4
    static let lists = 6
    static let occurrencesOfADay = 2
    static let occurrences = 14
    static let cards = 6
    static let rows = 50
    static let venues = 8
    static let shiftDays = 7
  }

  private let context: PortalContext
  private let pagesByUnit: [UnitID: [PublicPage]]
  private let scheduled: Set<OccurrenceFilter>

  private var words: any Words { context.words }
  private var community: Community { context.community }

  init(_ context: PortalContext) {
    self.context = context
    let pages = context.community.pages.all.filter { !$0.isExpired }
    pagesByUnit = Dictionary(grouping: pages.filter { $0.unit != nil && $0.page.details.aboutUnit == nil }) {
      $0.unit!.id
    }
    scheduled = Set(context.community.filters)
  }

  func artifacts() -> [Artifact] {
    let units = community.units.all
    if units.isEmpty { return [] }
    return UnitTreePages(context).artifacts()
      + units.filter(\.hasPage).flatMap { unit in
        [artifact(unit)] + (1..<community.units.partCount(of: unit.id)).map { furtherChildren(of: unit, part: $0 + 1) }
      }
  }

  private func breadcrumbs(_ unit: Unit) -> [LinkView] {
    let chain = community.units.chain(of: unit.id).dropFirst().reversed()
    return [LinkView(title: words.units, url: SitePath.units.url)]
      + chain.map { LinkView(title: $0.shortName ?? $0.name, url: $0.url) }
  }

  // MARK: One unit

  private func artifact(_ unit: Unit) -> Artifact {
    let text = community.text(of: unit)
    var head = PageHead(path: .unit(unit.id), title: unit.name, description: text?.summary, image: text?.page.image)
    head.breadcrumbs = breadcrumbs(unit)
    head.subject = .unit(unit)
    return context.page(head, template: "unit") { view(unit) }
  }

  private func view(_ unit: Unit) -> UnitView {
    var view = UnitView(unit: unit, words: words)
    view.text = community.text(of: unit).map(text)
    view.call = call(unit)
    view.facts = facts(unit, called: view.call?.phone)
    let posts = community.posts(of: unit.id)
    view.posts = posts.prefix(Limit.posts).map { PostView(post: $0, today: context.horizon.today, words: words) }
    view.morePosts = posts.count > Limit.posts ? words.moreItems(posts.count - Limit.posts) : nil
    addMatters(unit, to: &view)
    view.children = children(of: unit, part: 1)
    view.nextChildren =
      community.units.partCount(of: unit.id) > 1
      ? LinkView(title: words.nextPage, url: SitePath.unit(unit.id, part: 2).url) : nil
    view.tallies = tallies(unit)
    view.groups = groups(unit)
    view.places = context.places(of: unit)
    let metrics = community.metrics(of: unit.id)
    view.metrics = metrics.filter { $0.measure.unit == unit.id }.map(context.view)
    view.partMetrics = metrics.filter { $0.measure.unit != unit.id }.map(context.view)
    let shown = Set(posts.compactMap { $0.roster?.id })
    view.rosters = context.rosters(of: unit.id).filter { !shown.contains($0.roster.id) }
    view.shiftDays = context.shiftDays(of: unit.id, limit: Limit.shiftDays, known: view.call?.phone)
    var query = ActivityQuery()
    query.units = [unit.id]
    query.perDay = Limit.occurrencesOfADay
    view.occurrences = Array(context.views(query).prefix(Limit.occurrences))
    view.scheduleURL = scheduled.contains(.unit(unit.id)) ? OccurrenceFilter.unit(unit.id).url : nil
    let calendar = CalendarScope.filtered(.unit(unit.id))
    view.calendarURL = community.subscriptions.offers(calendar) ? SitePath.calendar(calendar).url : nil
    return view
  }

  /// - Parameter called: the number that stands above them already.
  private func facts(_ unit: Unit, called: String?) -> [FactView] {
    var facts = [FactView(label: words.level, value: words.label(unit.level))]
    if let parent = unit.parent.flatMap({ community.units[$0] }) {
      facts.append(FactView(label: words.unitAbove, value: parent.name, url: parent.url))
    }
    if let addresses = community.addressText(of: unit, own: true) {
      facts.append(
        FactView(
          label: words.addressesCovered, value: addresses, url: community.finder.url(for: unit.id, in: community.units))
      )
    }
    if let phone = unit.phone, phone != called {
      facts.append(FactView(label: words.phone, value: phone, url: unit.phoneLink))
    }
    return facts
  }

  private func text(_ page: PublicPage) -> UnitText {
    UnitText(
      summary: page.page.summary, body: context.body(of: page.page.source),
      attachments: context.attachments(of: page.page.source),
      until: page.expiresAt.map { TimeText.rfc3339($0, in: context.zone) })
  }

  // MARK: Whom to call

  /// Its first post with a number, its own number, else those of the units above.
  private func call(_ unit: Unit) -> CallView? {
    for above in community.units.chain(of: unit.id) {
      let isOwn = above.id == unit.id
      func view(_ title: String, phone: String?, link: String?) -> CallView? {
        guard let phone, let link else { return nil }
        return CallView(title: isOwn ? title : words.askAbove(above.name), phone: phone, phoneURL: link)
      }
      if let post = community.posts(of: above.id).first(where: { $0.phoneLink != nil }),
        let found = view(post.title, phone: post.record.phone, link: post.phoneLink)
      {
        return found
      }
      if let found = view(above.name, phone: above.phone, link: above.phoneLink) { return found }
    }
    return nil
  }

  // MARK: What is under way

  /// Of the unit and those below it: what is being dealt with before what waits, the soonest due first.
  private func addMatters(_ unit: Unit, to view: inout UnitView) {
    let open = community.lists.matters.filter { matter in
      !matter.record.phase.isClosed && community.units.contains(matter.unit.id, in: unit.id)
    }
    func rank(_ matter: Matter) -> (Int, Int, Int, String) {
      (
        matter.record.phase == .raised ? 1 : 0, matter.openDueDay?.dayNumber ?? .max,
        matter.record.raisedOn?.dayNumber ?? .max, matter.record.id.text
      )
    }
    view.matters = open.sorted { rank($0) < rank($1) }.prefix(Limit.matters).map {
      OpenMatterView(matter: $0, url: community.lists.url(of: $0), words: words)
    }
    let counts = Dictionary(open.map { ($0.list.id, 1) }, uniquingKeysWith: +)
    view.matterLists = community.lists.all.compactMap { list -> LinkView? in
      guard let count = counts[list.id], let page = community.lists.page(of: list) else { return nil }
      return LinkView(title: words.allOpen(count, of: list.title), url: page)
    }.prefix(Limit.lists).map { $0 }
  }

  // MARK: What there is

  private func tallies(_ unit: Unit) -> [TallyView] {
    let totals = community.totals(of: unit.id)
    var tallies = UnitLevel.allCases.map { level in
      TallyView(key: level.rawValue, label: words.label(level), count: totals.count(of: level))
    }
    tallies.append(TallyView(key: "venues", label: words.unitVenues, count: totals.venues))
    tallies.append(TallyView(key: "teams", label: words.label(PageKind.team), count: totals.teams))
    tallies.append(TallyView(key: "posts", label: words.postCount, count: totals.posts))
    if totals.people != totals.posts {
      tallies.append(TallyView(key: "people", label: words.peopleInPosts, count: totals.people))
    }
    return tallies.filter { $0.count > 0 }
  }

  private func groups(_ unit: Unit) -> [CardGroupView] {
    let places = community.venues(of: unit.id).filter { $0.unit == unit.id }
    let venues = places.prefix(Limit.venues).map { venue in
      var card = CardView(
        title: venue.name, url: venue.url == unit.url ? nil : venue.url, summary: venue.address,
        badge: venue.type.map { words.label($0) },
        meta: venue.openingHours.map(words.openingHours))
      // All of it, where it stands nowhere else.
      card.chips = card.url == nil ? venue.facilityTexts(words) : venue.chips(words)
      return card
    }
    let pages = pagesByUnit[unit.id] ?? []
    // Teams and venues answer “where can I go”; plain pages come last.
    var groups = [
      CardGroupView(
        title: words.unitVenues, cards: Array(venues),
        more: places.count > Limit.venues
          ? LinkView(title: words.moreItems(places.count - Limit.venues), url: SitePath.section(.venue).url) : nil),
      teams(of: unit),
    ]
    let others = PageKind.allCases.filter { ![.team, .notice, .venue, .page].contains($0) }
    for kind in [PageKind.notice] + others + [.page] {
      let all =
        kind == .notice
        ? community.pages.currentNotices.filter { $0.unit?.id == unit.id } : pages.filter { $0.page.kind == kind }
      groups.append(
        CardGroupView(
          title: words.label(kind), cards: all.prefix(Limit.cards).map(context.card),
          style: kind == .notice ? "rows" : "cards",
          more: all.count > Limit.cards
            ? LinkView(title: words.moreItems(all.count - Limit.cards), url: SitePath.section(kind).url) : nil))
    }
    groups += community.tables.names.map { rows(of: $0, unit) }
    return groups.filter { !$0.cards.isEmpty }
  }

  /// What a public table says of the unit itself, the newest first.
  private func rows(of table: PublicTableName, _ unit: Unit) -> CardGroupView {
    let all = community.tables[table].filter { $0.unit.id == unit.id }
    let cards = all.prefix(Limit.rows).map { item in
      let row = item.row(words)
      var card = CardView(
        title: row.title, url: nil, summary: row.text,
        meta: (row.facts + [item.day.map(words.date)].compactMap { $0 }).joined(separator: " · "))
      card.until = item.until.map { TimeText.rfc3339($0, in: context.zone) }
      return card
    }
    return CardGroupView(
      title: words.title(table), cards: cards, style: "rows",
      more: all.count > Limit.rows
        ? LinkView(title: words.moreItems(all.count - Limit.rows), url: SitePath.data.url) : nil)
  }

  /// Whether they have a page of their own or not.
  private func teams(of unit: Unit) -> CardGroupView {
    let all = community.teams(of: unit.id)
    let cards = all.prefix(Limit.cards).map { team in
      if let page = team.page { return context.card(page) }
      return CardView(
        title: team.name, url: community.teams.url(of: team), summary: team.summary, badge: words.label(team.type),
        meta: team.members.map { words.people($0) })
    }
    return CardGroupView(
      title: words.label(PageKind.team), cards: cards,
      more: all.count > Limit.cards
        ? LinkView(title: words.moreItems(all.count - Limit.cards), url: SitePath.section(.team).url) : nil)
  }

  // MARK: Units below

  private func children(of unit: Unit, part: Int) -> [ChildGroupView] {
    let units = community.units
    let counts = Dictionary(units.children(of: unit.id).map { ($0.level, 1) }, uniquingKeysWith: +)
    let shown = Dictionary(grouping: units.children(of: unit.id, part: part), by: \.level)
    return UnitLevel.allCases.compactMap { level in
      guard let children = shown[level] else { return nil }
      return ChildGroupView(
        title: words.label(level), count: counts[level] ?? 0,
        units: children.map { child in
          ChildUnitView(
            unit: child, posts: community.posts(of: child.id), countsLabel: context.countsLabel(child),
            today: context.horizon.today, words: words)
        })
    }
  }

  private func furtherChildren(of unit: Unit, part: Int) -> Artifact {
    let count = community.units.partCount(of: unit.id)
    return context.page(
      .unit(unit.id, part: part), title: words.page(part, of: unit.name),
      breadcrumbs: breadcrumbs(unit) + [LinkView(title: unit.shortName ?? unit.name, url: unit.url)], template: "list"
    ) {
      var view = ListView(name: unit.name, summary: nil, body: "", groups: [])
      view.children = children(of: unit, part: part)
      view.previous = LinkView(title: words.previousPage, url: SitePath.unit(unit.id, part: part - 1).url)
      view.next = part < count ? LinkView(title: words.nextPage, url: SitePath.unit(unit.id, part: part + 1).url) : nil
      view.pageLabel = words.page(part, of: count)
      return view
    }
  }
}

extension PortalContext {
  /// What is below a unit: `网格 6、楼宇 3`, no number without what is counted; nil where nothing is.
  func countsLabel(_ unit: Unit) -> String? {
    let totals = community.totals(of: unit.id)
    let counts = UnitLevel.allCases.filter { totals.count(of: $0) > 0 }.map {
      words.count(totals.count(of: $0), of: words.label($0)).replacing(" ", with: "\u{A0}")
    }
    return counts.isEmpty ? nil : counts.joined(separator: words.listComma)
  }
}
