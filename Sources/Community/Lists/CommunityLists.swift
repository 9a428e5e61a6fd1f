import Activities
import Artifacts
import Content
package import Vocabulary

/// All lists of a community, and where each thing on them is shown.
package struct CommunityLists: Sendable {
  /// In the order of their ids.
  package let all: [CommunityList]
  /// Those of lists, then those that stand in menus' front matter, in the order of their menus.
  package let offers: [Offer]
  package let matters: [Matter]
  private let byID: [ListID: CommunityList]
  private let displays: [String: ListDisplay]
  private let addresses: [Address: String]
  private let pages: [ListID: String]
  private let layouts: [ListID: ListLayout]

  private enum Address: Hashable {
    case offer(OfferID)
    case matter(MatterID)
  }

  init(_ lists: [CommunityList], ofMenus: [Offer], pages: [PublicPage]) {
    all = lists
    offers = lists.flatMap(\.offers) + ofMenus
    matters = lists.flatMap(\.matters)
    let byID = Dictionary(lists.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.byID = byID
    var displays: [String: ListDisplay] = [:]
    var addresses: [Address: String] = [:]
    var pagesByList: [ListID: String] = [:]
    var layouts: [ListID: ListLayout] = [:]
    for page in pages {
      guard let shown = page.page.details.shownLists else { continue }
      let display = ListDisplay(shown.lists.compactMap { byID[$0] }, layout: shown.layout)
      displays[page.page.url] = display
      for list in shown.lists where pagesByList[list] == nil {
        pagesByList[list] = page.page.url
        layouts[list] = shown.layout
      }
      for section in display.sections {
        for (index, item) in section.group.items.enumerated() {
          let address: Address =
            switch item {
            case .offer(let offer): .offer(offer.record.id)
            case .matter(let matter): .matter(matter.record.id)
            }
          guard addresses[address] == nil else { continue }
          let path =
            index < section.shown
            ? page.page.path
            : SitePath.part(index / ListDisplay.partLength + 1, of: section.group, on: page.page.path)
          addresses[address] = "\(path.url)#\(item.anchor)"
        }
      }
    }
    for offer in ofMenus { addresses[.offer(offer.record.id)] = offer.page.map { "\($0.page.url)#\(offer.anchor)" } }
    self.displays = displays
    self.addresses = addresses
    self.pages = pagesByList
    self.layouts = layouts
  }

  package subscript(id: ListID) -> CommunityList? { byID[id] }

  /// The lists of a page, in its layout.
  package func display(on page: PublicPage) -> ListDisplay? { displays[page.page.url] }

  /// How it is laid out where nothing else is said: as on its page, else by its shape.
  package func layout(of list: CommunityList) -> ListLayout {
    layouts[list.id] ?? (list.record.shape == .offer ? .menu : list.record.content == .topic ? .council : .board)
  }

  /// Where it is shown; where no page shows it, the page that its list names.
  package func url(of offer: Offer) -> String? { addresses[.offer(offer.record.id)] ?? offer.list?.page }

  package func url(of matter: Matter) -> String? { url(of: matter.record.id) ?? matter.list.page }

  /// The first page that shows it, else the page that it names.
  package func page(of list: CommunityList) -> String? { pages[list.id] ?? list.record.page }

  package func url(of matter: MatterID) -> String? { addresses[.matter(matter)] }
}

extension Details {
  /// The lists that a page of its kind shows, and how.
  package var shownLists: (lists: [ListID], layout: ListLayout)? {
    switch self {
    case .list(let details): details.lists.isEmpty ? nil : (details.lists, details.layout)
    case .menu(let details): details.lists.isEmpty ? nil : (details.lists, .menu)
    case .council(let details): details.lists.isEmpty ? nil : (details.lists, .council)
    case .page, .notice, .brand, .classroom, .venue, .partner, .team: nil
    }
  }
}
