import Activities
import Artifacts
import CivilTime
import Community
import Content
import Markdown
import Pictures
import ShareCards
import Vocabulary
import Words

/// A picture that chats show beside a link to a page.
struct SharedPicture: Sendable {
  /// On this site.
  let url: String
  /// Pixels.
  let width: Int
  let height: Int
  let text: String
  /// Not the card of its section, which stands for many pages.
  var isOwn: Bool

  fileprivate func asOwn() -> SharedPicture {
    var own = self
    own.isOwn = true
    return own
  }
}

/// What each page shows of itself where somebody sends a link to it: its own picture, else a card of its own, else its section's card.
///
/// Cards are drawn for what is sent: pages, current notices, activities that still take place; a bounded number of them, so that an archive of ten
/// thousand notices costs a build nothing. What a card says is kept by chats for ever: days with their years, and never what is true today alone.
struct Sharing: Sendable {
  private let community: Community
  private let cards: CardMaker?
  private var own: [SitePath: ShareCard] = [:]
  private let home: ShareCard
  private var sections: [String: ShareCard] = [:]
  /// What most pages show, made once.
  private var pictureOfHome: SharedPicture?
  private var picturesOfSections: [String: SharedPicture] = [:]

  /// Nobody sends them.
  private static let unshared: Set<SitePath> = [.notFound, .search, .status]
  /// Levels of units whose pages are sent: of grids there are thousands.
  private static let sharedLevels: Set<UnitLevel> = [.district, .subdistrict, .community]

  init(_ community: Community, _ cards: CardMaker?) {
    self.community = community
    self.cards = cards
    let site = community.site
    let unit = site.unit.flatMap { community.units[$0] }
    home = ShareCard(
      site: unit?.name ?? site.footer.sponsor ?? site.title, title: site.title,
      lines: [community.introductions[.page]?.summary].compactMap(\.self))
    guard cards != nil else { return }
    // Undated words say the year of every day.
    let texts = CardTexts(community: community, words: site.language.words)
    for (path, title, summary) in texts.sections {
      sections[LinkView(title: "", url: path.url).section] = texts.card(
        label: unit?.name, title: title, lines: [summary].compactMap(\.self))
    }
    pictureOfHome = picture(home)
    picturesOfSections = sections.compactMapValues { picture($0) }
    addOwn(texts)
  }

  /// The more a page is likely to be sent, the sooner it is among those that have a card.
  private mutating func addOwn(_ texts: CardTexts) {
    let most = community.site.shareCards.pages
    func add(_ path: SitePath, _ card: @autoclosure () -> ShareCard) {
      if own.count < most, own[path] == nil { own[path] = card() }
    }
    let pages = community.pages.all.filter { $0.page.kind != .notice && $0.page.details.aboutUnit == nil }
    for page in pages where !hasPicture(page.page.image) { add(page.page.path, texts.card(page)) }
    for unit in community.units.all where unit.hasPage && Self.sharedLevels.contains(unit.level) {
      if !hasPicture(community.text(of: unit)?.page.image) { add(.unit(unit.id), texts.card(unit)) }
    }
    // Half of what is left is for activities, however many notices there are.
    let notices = community.pages.currentNotices.filter { !hasPicture($0.page.image) }
    let coming = community.activities.filter { !community.occurrences(of: $0).isEmpty }
    let room = max((most - own.count) / 2, most - own.count - coming.count)
    for notice in notices.prefix(max(0, room)) { add(notice.page.path, texts.card(notice)) }
    for activity in coming { add(.activity(activity.id), texts.card(activity)) }
  }

  private func hasPicture(_ image: String?) -> Bool { image.flatMap { community.image(at: $0) }?.picture != nil }

  // MARK: Of a page

  /// nil for what nobody sends, and where there are no cards.
  func picture(of head: PageHead) -> SharedPicture? {
    if let image = head.image.flatMap({ community.image(at: $0) }), let form = image.picture?.plain {
      return SharedPicture(
        url: image.url(of: form), width: form.width, height: form.height, text: head.title, isOwn: true)
    }
    if Self.unshared.contains(head.path) { return nil }
    if let card = own[head.path] { return picture(card, isOwn: true) }
    if head.path == .home { return pictureOfHome?.asOwn() }
    let section = LinkView(title: "", url: head.path.url).section
    guard let picture = picturesOfSections[section] else { return pictureOfHome }
    return head.path.url == "/\(section)/" ? picture.asOwn() : picture
  }

  private func picture(_ card: ShareCard, isOwn: Bool = false) -> SharedPicture? {
    cards.map {
      SharedPicture(
        url: $0.path(card).url, width: ShareCard.width, height: ShareCard.height, text: card.text, isOwn: isOwn)
    }
  }

  /// Each card once, drawn when it is asked for.
  var artifacts: [Artifact] {
    guard let cards else { return [] }
    let all = [home] + sections.values + own.values
    return Dictionary(all.map { (cards.path($0), $0) }, uniquingKeysWith: { first, _ in first })
      .sorted { $0.key < $1.key }.map { cards.artifact($0.value) }
  }
}

/// What cards say.
private struct CardTexts {
  let community: Community
  let words: any Words
  private let phrases: CardPhrases

  init(community: Community, words: any Words) {
    self.community = community
    self.words = words
    phrases = CardPhrases(names: community.venues.map(\.name) + community.units.all.map(\.name))
  }

  func card(label: String?, title: String, lines: [String]) -> ShareCard {
    ShareCard(
      site: community.site.title, label: label.map(UnbrokenTitles.joined),
      title: phrases.joined(UnbrokenTitles.joined(title)),
      lines: lines.filter { !$0.isEmpty })
  }

  private func label(_ parts: String?...) -> String? {
    let parts = parts.compactMap(\.self).filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  // MARK: Sections

  /// Those that have a page.
  var sections: [(SitePath, String, String?)] {
    let kinds = PageKind.allCases.filter { kind in
      kind.section != nil
        && (!community.pages(of: kind).isEmpty || community.introductions[kind] != nil
          || (kind == .team && !community.teams.all.isEmpty))
    }
    let lists = kinds.map { kind in
      let introduction = community.introductions[kind]
      return (SitePath.section(kind), introduction?.title ?? words.label(kind), introduction?.summary)
    }
    let units: [(SitePath, String, String?)] = community.units.all.isEmpty ? [] : [(.units, words.units, nil)]
    return lists + units + [(.schedule, words.activities, nil), (.page("activities"), words.activities, nil)]
  }

  // MARK: Pages

  func card(_ page: PublicPage) -> ShareCard {
    let kind = page.page.kind
    let facets = community.facets(of: page)
    switch kind {
    case .notice:
      let until = page.expiresAt.map { words.validUntil(words.until($0)) }
      return card(
        label: label(facets.badge, page.unit?.shortName ?? page.unit?.name), title: page.page.title,
        lines: [page.page.date.map { words.date($0) }, until].compactMap(\.self))
    case .venue:
      let venue = page.page.details.venue.flatMap(community.venue)
      return card(
        label: label(facets.badge ?? words.label(kind), page.unit?.shortName ?? page.unit?.name),
        title: page.page.title, lines: [venue?.address ?? page.summary])
    default:
      return card(
        label: label(kind.section == nil ? nil : words.label(kind), page.unit?.shortName ?? page.unit?.name),
        title: page.page.title, lines: [page.summary])
    }
  }

  func card(_ unit: Unit) -> ShareCard {
    card(
      label: words.label(unit.level), title: unit.name,
      lines: [community.text(of: unit)?.summary].compactMap(\.self))
  }

  func card(_ activity: Activity) -> ShareCard {
    let view = ActivityView(activity: activity, words: words)
    let status = activity.occurrenceStatus.map { words.label($0) }
    return card(
      label: label(status, view.kindLabel, activity.unit.shortName ?? activity.unit.name), title: activity.title,
      lines: [view.whenLabel, activity.venue?.name].compactMap(\.self))
  }
}
