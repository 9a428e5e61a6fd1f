import Artifacts
import CivilTime
import Community
import Vocabulary

/// `/schedule/…`: the days ahead, each single day, each month as a table, and each way of narrowing the schedule down.
struct SchedulePages {
  static let title = "活动日程"

  private let context: PortalContext
  private let byDay: [CivilDate: [Appearance]]
  /// Those that have a page: past ones on which something was, and all from this week on.
  private let days: [CivilDate]
  private let filters: [LinkGroupView]

  init(_ context: PortalContext) {
    self.context = context
    let community = context.community
    let byDay = community.appearances(of: community.archive + community.occurrences)
    self.byDay = byDay
    days = byDay.keys.filter { $0 < context.horizon.firstDay }.sorted() + context.horizon.allDays
    filters = Self.filters(context)
  }

  private var horizon: Horizon { context.horizon }
  private static let breadcrumbs = [LinkView(title: title, url: SitePath.schedule.url)]

  func artifacts() -> [Artifact] {
    let months = MonthPages(context, byDay: byDay, days: days)
    return [main(months.links)] + days.indices.map(day) + months.artifacts() + narrowed()
  }

  // MARK: Pages

  /// All days from this Monday to the horizon: the theme shows the reader's own today first, also when the page is days old.
  private func main(_ months: [LinkView]) -> Artifact {
    page(
      .schedule, title: Self.title,
      lead: "\(ChineseTimeText.day(horizon.firstDay)) 至 \(ChineseTimeText.day(horizon.lastDay))", months: months,
      breadcrumbs: []
    ) { horizon.allDays.map { context.day($0, byDay[$0] ?? []) } }
  }

  private func day(_ index: Int) -> Artifact {
    let date = days[index]
    func link(_ index: Int) -> LinkView? {
      guard days.indices.contains(index) else { return nil }
      return LinkView(title: ChineseTimeText.day(days[index]), url: SitePath.day(days[index]).url)
    }
    return page(
      .day(date),
      title: "\(ChineseTimeText.date(date)) \(ChineseTimeText.weekday(date.weekday))", previous: link(index - 1),
      next: link(index + 1)
    ) { [context.day(date, byDay[date] ?? [])] }
  }

  private func narrowed() -> [Artifact] {
    let community = context.community
    return community.filters.map { filter in
      page(
        .schedule(filter), title: community.title(of: filter), lead: Self.lead(filter, horizon),
        filter: filter
      ) {
        let days = community.appearances(of: community.occurrences(meeting: filter)).filter {
          $0.key >= community.horizon.firstDay
        }
        return days.keys.sorted().map { context.day($0, days[$0] ?? []) }
      }
    }
  }

  private static func lead(_ filter: OccurrenceFilter, _ horizon: Horizon) -> String? {
    guard filter == .placesLeft else { return nil }
    return "名额截至 \(ChineseTimeText.monthDay(horizon.today)) \(TimeText.time(horizon.localNow))，以现场登记为准"
  }

  private func page(
    _ path: SitePath, title: String, lead: String? = nil, previous: LinkView? = nil, next: LinkView? = nil,
    months: [LinkView] = [], filter: OccurrenceFilter? = nil, breadcrumbs: [LinkView] = breadcrumbs,
    _ days: @escaping @Sendable () -> [DayView]
  ) -> Artifact {
    let filters = filters.map { $0.marking(current: path.url) }
    let subscription = context.subscription(page: path.url, calendar: .calendar(filter.map { .filtered($0) } ?? .all))
    return context.page(path, title: title, breadcrumbs: breadcrumbs, template: "schedule") {
      ScheduleView(
        name: title, days: days(), lead: lead, previous: previous, next: next, months: months, filters: filters,
        subscription: subscription(), feedURL: SitePath.activitiesFeed(filter).url)
    }
  }

  // MARK: Filters

  /// Links to what there is anything of.
  private static func filters(_ context: PortalContext) -> [LinkGroupView] {
    let community = context.community
    func group(_ title: String, _ links: [LinkView]) -> LinkGroupView {
      LinkGroupView(title: title, links: links.map { NavigationView(link: $0, isCurrent: false) })
    }
    func links(_ wanted: (OccurrenceFilter) -> String?) -> [LinkView] {
      community.filters.filter { community.indicesByFilter[$0] != nil }.compactMap { filter in
        wanted(filter).map { LinkView(title: $0, url: filter.url) }
      }
    }
    let levels: [UnitLevel] = [.subdistrict, .community, .building]
    let days = context.horizon.allDays.filter { $0 >= context.horizon.today }
    return [
      group("日期", days.map { LinkView(title: ChineseTimeText.day($0), url: SitePath.day($0).url) }),
      group(
        "怎么参加",
        links { filter in
          switch filter {
          case .free: "免费"
          case .placesLeft: "还有名额"
          default: nil
          }
        }),
      group(
        "面向人群",
        links { filter in
          if case .audience(let group) = filter { group.label } else { nil }
        }),
      group(
        "先锋课堂",
        links { filter in
          if case .track(let track) = filter { track.label } else { nil }
        }),
      group(
        "社区和楼宇",
        links { filter in
          guard case .unit(let id) = filter, let unit = community.units[id], levels.contains(unit.level) else {
            return nil
          }
          return unit.shortName ?? unit.name
        }),
      group(
        "场所",
        links { filter in
          if case .venue(let id) = filter { community.venue(id)?.name } else { nil }
        }),
    ].filter { !$0.links.isEmpty }
  }
}

extension PortalContext {
  func day(_ date: CivilDate, _ appearances: [Appearance]) -> DayView {
    DayView(date: date, occurrences: appearances.map(view), note: note(on: date))
  }
}

extension LinkGroupView {
  func marking(current url: String) -> LinkGroupView {
    LinkGroupView(title: title, links: links.map { NavigationView(link: $0.link, isCurrent: $0.link.url == url) })
  }
}
