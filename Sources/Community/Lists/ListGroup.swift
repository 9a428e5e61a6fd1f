import Activities
import CivilTime
package import Vocabulary

/// What stands on a list.
package enum ListItem: Sendable {
  case offer(Offer)
  case matter(Matter)

  package var id: String {
    switch self {
    case .offer(let offer): offer.record.id.text
    case .matter(let matter): matter.record.id.text
    }
  }

  /// Where it stands on its page: the end of its address, which nothing else of the page has.
  package var anchor: String {
    switch self {
    case .offer(let offer): offer.anchor
    case .matter(let matter): "matter-\(matter.record.id)"
    }
  }

  package var unit: Unit? {
    switch self {
    case .offer(let offer): offer.unit
    case .matter(let matter): matter.unit
    }
  }

  package var category: ListWord? {
    switch self {
    case .offer(let offer): offer.category
    case .matter(let matter): matter.category
    }
  }
}

/// What stands under one heading of a list.
package struct ListGroup: Sendable {
  package enum Subject: Sendable, Hashable {
    /// Waits for somebody.
    case waiting
    /// Somebody has it.
    case underWay
    /// Not closed, whoever has it.
    case open
    /// Closed in a year; nil where its day is not known.
    case closed(year: Int?)
    /// nil for what has none.
    case category(ListWord?)

    /// A part of its pages' address.
    package var key: String {
      switch self {
      case .waiting: "waiting"
      case .underWay: "under-way"
      case .open: "open"
      case .closed(let year): year.map { "closed-\($0)" } ?? "closed"
      case .category(let word): word?.id.text ?? "other"
      }
    }
  }

  package let subject: Subject
  package let items: [ListItem]

  package var offers: [Offer] { items.compactMap { if case .offer(let offer) = $0 { offer } else { nil } } }
  package var matters: [Matter] { items.compactMap { if case .matter(let matter) = $0 { matter } else { nil } } }

  /// The groups of some lists in a layout, those without items left out.
  package static func groups(of lists: [CommunityList], in layout: ListLayout) -> [ListGroup] {
    let matters = lists.flatMap(\.matters).sorted(by: Matter.precedes)
    switch layout {
    case .board:
      return [
        ListGroup(.waiting, matters.filter { $0.record.phase == .raised }),
        ListGroup(.underWay, dueFirst(matters.filter { $0.record.phase == .taken || $0.record.phase == .doing })),
      ].compactMap { $0 } + closed(matters)
    case .council:
      return [ListGroup(.open, matters.filter { !$0.record.phase.isClosed })].compactMap { $0 } + closed(matters)
    case .menu, .exchange: return byCategory(lists.flatMap { $0.offers.map(ListItem.offer) })
    case .ledger: return []
    case .disclosure, .circle, .finder: return []
    }
  }

  /// nil where nothing is kept.
  func keeping(_ isKept: (ListItem) -> Bool) -> ListGroup? {
    let kept = items.filter(isKept)
    return kept.isEmpty ? nil : ListGroup(subject, kept)
  }

  /// nil where there is nothing.
  private init?(_ subject: Subject, _ matters: [Matter]) {
    if matters.isEmpty { return nil }
    self.init(subject, matters.map(ListItem.matter))
  }

  private init(_ subject: Subject, _ items: [ListItem]) {
    self.subject = subject
    self.items = items
  }

  private static func dueFirst(_ matters: [Matter]) -> [Matter] {
    matters.sorted { a, b in
      (a.record.dueOn?.dayNumber ?? .max, a.record.id) < (b.record.dueOn?.dayNumber ?? .max, b.record.id)
    }
  }

  /// By year, the last first.
  private static func closed(_ matters: [Matter]) -> [ListGroup] {
    let years = Dictionary(grouping: matters.filter(\.record.phase.isClosed)) { $0.record.doneOn?.year }
    return years.keys.sorted { $0 ?? 0 > $1 ?? 0 }.compactMap { ListGroup(.closed(year: $0), years[$0] ?? []) }
  }

  /// In the order of the categories; two lists may have one of the same name.
  private static func byCategory(_ items: [ListItem]) -> [ListGroup] {
    struct Category: Hashable {
      let id: ListWordID?
      let label: String?
    }
    var order: [Category] = []
    var groups: [Category: (word: ListWord?, items: [ListItem])] = [:]
    for item in items {
      let category = Category(id: item.category?.id, label: item.category?.label)
      if groups[category] == nil {
        order.append(category)
        groups[category] = (item.category, [])
      }
      groups[category]?.items.append(item)
    }
    return (order.filter { $0.id != nil } + order.filter { $0.id == nil }).compactMap { category in
      groups[category].map { ListGroup(.category($0.word), $0.items) }
    }
  }
}
