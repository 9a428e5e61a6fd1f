package import Artifacts
package import CivilTime
package import Vocabulary

/// What a calendar holds.
package enum CalendarScope: Sendable, Hashable {
  case all
  case filtered(OccurrenceFilter)
  case activity(ActivityID)

  fileprivate var name: String {
    switch self {
    case .all: "all"
    case .filtered(let filter): filter.path.joined(separator: "/")
    case .activity(let id): "activity/\(id)"
    }
  }
}

/// The addresses of what a release consists of; rooms that make, name or link something take them from here.
extension SitePath {
  package static let home = page([])
  package static let schedule = page("schedule")
  package static let units = page("units")
  package static let status = page("status")
  package static let search = page("search")
  package static let notFound = at("404.html")
  package static let feedIndex = at("feeds/v1/index.json")
  /// When the site was last built: the small file that pages ask.
  package static let releaseFile = at("feeds/v1/release.json")

  /// Below the root, what the program makes or may make: no page of a site stands there.
  package static let programRoots: Set<String> = contentRoots.union([
    "activities", "feeds", "assets", "calendar", "files", "images", "page", "schedule", "screens", "search", "status",
    "units", shortRoot,
  ])

  /// The sections of the kinds of pages.
  private static let contentRoots = Set(PageKind.allCases.compactMap(\.section))

  /// Where nothing but the program's own files may be, not even a page that leads elsewhere.
  package static let programFiles: Set<String> = [
    "assets", "calendar", "feeds", "files", "images", "search", shortRoot,
  ]

  /// The list of a kind; of plain pages, the home page.
  package static func section(_ kind: PageKind) -> SitePath { page(kind.section.map { [$0] } ?? []) }

  /// A further part of a long list, from 2 on.
  package static func section(_ kind: PageKind, part: Int) -> SitePath {
    part == 1 ? section(kind) : page((kind.section.map { [$0] } ?? []) + ["page", "\(part)"])
  }

  package static func activity(_ id: ActivityID) -> SitePath { page("activities", id.text) }

  /// The schedule of one day.
  package static func day(_ date: CivilDate) -> SitePath { page("schedule", TimeText.date(date)) }

  /// A part of the schedule of one day, from 1 on; narrowed down where a filter is given.
  package static func day(_ date: CivilDate, _ filter: OccurrenceFilter?, part: Int = 1) -> SitePath {
    let day = ["schedule"] + (filter?.path ?? []) + [TimeText.date(date)]
    return page(part == 1 ? day : day + ["page", "\(part)"])
  }

  /// - Parameter month: `2026-11`.
  package static func month(_ month: String) -> SitePath { page("schedule", "month", month) }

  /// The schedule, narrowed down.
  package static func schedule(_ filter: OccurrenceFilter) -> SitePath { page(["schedule"] + filter.path) }

  /// - Parameter isExpanded: with single instances, for consumers that can't follow rules.
  package static func calendar(_ scope: CalendarScope, isExpanded: Bool = false) -> SitePath {
    at("calendar/\(isExpanded ? "expanded/" : "")\(scope.name).ics")
  }

  /// A feed of version 1: `activities`, `notices` …
  package static func feed(_ name: String) -> SitePath { at("feeds/v1/\(name).json") }

  /// The feed of the activities that a filter lets through; nil gives that of all.
  package static func activitiesFeed(_ filter: OccurrenceFilter?) -> SitePath {
    feed((["activities"] + (filter?.path ?? [])).joined(separator: "/"))
  }

  /// A part of the feed of all activities, where they are too many for one file.
  ///
  /// - Parameter name: a month or a day, `2026-11`, `2026-11-21`, or a part of a day, `2026-11-21-2`.
  package static func activitiesFeed(part name: String) -> SitePath { feed("activities/all/\(name)") }

  /// A feed for services' directories (HSDS), or a further part of it, from 2 on.
  package static func services(_ name: String, part: Int = 1) -> SitePath {
    at("feeds/hsds/\(name)\(part == 1 ? "" : "/\(part)").json")
  }

  /// A feed of changes of OpenActive; behind a place of it.
  package static func exchange(_ name: String, after position: ExchangeHistory.Position? = nil) -> SitePath {
    at("feeds/openactive/\(name)\(position.map { "/\($0.generation)-\($0.piece)" } ?? "").json")
  }

  /// What sorts of activities there are, as OpenActive's feeds name them.
  package static let activityConcepts = at("feeds/openactive/concepts.json")

  /// The page of all data: where it is, and under which licence.
  package static let data = page("feeds")

  /// The page that plays a screen.
  package static func screen(_ id: ScreenID) -> SitePath { page("screens", id.text) }

  package static func screenFeed(_ id: ScreenID) -> SitePath { feed("screens/\(id)") }

  /// A screen to be carried to a player that has no network.
  package static func screenPackage(_ id: ScreenID) -> SitePath { at("feeds/xibo/\(id).htz") }
}
