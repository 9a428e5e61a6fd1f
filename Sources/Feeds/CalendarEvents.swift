import Activities
import Artifacts
import CivilTime
import Community
import Content
import Encoding
import Vocabulary
import Words

/// VEVENTs of activities (RFC 5545), in both forms: one event with its rule and overrides, or one event an occurrence.
struct CalendarEvents {
  private let community: Community
  private let host: String

  init(_ community: Community) {
    self.community = community
    host = BaseURL.authority(of: community.site.baseURL)
  }

  private var words: any Words { community.words }
  private var zone: Zone { community.horizon.zone }

  // MARK: RRULE form

  /// The activity's event and an override for each occurrence that is not what its rule makes of it.
  ///
  /// - Returns: what bears the series' own UID, and those that stand outside of its rule, which are events of their own.
  func recurring(_ activity: Activity) -> (series: EventText, detached: [Occurrence]) {
    var text = EventText()
    let record = activity.record
    let series = community.exceptions(of: activity)
    let isDate = isAllDay(record.start, record.end)
    text.event(uid: uid(activity.id.text), sequence: 0) { out in
      times(&out, start: record.start, end: record.end)
      if let rule = series.rule { out.line("RRULE", rule.text(zone: zone, startsOnDate: isDate)) }
      for start in series.excluded { time(&out, name: "EXDATE", time: start, isDate: isDate) }
      describe(
        &out, activity: activity,
        telling: Telling(title: activity.title, summary: activity.record.summary, host: activity.record.host),
        titlePrefix: activity.titlePrefix(words), status: activity.occurrenceStatus ?? .scheduled, at: activity.venue)
    }
    for occurrence in series.overrides {
      text.event(uid: uid(activity.id.text), sequence: 1) { out in
        time(&out, name: "RECURRENCE-ID", time: occurrence.originalStart, isDate: isDate)
        times(&out, start: occurrence.start, end: occurrence.end)
        describe(&out, occurrence)
      }
    }
    return (text, series.detached)
  }

  // MARK: Expanded form

  func single(_ occurrence: Occurrence) -> EventText {
    var text = EventText()
    let sequence = occurrence.status == .scheduled ? 0 : 1
    text.event(uid: uid(occurrence.id), sequence: sequence) { out in
      times(&out, start: occurrence.start, end: occurrence.end)
      describe(&out, occurrence)
    }
    return text
  }

  // MARK: Parts

  private func uid(_ id: String) -> String { "\(id)@\(host)" }

  private func times(_ out: inout CalendarText, start: LocalDateTime, end: LocalDateTime) {
    let isDate = isAllDay(start, end)
    time(&out, name: "DTSTART", time: start, isDate: isDate)
    time(&out, name: "DTEND", time: end, isDate: isDate)
  }

  private func time(_ out: inout CalendarText, name: String, time: LocalDateTime, isDate: Bool) {
    if isDate {
      out.property("\(name);VALUE=DATE", TimeText.basic(time.date))
    } else {
      out.property("\(name);TZID=\(zone.identifier)", TimeText.basic(time))
    }
  }

  private func isAllDay(_ start: LocalDateTime, _ end: LocalDateTime) -> Bool {
    TimeText.isAllDay(from: start, to: end)
  }

  /// What a series or one of its occurrences is about.
  private struct Telling {
    let title: String
    let summary: String?
    let host: String?
  }

  private func describe(_ out: inout CalendarText, _ occurrence: Occurrence) {
    describe(
      &out, activity: occurrence.activity,
      telling: Telling(title: occurrence.title, summary: occurrence.summary, host: occurrence.host),
      titlePrefix: occurrence.titlePrefix(words), status: occurrence.status, at: occurrence.venue,
      remarks: occurrence.remarks(words))
  }

  private func describe(
    _ out: inout CalendarText, activity: Activity, telling: Telling, titlePrefix: String,
    status: OccurrenceStatus,
    at venue: Venue?,
    remarks: [String] = []
  ) {
    let record = activity.record
    // Many calendars do not show STATUS: the title says it too.
    out.text("SUMMARY", titlePrefix + telling.title)
    switch status {
    case .scheduled, .moved: out.line("STATUS", "CONFIRMED")
    case .cancelled: out.line("STATUS", "CANCELLED")
    case .postponed: out.line("STATUS", "TENTATIVE")
    }
    if let venue {
      out.text("LOCATION", [venue.name, venue.address].compactMap { $0 }.joined(separator: words.comma))
      if let latitude = venue.latitude, let longitude = venue.longitude { out.line("GEO", "\(latitude);\(longitude)") }
    }
    let facts = [
      telling.summary, telling.host.map { words.hostIs + $0 }, record.audience.map { words.audienceIs + $0 },
      record.onlineURL.map { words.onlineIs + $0 },
    ]
    let description = (remarks + facts.compactMap { $0 }).joined(separator: "\n")
    if !description.isEmpty { out.text("DESCRIPTION", description) }
    out.text("CATEGORIES", record.track.map(words.label) ?? words.label(record.kind))
    out.line("URL", community.site.baseURL + activity.url)
  }
}

extension CalendarText {
  mutating func property(_ name: String, _ value: String) {
    append(Bytes("\(name):\(value)\r\n".utf8))
  }
}
