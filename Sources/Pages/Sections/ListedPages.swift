import Activities
import Artifacts
import CivilTime
import Community
import Content
import QRCodes
import Vocabulary
import Words

/// The further pages of lists that a phone could not take at once: `/lists/demands/under-way/`, `/lists/demands/closed-2026/2/`.
struct ListedPages {
  private let context: PortalContext

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] {
    context.community.pages.all.flatMap { page -> [Artifact] in
      guard let display = context.community.lists.display(on: page) else { return [] }
      return display.sections.flatMap { section in
        (0..<section.partCount).map { part(of: section.group, number: $0 + 1, of: section.partCount, page, display) }
      }
    }
  }

  private func part(
    of group: ListGroup, number: Int, of count: Int, _ page: PublicPage, _ display: ListDisplay
  ) -> Artifact {
    let context = context
    let heading = context.title(of: group, in: display)
    @Sendable func link(_ number: Int, _ title: String) -> LinkView? {
      guard (1...count).contains(number) else { return nil }
      return LinkView(title: title, url: SitePath.part(number, of: group, on: page.page.path).url)
    }
    let words = context.words
    let title = "\(page.page.title)\(words.gap)\(heading)"
    return context.page(
      SitePath.part(number, of: group, on: page.page.path), title: number == 1 ? title : words.page(number, of: title),
      breadcrumbs: context.breadcrumbs(page) + [LinkView(title: page.page.title, url: page.page.url)], template: "list"
    ) {
      let first = (number - 1) * ListDisplay.partLength
      let items = Array(group.items[first..<min(first + ListDisplay.partLength, group.items.count)])
      var view = ListView(name: title, summary: nil, body: "", groups: [])
      view.listed = ListedView(
        layout: display.layout, tallies: [],
        sections: [context.section(group, items, title: heading, more: nil)], words: words)
      view.previous = link(number - 1, words.previousPage)
      view.next = link(number + 1, words.nextPage)
      view.pageLabel = count > 1 ? words.page(number, of: count) : nil
      return view
    }
  }
}

extension PortalContext {
  /// The lists of a page.
  func listed(on page: PublicPage) -> ListedView? {
    community.lists.display(on: page).map { display in
      var view = listed(display) { section in
        section.partCount > 0 ? SitePath.part(1, of: section.group, on: page.page.path).url : nil
      }
      if display.layout == .board {
        view.code = QRCode(community.site.baseURL + page.page.url)?.svg(label: words.scanToOpen)
      }
      return view
    }
  }

  /// The lists of a data block.
  func listed(_ query: ListQuery) -> ListedView? {
    let lists = query.lists.compactMap { community.lists[$0] }
    guard let first = lists.first else { return nil }
    let layout = query.layout ?? community.lists.layout(of: first)
    // What does not fit the layout is reported (ListPageCheck).
    guard lists.allSatisfy({ $0.record.shape == layout.shape }) else { return nil }
    let display = ListDisplay(lists, layout: layout, limit: query.limit) { community.matches($0, query) }
    var view = listed(display) { section in
      section.shown < section.group.items.count ? community.lists.page(of: first) : nil
    }
    // What it counts is all that stands on the lists; a block that shows a part of it counts nothing.
    if query.isPart { view.tallies = [] }
    view.hasAddresses = false
    return view
  }

  private func listed(_ display: ListDisplay, more: (ListDisplay.Section) -> String?) -> ListedView {
    let sections = display.sections.filter { $0.shown > 0 || more($0) != nil }.map { section in
      self.section(
        section.group, Array(section.group.items.prefix(section.shown)),
        title: title(of: section.group, in: display),
        more: more(section).map { LinkView(title: words.allEntries(section.group.items.count), url: $0) })
    }
    return ListedView(
      layout: display.layout, tallies: display.layout == .board ? tallies(display) : [], sections: sections,
      words: words)
  }

  func section(_ group: ListGroup, _ items: [ListItem], title: String, more: LinkView?) -> ListedSectionView {
    var view = ListedSectionView(
      key: group.subject.key, title: title, items: items, more: more, zone: zone, words: words, lists: community.lists)
    if case .closed = group.subject { view.isClosed = true }
    return view
  }

  func title(of group: ListGroup, in display: ListDisplay) -> String {
    let layout = display.layout
    return switch group.subject {
    case .waiting: display.name(of: .raised) ?? words.waiting
    case .underWay: words.underWay
    case .open: words.openTopics
    case .closed(let year): layout == .council ? words.closedTopics(in: year) : words.closed(in: year)
    case .category(let word): word?.label ?? words.otherCategory
    }
  }

  private func tallies(_ display: ListDisplay) -> [TallyView] {
    let dueDays = display.lists.flatMap(\.matters).compactMap(\.openDueDay).sorted()
    func label(_ phase: MatterPhase) -> String { display.name(of: phase) ?? words.label(phase) }
    return [
      TallyView(key: "raised", label: label(.raised), count: display.count { $0 == .raised }),
      TallyView(key: "doing", label: label(.doing), count: display.count { $0 == .taken || $0 == .doing }),
      TallyView(key: "done", label: label(.done), count: display.count { $0 == .done }),
      TallyView(
        key: "overdue", label: words.overdue, count: dueDays.count { $0 < horizon.today }, dueDays: dueDays),
    ]
  }
}
