import Activities
import Artifacts
import CivilTime
import Community
import Vocabulary
import Words

/// `/schedule/…`: the days ahead, each single day, each month as a table, and each way of narrowing the schedule down.
struct SchedulePages {
  private let context: PortalContext
  private let byDay: [CivilDate: [Appearance]]
  /// Those that have a page: past ones on which something was, and all from this week on.
  private let days: [CivilDate]
  private let filters: [LinkGroupView]
  /// Of a narrowed schedule that is shown whole, unfolded.
  private static let short = 12

  init(_ context: PortalContext) {
    self.context = context
    let community = context.community
    let byDay = community.appearances(of: community.archive + community.occurrences)
    self.byDay = byDay
    days = byDay.keys.filter { $0 < context.horizon.firstDay }.sorted() + context.horizon.allDays
    filters = Self.filters(context)
  }

  private var horizon: Horizon { context.horizon }
  private var words: any Words { context.words }

  func artifacts() -> [Artifact] {
    let months = MonthPages(context, byDay: byDay, days: days)
    return [main(months.links)] + days.indices.map(day) + months.artifacts() + narrowed()
  }

  // MARK: Pages

  /// All days from this Monday to the horizon: the theme shows the reader's own today first, also when the page is days old.
  private func main(_ months: [LinkView]) -> Artifact {
    page(
      .schedule, title: words.activities, week: horizon.allDays,
      lead: words.stretch(words.day(horizon.firstDay), words.day(horizon.lastDay)), months: months,
      breadcrumbs: []
    ) {
      horizon.allDays.map { date in
        var day = context.day(date, byDay[date] ?? [])
        day.isOpen = date == horizon.today
        return day
      }
    }
  }

  private func day(_ index: Int) -> Artifact {
    let date = days[index]
    func link(_ index: Int) -> LinkView? {
      guard days.indices.contains(index) else { return nil }
      return LinkView(title: words.day(days[index]), url: SitePath.day(days[index]).url)
    }
    return page(
      .day(date),
      title: words.fullDay(date),
      // Those of its own week: other weeks would make it another page every day.
      week: days.filter { $0.dayNumber - $0.weekday.rawValue == date.dayNumber - date.weekday.rawValue },
      previous: link(index - 1), next: link(index + 1)
    ) { [context.day(date, byDay[date] ?? [])] }
  }

  private func narrowed() -> [Artifact] {
    let community = context.community
    return community.filters.map { filter in
      page(
        .schedule(filter), title: community.title(of: filter), lead: lead(filter),
        filter: filter
      ) {
        let days = community.appearances(of: community.occurrences(meeting: filter)).filter {
          $0.key >= community.horizon.firstDay
        }
        let isShort = days.values.reduce(0) { $0 + $1.count } <= Self.short
        let first = days.keys.filter { $0 >= context.horizon.today }.min()
        return days.keys.sorted().map { date in
          var day = context.day(date, days[date] ?? [])
          day.isOpen = isShort || date == first
          return day
        }
      }
    }
  }

  private func lead(_ filter: OccurrenceFilter) -> String? {
    guard filter == .placesLeft else { return nil }
    return words.placesKnown(at: words.monthDay(horizon.today))
  }

  private func page(
    _ path: SitePath, title: String, week: [CivilDate] = [], lead: String? = nil, previous: LinkView? = nil,
    next: LinkView? = nil,
    months: [LinkView] = [], filter: OccurrenceFilter? = nil, breadcrumbs: [LinkView]? = nil,
    _ days: @escaping @Sendable () -> [DayView]
  ) -> Artifact {
    // Days are linked from the page of all days: on others they would make each of them another every day.
    let filters = (path == .schedule ? [dates] : []) + filters.map { $0.marking(current: path.url) }
    let subscription = context.subscription(page: path.url, calendar: .calendar(filter.map { .filtered($0) } ?? .all))
    return context.page(
      path, title: title, breadcrumbs: breadcrumbs ?? [context.scheduleLink], showsDaysAhead: path == .schedule,
      template: "schedule"
    ) {
      var view = ScheduleView(
        name: title, days: days(), lead: lead, previous: previous, next: next, months: months, filters: filters,
        subscription: subscription(), feedURL: SitePath.activitiesFeed(filter).url)
      view.week = week.map {
        WeekdayLinkView(date: $0, isCurrent: SitePath.day($0).url == path.url, words: context.words)
      }
      return view
    }
  }

  // MARK: Filters

  /// Links to the days ahead.
  private var dates: LinkGroupView {
    let links = horizon.daysAhead.map { LinkView(title: words.day($0), url: SitePath.day($0).url) }
    return LinkGroupView(title: words.byDate, links: links.map { NavigationView(link: $0, isCurrent: false) })
  }

  /// Links to what there is anything of.
  private static func filters(_ context: PortalContext) -> [LinkGroupView] {
    let (community, words) = (context.community, context.words)
    func group(_ title: String, _ links: [LinkView]) -> LinkGroupView {
      LinkGroupView(title: title, links: links.map { NavigationView(link: $0, isCurrent: false) })
    }
    func links(_ wanted: (OccurrenceFilter) -> String?) -> [LinkView] {
      community.filters.filter { community.indicesByFilter[$0] != nil }.compactMap { filter in
        wanted(filter).map { LinkView(title: $0, url: filter.url) }
      }
    }
    let levels: [UnitLevel] = [.subdistrict, .community, .building]
    return [
      group(
        words.byTerms,
        links { filter in
          switch filter {
          case .free: words.noCharge
          case .placesLeft: words.withPlaces
          default: nil
          }
        }),
      group(
        words.byAudience,
        links { filter in
          if case .audience(let group) = filter { words.label(group) } else { nil }
        }),
      group(
        words.label(PageKind.classroom),
        links { filter in
          if case .track(let track) = filter { words.label(track) } else { nil }
        }),
      group(
        words.byUnit,
        links { filter in
          guard case .unit(let id) = filter, let unit = community.units[id], levels.contains(unit.level) else {
            return nil
          }
          return unit.shortName ?? unit.name
        }),
      group(
        words.byVenue,
        links { filter in
          if case .venue(let id) = filter { community.venue(id)?.name } else { nil }
        }),
    ].filter { !$0.links.isEmpty }
  }
}

extension PortalContext {
  /// To the whole schedule, as breadcrumbs have it.
  var scheduleLink: LinkView { LinkView(title: words.activities, url: SitePath.schedule.url) }

  func day(_ date: CivilDate, _ appearances: [Appearance]) -> DayView {
    DayView(date: date, occurrences: appearances.map(view), note: note(on: date), words: words)
  }
}

extension LinkGroupView {
  func marking(current url: String) -> LinkGroupView {
    LinkGroupView(title: title, links: links.map { NavigationView(link: $0.link, isCurrent: $0.link.url == url) })
  }
}
