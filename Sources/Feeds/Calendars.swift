import Artifacts
import CivilTime
import Community
import Encoding
import Vocabulary

/// `/calendar/…`: all activities, and those of each venue, track, unit and of one activity; with rules, and under `expanded/` with single
/// instances for consumers that can't follow rules.
struct Calendars {
  private let community: Community
  private let activities: [Activity]
  private let recurring: [ActivityID: Bytes]
  private let expanded: [Bytes]

  init(_ community: Community) {
    self.community = community
    let events = CalendarEvents(community)
    activities = community.activities.filter { community.stillHappens($0) }
    recurring = Dictionary(uniqueKeysWithValues: activities.map { ($0.id, events.recurring($0)) })
    expanded = community.occurrences.map(events.single)
  }

  func artifacts() -> [Artifact] {
    let site = community.site.title
    var made = pair("all", site, Part(activities: activities, occurrences: Array(expanded.indices)))
    let parts = parts(community.filters(of:), of: community.filters(of:))
    for filter in community.filters {
      let title = "\(community.title(of: filter)) · \(site)"
      made += pair(filter.path.joined(separator: "/"), title, parts[filter] ?? Part())
    }
    let byActivity = self.parts {
      [$0.id]
    } of: {
      [$0.activity.id]
    }
    for activity in community.activities {
      made += pair("activity/\(activity.id)", activity.title, byActivity[activity.id] ?? Part())
    }
    return made
  }

  // MARK: Grouping

  /// What one calendar holds.
  private struct Part {
    var activities: [Activity] = []
    /// Indices of occurrences.
    var occurrences: [Int] = []
    /// Those of them that no activity of this calendar brings: moved here from elsewhere, or one of a series only.
    var visitors: [Int] = []
  }

  private func parts<Key: Hashable>(
    _ keysOfActivity: (Activity) -> [Key], of keysOfOccurrence: (Occurrence) -> [Key]
  ) -> [Key: Part] {
    var parts: [Key: Part] = [:]
    for activity in activities {
      for key in keysOfActivity(activity) { parts[key, default: Part()].activities.append(activity) }
    }
    for (index, occurrence) in community.occurrences.enumerated() {
      let own = keysOfActivity(occurrence.activity)
      for key in keysOfOccurrence(occurrence) {
        parts[key, default: Part()].occurrences.append(index)
        if !own.contains(key) { parts[key, default: Part()].visitors.append(index) }
      }
    }
    return parts
  }

  /// The calendar with rules and the one with single instances.
  private func pair(_ name: String, _ title: String, _ part: Part) -> [Artifact] {
    let rules = part.activities.map { recurring[$0.id] ?? [] } + part.visitors.map { expanded[$0] }
    return [
      artifact("calendar/\(name).ics", title, rules),
      artifact("calendar/expanded/\(name).ics", title, part.occurrences.map { expanded[$0] }),
    ]
  }

  // MARK: Writing

  private func artifact(_ path: String, _ title: String, _ events: [Bytes]) -> Artifact {
    let zone = community.horizon.zone
    return Artifact(.at(path), .calendar, .made { Self.calendar(title, zone, events) })
  }

  static func calendar(_ title: String, _ zone: Zone, _ events: [Bytes]) -> Bytes {
    var out = CalendarText()
    out.line("BEGIN", "VCALENDAR")
    out.line("VERSION", "2.0")
    out.line("PRODID", "-//Gongshi//Gongshi 1//ZH")
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
