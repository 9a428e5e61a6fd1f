import Activities
import CivilTime
import Vocabulary

/// The rows of cases → what may be published of them. Past this, nothing holds a case.
struct LedgerBuilder {
  private let units: [Unit]
  private let parents: [Int?]
  private let counts: [CaseCount]
  private let stories: [UnitID: [String]]
  private let tree: UnitTree
  private let period: LedgerPeriod

  init(_ cases: [HelpCaseRecord], units tree: UnitTree, period: LedgerPeriod) {
    self.tree = tree
    self.period = period
    units = tree.all
    let index = Dictionary(units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    parents = units.map { unit in unit.parent.flatMap { index[$0] } }
    var counts = units.map { _ in CaseCount(months: period.months.count) }
    for record in cases { if let unit = index[record.unit] { counts[unit].add(record, in: period) } }
    // Each stands before those below it.
    for unit in units.indices.reversed() { if let parent = parents[unit] { counts[parent].add(counts[unit]) } }
    self.counts = counts
    stories = Self.stories(cases, tree, before: period.moment)
  }

  /// - Parameter pages: the units that have a ledger page: those among them that stand below no other show what their cases are about.
  func ledgers(pages: Set<UnitID>) -> Ledgers {
    let accepted = published { [$0.accepted] }
    let closed = published { [$0.closed] }
    // Which of the open are in time follows from both.
    let open = published { [$0.open, $0.open - $0.overdue] }
    let overdue = published { [$0.overdue] }
    let all = units.indices.filter { counts[$0].all > 0 }.map { unit in
      let count = counts[unit]
      let sorted = count.minutes.sorted()
      let values: [LedgerFigure: LedgerValue] = [
        .accepted: value(count.accepted, accepted[unit]), .closed: value(count.closed, closed[unit]),
        .open: value(count.open, open[unit]), .overdue: value(count.overdue, overdue[unit]),
        .satisfied: .share(count.satisfied, of: count.rated), .onTime: .share(count.onTime, of: count.promised),
        .median: .quantile(50, of: sorted), .ninetieth: .quantile(90, of: sorted),
      ]
      let id = units[unit].id
      let isTop = pages.contains(id) && !tree.chainIDs(of: id).dropFirst().contains(where: pages.contains)
      return Ledger(
        unit: units[unit], period: period, values: values, promisedMinutes: promise(of: count),
        breakdowns: isTop ? breakdowns(count, accepted: accepted[unit], closed: closed[unit]) : [],
        stories: stories[id] ?? [])
    }
    return Ledgers(period: period, all: all)
  }

  private func published(_ counted: (CaseCount) -> [Int]) -> [Bool] {
    SmallGroups.published(parents: parents, counts: counts.map(counted))
  }

  private func value(_ count: Int, _ isPublished: Bool) -> LedgerValue {
    if count == 0 { return .count(0) }
    if SmallGroups.isSmall(count) { return .few }
    return isPublished ? .count(count) : .withheld
  }

  /// The one that most had, the shorter of two.
  private func promise(of count: CaseCount) -> Int? {
    count.promises.filter { !SmallGroups.isSmall($0.value) }.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  // MARK: Parts

  private func breakdowns(_ count: CaseCount, accepted: Bool, closed: Bool) -> [LedgerBreakdown] {
    var all: [LedgerBreakdown?] = []
    if accepted {
      all += [
        parts(.accepted, grouping: .category, counts: count.categories) { .category($0) },
        parts(.accepted, grouping: .channel, counts: count.channels) { .channel($0) },
        months(.accepted, count.acceptedByMonth),
      ]
    }
    if closed {
      all += [
        parts(.closed, grouping: .disposition, counts: count.dispositions) { .disposition($0) },
        months(.closed, count.closedByMonth),
      ]
    }
    return all.compactMap { $0 }
  }

  /// nil where no part of it may be published by itself.
  private func parts<Part>(
    _ figure: LedgerFigure, grouping: LedgerGrouping, counts: [Part: Int],
    key: (Part) -> LedgerBreakdown.Key
  ) -> LedgerBreakdown? {
    let parts = counts.map { (key: key($0.key), count: $0.value) }
      .sorted { (-$0.count, $0.key.code) < (-$1.count, $1.key.code) }
    let isShown = SmallGroups.shown(parts.map(\.count))
    let rest = parts.indices.filter { !isShown[$0] }.reduce(0) { $0 + parts[$1].count }
    var groups = parts.indices.filter { isShown[$0] }.map {
      LedgerBreakdown.Group(key: parts[$0].key, value: .count(parts[$0].count))
    }
    guard !groups.isEmpty else { return nil }
    if rest > 0 { groups.append(LedgerBreakdown.Group(key: .others, value: .count(rest))) }
    return LedgerBreakdown(figure: figure, grouping: grouping, groups: groups)
  }

  /// A month with few cases is withheld, as is another from which it could be worked out.
  private func months(_ figure: LedgerFigure, _ counts: [Int]) -> LedgerBreakdown? {
    let isShown = SmallGroups.shown(counts)
    guard zip(isShown, counts).contains(where: { $0 && $1 > 0 }) else { return nil }
    return LedgerBreakdown(
      figure: figure, grouping: .month,
      groups: period.months.indices.map { month in
        .init(key: .month(period.months[month]), value: isShown[month] ? .count(counts[month]) : .withheld)
      })
  }

  // MARK: Stories

  /// Of each unit, with those of the units below it. Nothing but the text goes on, in an order that reveals nothing about the case.
  private static func stories(
    _ cases: [HelpCaseRecord], _ tree: UnitTree, before moment: LocalDateTime
  ) -> [UnitID: [String]] {
    var found: [UnitID: [(CivilDate, String)]] = [:]
    for record in cases {
      guard let text = record.publicText, let approved = record.approvedOn, approved <= moment.date else { continue }
      for unit in tree.chainIDs(of: record.unit) { found[unit, default: []].append((approved, text)) }
    }
    return found.mapValues { stories in
      stories.sorted { ($1.0.dayNumber, $0.1) < ($0.0.dayNumber, $1.1) }.map(\.1)
    }
  }
}
