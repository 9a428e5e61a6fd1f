import Activities
import Artifacts
import CivilTime
import Community
import Content
import Encoding
import Vocabulary

/// `/activities/<id>/`: one page an activity, with its occurrences of the window.
struct ActivityPages {
  private let context: PortalContext

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] { context.community.activities.map(artifact) }

  private func artifact(_ activity: Activity) -> Artifact {
    let context = context
    let subscription = context.subscription(page: activity.url, calendar: .calendar(.activity(activity.id)))
    return context.page(
      .activity(activity.id), title: activity.title, description: activity.record.summary,
      breadcrumbs: [context.scheduleLink], template: "activity"
    ) {
      let community = context.community
      let occurrences = community.occurrences(of: activity)
      return ActivityPageView(
        activity: activity, joining: community.joining(activity), zone: community.horizon.zone,
        occurrences: community.appearances(of: activity).map(context.view),
        past: community.pastOccurrences(of: activity).reversed().map { context.view(Appearance($0)) },
        videos: community.videos(of: activity).map(context.view),
        structuredData: EventMarkup(community: community).json(activity, occurrences),
        subscription: subscription(), words: context.words)
    }
  }
}

/// schema.org's `EventSeries` and `Event` as JSON-LD, for search engines.
struct EventMarkup {
  let community: Community

  func json(_ activity: Activity, _ occurrences: [Occurrence]) -> String {
    var json = JSONWriter(htmlSafe: true)
    json.object { json in
      json.field("@context", "https://schema.org")
      json.key("@graph")
      json.array(occurrences) { json, occurrence in event(activity, occurrence, &json) }
    }
    return json.string
  }

  private func event(_ activity: Activity, _ occurrence: Occurrence, _ json: inout JSONWriter) {
    let zone = community.horizon.zone
    let url = community.site.baseURL + activity.url
    json.object { json in
      json.field("@type", "Event")
      json.field("@id", "\(url)#\(occurrence.id)")
      json.field("name", occurrence.title)
      json.field("url", url)
      json.field("startDate", TimeText.rfc3339(occurrence.start, in: zone))
      json.field("endDate", TimeText.rfc3339(occurrence.end, in: zone))
      json.field("eventStatus", "https://schema.org/" + status(occurrence))
      if occurrence.status == .moved, occurrence.isMovedInTime {
        json.field("previousStartDate", TimeText.rfc3339(occurrence.originalStart, in: zone))
      }
      if let summary = occurrence.summary { json.field("description", summary) }
      if let venue = occurrence.venue {
        json.key("location")
        json.object { json in
          json.field("@type", "Place")
          json.field("name", venue.name)
          json.field("address", venue.address ?? venue.name)
        }
      }
      if let host = occurrence.host {
        json.key("organizer")
        json.object { json in
          json.field("@type", "Organization")
          json.field("name", host)
        }
      }
      if let fee = activity.record.feeYuan { json.field("isAccessibleForFree", fee == 0) }
    }
  }

  private func status(_ occurrence: Occurrence) -> String {
    switch occurrence.status {
    case .scheduled: "EventScheduled"
    case .moved: "EventRescheduled"
    case .cancelled: "EventCancelled"
    case .postponed: "EventPostponed"
    }
  }
}
