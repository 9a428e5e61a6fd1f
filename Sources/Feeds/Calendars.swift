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
    var made: [Artifact] = []
    func add(_ name: String, _ title: String, activities: [Activity], occurrences: [Int]) {
      made.append(artifact("calendar/\(name).ics", title, activities.map { recurring[$0.id] ?? [] }))
      made.append(artifact("calendar/expanded/\(name).ics", title, occurrences.map { expanded[$0] }))
    }
    let site = community.site.title
    add("all", site, activities: activities, occurrences: Array(expanded.indices))

    let byVenue = group {
      $0.venue.map { [$0.id.text] } ?? []
    } of: {
      $0.venue.map { [$0.id.text] } ?? []
    }
    for venue in community.venues {
      let part = byVenue[venue.id.text] ?? Part()
      add("venue/\(venue.id)", "\(venue.name) · \(site)", activities: part.activities, occurrences: part.occurrences)
    }
    let byTrack = group {
      $0.record.track.map { [$0.rawValue] } ?? []
    } of: {
      $0.activity.record.track.map { [$0.rawValue] } ?? []
    }
    for track in Track.allCases {
      let part = byTrack[track.rawValue] ?? Part()
      add(
        "track/\(track.rawValue)", "\(track.label) · \(site)", activities: part.activities,
        occurrences: part.occurrences)
    }
    let chains = Dictionary(
      uniqueKeysWithValues: community.units.all.map { unit in
        (unit.id, community.units.chain(of: unit.id).map(\.id.text))
      })
    let byUnit = group { activity in
      union(chains[activity.unit.id], activity.venue.flatMap { chains[$0.unit] })
    } of: { occurrence in
      union(chains[occurrence.activity.unit.id], occurrence.venue.flatMap { chains[$0.unit] })
    }
    for unit in community.units.all {
      let part = byUnit[unit.id.text] ?? Part()
      add("unit/\(unit.id)", "\(unit.name) · \(site)", activities: part.activities, occurrences: part.occurrences)
    }
    let byActivity = group {
      [$0.id.text]
    } of: {
      [$0.activity.id.text]
    }
    for activity in community.activities {
      let part = byActivity[activity.id.text] ?? Part()
      add("activity/\(activity.id)", activity.title, activities: part.activities, occurrences: part.occurrences)
    }
    return made
  }

  // MARK: Grouping

  private struct Part {
    var activities: [Activity] = []
    var occurrences: [Int] = []
  }

  private func group(
    _ keysOfActivity: (Activity) -> [String], of keysOfOccurrence: (Occurrence) -> [String]
  ) -> [String: Part] {
    var parts: [String: Part] = [:]
    for activity in activities {
      for key in keysOfActivity(activity) { parts[key, default: Part()].activities.append(activity) }
    }
    for (index, occurrence) in community.occurrences.enumerated() {
      for key in keysOfOccurrence(occurrence) { parts[key, default: Part()].occurrences.append(index) }
    }
    return parts
  }

  private func union(_ first: [String]?, _ second: [String]?) -> [String] {
    let first = first ?? []
    return first + (second ?? []).filter { !first.contains($0) }
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
