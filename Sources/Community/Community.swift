import Activities
package import CivilTime
package import Content
package import Vocabulary
package import Words

/// Content and activities joined at one `now`: what everything downstream reads. Constant and safe to share between threads.
package struct Community: Sendable {
  package let site: SiteConfiguration
  /// Of the site's language.
  package let words: any Words
  package let horizon: Horizon
  /// What earlier releases said.
  package let published: PublishedHistory
  /// What the next release is to know of this one's pages.
  package let notedPages: PublishedHistory
  package let units: UnitTree
  /// In the order of their ids.
  package let venues: [Venue]
  /// All but drafts, in the order of their ids.
  package let activities: [Activity]
  /// All within the window, by start, then id.
  package let occurrences: [Occurrence]
  /// Those of the last `Horizon.archiveDays` days that are before the window, by start, then id.
  package let archive: [Occurrence]
  /// Each of `occurrences` at its time, and where it was to be before it was moved, by time.
  let appearances: [Appearance]
  package let rosters: [Roster]
  /// Of duty sheets, by day, unit and position.
  package let shifts: [Shift]
  package let posts: CommunityPosts
  /// All filters that have a page: every track, every venue with a schedule, every unit that holds activities or has such a venue, and those
  /// of the others that anything meets.
  package let filters: [OccurrenceFilter]
  /// Indices into `occurrences` by the filters that they meet, each in order: pages, calendars and feeds all go by it.
  package internal(set) var indicesByFilter: [OccurrenceFilter: [Int]] = [:]
  /// Which of them have a calendar, and which activities.
  package internal(set) var subscriptions = Subscriptions()
  /// Of what screens show codes of; none where there is no screen.
  package internal(set) var shortAddresses = ShortAddresses([], baseURL: "")
  package let workdays: WorkCalendar
  package let pages: PublicPages
  /// What stands above the list of a kind; of plain pages, on the home page.
  package let introductions: [PageKind: SectionIntroduction]
  /// Pages that become public within the horizon, for consumers that can wait for the time.
  package let duePages: [PublicPage]
  /// All pages that are not public yet, but will be of themselves, the soonest first: by address and time.
  package let waitingPages: [(url: String, from: LocalDateTime)]
  /// The files of pages that their writers keep back, in order; none where drafts are shown.
  package let draftFiles: [String]
  package let lists: CommunityLists
  /// What is published of cases; the cases themselves are nowhere.
  package let ledgers: Ledgers
  package let duties: CommunityDuties
  package let finder: CommunityFinder
  package let teams: CommunityTeams
  package let points: CommunityPoints
  /// In the order of their ids.
  package let measures: [Measure]
  /// All figures, measure by measure.
  package var metrics: [Metric] { measures.flatMap(\.metrics) }
  package internal(set) var tables: CommunityTables
  package let screens: [ScreenConfiguration]
  /// As the keeper's script wrote it last; its parts say themselves until when they hold.
  package let weather: WeatherReport?
  /// All below `content/`, whoever uses them.
  package let images: [ContentImage]
  /// The same by where they are published, and by their names.
  package let imageByURL: [String: ContentImage]
  /// The addresses of those that something public shows or links to: they alone are published.
  package let shownImages: Set<String>
  package let attachments: PublicAttachments
  /// What of the files below `content/files/` screens show.
  package let shownFiles: ShownFiles

  let totalsByUnit: [UnitID: UnitTotals]
  let venueByID: [VenueID: Venue]
  let activityByID: [ActivityID: Activity]
  let almanacByDay: [MonthDay: [AlmanacEntry]]
  let labeller: DayLabeller?
  let occurrenceRanges: [ActivityID: [Int]]
  let archiveByActivity: [ActivityID: [Occurrence]]
  let expansion: OccurrenceExpansion
}

// MARK: Looking things up

extension Community {
  package func venue(_ id: VenueID) -> Venue? { venueByID[id] }

  package func activity(_ id: ActivityID) -> Activity? { activityByID[id] }

  /// What of `content/` is public, as it was read.
  package var sources: [PageSource] {
    pages.all.map(\.page.source) + PageKind.allCases.compactMap { introductions[$0]?.source }
  }

  package func page(_ kind: PageKind, _ slug: Slug) -> PublicPage? { pages[kind, slug] }

  /// By `order`, then by file, as lists show them.
  package func pages(of kind: PageKind) -> [PublicPage] { pages[kind] }

  package func occurrences(of activity: Activity) -> [Occurrence] {
    (occurrenceRanges[activity.id] ?? []).map { occurrences[$0] }
  }

  /// Those that are over, within the archive.
  package func pastOccurrences(of activity: Activity) -> [Occurrence] {
    archiveByActivity[activity.id] ?? []
  }

  /// How the activity differs from its rule.
  package func exceptions(of activity: Activity) -> SeriesExceptions { expansion.exceptions(of: activity) }

  /// What a calendar leaf says of a day; nil where the site wants none.
  package func labels(of day: CivilDate) -> DayLabels? { labeller?.labels(of: day) }

  /// What happened on that day of earlier years, by year, and then what the day is kept for. February 29 is a day of leap years only.
  package func almanac(on date: CivilDate) -> [AlmanacEntry] {
    (almanacByDay[MonthDay(date)] ?? []).filter { entry in entry.year.map { $0 < date.year } ?? true }
  }

  /// Whether it takes place in this week or later.
  package func stillHappens(_ activity: Activity) -> Bool {
    if occurrenceRanges[activity.id] != nil { return true }
    if let ending = activity.ending, ending.occursAt < horizon.window.lowerBound { return false }
    guard let rule = activity.record.rule else { return activity.record.end > horizon.window.lowerBound }
    if rule.end == .never { return true }
    let from = horizon.window.lowerBound
    return !rule.occurrences(from: activity.record.start, in: from..<from + 5 * 366 * 1440).isEmpty
  }

  /// What a data block or a list asks for: from today on, by time; with the places that moved ones were to be in. Today's are all there, a
  /// few times the limit at most: readers' clocks hide what is over, and what is left by the evening is no less than was asked for.
  package func appearances(matching query: ActivityQuery) -> [Appearance] {
    let last = min(horizon.today + ((query.days ?? horizon.days + 1) - 1), horizon.lastDay)
    let limit = LocalDateTime(last + 1)
    let found = candidates(query).lazy.filter {
      !horizon.wasOver($0.end) && $0.start < limit && matches($0.occurrence, query)
    }
    let tomorrow = LocalDateTime(horizon.today + 1)
    guard let perDay = query.perDay else {
      guard let limit = query.limit else { return Array(found) }
      let today = found.prefix { $0.start < tomorrow }
      return Array(today.prefix(limit * Self.todaysShare)) + found.dropFirst(today.count).prefix(limit)
    }
    var counts: [CivilDate: Int] = [:]
    return found.filter { appearance in
      counts[appearance.day, default: 0] += 1
      return counts[appearance.day]! <= (appearance.start < tomorrow ? perDay * Self.todaysShare : perDay)
    }
  }

  /// Those among which all are that a query asks for, by the first thing that it names.
  private func candidates(_ query: ActivityQuery) -> [Appearance] {
    let named: [OccurrenceFilter] =
      query.units.isEmpty ? query.venues.map { .venue($0) } : query.units.map { .unit($0) }
    guard !named.isEmpty else { return appearances }
    let indices = named.map { indicesByFilter[$0] ?? [] }
    let all = indices.count == 1 ? indices[0] : Set(indices.joined()).sorted()
    return Appearance.list(all.map { occurrences[$0] })
  }

  /// How many times as many of today's as of another day a list holds.
  private static let todaysShare = 3

  package func matches(_ occurrence: Occurrence, _ query: ActivityQuery) -> Bool {
    let record = occurrence.activity.record
    return (query.units.isEmpty || query.units.contains { isIn(occurrence, unit: $0) })
      && (query.venues.isEmpty || occurrence.places.contains { query.venues.contains($0.id) })
      && (query.tracks.isEmpty || record.track.map(query.tracks.contains) ?? false)
      && (query.kinds.isEmpty || query.kinds.contains(record.kind))
      && (query.activities.isEmpty || query.activities.contains(record.id))
  }

  /// Held by the unit or one below it, or taking place in a venue of it, or moved away from there.
  package func isIn(_ occurrence: Occurrence, unit: UnitID) -> Bool {
    units.contains(occurrence.activity.unit.id, in: unit)
      || occurrence.places.contains { units.contains($0.unit, in: unit) }
  }

  /// All units that an activity concerns that takes place there: its own, those of the places, and all above them.
  func units(of activity: Activity, in places: [Venue]) -> [UnitID] {
    var found = units.chainIDs(of: activity.unit.id)
    for place in places {
      for unit in units.chainIDs(of: place.unit) where !found.contains(unit) { found.append(unit) }
    }
    return found
  }
}
