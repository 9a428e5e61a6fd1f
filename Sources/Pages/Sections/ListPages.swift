import Artifacts
import CivilTime
import Community
import Content
import Vocabulary
import Words

/// `/notices/`, `/brands/` …: the list of each section that has pages, with the section's introduction above it.
struct ListPages {
  /// Entries of one page of a long list.
  private static let pageLength = 50
  /// Of the notices that hold, so many are open on the first page; a few more are not worth a fold.
  private static let openNotices = 10
  private static let leastFolded = 4

  private let context: PortalContext

  private var words: any Words { context.words }

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] {
    let community = context.community
    return PageKind.allCases.filter { kind in
      kind.section != nil
        && (!community.pages(of: kind).isEmpty || community.introductions[kind] != nil
          || (kind == .team && !community.teams.all.isEmpty))
    }.flatMap { $0 == .notice ? notices() : [list($0)] }
  }

  // MARK: Notices, by pages

  private func notices() -> [Artifact] {
    let current = context.community.pages.currentNotices.map { (page: $0, isExpired: false) }
    let all = current + context.community.pages.expiredNotices.map { (page: $0, isExpired: true) }
    let count = max(1, (all.count + Self.pageLength - 1) / Self.pageLength)
    return (0..<count).map { number in
      let part = Array(all[number * Self.pageLength..<min(all.count, (number + 1) * Self.pageLength)])
      return page(.notice, part: number + 1, of: count) {
        let current = part.filter { !$0.isExpired }.map { context.card($0.page) }
        let expired = part.filter(\.isExpired).map { context.card($0.page) }
        var groups: [CardGroupView] = []
        let open = current.count < Self.openNotices + Self.leastFolded ? current.count : Self.openNotices
        if !current.isEmpty || expired.isEmpty {
          groups.append(CardGroupView(title: words.current, cards: Array(current.prefix(open)), style: "rows"))
        }
        if open < current.count {
          var group = CardGroupView(title: words.earlierNotices, cards: Array(current.dropFirst(open)), style: "rows")
          group.isFolded = true
          groups.append(group)
        }
        if !expired.isEmpty {
          var group = CardGroupView(title: words.expired, cards: expired, style: "rows archive")
          // A page of nothing else is not folded.
          group.isFolded = !current.isEmpty
          groups.append(group)
        }
        return groups
      }
    }
  }

  // MARK: Other kinds, on one page

  private func list(_ kind: PageKind) -> Artifact {
    page(kind, part: 1, of: 1) {
      kind == .team ? [] : groups(context.community.list(of: kind))
    }
  }

  /// A heading over a single entry says what the entry says: such entries stand first, without one. Where each page says its
  /// place, the site's keepers have put them in an order, which parts would upset.
  private func groups(_ parts: [PageGroup]) -> [CardGroupView] {
    let groups = parts.map(context.group)
    let lonely = groups.filter { $0.cards.count == 1 && $0.more == nil }
    guard lonely.count > 1 else { return groups }
    let pages = parts.flatMap(\.pages)
    let places = pages.compactMap(\.page.order)
    if places.count == pages.count {
      let cards = zip(places, groups.flatMap(\.cards)).sorted { $0.0 < $1.0 }.map(\.1)
      return [CardGroupView(title: "", cards: cards)]
    }
    return [CardGroupView(title: "", cards: lonely.flatMap(\.cards))]
      + groups.filter { $0.cards.count != 1 || $0.more != nil }
  }

  // MARK: The page

  /// - Parameter part: from 1 on.
  private func page(
    _ kind: PageKind, part: Int, of count: Int, _ groups: @escaping @Sendable () -> [CardGroupView]
  ) -> Artifact {
    let context = context
    let introduction = context.community.introductions[kind]
    let title = introduction?.title ?? words.label(kind)
    let isFirst = part == 1
    return context.page(
      .section(kind, part: part), title: isFirst ? title : words.page(part, of: title),
      description: introduction?.summary,
      breadcrumbs: isFirst ? [] : [LinkView(title: title, url: SitePath.section(kind).url)], template: "list"
    ) {
      var view = ListView(
        name: title, summary: introduction?.summary,
        body: isFirst ? introduction.map { context.body(of: $0.source) } ?? "" : "", groups: groups(),
        attachments: isFirst ? introduction.map { context.attachments(of: $0.source) } ?? [] : [],
        occurrences: kind == .classroom ? Self.classroomOccurrences(context) : [],
        previous: isFirst
          ? nil : LinkView(title: context.words.previousPage, url: SitePath.section(kind, part: part - 1).url),
        next: part < count
          ? LinkView(title: context.words.nextPage, url: SitePath.section(kind, part: part + 1).url) : nil,
        pageLabel: count > 1 ? context.words.page(part, of: count) : nil)
      if kind == .team { view.teams = context.teamList() }
      if kind == .brand { view.tree = context.tree(context.community.brandTrees) }
      return view
    }
  }

  private static func classroomOccurrences(_ context: PortalContext) -> [OccurrenceView] {
    var query = ActivityQuery()
    query.kinds = [.classroom]
    query.perDay = 8
    return context.views(query)
  }
}
