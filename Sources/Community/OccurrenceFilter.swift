import Activities
import Artifacts
import CivilTime
import Parallel
package import Vocabulary
import Words

/// One way in which residents narrow the schedule down. Each has a page, a calendar and a JSON feed, all named by its path.
package enum OccurrenceFilter: Sendable, Hashable {
  case venue(VenueID)
  case track(Track)
  case unit(UnitID)
  case audience(AudienceGroup)
  case free
  /// With a capacity that is not used up, where enrolment is counted, as far as it was known at the build.
  case placesLeft

  /// `["venue", "hall"]`, `["free"]`: below `/schedule/`, `/calendar/` and `/feeds/v1/activities/`.
  package var path: [String] {
    switch self {
    case .venue(let id): ["venue", id.text]
    case .track(let track): ["track", track.rawValue]
    case .unit(let id): ["unit", id.text]
    case .audience(let group): ["audience", group.rawValue]
    case .free: ["free"]
    case .placesLeft: ["places-left"]
    }
  }

  /// Of its page.
  package var url: String { SitePath.schedule(self).url }
}

extension Community {
  static func filters(venues: [Venue], units: UnitTree, activities: [Activity]) -> [OccurrenceFilter] {
    let groups = Set(activities.flatMap(\.audienceGroups))
    let places = venues.filter(\.hasSchedule)
    let active = Set((activities.map(\.unit.id) + places.map(\.unit)).flatMap { units.chainIDs(of: $0) })
    return places.map { .venue($0.id) } + Track.allCases.map { .track($0) }
      + units.all.filter { active.contains($0.id) }.map { .unit($0.id) }
      + AudienceGroup.allCases.filter(groups.contains).map { .audience($0) }
      + (activities.contains { $0.record.feeYuan == 0 } ? [.free] : [])
      + (activities.contains { $0.record.capacity != nil } ? [.placesLeft] : [])
  }

  /// `会客厅的日程`.
  package func title(of filter: OccurrenceFilter) -> String {
    switch filter {
    case .venue(let id): words.schedule(of: venue(id)?.name ?? "")
    case .track(let track): words.schedule(of: track)
    case .unit(let id): words.schedule(of: units[id]?.name ?? "")
    case .audience(let group): words.activities(for: group)
    case .free: words.freeActivities
    case .placesLeft: words.activitiesWithPlaces
    }
  }

  /// The filters that an occurrence meets.
  private func filters(of occurrence: Occurrence) -> [OccurrenceFilter] {
    let places = occurrence.places
    var met = filters(of: occurrence.activity, in: places)
    if occurrence.takesPlace, let remaining = occurrence.remaining, remaining > 0 { met.append(.placesLeft) }
    return met
  }

  /// The filters that all occurrences of an activity meet that are not moved to another place.
  package func filters(of activity: Activity) -> [OccurrenceFilter] {
    filters(of: activity, in: [activity.venue].compactMap { $0 })
  }

  private func filters(of activity: Activity, in places: [Venue]) -> [OccurrenceFilter] {
    let record = activity.record
    var met: [OccurrenceFilter] = places.map { .venue($0.id) }
    if let track = record.track { met.append(.track(track)) }
    met += units(of: activity, in: places).map { .unit($0) }
    met += activity.audienceGroups.map { .audience($0) }
    if record.feeYuan == 0 { met.append(.free) }
    return met
  }

  /// Those of the window that meet a filter, in order.
  package func occurrences(meeting filter: OccurrenceFilter) -> [Occurrence] {
    (indicesByFilter[filter] ?? []).map { occurrences[$0] }
  }

  mutating func groupByFilter(jobs: Jobs) {
    let community = self
    for (index, filters) in jobs.map(occurrences, grain: 256, { community.filters(of: $0) }).enumerated() {
      for filter in filters { indicesByFilter[filter, default: []].append(index) }
    }
  }
}
