import Activities
import CivilTime
import Community
import Content
import Encoding
import Vocabulary

/// schema.org's `EventSeries` and `Event` as JSON-LD, for search engines. What a series says of all its dates, its place above all, is said once and named
/// by the dates (`@id`, relative to the page, whose own address goes without saying); a date takes place as planned where no `eventStatus` says
/// otherwise. [0090]
struct EventMarkup {
  let community: Community

  static let nothing = #"{"@context":"https://schema.org","@graph":[]}"#
  /// What dates name of their series.
  private static let series = "#series"
  private static let place = "#place"
  private static let host = "#host"

  /// nil: there is nothing to say.
  func json(_ activity: Activity) -> String? {
    let nodes = nodes(of: activity)
    guard !nodes.isEmpty else { return nil }
    var json = JSONWriter(htmlSafe: true)
    json.object { json in
      json.field("@context", "https://schema.org")
      json.key("@graph")
      json.array(nodes) { json, node in write(node, of: activity, &json) }
    }
    return json.string
  }

  enum Node {
    case series
    case date(Occurrence)
  }

  /// The series first, where it is one.
  func nodes(of activity: Activity) -> [Node] {
    (activity.record.rule == nil ? [] : [.series]) + community.occurrences(of: activity).map(Node.date)
  }

  /// Nobody can come any more, and no date of the present is left to be told off.
  func isOver(_ activity: Activity) -> Bool {
    community.occurrences(of: activity).isEmpty && community.joining(activity) == .closed
  }

  func write(_ node: Node, of activity: Activity, _ json: inout JSONWriter) {
    switch node {
    case .series: series(activity, &json)
    case .date(let occurrence): event(activity, occurrence: occurrence, json: &json)
    }
  }

  private func series(_ activity: Activity, _ json: inout JSONWriter) {
    let record = activity.record
    json.object { json in
      json.field("@type", "EventSeries")
      json.field("@id", Self.series)
      json.field("name", activity.title)
      json.field("startDate", TimeText.date(record.start.date))
      if let summary = record.summary { json.field("description", summary) }
      if let venue = activity.venue { place(venue, named: Self.place, &json) }
      if let host = record.host { organizer(host, named: Self.host, &json) }
      if record.feeYuan == 0 { json.field("isAccessibleForFree", true) }
    }
  }

  private func place(_ venue: Venue, named id: String? = nil, _ json: inout JSONWriter) {
    json.key("location")
    json.object { json in
      json.field("@type", "Place")
      if let id { json.field("@id", id) }
      json.field("name", venue.name)
      json.field("address", venue.address ?? venue.name)
    }
  }

  private func organizer(_ host: String, named id: String? = nil, _ json: inout JSONWriter) {
    json.key("organizer")
    json.object { json in
      json.field("@type", "Organization")
      if let id { json.field("@id", id) }
      json.field("name", host)
    }
  }

  private func reference(_ name: StaticString, to id: String, _ json: inout JSONWriter) {
    json.key(name)
    json.object { json in json.field("@id", id) }
  }

  private func event(_ activity: Activity, occurrence: Occurrence, json: inout JSONWriter) {
    let zone = community.horizon.zone
    let record = activity.record
    let isOfSeries = record.rule != nil
    json.object { json in
      json.field("@type", "Event")
      json.field("@id", "#" + occurrence.id)
      json.field("name", occurrence.title)
      json.field("startDate", TimeText.rfc3339(occurrence.start, in: zone))
      json.field("endDate", TimeText.rfc3339(occurrence.end, in: zone))
      if occurrence.status != .scheduled { json.field("eventStatus", occurrence.status.inSchema) }
      if occurrence.status == .moved, occurrence.isMovedInTime {
        json.field("previousStartDate", TimeText.rfc3339(occurrence.originalStart, in: zone))
      }
      if let summary = occurrence.summary, !isOfSeries || summary != record.summary {
        json.field("description", summary)
      }
      if isOfSeries { reference("superEvent", to: Self.series, &json) }
      if let venue = occurrence.venue {
        if isOfSeries, venue.id == activity.venue?.id {
          reference("location", to: Self.place, &json)
        } else {
          place(venue, &json)
        }
      }
      if let host = occurrence.host {
        if isOfSeries, host == record.host {
          reference("organizer", to: Self.host, &json)
        } else {
          organizer(host, &json)
        }
      }
      if record.feeYuan == 0, !isOfSeries { json.field("isAccessibleForFree", true) }
    }
  }
}
