import Activities
import CivilTime
import Content
import Vocabulary

/// The rows of duties, with the notices and occurrences that meet them, by period.
struct DutyBuilder {
  let data: ActivityData
  let units: UnitTree
  let activities: [ActivityID: Activity]
  let expansion: OccurrenceExpansion
  let pages: PublicPages
  let workdays: WorkCalendar
  let today: CivilDate

  func duties() -> CommunityDuties {
    let notices = Dictionary(grouping: pages.all.filter { $0.page.details.duty != nil }) { $0.page.details.duty!.duty }
    let activities = Dictionary(grouping: data.activities.filter { $0.duty != nil }) { $0.duty! }
    let ranks = Dictionary(units.all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let all = data[DutyRecord.self].compactMap { record in
      units[record.unit].map { unit in
        duty(record, unit: unit, notices: notices[record.id] ?? [], activities: (activities[record.id] ?? []).map(\.id))
      }
    }
    .sorted { a, b in
      (ranks[a.unit.id] ?? 0, a.record.position, a.id.text) < (ranks[b.unit.id] ?? 0, b.record.position, b.id.text)
    }
    var addresses: [DutyID: String] = [:]
    for page in pages[.list] where !page.isExpired && page.page.details.isDisclosure {
      let own = all.filter { duty in page.unit.map { units.contains(duty.unit.id, in: $0.id) } ?? true }
      for (duty, url) in DutyDisplay(own).addresses(on: page.page.path) where addresses[duty.id] == nil {
        addresses[duty.id] = url
      }
    }
    return CommunityDuties(all, pages: addresses)
  }

  private func duty(_ record: DutyRecord, unit: Unit, notices: [PublicPage], activities: [ActivityID]) -> Duty {
    let spans = spans(of: record)
    let found =
      record.means == .notice
      ? notices.compactMap { fulfilment(of: record, by: $0) }
      : activities.flatMap { occurrences(of: $0, record) }
    let fulfilments = found.sorted { ($0.day, $0.url) < ($1.day, $1.url) }
    let met = Dictionary(
      fulfilments.compactMap { fulfilment in fulfilment.period.map { ($0, fulfilment) } },
      uniquingKeysWith: { first, _ in first })
    return Duty(
      record: record, unit: unit,
      periods: spans.map { Duty.Period(span: $0, due: due($0, record), met: met[$0]) }, fulfilments: fulfilments)
  }

  // MARK: Periods

  /// The first day of last year.
  private var beginning: CivilDate {
    CivilDate(year: max(1, today.year - 1), month: 1, day: 1)!
  }

  private func spans(of record: DutyRecord) -> [CivilPeriod] {
    guard let length = record.cadence.period else { return [] }
    var span = CivilPeriod(length, containing: max(record.startsOn ?? beginning, beginning))
    let running = CivilPeriod(length, containing: today)
    let last = max((running.next ?? running).first, span.first)
    var spans = [span]
    while span.first < last, let next = span.next {
      span = next
      spans.append(span)
    }
    return spans
  }

  private func due(_ span: CivilPeriod, _ record: DutyRecord) -> Duty.Due {
    guard let count = record.withinWorkdays else { return .on(span.last) }
    do throws(UnknownYear) {
      let days = try workdays.period(workdays: count, from: span.last + 1)
      return .on(days[days.count - 1])
    } catch {
      return .unknown(year: error.year)
    }
  }

  /// What was published after a period counts for it, where its time limit begins with its end; else what falls into it.
  private func period(of day: CivilDate, _ record: DutyRecord) -> CivilPeriod? {
    guard let length = record.cadence.period else { return nil }
    let running = CivilPeriod(length, containing: day)
    return record.withinWorkdays == nil ? running : running.previous
  }

  // MARK: What meets it

  private func fulfilment(of record: DutyRecord, by page: PublicPage) -> Duty.Fulfilment? {
    guard let day = page.publishedAt?.date ?? page.page.date, day >= beginning else { return nil }
    return Duty.Fulfilment(
      day: day, title: page.page.title, url: page.page.url,
      period: page.page.details.duty?.period ?? period(of: day, record))
  }

  private func occurrences(of id: ActivityID, _ record: DutyRecord) -> [Duty.Fulfilment] {
    guard let activity = activities[id] else { return [] }
    let end = record.cadence.period.flatMap { CivilPeriod($0, containing: today).next }?.last ?? today
    return expansion.occurrences(of: activity, in: LocalDateTime(beginning)..<LocalDateTime(end + 1))
      .filter { $0.takesPlace && $0.start.date >= beginning && $0.start.date <= end }
      .map { occurrence in
        let day = occurrence.start.date
        return Duty.Fulfilment(
          day: day, title: occurrence.title, url: activity.url, period: period(of: day, record))
      }
  }
}

extension Details {
  /// Which duty a page says that it meets.
  var duty: DutyFulfilment? {
    if case .notice(let notice) = self { notice.duty } else { nil }
  }

  /// A page that shows what is owed.
  package var isDisclosure: Bool {
    if case .list(let list) = self { list.layout == .disclosure } else { false }
  }

  /// A page of places.
  package var isCircle: Bool {
    if case .list(let list) = self { list.layout == .circle } else { false }
  }
}
