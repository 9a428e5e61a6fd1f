import Artifacts
import CivilTime
import Community
import Content
import Vocabulary

/// `/schedule/…`: this week and the next, each day, each venue, track and unit.
struct SchedulePages {
  private let context: PortalContext
  /// Occurrences by the day they start on.
  private let byDay: [CivilDate: [Occurrence]]
  private let venues: [Venue]
  private let filters: [LinkGroupView]

  init(_ context: PortalContext) {
    self.context = context
    byDay = Dictionary(grouping: context.community.occurrences, by: \.start.date)
    let used = Set(context.community.occurrences.compactMap { $0.venue?.id })
    let all = context.community.venues
    venues = all
    filters = Self.filters(context, venues: all.filter { used.contains($0.id) })
  }

  func artifacts() -> [Artifact] {
    let root = [LinkView(title: "活动日程", url: "/schedule/")]
    var pages = [week()]
    pages += context.horizon.allDays.map { day($0, breadcrumbs: root) }
    let byVenue = grouped { $0.places.map(\.id) }
    pages += venues.map { venue in
      list(["venue", venue.id.text], "\(venue.name)的日程", byVenue[venue.id] ?? [], breadcrumbs: root)
    }
    pages += Track.allCases.map { track in
      let found = context.community.occurrences.filter { $0.activity.record.track == track }
      return list(["track", track.rawValue], "先锋课堂 · \(track.label)", found, breadcrumbs: root)
    }
    let byUnit = grouped(context.community.units(of:))
    pages += context.community.units.all.map { unit in
      list(["unit", unit.id.text], "\(unit.name)的日程", byUnit[unit.id] ?? [], breadcrumbs: root)
    }
    return pages
  }

  // MARK: Pages

  /// Two weeks: the page shows the reader's own week also when it was built last week.
  private func week() -> Artifact {
    let horizon = context.horizon
    let last = min(horizon.firstDay + 13, horizon.lastDay)
    let days = horizon.allDays.filter { $0 <= last }
    return page(
      .page("schedule"), title: "活动日程",
      lead: "\(ChineseTimeText.day(horizon.firstDay)) 至 \(ChineseTimeText.day(last))", calendar: "all"
    ) { self.days(days) }
  }

  private func day(_ date: CivilDate, breadcrumbs: [LinkView]) -> Artifact {
    let horizon = context.horizon
    func link(_ date: CivilDate) -> LinkView? {
      guard date >= horizon.firstDay, date <= horizon.lastDay else { return nil }
      return LinkView(title: ChineseTimeText.day(date), url: "/schedule/\(TimeText.date(date))/")
    }
    return page(
      .page("schedule", TimeText.date(date)),
      title: "\(ChineseTimeText.date(date)) \(ChineseTimeText.weekday(date.weekday))", previous: link(date - 1),
      next: link(date + 1), calendar: "all", breadcrumbs: breadcrumbs
    ) { self.days([date]) }
  }

  private func list(
    _ parts: [String], _ title: String, _ occurrences: [Occurrence], breadcrumbs: [LinkView]
  ) -> Artifact {
    page(
      .page(["schedule"] + parts), title: title, calendar: parts.joined(separator: "/"), breadcrumbs: breadcrumbs
    ) {
      let days = Dictionary(grouping: occurrences, by: \.start.date)
      return days.keys.sorted().map { DayView(date: $0, occurrences: days[$0]!.map(context.view)) }
    }
  }

  private func page(
    _ path: SitePath, title: String, lead: String? = nil, previous: LinkView? = nil, next: LinkView? = nil,
    calendar: String, breadcrumbs: [LinkView] = [], _ days: @escaping @Sendable () -> [DayView]
  ) -> Artifact {
    let calendarURL = "/calendar/\(calendar).ics"
    let filters = filters.map { $0.marking(current: path.url) }
    let webcalURL = context.webcalURL(calendarURL)
    return context.page(path, title: title, breadcrumbs: breadcrumbs, template: "schedule") {
      ScheduleView(
        name: title, days: days(), lead: lead, previous: previous, next: next, filters: filters,
        calendarURL: calendarURL, webcalURL: webcalURL)
    }
  }

  private func days(_ dates: [CivilDate]) -> [DayView] {
    dates.map { DayView(date: $0, occurrences: (byDay[$0] ?? []).map(context.view)) }
  }

  // MARK: Filters

  private static func filters(_ context: PortalContext, venues: [Venue]) -> [LinkGroupView] {
    let horizon = context.horizon
    func group(_ title: String, _ links: [LinkView]) -> LinkGroupView {
      LinkGroupView(title: title, links: links.map { NavigationView(link: $0, isCurrent: false) })
    }
    let units = context.community.units.all.filter { [.subdistrict, .community, .building].contains($0.level) }
    return [
      group(
        "日期",
        horizon.allDays.filter { $0 >= horizon.today }.map {
          LinkView(title: ChineseTimeText.day($0), url: "/schedule/\(TimeText.date($0))/")
        }),
      group("社区和楼宇", units.map { LinkView(title: $0.shortName ?? $0.name, url: "/schedule/unit/\($0.id)/") }),
      group("场所", venues.map { LinkView(title: $0.name, url: "/schedule/venue/\($0.id)/") }),
      group("先锋课堂", Track.allCases.map { LinkView(title: $0.label, url: "/schedule/track/\($0.rawValue)/") }),
    ].filter { !$0.links.isEmpty }
  }

  private func grouped<Key: Hashable>(_ keys: (Occurrence) -> [Key]) -> [Key: [Occurrence]] {
    var found: [Key: [Occurrence]] = [:]
    for occurrence in context.community.occurrences {
      for key in keys(occurrence) { found[key, default: []].append(occurrence) }
    }
    return found
  }
}

extension LinkGroupView {
  func marking(current url: String) -> LinkGroupView {
    LinkGroupView(title: title, links: links.map { NavigationView(link: $0.link, isCurrent: $0.link.url == url) })
  }
}
