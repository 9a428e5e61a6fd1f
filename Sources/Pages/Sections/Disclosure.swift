import Activities
import Artifacts
import CivilTime
import Community
import Content
import Vocabulary
import Words

extension PortalContext {
  /// What a quarter shows at most, since a phone takes only so much; the feed has all of it.
  private static let quarterLength = 40

  /// The duties of a page of disclosure: of its unit and of all below it.
  func disclosure(on page: PublicPage) -> DisclosureView? {
    guard page.page.details.isDisclosure else { return nil }
    let duties = community.duties.of(page.unit, in: community.units)
    let namesUnit = Set(duties.map(\.unit.id)).count > 1
    return DisclosureView(
      tallies: tallies(duties), sections: sections(duties, namesUnit: namesUnit),
      quarters: quarters(duties, namesUnit: namesUnit))
  }

  private func tallies(_ duties: [Duty]) -> [TallyView] {
    guard !duties.isEmpty else { return [] }
    let today = horizon.today
    let dueDays = dueDays(duties)
    let quarter = CivilPeriod(.quarter, containing: today)
    let published = duties.reduce(0) { sum, duty in
      sum + duty.fulfilments.count { (quarter.first...today).contains($0.day) }
    }
    return [
      TallyView(key: "duties", label: words.dutyCount, count: duties.count),
      TallyView(key: "done", label: words.published(in: words.name(quarter)), count: published),
      TallyView(key: "overdue", label: words.overdue, count: dueDays.count { $0 < today }, dueDays: dueDays),
    ]
  }

  /// The last days on which what is open would be in time, the first of them first.
  private func dueDays(_ duties: [Duty]) -> [CivilDate] {
    let today = horizon.today
    return duties.flatMap { duty in
      duty.open(on: today).compactMap { OwedView(duty: duty, period: $0, today: today, words: words).openDueDay }
    }.sorted()
  }

  /// By unit, or, where all are one unit's, by category; each in the order in which it comes first.
  private func sections(_ duties: [Duty], namesUnit: Bool) -> [DisclosureSectionView] {
    var titles: [String] = []
    var groups: [String: [Duty]] = [:]
    for duty in duties {
      let title = namesUnit ? duty.unit.name : duty.record.category ?? words.otherCategory
      if groups[title] == nil { titles.append(title) }
      groups[title, default: []].append(duty)
    }
    return titles.enumerated().map { number, title in
      DisclosureSectionView(
        key: "part-\(number + 1)", title: title,
        duties: groups[title, default: []].map {
          DutyView(duty: $0, namesCategory: namesUnit, today: horizon.today, words: words)
        }, dueDays: dueDays(groups[title, default: []]), today: horizon.today)
    }
  }

  /// Those of this year and the last, from the first in which anything was published.
  private func quarters(_ duties: [Duty], namesUnit: Bool) -> [QuarterView] {
    let today = horizon.today
    let published = duties.flatMap { duty in
      duty.fulfilments.filter { $0.day <= today }.map {
        PublishedView(duty: duty, fulfilment: $0, namesUnit: namesUnit, words: words)
      }
    }.sorted { ($1.fulfilment.day, $0.duty.id.text) < ($0.fulfilment.day, $1.duty.id.text) }
    let byQuarter = Dictionary(grouping: published) { CivilPeriod(.quarter, containing: $0.fulfilment.day) }
    guard let first = byQuarter.keys.map(\.first).min() else { return [] }
    var quarters: [QuarterView] = []
    var quarter: CivilPeriod? = CivilPeriod(.quarter, containing: today)
    while let current = quarter, current.first >= first {
      let items = byQuarter[current] ?? []
      let rest = items.count - Self.quarterLength
      quarters.append(
        QuarterView(
          quarter: current, isRunning: quarters.isEmpty, items: Array(items.prefix(Self.quarterLength)),
          count: items.count,
          more: rest > 0 ? LinkView(title: words.moreItems(rest), url: SitePath.feed("duties").url) : nil, words: words)
      )
      quarter = current.previous
    }
    return quarters
  }
}
