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
  /// Whether nothing is cut.
  private let isSmall: Bool
  /// Lines of a page of several days that shows all of them.
  private let room: Int
  /// Of a narrowed schedule that is shown whole, unfolded.
  private static let short = 12
  /// Ways to narrow it down: 60 bytes each, on every schedule.
  private static let manyWays = 100

  init(_ context: PortalContext) {
    self.context = context
    let community = context.community
    let byDay = community.appearances(of: community.archive + community.occurrences)
    self.byDay = byDay
    days = byDay.keys.filter { $0 < context.horizon.firstDay }.sorted() + context.horizon.allDays
    filters = Self.filters(context)
    let lines = context.horizon.allDays.reduce(0) { $0 + (byDay[$1]?.count ?? 0) }
    isSmall = lines <= DayParts.ofSmallSite
    room = isSmall ? lines : DayParts.whole
  }

  private var horizon: Horizon { context.horizon }
  private var words: any Words { context.words }

  func artifacts() -> [Artifact] {
    let months = MonthPages(context, byDay: byDay, days: days)
    return [main(months.links)] + days.indices.flatMap(day) + months.artifacts() + narrowed()
  }

  // MARK: Pages

  /// All days from this Monday to the horizon: the theme shows the reader's own today first, also when the page is days old.
  private func main(_ months: [LinkView]) -> Artifact {
    page(
      .schedule, title: words.activities, week: horizon.allDays,
      lead: words.stretch(words.day(horizon.firstDay), words.day(horizon.lastDay)), months: months,
      breadcrumbs: []
    ) {
      views(horizon.allDays, byDay: byDay, filter: nil) { date, _ in date == horizon.today }
    }
  }

  /// Each day whole, or, where they are too many together, its first ones.
  private func views(
    _ days: [CivilDate], byDay: [CivilDate: [Appearance]], filter: OccurrenceFilter?,
    isOpen: (CivilDate, Int) -> Bool
  ) -> [DayView] {
    let count = days.reduce(0) { $0 + (byDay[$1]?.count ?? 0) }
    return days.map { date in
      let first = count > room ? DayParts.ofEachDay : nil
      // What is too much to be listed whole leads to the whole site's day.
      var day = context.day(
        date, appearances: byDay[date] ?? [], first: first, filter: isListed(count) ? filter : nil,
        showsParts: filter == nil || isListed(count))
      day.isOpen = isOpen(date, count)
      return day
    }
  }

  /// Whether a narrowed schedule with so many lines is listed day by day: wider ones lead to narrower ones, as their calendars do.
  private func isListed(_ lines: Int) -> Bool { lines <= Subscriptions.events }

  private func day(_ index: Int) -> [Artifact] {
    let date = days[index]
    let parts = DayParts(date: date, lines: byDay[date] ?? [])
    return [wholeDay(index, parts)]
      + further(parts, filter: nil, title: words.fullDay(date), breadcrumbs: [context.scheduleLink])
  }

  /// The parts of a day behind the first.
  private func further(
    _ parts: DayParts, filter: OccurrenceFilter?, title: String, breadcrumbs: [LinkView]
  ) -> [Artifact] {
    guard parts.count > 1 else { return [] }
    let first = LinkView(title: title, url: SitePath.day(parts.date, filter).url)
    return (2...parts.count).map { number in
      func link(_ number: Int, _ title: String) -> LinkView {
        LinkView(title: title, url: SitePath.day(parts.date, filter, part: number).url)
      }
      return page(
        .day(parts.date, filter, part: number), title: words.page(number, of: title),
        previous: link(number - 1, words.previousPage),
        next: number < parts.count ? link(number + 1, words.nextPage) : nil, filter: filter,
        breadcrumbs: breadcrumbs + [first], filters: [narrowing(filter)]
      ) { [context.day(parts, number: number, filter: filter)] }
    }
  }

  /// Back to where it can be narrowed down.
  private func narrowing(_ filter: OccurrenceFilter?) -> LinkGroupView {
    let link = LinkView(title: scheduleTitle(filter), url: scheduleURL(filter) + "#filters")
    return LinkGroupView(title: words.byTerms, links: [NavigationView(link: link, isCurrent: false)])
  }

  private func scheduleTitle(_ filter: OccurrenceFilter?) -> String {
    filter.map { context.community.title(of: $0) } ?? words.activities
  }

  private func scheduleURL(_ filter: OccurrenceFilter?) -> String { filter?.url ?? SitePath.schedule.url }

  private func wholeDay(_ index: Int, _ parts: DayParts) -> Artifact {
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
    ) { [context.day(parts, number: 1, filter: nil)] }
  }

  private func narrowed() -> [Artifact] {
    let community = context.community
    return community.filters.flatMap { filter -> [Artifact] in
      let title = community.title(of: filter)
      let main = page(.schedule(filter), title: title, lead: lead(filter), filter: filter) {
        let days = lines(meeting: filter)
        let first = days.keys.filter { $0 >= context.horizon.today }.min()
        return views(days.keys.sorted(), byDay: days, filter: filter) { date, count in
          count <= Self.short || date == first
        }
      }
      // What has room on one page has it for moved ones twice: no day of it is cut.
      guard (community.indicesByFilter[filter] ?? []).count > room / 2 else { return [main] }
      let days = lines(meeting: filter)
      let count = days.values.reduce(0) { $0 + $1.count }
      guard count > room, isListed(count) else { return [main] }
      let breadcrumbs = [context.scheduleLink, LinkView(title: title, url: filter.url)]
      let cut = days.keys.sorted().map { DayParts(date: $0, lines: days[$0] ?? []) }
        .filter { $0.lines.count > DayParts.ofEachDay }
      return [main]
        + cut.flatMap { parts -> [Artifact] in
          let dayTitle = "\(title)\(words.gap)\(words.day(parts.date))"
          return [
            page(
              .day(parts.date, filter), title: dayTitle, filter: filter, breadcrumbs: breadcrumbs,
              filters: [narrowing(filter)]
            ) { [context.day(parts, number: 1, filter: filter)] }
          ] + further(parts, filter: filter, title: dayTitle, breadcrumbs: breadcrumbs)
        }
    }
  }

  /// What meets a filter from this week on; in a site of so much that days are cut, from today on: what was this week stands on the site's own days.
  private func lines(meeting filter: OccurrenceFilter) -> [CivilDate: [Appearance]] {
    let community = context.community
    let first = isSmall ? horizon.firstDay : horizon.today
    return community.appearances(of: community.occurrences(meeting: filter)).filter { $0.key >= first }
  }

  private func lead(_ filter: OccurrenceFilter) -> String? {
    guard filter == .placesLeft else { return nil }
    return words.placesKnown(at: words.monthDay(horizon.today))
  }

  private func page(
    _ path: SitePath, title: String, week: [CivilDate] = [], lead: String? = nil, previous: LinkView? = nil,
    next: LinkView? = nil,
    months: [LinkView] = [], filter: OccurrenceFilter? = nil, breadcrumbs: [LinkView]? = nil,
    filters ownFilters: [LinkGroupView]? = nil, _ days: @escaping @Sendable () -> [DayView]
  ) -> Artifact {
    // Days are linked from the page of all days: on others they would make each of them another every day.
    let filters = ownFilters ?? ways(from: path)
    let scope = filter.map { CalendarScope.filtered($0) } ?? .all
    // A part of a day leads back to the page that says how to subscribe.
    let isPart = ownFilters != nil
    let subscription = context.subscription(page: path.url, to: scope)
    var calendars: [LinkView] = []
    if !isPart {
      calendars = context.calendars(insteadOf: scope)
    } else if context.community.subscriptions.offers(scope) {
      calendars = [LinkView(title: scheduleTitle(filter), url: scheduleURL(filter) + "#subscribe")]
    }
    let feed = filter.flatMap { context.community.subscriptions.feeds.contains($0) ? $0 : nil }
    return context.page(
      path, title: title, breadcrumbs: breadcrumbs ?? [context.scheduleLink], showsDaysAhead: path == .schedule,
      template: "schedule"
    ) { [calendars, feed] in
      var view = ScheduleView(
        name: title, days: days(), lead: lead, previous: previous, next: next, months: months, filters: filters,
        subscription: isPart ? nil : subscription(), calendars: calendars,
        feedURL: SitePath.activitiesFeed(feed).url)
      view.week = week.map {
        WeekdayLinkView(date: $0, isCurrent: SitePath.day($0).url == path.url, words: context.words)
      }
      return view
    }
  }

  // MARK: Filters

  /// Ways to narrow it down, from a page of its own; so many that they are a page by themselves stand on one page.
  private func ways(from path: SitePath) -> [LinkGroupView] {
    if path == .schedule { return [dates] + filters }
    if filters.reduce(0, { $0 + $1.links.count }) > Self.manyWays { return [narrowing(nil)] }
    return filters.map { $0.marking(current: path.url) }
  }

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

  /// - Parameters:
  ///   - first: how many of them it shows; nil shows all.
  ///   - filter: of the page on which all of them stand.
  ///   - showsParts: whether it leads to the parts of that page, too.
  func day(
    _ date: CivilDate, appearances: [Appearance], first: Int?, filter: OccurrenceFilter?, showsParts: Bool
  ) -> DayView {
    guard let first, appearances.count > first else {
      return DayView(date: date, occurrences: lines(appearances, filter), note: note(on: date), words: words)
    }
    let parts = DayParts(date: date, lines: appearances)
    return DayView(
      date: date, occurrences: lines(appearances.prefix(first), filter), note: note(on: date),
      count: appearances.count,
      whole: LinkView(
        title: showsParts ? words.allOfDay(appearances.count) : words.wholeSiteOnDay,
        url: SitePath.day(date, filter).url),
      parts: showsParts ? links(parts, current: nil, filter) : [], words: words)
  }

  private func lines(_ lines: some Sequence<Appearance>, _ filter: OccurrenceFilter?) -> [OccurrenceView] {
    lines.map { line in
      var view = view(line)
      view.list = filter != nil ? .narrowedDay : line.day < horizon.firstDay ? .keptDay : .day
      return view
    }
  }

  /// A part of a day, on a page of its own.
  func day(_ parts: DayParts, number: Int, filter: OccurrenceFilter?) -> DayView {
    DayView(
      date: parts.date, occurrences: lines(parts.part(number), filter), note: note(on: parts.date),
      count: parts.lines.count, parts: links(parts, current: number, filter), words: words)
  }

  private func links(_ parts: DayParts, current: Int?, _ filter: OccurrenceFilter?) -> [NavigationView] {
    parts.count == 1
      ? []
      : (1...parts.count).map { number in
        NavigationView(
          link: LinkView(title: parts.label(number), url: SitePath.day(parts.date, filter, part: number).url),
          isCurrent: number == current)
      }
  }
}

extension LinkGroupView {
  func marking(current url: String) -> LinkGroupView {
    LinkGroupView(title: title, links: links.map { NavigationView(link: $0.link, isCurrent: $0.link.url == url) })
  }
}
