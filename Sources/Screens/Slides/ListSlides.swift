import Activities
import Artifacts
import CivilTime
import Community
import Content
import Vocabulary
import Words

/// Slides of lists, by their layout.
extension SlideMaker {
  /// Claims and what was done, where a screen does not say how many.
  private static let boardLength = 6
  private static let doneLength = 3

  func lists(_ ids: [ListID], layout: ListLayout?, limit: Int?) -> SlideContent {
    let limit = room.limit(limit)
    let lists = ids.compactMap { community.lists[$0] }
    guard let first = lists.first else { return SlideContent(.rows, []) }
    let layout = layout ?? community.lists.layout(of: first)
    let title = lists.count == 1 ? first.title : nil
    switch layout {
    case .board: return SlideContent(.poster, board(lists, limit: limit ?? Self.boardLength), title: title)
    case .council:
      return SlideContent(.rows, next(words.nextMeeting, of: ids) + council(lists, limit: limit), title: title)
    case .exchange:
      let offers = ListGroup.groups(of: lists, in: layout).flatMap(\.offers).compactMap { reward($0) }
      return SlideContent(
        .rows, next(words.nextExchange, of: ids) + offers.prefix(limit ?? .max) + rules(of: lists), title: title)
    case .menu:
      let groups = ListGroup.groups(of: lists, in: layout)
      let offers = groups.flatMap(\.offers).compactMap { row(of: $0, isGrouped: groups.count > 1) }
      return SlideContent(.rows, Array(offers.prefix(limit ?? .max)), title: title)
    case .ledger: return SlideContent(.rows, [])
    // Show no lists: subjects of their own.
    case .disclosure, .circle, .finder: return SlideContent(.rows, [])
    }
  }

  /// One claim, large, with a code for those who could take it; then what was done last.
  private func board(_ lists: [CommunityList], limit: Int) -> [ItemDraft] {
    let groups = ListGroup.groups(of: lists, in: .board)
    let waiting = groups.filter { $0.subject == .waiting }.flatMap(\.matters).prefix(limit)
    let done = groups.flatMap(\.matters).filter { $0.record.phase == .done }.prefix(Self.doneLength)
    return (Array(waiting) + Array(done)).compactMap(poster)
  }

  private func poster(_ matter: Matter) -> ItemDraft? {
    guard var item = item("matter-\(matter.record.id)", matter.record.title) else { return nil }
    item.chip = matter.phaseText(words)
    item.tone = matter.record.phase.rawValue
    item.text = matter.record.phase.isClosed ? matter.record.outcome : matter.record.summary
    item.line = matter.unit.name
    let raised =
      matter.raisedText(words) { _, day in dated(day) } ?? matter.record.raisedBy.map { words.raised(by: $0) } ?? ""
    let closed = matter.record.doneOn.map { words.closed(on: dated($0)) }
    item.lines = [
      raised,
      [closed, matter.record.phase.isClosed ? matter.daysTaken.map(words.daysTaken) : nil].compactMap { $0 }
        .joined(separator: words.gap),
      matter.record.phase.isClosed
        ? matter.ownerName.map { "\(words.owner)\(words.gap)\($0)" } : matter.unit.phone.map { words.phoneIs + $0 },
    ].compactMap { $0 }.filter { !$0.isEmpty }
    guard let url = community.lists.url(of: matter) else { return ItemDraft(item) }
    item.codeLabel = words.scan
    return ItemDraft(item, code: code(url, of: .matter(matter.record.id)))
  }

  /// The topics that are open, with what was done last; then what was decided last.
  private func council(_ lists: [CommunityList], limit: Int?) -> [ItemDraft] {
    let matters = ListGroup.groups(of: lists, in: .council).flatMap(\.matters)
    let open = matters.filter { !$0.record.phase.isClosed }
    let closed = matters.filter { $0.record.phase == .done }.prefix(Self.doneLength)
    return (open + Array(closed)).prefix(limit ?? .max).compactMap { matter in
      guard var item = item("matter-\(matter.record.id)", matter.record.title) else { return nil }
      item.chip = matter.phaseText(words)
      item.tone = matter.record.phase.rawValue
      item.line = [matter.ownerName, matter.openDueDay.map { words.doneBefore(dated($0)) }].compactMap { $0 }
        .joined(separator: " · ")
      if let step = matter.steps.last?.record {
        let votes = step.votes.map { words.votes(for: $0.inFavour, against: $0.against, abstained: $0.abstained) }
        item.text =
          matter.record.outcome
          ?? ["\(dated(step.day)) \(step.text)", votes].compactMap { $0 }.joined(separator: words.semicolon)
      } else {
        item.text = matter.record.outcome ?? matter.record.summary
      }
      return ItemDraft(item)
    }
  }

  /// A line of an exchange: what it costs, and how much of it is left.
  private func reward(_ offer: Offer) -> ItemDraft? {
    guard var draft = row(of: offer, isGrouped: true) else { return nil }
    draft.item.line = [offer.leftText(words), offer.record.provider].compactMap { $0 }.joined(separator: " · ")
    return draft
  }

  /// A line of a menu, for as long as it can be had.
  func row(of offer: Offer, isGrouped: Bool) -> ItemDraft? {
    if isEvergreen, offer.endsAt != nil || offer.record.availableFrom != nil { return nil }
    let from = [offer.record.availableFrom.map { LocalDateTime($0) }, offer.page?.page.publishAt].compactMap { $0 }
      .max()
    guard var item = item("service-\(offer.record.id)", offer.record.title, from: from, until: offer.endsAt) else {
      return nil
    }
    let record = offer.record
    item.group = isGrouped ? offer.category?.label ?? words.otherCategory : nil
    item.line = [record.provider, record.hours, record.phone].compactMap { $0 }.joined(separator: " · ")
    item.text = [record.summary, record.trial].compactMap { $0 }.joined(separator: words.semicolon)
    item.side =
      record.isPaused ? words.paused : offer.priceText(words) ?? offer.pointsText(words) ?? offer.leftText(words)
    return ItemDraft(item)
  }
}
