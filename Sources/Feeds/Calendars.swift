import Activities
import Artifacts
import CivilTime
import Community
import Content
import Encoding
import Parallel
import Vocabulary
import Words

/// `/calendar/…`: all activities, and those of each venue, track, unit and of one activity; with rules, and under `expanded/` with single
/// instances for consumers that can't follow rules.
struct Calendars {
  private let community: Community
  private let activities: [Activity]
  private let recurring: [ActivityID: Bytes]
  private let expanded: [Bytes]

  /// - Parameter log: dates each event by what it said in the last release.
  init(_ community: Community, _ log: inout RevisionLog, jobs: Jobs) {
    self.community = community
    let events = CalendarEvents(community)
    let coming = community.subscriptions.coming
    activities = coming
    let told = jobs.map(coming, grain: 64) { activity in
      let (series, detached) = events.recurring(activity)
      return (DraftEvent(.series, activity.id.text, activity, series), detached)
    }
    let series = DraftEvent.dated(told.map(\.0), community, &log, jobs)
    func single(_ occurrences: [Occurrence]) -> [Bytes] {
      let drafts = jobs.map(occurrences, grain: 64) { occurrence in
        DraftEvent(.single, occurrence.id, occurrence.activity, events.single(occurrence))
      }
      return DraftEvent.dated(drafts, community, &log, jobs)
    }
    let detached = single(told.flatMap(\.1))
    var (recurring, next) = ([ActivityID: Bytes](minimumCapacity: coming.count), 0)
    for (index, activity) in coming.enumerated() {
      let end = next + told[index].1.count
      recurring[activity.id] = series[index] + detached[next..<end].joined()
      next = end
    }
    self.recurring = recurring
    expanded = single(community.occurrences)
  }

  func artifacts() -> [Artifact] {
    let site = community.site.title
    let all = pair(.all, title: site, activities: activities, indices: Array(expanded.indices))
    return all + ofFilters(site) + ofActivities()
  }

  // MARK: Grouping

  private func ofFilters(_ site: String) -> [Artifact] {
    var parts: [OccurrenceFilter: [Activity]] = [:]
    for activity in activities {
      for filter in community.filters(of: activity) { parts[filter, default: []].append(activity) }
    }
    return community.filters.flatMap { filter in
      pair(
        .filtered(filter), title: "\(community.title(of: filter)) · \(site)", activities: parts[filter] ?? [],
        indices: community.indicesByFilter[filter] ?? [])
    }
  }

  private func ofActivities() -> [Artifact] {
    let indices = Dictionary(grouping: expanded.indices) { community.occurrences[$0].activity.id }
    return community.activities.filter { community.subscriptions.offers(.activity($0.id)) }.flatMap { activity in
      pair(
        .activity(activity.id), title: activity.title, activities: recurring[activity.id] == nil ? [] : [activity],
        indices: indices[activity.id] ?? [])
    }
  }

  /// The calendar with rules and the one with single instances.
  ///
  /// - Parameter indices: of occurrences. Those that no activity of this calendar brings (moved here from elsewhere, or one of a series
  ///   only) stand in the one with rules by themselves.
  private func pair(_ scope: CalendarScope, title: String, activities: [Activity], indices: [Int]) -> [Artifact] {
    guard community.subscriptions.offers(scope) else { return [] }
    let whole = artifact(.calendar(scope), title: title) { [self] in
      let own = Set(activities.map(\.id))
      let visitors = indices.filter { !own.contains(community.occurrences[$0].activity.id) }
      return activities.map { recurring[$0.id] ?? [] } + visitors.map { expanded[$0] }
    }
    guard community.subscriptions.offers(scope, isExpanded: true) else { return [whole] }
    // What is over this week is of no use to small displays, and a large site has much of it. [0090]
    let horizon = community.horizon
    let ahead =
      community.subscriptions.isLarge ? indices.filter { !horizon.wasOver(community.occurrences[$0].end) } : indices
    return [
      whole, artifact(.calendar(scope, isExpanded: true), title: title) { [self] in ahead.map { expanded[$0] } },
    ]
  }

  // MARK: Writing

  private func artifact(_ path: SitePath, title: String, events: @escaping @Sendable () -> [Bytes]) -> Artifact {
    let (zone, code) = (community.horizon.zone, community.site.language.code)
    return Artifact(
      path, .calendar, .made { Self.calendar(title, zone: zone, language: code, events: events()) })
  }

  static func calendar(_ title: String, zone: Zone, language: String, events: [Bytes]) -> Bytes {
    var out = CalendarText()
    out.line("BEGIN", "VCALENDAR")
    out.line("VERSION", "2.0")
    out.line("PRODID", "-//Gongshi//Gongshi 1//\(language.uppercased())")
    out.line("CALSCALE", "GREGORIAN")
    out.line("METHOD", "PUBLISH")
    out.text("NAME", title)
    out.text("X-WR-CALNAME", title)
    out.line("X-WR-TIMEZONE", zone.identifier)
    out.property("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
    out.line("X-PUBLISHED-TTL", "PT1H")
    out.line("BEGIN", "VTIMEZONE")
    out.line("TZID", zone.identifier)
    out.line("BEGIN", "STANDARD")
    out.line("DTSTART", "19920101T000000")
    let offset = TimeText.offset(zone).filter { $0 != ":" }
    out.line("TZOFFSETFROM", offset)
    out.line("TZOFFSETTO", offset)
    out.line("TZNAME", offset)
    out.line("END", "STANDARD")
    out.line("END", "VTIMEZONE")
    for event in events { out.append(event) }
    out.line("END", "VCALENDAR")
    return out.bytes
  }
}

/// An event before it is known when it last changed.
private struct DraftEvent: Sendable {
  let kind: PublishedHistory.Kind
  let id: String
  let activity: Activity
  let text: EventText
  let digest: String

  init(_ kind: PublishedHistory.Kind, _ id: String, _ activity: Activity, _ text: EventText) {
    self.kind = kind
    self.id = id
    self.activity = activity
    self.text = text
    digest = text.digest
  }

  /// In their order: what is written is on all cores, what is looked up is one after the other.
  static func dated(
    _ drafts: [DraftEvent], _ community: Community, _ log: inout RevisionLog, _ jobs: Jobs
  ) -> [Bytes] {
    let zone = community.horizon.zone
    let dated = drafts.map { draft in
      let edited = zone.instant(of: draft.activity.record.updatedAt)
      return (draft.text, log.changed(draft.kind, draft.id, digest: draft.digest, edited: edited))
    }
    return jobs.map(dated, grain: 64) { text, changed in text.bytes(changed: changed) }
  }
}
