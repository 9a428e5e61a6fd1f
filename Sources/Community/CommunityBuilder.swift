package import Activities
import Artifacts
package import CivilTime
package import Content
package import Diagnostics
package import Parallel
import Vocabulary
import Words

extension Community {
  /// Joins content and activities at a moment.
  ///
  /// - Returns: the community with all that is right, and a diagnostic for all that is not. With an error among them nothing may be
  ///   published.
  package static func make(
    content: Content, data: ActivityData, now: Instant, includeDrafts: Bool = false,
    published: PublishedHistory = PublishedHistory(), jobs: Jobs = Jobs(1)
  ) -> (community: Community, [Diagnostic]) {
    var builder = CommunityBuilder(
      content: content, data: data, now: now, includeDrafts: includeDrafts, published: published, jobs: jobs)
    let community = builder.build()
    return (community, builder.problems)
  }
}

private struct CommunityBuilder {
  let content: Content
  let data: ActivityData
  let horizon: Horizon
  let includeDrafts: Bool
  let published: PublishedHistory
  let jobs: Jobs
  var problems: [Diagnostic] = []

  init(
    content: Content, data: ActivityData, now: Instant, includeDrafts: Bool, published: PublishedHistory, jobs: Jobs
  ) {
    self.jobs = jobs
    self.published = published
    self.content = content
    self.data = data
    self.includeDrafts = includeDrafts
    horizon = Horizon(
      now: now, zone: content.site.zone, days: content.site.horizonDays, generation: published.generation(at: now))
  }

  mutating func build() -> Community {
    let belongings = UnitBelongings(data, content: content)
    let units = UnitTree.make(data.units, standsAbove: belongings.standsAbove)

    var history = PageHistory(after: published, horizon)
    let publicPages = history.dated(
      content.pages.map { publicPage($0, units) }.filter { $0.publication.isPublic || $0.publication.isDue })
    // Of two pages at one address the first is taken; AddressCheck reports the other.
    var addresses = Set<String>()
    let pages = PublicPages(publicPages.filter { $0.publication.isPublic && addresses.insert($0.page.url).inserted })
    let introductions = content.introductions.map { (introduction: $0, publication: publication(of: $0)) }

    let publicIntroductions = introductions.filter(\.publication.isPublic).map(\.introduction)

    let venues = makeVenues(pages, units)
    let venueByID = Dictionary(uniqueKeysWithValues: venues.map { ($0.id, $0) })
    let activities = makeActivities(units, venueByID)
    let expansion = OccurrenceExpansion(
      venues: venueByID,
      attendance: Dictionary(
        data.attendance.map { (Occurrence.id($0.activity, $0.occursAt), $0) }, uniquingKeysWith: { first, _ in first }),
      workdays: content.holidays)
    let (occurrences, archive) = makeOccurrences(activities, expansion)
    var ranges: [ActivityID: [Int]] = [:]
    for (index, occurrence) in occurrences.enumerated() { ranges[occurrence.activity.id, default: []].append(index) }

    let activityByID = Dictionary(uniqueKeysWithValues: activities.map { ($0.id, $0) })
    let lists = ListBuilder(
      data: data, units: units, venues: venueByID, activities: activityByID, pages: pages,
      requiresApproval: content.site.requiresApproval, today: horizon.today
    ).lists()
    let ledgers = LedgerBuilder(
      data[HelpCaseRecord.self], units: units, period: .before(horizon.today)
    ).ledgers(pages: ledgerUnits(pages))
    let duties = DutyBuilder(
      data: data, units: units, activities: activityByID, expansion: expansion, pages: pages,
      workdays: content.holidays,
      today: horizon.today
    ).duties()

    let rosters = makeRosters(units)
    let posts = CommunityPosts(data.posts, units: units, rosters: rosters)
    let teams = TeamBuilder(
      data, content: content, units: units, venues: venueByID, activities: activityByID, pages: pages
    ).teams()
    let points = PointsBuilder(data, units: units, today: horizon.today).points()

    var community = Community(
      site: content.site, words: content.site.language.datedWords(in: horizon.today.year), horizon: horizon,
      published: published,
      notedPages: history.noted, units: units, venues: venues,
      activities: activities,
      occurrences: occurrences, archive: archive,
      appearances: Appearance.list(occurrences),
      rosters: rosters, shifts: Shift.list(data[ShiftRecord.self], units: units, horizon: horizon), posts: posts,
      filters: Community.filters(venues: venues, units: units, activities: activities),
      workdays: content.holidays,
      pages: pages,
      introductions: Dictionary(
        publicIntroductions.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first }),
      duePages: publicPages.filter { isDueInHorizon($0) },
      waitingPages: publicPages.compactMap { page in
        guard case .due(let time) = page.publication else { return nil }
        return (page.page.url, time)
      }.sorted { ($0.from, $0.url) < ($1.from, $1.url) },
      draftFiles: includeDrafts ? [] : content.pages.filter(\.isDraft).map(\.file).sorted(),
      lists: lists,
      ledgers: ledgers, duties: duties,
      finder: CommunityFinder(data[UnitAddressRecord.self], units: units, pages: pages), teams: teams, points: points,
      measures: Measure.list(data, units: units, today: horizon.today),
      tables: CommunityTables(data, units: units, today: horizon.today), screens: content.screens,
      weather: content.weather,
      images: content.images,
      imageByURL: Dictionary(
        content.images.map { ($0.path.url, $0) } + content.images.map { ($0.name, $0) },
        uniquingKeysWith: { first, _ in first }),
      shownImages: ShownImages(content).addresses(
        in: pages.all.map(\.page.source) + publicIntroductions.map(\.source)),
      attachments: PublicAttachments(content, of: pages.all.map(\.page.source) + publicIntroductions.map(\.source)),
      shownFiles: content.shown,
      totalsByUnit: UnitTotals.all(units: units, venues: venues, posts: posts.all, pages: pages),
      venueByID: venueByID,
      activityByID: activityByID,
      almanacByDay: AlmanacEntry.byDay(data.almanac, units: units),
      labeller: content.site.showsDayLabels ? labeller : nil, occurrenceRanges: ranges,
      archiveByActivity: Dictionary(
        grouping: archive.filter { $0.end <= horizon.window.lowerBound }, by: \.activity.id),
      expansion: expansion)
    community.groupByFilter(jobs: jobs)
    community.decideSubscriptions(jobs: jobs)
    community.decideShortAddresses()

    problems += checks(community)
    problems = content.easing(problems)
    return community
  }

  /// Each looks at what others don't change, so that they run side by side; what they found stands in their order.
  private func checks(_ community: Community) -> [Diagnostic] {
    let (content, data, today, includeDrafts) = (content, data, horizon.today, includeDrafts)
    let (activities, expansion, database) = (community.activities, community.expansion, content.site.database)
    let figures = StatedFigureCheck(community.measures)
    let checks: [@Sendable () -> [Diagnostic]] = [
      { AddressCheck(content).problems() },
      { CopiedPageCheck(content).problems() },
      { ReferenceCheck(content, data).problems() },
      { ShiftCheck(data, site: content.site).problems() },
      { AttachmentCheck(content).problems() },
      { BrandTreeCheck(content).problems() },
      { AgreementCheck(pages: content.publishablePages, today: today).problems() },
      { ServiceCheck(content, data).problems() },
      { ListRowCheck(data, content: content, today: today).problems() },
      { CaseCheck(data, database: database, community.horizon).problems() },
      { ListPageCheck(community, content: content).problems() },
      { DutyCheck(community, content: content, data: data).problems() },
      { VenueCheck(community, content: content, data: data).problems() },
      { CircleCheck(community, content: content).problems() },
      { FinderCheck(community, content: content).problems() },
      { TeamCheck(data, content: content).problems() },
      { PointsTimeCheck(data, database: database, today: today).problems() },
      { data.problems(database: database, workdays: content.holidays) },
      { TopicCheck(activities: activities, expansion: expansion, database: database).problems() },
      { YearCheck(content, data, today: today).problems() },
      { SkippedSeriesCheck(activities: activities, expansion: expansion, today: today, database: database).problems() },
      { VenueClashCheck(activities: activities, expansion: expansion, today: today, database: database).problems() },
      { HolidayYearCheck.problems(in: community.occurrences, by: content.holidays) },
      { HolidayYearCheck.problems(in: content.screens, within: community.horizon, by: content.holidays) },
      { ScreenTextCheck(community: community).problems() },
      { ScreenTimeCheck(community: community, hasWeatherFile: content.hasWeatherFile).problems() },
      { figures.problems(in: content.publishableSources) },
      { figures.problems(in: data, database: database) },
      { PersonalDataCheck(data, site: content.site).problems() },
      { ApprovalCheck(content, today: today, includesDrafts: includeDrafts).problems() },
    ]
    return jobs.map(checks, grain: 1) { $0() }.flatMap { $0 }
  }

  private mutating func publicPage(_ page: Page, _ units: UnitTree) -> PublicPage {
    let (period, problem) = PublicNoticePeriod.of(page, content.holidays)
    // What is not published needs no days counted.
    if let problem, !page.isDraft || includeDrafts { problems.append(problem) }
    return PublicPage(
      page: page,
      publication: publication(
        of: page.source, from: page.kind == .notice ? page.publishedAt : page.publishAt,
        expiresAt: period?.end ?? page.expiresAt),
      unit: page.unit.flatMap { units[$0] }, period: period)
  }

  private func publication(of page: PageSource, from: LocalDateTime?, expiresAt: LocalDateTime?) -> Publication {
    Publication.of(
      page, from: from, expiresAt: expiresAt, at: horizon, requiresApproval: content.site.requiresApproval,
      includeDrafts: includeDrafts)
  }

  private func publication(of introduction: SectionIntroduction) -> Publication {
    publication(of: introduction.source, from: introduction.publishAt, expiresAt: introduction.expiresAt)
  }

  private func isDueInHorizon(_ page: PublicPage) -> Bool {
    if case .due(let time) = page.publication { return time < horizon.end }
    return false
  }

  private func makeVenues(_ pages: PublicPages, _ units: UnitTree) -> [Venue] {
    var pageByVenue: [VenueID: PublicPage] = [:]
    for page in pages[.venue] {
      if case .venue(let details) = page.page.details, let venue = details.venue { pageByVenue[venue] = page }
    }
    let facilities = Dictionary(grouping: data[VenueFacilityRecord.self], by: \.venue)
    let busy = Set(
      data.activities.filter { $0.status != .draft }.compactMap(\.venue) + data.changes.compactMap(\.newVenue))
    let circles = pages[.list].filter { !$0.isExpired && $0.page.details.isCircle }
    return data.venues.map { record in
      let circle = circles.first { page in page.unit.map { units.contains(record.unit, in: $0.id) } ?? true }
      // A unit's page names all its places.
      let address = circle.map { "\($0.page.url)#venue-\(record.id)" } ?? units[record.unit]?.url ?? SitePath.units.url
      return Venue(
        record, page: pageByVenue[record.id], facilities: facilities[record.id] ?? [],
        hasActivities: busy.contains(record.id), standsAt: address)
    }
  }

  private func makeActivities(_ units: UnitTree, _ venues: [VenueID: Venue]) -> [Activity] {
    let changes = Dictionary(grouping: data.changes, by: \.activity)
    return jobs.map(data.activities, grain: 256) { record -> Activity? in
      guard record.status != .draft, let unit = units[record.unit] else { return nil }
      return Activity(
        record, unit: unit, venue: record.venue.flatMap { venues[$0] }, changes: changes[record.id] ?? [])
    }.compactMap { $0 }
  }

  /// Those of the window, and those before it that are still to be found.
  private func makeOccurrences(
    _ activities: [Activity], _ expansion: OccurrenceExpansion
  ) -> (window: [Occurrence], archive: [Occurrence]) {
    let window = horizon.archiveAndWindow
    let all = jobs.map(activities, grain: 256) { expansion.occurrences(of: $0, in: window) }.flatMap { $0 }
      .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    var current: [Occurrence] = []
    var archive: [Occurrence] = []
    for occurrence in all {
      if occurrence.isWithin(horizon.window) { current.append(occurrence) } else { archive.append(occurrence) }
    }
    return (current, archive)
  }

  /// The units whose ledger has a page.
  private func ledgerUnits(_ pages: PublicPages) -> Set<UnitID> {
    Set(pages[.list].filter { !$0.isExpired }.compactMap { $0.page.ledgerUnit(of: content.site) })
  }

  private var labeller: DayLabeller {
    DayLabeller(workCalendar: content.holidays, years: horizon.archiveDay.year...horizon.lastDay.year)
  }

  private func makeRosters(_ units: UnitTree) -> [Roster] {
    data.rosters.compactMap { record in units[record.unit].map { Roster(record, unit: $0, horizon: horizon) } }
  }
}
