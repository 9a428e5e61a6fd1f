import CivilTime
import Community
import Content
import Vocabulary

/// One line that a screen shows during one stretch of time. The stretch is worked out here, so that a player only looks at the clock:
/// what is over, cancelled for good or not yet due leaves by itself, also on a screen that has been offline for days.
struct ScreenItem: Sendable {
  enum Section: String, Term {
    /// What the day is called, beside the clock.
    case day
    case today, soon, notice

    var label: String {
      switch self {
      case .day: "日子"
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
    let occurrences = community.appearances(matching: ActivityQuery()).filter { isServed($0.occurrence) }
    let notices = (community.notices(expired: false) + community.duePages).filter(isServed).flatMap(items)
    return days() + community.rosters.filter(isServed).flatMap(items) + occurrences.flatMap(items) + notices
  }

  /// A line for each day that the calendar has something to say of.
  private func days() -> [ScreenItem] {
    let horizon = community.horizon
    return horizon.allDays.filter { $0 >= horizon.today }.compactMap { day in
      community.labels(of: day).map { labels in
        ScreenItem(
          id: "day-\(TimeText.date(day))", section: .day, title: labels.line, status: .scheduled,
          when: ChineseTimeText.day(day), place: nil, detail: nil, from: max(LocalDateTime(day), horizon.localNow),
          until: LocalDateTime(day + 1))
      }
    }
  }

  private func isServed(_ roster: Roster) -> Bool {
    screen.units.isEmpty || screen.units.contains { community.units.contains(roster.unit.id, in: $0) }
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

  /// An occurrence is shown as coming, and from its day's midnight to its end as today's. Where it was to be before it was moved, it is
  /// shown too, as moved.
  private func items(_ appearance: Appearance) -> [ScreenItem] {
    let midnight = LocalDateTime(appearance.start.date)
    let horizon = community.horizon
    let announced = max(LocalDateTime(appearance.start.date - Self.daysAhead), horizon.localNow)
    let time = ChineseTimeText.range(from: appearance.start, to: appearance.end)
    let day = ChineseTimeText.dayAndTime(from: appearance.start, to: appearance.end)
    var items: [ScreenItem] = []
    if announced < midnight {
      items.append(item(appearance, .soon, when: day, from: announced, until: midnight))
    }
    items.append(item(appearance, .today, when: time, from: midnight, until: min(appearance.end, horizon.end)))
    return items.filter { $0.from < $0.until }
  }

  private func item(
    _ appearance: Appearance, _ section: ScreenItem.Section, when: String, from: LocalDateTime, until: LocalDateTime
  ) -> ScreenItem {
    let occurrence = appearance.occurrence
    let record = occurrence.activity.record
    let isAway = appearance.role == .movedAway
    return ScreenItem(
      id: occurrence.id + (isAway ? ScreenItem.awaySuffix : ""), section: section, title: occurrence.activity.title,
      status: occurrence.status, when: when, place: isAway ? nil : occurrence.venue?.name,
      detail: isAway && occurrence.status == .moved
        ? "改到\(occurrence.movedTo)" : occurrence.note ?? record.track?.label ?? record.kind.label,
      from: from, until: until)
  }

  /// A turn is shown while it runs.
  private func items(_ roster: Roster) -> [ScreenItem] {
    let horizon = community.horizon
    return roster.turns.compactMap { turn in
      let from = max(LocalDateTime(turn.days.lowerBound), horizon.localNow)
      let until = min(LocalDateTime(turn.days.upperBound + 1), horizon.end)
      guard from < until else { return nil }
      return ScreenItem(
        id: "roster-\(roster.id)-\(TimeText.date(turn.days.lowerBound))", section: .today,
        title: "\(roster.record.title)：\(turn.holder.name)", status: .scheduled,
        when: ChineseTimeText.days(turn.days), place: nil, detail: turn.note, from: from, until: until)
    }
  }

  /// A public notice that counts its days says on each of them how many are left.
  private func items(_ notice: PublicPage) -> [ScreenItem] {
    guard case .notice(let details) = notice.page.details, !notice.page.isIndex else { return [] }
    let horizon = community.horizon
    let from = max(notice.page.publishAt ?? horizon.localNow, horizon.localNow)
    let until = min(notice.expiresAt ?? horizon.end, horizon.end)
    guard from < until else { return [] }
    func item(_ detail: String, _ from: LocalDateTime, _ until: LocalDateTime) -> ScreenItem {
      ScreenItem(
        id: "notice-\(notice.page.slug?.text ?? "")", section: .notice, title: notice.page.title, status: .scheduled,
        when: notice.page.date.map(ChineseTimeText.monthDay), place: notice.unit?.name, detail: detail, from: from,
        until: until)
    }
    guard let period = notice.period else { return [item(details.category.label, from, until)] }
    let last = (until + -1).date
    return (from.date.dayNumber...last.dayNumber).map { number in
      let day = CivilDate(dayNumber: number)
      return item(
        "\(details.category.label)，\(period.countdown(on: day))", max(from, LocalDateTime(day)),
        min(until, LocalDateTime(day + 1)))
    }
  }
}

extension ScreenItem {
  /// Ends the id of the line that stands where a moved occurrence was to be.
  static let awaySuffix = "-moved-away"

  /// `11月25日 周三`, for where the line stands among other days' lines.
  var dayLabel: String { ChineseTimeText.day(from.date) }
}
