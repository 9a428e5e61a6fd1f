import Activities
import Content
import Parallel
import Vocabulary

/// Which calendars a release offers: those that a telephone can ask for every hour. What is too large leads to narrower ones. [0071]
package struct Subscriptions: Sendable {
  /// Events of one calendar, in either form.
  package static let events = 2_000
  /// Activities that have a calendar each.
  package static let activities = 2_000
  /// Single dates of one calendar, where all activities together are too many for one.
  package static let expandedEvents = 500
  /// Bytes of the feed of a filter, as they are reckoned ahead.
  package static let feedBytes = 1_000_000

  /// Those that still take place, in the order of their ids: calendars with rules hold them.
  package var coming: [Activity] = []
  /// Whether all dates together are too many for one calendar.
  package fileprivate(set) var isLarge = false
  fileprivate(set) var offersAll = true
  fileprivate(set) var filters: Set<OccurrenceFilter> = []
  fileprivate(set) var owners: Set<ActivityID> = []
  fileprivate(set) var expanded: Set<OccurrenceFilter> = []
  /// The filters that have a JSON feed: where that of all activities comes in parts, programs narrow these down themselves.
  package fileprivate(set) var feeds: Set<OccurrenceFilter> = []

  /// - Parameter isExpanded: with single dates.
  package func offers(_ scope: CalendarScope, isExpanded: Bool = false) -> Bool {
    switch scope {
    case .all: offersAll
    case .filtered(let filter): isExpanded ? expanded.contains(filter) : filters.contains(filter)
    case .activity(let id): owners.contains(id)
    }
  }
}

extension Community {
  mutating func decideSubscriptions(jobs: Jobs) {
    var made = Subscriptions()
    let community = self
    made.coming = jobs.map(activities, grain: 256) { community.stillHappens($0) ? $0 : nil }.compactMap { $0 }
    // In the form with rules each series is an event, and each of its dates that differs from the rule another.
    let apart = occurrences.map { $0.status != .scheduled || $0.isAdded || $0.topic != nil }
    made.offersAll =
      max(occurrences.count, made.coming.count + apart.count { $0 }) <= Subscriptions.events
    var series: [OccurrenceFilter: Int] = [:]
    for activity in made.coming {
      for filter in filters(of: activity) { series[filter, default: 0] += 1 }
    }
    made.filters = Set(
      filters.filter { filter in
        let indices = indicesByFilter[filter] ?? []
        let rules = series[filter, default: 0] + indices.count { apart[$0] }
        return max(indices.count, rules) <= Subscriptions.events
      })
    let isLarge = occurrences.count > Subscriptions.events
    made.isLarge = isLarge
    made.expanded = made.filters.filter {
      !isLarge || (indicesByFilter[$0] ?? []).count <= Subscriptions.expandedEvents
    }
    if !isLarge {
      let sizes = occurrences.map { $0.feedBytes(under: site.baseURL) }
      made.feeds = Set(
        filters.filter { filter in
          (indicesByFilter[filter] ?? []).reduce(0) { $0 + sizes[$1] } <= Subscriptions.feedBytes
        })
    }
    made.owners = Set(owners(made.coming).map(\.id))
    subscriptions = made
  }

  /// All of a small site, so that a calendar that somebody subscribed to stays one; of a larger one those that still take place, else those that do so
  /// again and again, else none: their places' and units' calendars bring them.
  private func owners(_ coming: [Activity]) -> [Activity] {
    let series = coming.filter { $0.record.rule != nil }
    return [activities, coming, series].first { $0.count <= Subscriptions.activities } ?? []
  }

  /// The filters whose calendars stand in for one that is not offered: of an activity its place's and its units', else those below the filter, each as wide
  /// as it can be.
  package func calendars(insteadOf scope: CalendarScope) -> [OccurrenceFilter] {
    switch scope {
    case .all: return units.roots.flatMap { calendars(of: $0) }
    case .filtered(.unit(let id)): return units[id].map { calendars(below: $0) } ?? []
    // What cuts across all units is narrowed down by them.
    case .filtered: return calendars(insteadOf: .all)
    case .activity(let id):
      guard let activity = activity(id) else { return [] }
      let places = [activity.venue].compactMap { $0 }.map { OccurrenceFilter.venue($0.id) }
      let own = units.chainIDs(of: activity.unit.id).map { OccurrenceFilter.unit($0) }
      return Array((places + own).filter(subscriptions.filters.contains).prefix(2))
    }
  }

  private func calendars(of unit: Unit) -> [OccurrenceFilter] {
    let own = OccurrenceFilter.unit(unit.id)
    return subscriptions.filters.contains(own) ? [own] : calendars(below: unit)
  }

  private func calendars(below unit: Unit) -> [OccurrenceFilter] {
    let places = venues(of: unit.id).filter { $0.unit == unit.id }.map { OccurrenceFilter.venue($0.id) }
    return units.children(of: unit.id).flatMap { calendars(of: $0) } + places.filter(subscriptions.filters.contains)
  }
}

extension Occurrence {
  /// About how long its record in a JSON feed is: names, times and numbers take some 750 bytes, texts what they take.
  fileprivate func feedBytes(under baseURL: String) -> Int {
    let record = activity.record
    let texts = [
      title, activity.unit.name, venue?.name, venue?.address, host, record.audience, summary, record.onlineURL,
      record.signupURL,
    ]
    return 750 + 3 * id.utf8.count + baseURL.utf8.count + texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
  }
}
