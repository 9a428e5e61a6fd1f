import Activities
import CivilTime
import Content
import Vocabulary

/// The rows of lists, and the services of menus' front matter → what a community has on its lists.
struct ListBuilder {
  let data: ActivityData
  let units: UnitTree
  let venues: [VenueID: Venue]
  let activities: [ActivityID: Activity]
  let pages: PublicPages
  /// Rows that are not approved are held back.
  let requiresApproval: Bool
  let today: CivilDate

  private struct WordKey: Hashable {
    let list: ListID
    let kind: ListWordKind
    let id: ListWordID
  }

  func lists() -> CommunityLists {
    let shown = PageKind.allCases.flatMap { pages[$0] }.filter { !$0.isExpired }
    var pageByList: [ListID: PublicPage] = [:]
    for page in shown {
      for list in page.page.details.shownLists?.lists ?? [] where pageByList[list] == nil { pageByList[list] = page }
    }
    let records = data[ListRecord.self]
    let recordByID = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let wordsByList = Dictionary(grouping: data[ListWordRecord.self], by: \.list)
    let words = Dictionary(
      data[ListWordRecord.self].map { (WordKey(list: $0.list, kind: $0.kind, id: $0.id), $0) },
      uniquingKeysWith: { first, _ in first })
    let offers = Dictionary(grouping: makeOffers(recordByID, words: words, pageByList: pageByList)) { $0.record.list }
    let matters = Dictionary(grouping: makeMatters(recordByID, words)) { $0.record.list }
    let lists = records.compactMap { record in
      units[record.unit].map { unit in
        CommunityList(
          record, unit: unit, words: wordsByList[record.id] ?? [], offers: offers[record.id] ?? [],
          matters: (matters[record.id] ?? []).sorted(by: Matter.precedes))
      }
    }
    return CommunityLists(lists, ofMenus: shown.flatMap(servicesOfMenu), pages: shown)
  }

  // MARK: Offers

  private func makeOffers(
    _ lists: [ListID: ListRecord], words: [WordKey: ListWordRecord], pageByList: [ListID: PublicPage]
  ) -> [Offer] {
    var given: [OfferID: Double] = [:]
    for pairing in data[PairingRecord.self] { given[pairing.offer, default: 0] += pairing.quantity ?? 1 }
    let offers = data[OfferRecord.self].compactMap { record -> Offer? in
      guard let list = lists[record.list], !requiresApproval || record.approvedOn != nil,
        record.availableUntil.map({ $0 >= today }) ?? true
      else { return nil }
      let word = record.category.flatMap { words[WordKey(list: list.id, kind: .category, id: $0)] }
      return Offer(
        record, list: list, unit: units[record.unit ?? list.unit], venue: record.venue.flatMap { venues[$0] },
        partner: record.partner.flatMap { pages[.partner, $0] }, category: word.map(ListWord.init),
        given: given[record.id] ?? 0, page: pageByList[list.id])
    }
    return offers.sorted { a, b in
      (a.category?.position ?? .max, a.record.position ?? .max, a.record.id)
        < (b.category?.position ?? .max, b.record.position ?? .max, b.record.id)
    }
  }

  /// The services of a menu's front matter: offers that have no list.
  private func servicesOfMenu(_ page: PublicPage) -> [Offer] {
    guard case .menu(let menu) = page.page.details else { return [] }
    return menu.services.map { item in
      var record = OfferRecord(id: item.id, list: page.page.slug.asList, title: item.title, updatedAt: updated(page))
      record.summary = item.summary
      record.feeYuan = item.feeYuan
      record.trial = item.trial
      record.provider = item.provider
      record.partner = item.partner
      record.audience = item.audience
      record.hours = item.hours
      record.phone = item.phone
      record.orderBy = item.howTo
      return Offer(
        record, list: nil, unit: page.unit, venue: nil, partner: item.partner.flatMap { pages[.partner, $0] },
        category: nil, given: 0, price: item.price, page: page)
    }
  }

  private func updated(_ page: PublicPage) -> LocalDateTime { page.publishedAt ?? LocalDateTime(today) }

  // MARK: Matters

  private func makeMatters(_ lists: [ListID: ListRecord], _ words: [WordKey: ListWordRecord]) -> [Matter] {
    let records = data[MatterRecord.self]
    let byID = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let offers = Dictionary(data[OfferRecord.self].map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let steps = Dictionary(grouping: data[MatterStepRecord.self], by: \.matter)
    let pairings = Dictionary(grouping: data[PairingRecord.self], by: \.matter)
    func isPublic(_ record: MatterRecord) -> Bool { !requiresApproval || record.approvedOn != nil }
    return records.compactMap { record in
      guard let list = lists[record.list], let unit = units[record.unit ?? list.unit], isPublic(record) else {
        return nil
      }
      func word(_ kind: ListWordKind, _ id: ListWordID?) -> ListWordRecord? {
        id.flatMap { words[WordKey(list: list.id, kind: kind, id: $0)] }
      }
      return Matter(
        record, list: list, unit: unit, ownerUnit: record.ownerUnit.flatMap { units[$0] },
        venue: record.venue.flatMap { venues[$0] }, brand: record.brand.flatMap { pages[.brand, $0] },
        category: word(.category, record.category).map(ListWord.init),
        result: word(.result, record.result).map(ListWord.init),
        phaseName: word(.phase, ListWordID(record.phase.rawValue))?.label,
        origin: record.from.flatMap { byID[$0] }.flatMap { isPublic($0) ? $0 : nil },
        steps: (steps[record.id] ?? []).map { step in
          Matter.Step(record: step, activity: step.activity.flatMap { activities[$0] })
        },
        pairings: (pairings[record.id] ?? []).compactMap { pairing in
          offers[pairing.offer].map { Matter.Pairing(record: pairing, offer: $0) }
        })
    }
  }
}

extension Slug {
  /// A menu's name, where a list's is asked for.
  fileprivate var asList: ListID { ListID(text)! }
}
