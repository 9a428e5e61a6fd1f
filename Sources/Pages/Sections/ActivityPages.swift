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
    let subscription = context.subscription(page: activity.url, to: .activity(activity.id))
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
        subscription: subscription(), calendars: context.calendars(insteadOf: .activity(activity.id)),
        words: context.words)
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
      // The series first, where it is one.
      json.array((activity.record.rule == nil ? [] : [nil]) + occurrences.map(Optional.init)) { json, occurrence in
        if let occurrence { event(activity, occurrence: occurrence, json: &json) } else { series(activity, &json) }
      }
    }
    return json.string
  }

  private func series(_ activity: Activity, _ json: inout JSONWriter) {
    let url = community.site.baseURL + activity.url
    json.object { json in
      json.field("@type", "EventSeries")
      json.field("@id", url)
      json.field("name", activity.title)
      json.field("url", url)
      json.field("startDate", TimeText.date(activity.record.start.date))
      if let summary = activity.record.summary { json.field("description", summary) }
      if let venue = activity.venue { place(venue, &json) }
    }
  }

  private func place(_ venue: Venue, _ json: inout JSONWriter) {
    json.key("location")
    json.object { json in
      json.field("@type", "Place")
      json.field("name", venue.name)
      json.field("address", venue.address ?? venue.name)
    }
  }

  private func event(_ activity: Activity, occurrence: Occurrence, json: inout JSONWriter) {
    let zone = community.horizon.zone
    let url = community.site.baseURL + activity.url
    json.object { json in
      json.field("@type", "Event")
      json.field("@id", "\(url)#\(occurrence.id)")
      json.field("name", occurrence.title)
      json.field("url", url)
      json.field("startDate", TimeText.rfc3339(occurrence.start, in: zone))
      json.field("endDate", TimeText.rfc3339(occurrence.end, in: zone))
      json.field("eventStatus", occurrence.status.inSchema)
      if occurrence.status == .moved, occurrence.isMovedInTime {
        json.field("previousStartDate", TimeText.rfc3339(occurrence.originalStart, in: zone))
      }
      if let summary = occurrence.summary { json.field("description", summary) }
      if activity.record.rule != nil {
        json.key("superEvent")
        json.object { json in json.field("@id", url) }
      }
      if let venue = occurrence.venue { place(venue, &json) }
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
}
