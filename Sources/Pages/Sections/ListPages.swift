import Artifacts
import CivilTime
import Community
import Content
import Vocabulary

/// `/notices/`, `/brands/` …: the list of each section that has pages, with the section's introduction above it.
struct ListPages {
  /// Entries of one page of a long list.
  private static let pageLength = 50

  private let context: PortalContext

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
          groups.append(CardGroupView(title: "现行", cards: current, style: "rows"))
        }
        if !expired.isEmpty { groups.append(CardGroupView(title: "往期（已过期）", cards: expired, style: "rows archive")) }
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
          group(type.label, pages.filter { $0.badge == type.label })
        }
      case .menu:
        return MenuCategory.allCases.compactMap { category in
          group(category.label, pages.filter { $0.badge == category.label })
        }
      default: return [CardGroupView(title: "全部\(kind.label)", cards: pages.map(context.card))]
      }
    }
  }

  private func group(_ title: String, _ pages: [PublicPage]) -> CardGroupView? {
    pages.isEmpty ? nil : CardGroupView(title: title, cards: pages.map(context.card))
  }

  /// Main brands, then the brands below each.
  private func brandGroups(_ pages: [PublicPage]) -> [CardGroupView] {
    let roots = context.community.brands(below: nil)
    var groups = [group("主品牌", roots)].compactMap { $0 }
    var next = roots
    while !next.isEmpty {
      let parent = next.removeFirst()
      let children = context.community.brands(below: parent.page.slug)
      if let group = group("\(parent.page.title)的子品牌", children) { groups.append(group) }
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
    let title = index?.page.title ?? kind.label
    let path: SitePath = number == 0 ? .page(section) : .page(section, "page", "\(number + 1)")
    @Sendable func url(_ number: Int) -> String { number == 0 ? "/\(section)/" : "/\(section)/page/\(number + 1)/" }
    let context = context
    return context.page(
      path, title: number == 0 ? title : "\(title)（第 \(number + 1) 页）", description: index?.page.summary,
      breadcrumbs: number == 0 ? [] : [LinkView(title: title, url: "/\(section)/")], template: "list"
    ) {
      ListView(
        name: title, summary: index?.page.summary,
        body: number == 0 ? index.map { context.body(of: $0.page) } ?? "" : "", groups: groups(),
        occurrences: kind == .classroom ? Self.classroomOccurrences(context) : [],
        previous: number > 0 ? LinkView(title: "上一页", url: url(number - 1)) : nil,
        next: number + 1 < count ? LinkView(title: "下一页", url: url(number + 1)) : nil,
        pageLabel: count > 1 ? "第 \(number + 1) 页，共 \(count) 页" : nil)
    }
  }

  private static func classroomOccurrences(_ context: PortalContext) -> [OccurrenceView] {
    var query = ActivityQuery()
    query.kinds = [.classroom]
    query.perDay = 8
    return context.views(query)
  }
}
