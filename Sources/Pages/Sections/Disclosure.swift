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

  /// The duties of a page of disclosure: of its unit and of all below it; nil: it is none.
  func duties(on page: PublicPage) -> DutyDisplay? {
    guard page.page.details.isDisclosure else { return nil }
    return DutyDisplay(community.duties.of(page.unit, in: community.units))
  }

  func disclosure(on page: PublicPage) -> DisclosureView? {
    guard let display = duties(on: page) else { return nil }
    let duties = display.sections.flatMap(\.duties)
    return DisclosureView(
      tallies: tallies(duties),
      sections: display.isParted ? [] : display.sections.map { section($0, duties: $0.duties, display: display) },
      parts: display.isParted
        ? display.sections.map { section in
          LinkView(
            title: "\(section.title ?? words.otherCategory)\(words.gap)\(words.items(section.duties.count))",
            url: SitePath.part(1, section.slug, of: page.page.path).url)
        } : [], quarters: quarters(duties, namesUnit: display.namesUnit))
  }

  /// One of the pages that a heading of a page of disclosure has of its own, with the way to the others.
  func disclosure(
    of section: DutyDisplay.Section, page number: Int, _ display: DutyDisplay, on page: PublicPage
  ) -> DisclosureView {
    let first = (number - 1) * DutyDisplay.pageLength
    let duties = Array(section.duties[first..<min(first + DutyDisplay.pageLength, section.duties.count)])
    var shown = self.section(section, duties: duties, display: display)
    shown.isAlone = true
    let others = section.pageCount > 1 ? Array(1...section.pageCount) : []
    return DisclosureView(
      tallies: [], sections: [shown],
      parts: others.map { other in
        LinkView(
          title: words.page(other, of: section.pageCount),
          url: SitePath.part(other, section.slug, of: page.page.path).url)
      }, quarters: [])
  }

  private func section(
    _ section: DutyDisplay.Section, duties: [Duty], display: DutyDisplay
  ) -> DisclosureSectionView {
    DisclosureSectionView(
      key: section.key, title: section.title ?? words.otherCategory,
      duties: duties.map {
        DutyView(duty: $0, namesCategory: display.namesUnit, today: horizon.today, words: words)
      }, dueDays: dueDays(duties), today: horizon.today)
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
