import Activities
import Artifacts
import CivilTime
import Community
import Content
import Vocabulary
import Words

/// `/units/` and `/units/<id>/`: the tree of units and what each of them has.
struct UnitPages {
  private let context: PortalContext
  private let pagesByUnit: [UnitID: [PublicPage]]

  private var words: any Words { context.words }

  init(_ context: PortalContext) {
    self.context = context
    let pages = context.community.pages.all.filter { !$0.isExpired && $0.unit != nil }
    pagesByUnit = Dictionary(grouping: pages) { $0.unit!.id }
  }

  func artifacts() -> [Artifact] {
    let units = context.community.units.all
    return units.isEmpty ? [] : [list(units)] + units.map(artifact)
  }

  // MARK: The list

  private func list(_ units: [Unit]) -> Artifact {
    let context = context
    return context.page(.units, title: context.words.units, template: "list") {
      let groups = UnitLevel.allCases.compactMap { level -> CardGroupView? in
        let cards = units.filter { $0.level == level }.map { Self.card($0, context) }
        return cards.isEmpty ? nil : CardGroupView(title: context.words.label(level), cards: cards, style: "compact")
      }
      return ListView(name: context.words.units, summary: context.words.unitsLead, body: "", groups: groups)
    }
  }

  private static func card(_ unit: Unit, _ context: PortalContext) -> CardView {
    let parent = unit.parent.flatMap { context.community.units[$0] }
    return CardView(
      title: unit.name, url: unit.url, badge: context.words.label(unit.level), meta: unit.phone ?? parent?.name)
  }

  // MARK: One unit

  private func artifact(_ unit: Unit) -> Artifact {
    let chain = context.community.units.chain(of: unit.id).dropFirst().reversed()
    let breadcrumbs =
      [LinkView(title: words.units, url: SitePath.units.url)]
      + chain.map { LinkView(title: $0.shortName ?? $0.name, url: $0.url) }
    return context.page(
      .unit(unit.id), title: unit.name, breadcrumbs: breadcrumbs, template: "unit"
    ) { view(unit) }
  }

  private func view(_ unit: Unit) -> UnitView {
    var facts = [FactView(label: words.level, value: words.label(unit.level))]
    if let phone = unit.phone { facts.append(FactView(label: words.phone, value: phone)) }
    var query = ActivityQuery()
    query.units = [unit.id]
    query.perDay = 8
    let metrics = context.community.metrics(of: unit.id)
    return UnitView(
      unit: unit, words: words, facts: facts, groups: groups(unit),
      metrics: metrics.filter { $0.measure.unit == unit.id }.map(context.view),
      partMetrics: metrics.filter { $0.measure.unit != unit.id }.map(context.view),
      rosters: context.rosters(of: unit.id), occurrences: context.views(query))
  }

  private func groups(_ unit: Unit) -> [CardGroupView] {
    let community = context.community
    let children = community.units.children(of: unit.id).map { Self.card($0, context) }
    let venues = community.venues(of: unit.id).filter { $0.unit == unit.id }.map { venue in
      var card = CardView(
        title: venue.name, url: venue.url, summary: venue.address, badge: venue.type.map { words.label($0) },
        meta: venue.openingHours.map(words.openingHours))
      // All of it, where it stands nowhere else.
      card.chips = venue.url == unit.url ? venue.facilityTexts(words) : venue.chips(words)
      return card
    }
    let pages = pagesByUnit[unit.id] ?? []
    var groups = [
      CardGroupView(title: words.childUnits, cards: children, style: "compact"),
      CardGroupView(title: words.unitVenues, cards: venues),
    ]
    // Venues stand above, with those that have no page; plain pages come last.
    for kind in PageKind.allCases.filter({ $0 != .venue && $0 != .page }) + [.page] {
      let cards = pages.filter { $0.page.kind == kind }.prefix(12).map(context.card)
      groups.append(CardGroupView(title: words.label(kind), cards: cards, style: kind == .notice ? "rows" : "cards"))
    }
    return groups.filter { !$0.cards.isEmpty }
  }
}
