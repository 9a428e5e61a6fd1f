import Activities
import Artifacts
import CivilTime
import Community
import Content
import Encoding
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
  init(_ community: Community, _ log: inout RevisionLog) {
    self.community = community
    let events = CalendarEvents(community)
    let zone = community.horizon.zone
    func single(_ occurrence: Occurrence) -> Bytes {
      let text = events.single(occurrence)
      let edited = zone.instant(of: occurrence.activity.record.updatedAt)
      return text.bytes(changed: log.changed(.single, occurrence.id, digest: text.digest, edited: edited))
    }
    activities = community.subscriptions.coming
    var recurring: [ActivityID: Bytes] = [:]
    for activity in activities {
      let (series, detached) = events.recurring(activity)
      let changed = log.changed(
        .series, activity.id.text, digest: series.digest, edited: zone.instant(of: activity.record.updatedAt))
      recurring[activity.id] = series.bytes(changed: changed) + detached.flatMap(single)
    }
    self.recurring = recurring
    expanded = community.occurrences.map(single)
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
    let own = Set(activities.map(\.id))
    let visitors = indices.filter { !own.contains(community.occurrences[$0].activity.id) }
    let rules = activities.map { recurring[$0.id] ?? [] } + visitors.map { expanded[$0] }
    let whole = artifact(.calendar(scope), title: title, events: rules)
    guard community.subscriptions.offers(scope, isExpanded: true) else { return [whole] }
    // What is over this week is of no use to small displays, and a large site has much of it. [0090]
    let horizon = community.horizon
    let ahead =
      community.subscriptions.isLarge ? indices.filter { !horizon.wasOver(community.occurrences[$0].end) } : indices
    return [whole, artifact(.calendar(scope, isExpanded: true), title: title, events: ahead.map { expanded[$0] })]
  }

  // MARK: Writing

  private func artifact(_ path: SitePath, title: String, events: [Bytes]) -> Artifact {
    let zone = community.horizon.zone
    return Artifact(
      path, .calendar,
      .made { [code = community.site.language.code] in Self.calendar(title, zone: zone, language: code, events: events)
      })
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
