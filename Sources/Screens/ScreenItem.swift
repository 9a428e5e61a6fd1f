import CivilTime
import Community
import Content
import Vocabulary

/// One line that a screen shows during one stretch of time. The stretch is worked out here, so that a player only looks at the clock:
/// what is over, cancelled for good or not yet due leaves by itself, also on a screen that has been offline for days.
struct ScreenItem: Sendable {
  enum Section: String, Term {
    case today, soon, notice

    var label: String {
      switch self {
      case .today: "今日安排"
      case .soon: "近日预告"
      case .notice: "公告公示"
      }
    }
  }

  /// Stable over releases: an occurrence's id, or `notice-` and the slug.
  let id: String
  let section: Section
  let title: String
  let status: OccurrenceStatus
  /// `14:30–16:00`, with the day where it is not today.
  let when: String?
  let place: String?
  let detail: String?
  let from: LocalDateTime
  let until: LocalDateTime
}

/// What of a community one screen shows.
struct ScreenSelection {
  /// Days before its own on which an occurrence is announced.
  private static let daysAhead = 3

  let community: Community
  let screen: ScreenConfiguration

  /// All items of the horizon, by section, then time.
  func items() -> [ScreenItem] {
    let occurrences = community.occurrences.filter { !community.horizon.isOver($0.end) && isServed($0) }
    let notices = (community.notices(expired: false) + community.duePages).filter(isServed).compactMap(item)
    return occurrences.flatMap(items) + notices
  }

  private func isServed(_ occurrence: Occurrence) -> Bool {
    screen.units.isEmpty || screen.units.contains { community.isIn(occurrence, unit: $0) }
  }

  /// A notice of a unit above concerns its parts too.
  private func isServed(_ page: PublicPage) -> Bool {
    guard page.page.kind == .notice, !screen.units.isEmpty, let unit = page.unit?.id else {
      return page.page.kind == .notice
    }
    return screen.units.contains { community.units.contains(unit, in: $0) || community.units.contains($0, in: unit) }
  }

  /// An occurrence is shown as coming, and from its day's midnight to its end as today's.
  private func items(_ occurrence: Occurrence) -> [ScreenItem] {
    let midnight = LocalDateTime(occurrence.start.date)
    let horizon = community.horizon
    let announced = max(LocalDateTime(occurrence.start.date - Self.daysAhead), horizon.localNow)
    let time = ChineseTimeText.range(from: occurrence.start, to: occurrence.end)
    let day = ChineseTimeText.day(occurrence.start.date) + " " + time
    var items: [ScreenItem] = []
    if announced < midnight {
      items.append(item(occurrence, .soon, when: day, from: announced, until: midnight))
    }
    items.append(item(occurrence, .today, when: time, from: midnight, until: min(occurrence.end, horizon.end)))
    return items
  }

  private func item(
    _ occurrence: Occurrence, _ section: ScreenItem.Section, when: String, from: LocalDateTime, until: LocalDateTime
  ) -> ScreenItem {
    let record = occurrence.activity.record
    return ScreenItem(
      id: occurrence.id, section: section, title: occurrence.activity.title, status: occurrence.status, when: when,
      place: occurrence.venue?.name, detail: occurrence.note ?? record.track?.label ?? record.kind.label, from: from,
      until: until)
  }

  private func item(_ notice: PublicPage) -> ScreenItem? {
    guard case .notice(let details) = notice.page.details, !notice.page.isIndex else { return nil }
    let horizon = community.horizon
    let from = max(notice.page.publishAt ?? horizon.localNow, horizon.localNow)
    let until = min(notice.page.expiresAt ?? horizon.end, horizon.end)
    guard from < until else { return nil }
    return ScreenItem(
      id: "notice-\(notice.page.slug?.text ?? "")", section: .notice, title: notice.page.title, status: .scheduled,
      when: notice.page.date.map(ChineseTimeText.monthDay), place: notice.unit?.name, detail: details.category.label,
      from: from, until: until)
  }
}

extension ScreenItem {
  /// `11月25日 周三`, for where the line stands among other days' lines.
  var dayLabel: String { ChineseTimeText.day(from.date) }
}
