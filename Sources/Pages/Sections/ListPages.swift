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

  private let context: PortalContext

  private var words: any Words { context.words }

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] {
    PageKind.allCases.filter { $0 != .page }.flatMap { kind -> [Artifact] in
      guard let section = kind.section, !context.pages(of: kind).isEmpty || context.community.page(kind, nil) != nil
      else { return [] }
      return kind == .notice ? notices(section) : [list(kind, section)]
    }
  }

  // MARK: Notices, by pages

  private func notices(_ section: String) -> [Artifact] {
    let current = context.currentNotices.map { (page: $0, isExpired: false) }
    let all = current + context.expiredNotices.map { (page: $0, isExpired: true) }
    let count = max(1, (all.count + Self.pageLength - 1) / Self.pageLength)
    return (0..<count).map { number in
      let part = Array(all[number * Self.pageLength..<min(all.count, (number + 1) * Self.pageLength)])
      return page(.notice, section, number: number, of: count) {
        let current = part.filter { !$0.isExpired }.map { context.card($0.page) }
        let expired = part.filter(\.isExpired).map { context.card($0.page) }
        var groups: [CardGroupView] = []
        if !current.isEmpty || expired.isEmpty {
          groups.append(CardGroupView(title: words.current, cards: current, style: "rows"))
        }
        if !expired.isEmpty {
          groups.append(CardGroupView(title: words.expired, cards: expired, style: "rows archive"))
        }
        return groups
      }
    }
  }

  // MARK: Other kinds, on one page

  private func list(_ kind: PageKind, _ section: String) -> Artifact {
    page(kind, section, number: 0, of: 1) {
      let pages = context.pages(of: kind).filter { !$0.isExpired }
      switch kind {
      case .brand: return brandGroups(pages)
      case .partner:
        return PartnerType.allCases.compactMap { type in
          group(words.label(type), pages.filter { $0.badge(words) == words.label(type) })
        }
      case .menu:
        return MenuCategory.allCases.compactMap { category in
          group(words.label(category), pages.filter { $0.badge(words) == words.label(category) })
        }
      default: return [CardGroupView(title: words.all(kind), cards: pages.map(context.card))]
      }
    }
  }

  private func group(_ title: String, _ pages: [PublicPage]) -> CardGroupView? {
    pages.isEmpty ? nil : CardGroupView(title: title, cards: pages.map(context.card))
  }

  /// Main brands, then the brands below each.
  private func brandGroups(_ pages: [PublicPage]) -> [CardGroupView] {
    let roots = context.community.brands(below: nil)
    var groups = [group(words.mainBrands, roots)].compactMap { $0 }
    var next = roots
    while !next.isEmpty {
      let parent = next.removeFirst()
      let children = context.community.brands(below: parent.page.slug)
      if let group = group(words.brands(below: parent.page.title), children) { groups.append(group) }
      next += children
    }
    return groups
  }

  // MARK: The page

  private func page(
    _ kind: PageKind, _ section: String, number: Int, of count: Int,
    _ groups: @escaping @Sendable () -> [CardGroupView]
  ) -> Artifact {
    let index = context.community.page(kind, nil)
    let title = index?.page.title ?? words.label(kind)
    let path: SitePath = number == 0 ? .page(section) : .page(section, "page", "\(number + 1)")
    @Sendable func url(_ number: Int) -> String { number == 0 ? "/\(section)/" : "/\(section)/page/\(number + 1)/" }
    let context = context
    return context.page(
      path, title: number == 0 ? title : words.page(number + 1, of: title), description: index?.page.summary,
      breadcrumbs: number == 0 ? [] : [LinkView(title: title, url: "/\(section)/")], template: "list"
    ) {
      ListView(
        name: title, summary: index?.page.summary,
        body: number == 0 ? index.map { context.body(of: $0.page) } ?? "" : "", groups: groups(),
        occurrences: kind == .classroom ? Self.classroomOccurrences(context) : [],
        previous: number > 0 ? LinkView(title: context.words.previousPage, url: url(number - 1)) : nil,
        next: number + 1 < count ? LinkView(title: context.words.nextPage, url: url(number + 1)) : nil,
        pageLabel: count > 1 ? context.words.page(number + 1, of: count) : nil)
    }
  }

  private static func classroomOccurrences(_ context: PortalContext) -> [OccurrenceView] {
    var query = ActivityQuery()
    query.kinds = [.classroom]
    query.perDay = 8
    return context.views(query)
  }
}
