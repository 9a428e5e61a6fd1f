import CivilTime
import Community
import FeedFormat
import Vocabulary

/// `/feeds/v1/activities.json`: one flat object of scalars an occurrence, as signage software reads it.
package enum ActivitiesFeed {
  package static func shape(_ community: Community) -> FeedShape<Occurrence> {
    let zone = community.horizon.zone
    let words = community.words
    let baseURL = community.site.baseURL
    let local = "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$"
    return FeedShape(
      name: "activities",
      about: "Occurrences that are not over, by their start. One object an occurrence, scalars only.",
      fields: [
        FeedField("id", "stays the same when the occurrence is moved", .text { $0.id }),
        FeedField("activityId", "the activity it is an occurrence of", .text { $0.activity.id.text }),
        FeedField("title", "what takes place", .text { $0.activity.title }),
        FeedField(
          "kind", "what sort of activity it is",
          .word(ActivityKind.codes, optional: false) { $0.activity.record.kind.rawValue }),
        FeedField(
          "track", "of the pioneer classroom; else null",
          .word(Track.codes, optional: true) { $0.activity.record.track?.rawValue }),
        FeedField(
          "status", "cancelled and postponed ones do not take place at this time",
          .word(OccurrenceStatus.codes, optional: false) { $0.status.rawValue }),
        FeedField("startsAt", "when it begins", format: .dateTime, .text { TimeText.rfc3339($0.start, in: zone) }),
        FeedField("endsAt", "when it ends", format: .dateTime, .text { TimeText.rfc3339($0.end, in: zone) }),
        FeedField("startsAtLocal", "Y-m-d H:i:s", pattern: local, .text { TimeText.localSeconds($0.start) }),
        FeedField("endsAtLocal", "Y-m-d H:i:s", pattern: local, .text { TimeText.localSeconds($0.end) }),
        FeedField("allDay", "from midnight to a midnight", .flag { $0.isAllDay }),
        FeedField("unitId", "the unit that holds it", .text { $0.activity.unit.id.text }),
        FeedField("unitName", "that unit's name", .text { $0.activity.unit.name }),
        FeedField("venueId", "where it takes place: an id of venues", .optionalText { $0.venue?.id.text }),
        FeedField("venueName", "that venue's name", .optionalText { $0.venue?.name }),
        FeedField("address", "that venue's street and number", .optionalText { $0.venue?.address }),
        FeedField("host", "a role or an organisation", .optionalText { $0.activity.record.host }),
        FeedField("audience", "for whom it is", .optionalText { $0.activity.record.audience }),
        FeedField("summary", "what it is, in a sentence or two", .optionalText { $0.activity.record.summary }),
        FeedField("capacity", "places", .integer { $0.activity.record.capacity }),
        FeedField("enrolled", "places taken", .integer { $0.enrolled }),
        FeedField("remaining", "places left; null without a capacity", .integer { $0.remaining }),
        FeedField("feeYuan", "0 is free of charge; null is not stated", .number { $0.activity.record.feeYuan }),
        FeedField("points", "earned by attending", .integer { $0.activity.record.points }),
        FeedField("onlineUrl", "where it can be watched", .optionalText { $0.activity.record.onlineURL }),
        FeedField("signupUrl", "where one signs up", .optionalText { $0.activity.record.signupURL }),
        FeedField("url", "its page", format: .uri, .text { baseURL + $0.activity.url }),
        FeedField(
          "updatedAt", "when the activity was last edited", format: .dateTime,
          .text { TimeText.rfc3339($0.activity.record.updatedAt, in: zone) }),
        FeedField(
          "note", "why it was cancelled or moved, or what else to know of it", .optionalText { $0.note(words) }),
        FeedField(
          "originalStartsAt", "when it was to start before it was moved; else null",
          .optionalText { $0.isMovedInTime ? TimeText.rfc3339($0.originalStart, in: zone) : nil }),
        FeedField("added", "takes place beside the activity's rule", .flag { $0.isAdded }),
      ])
  }

  /// All that are not over.
  package static func records(_ community: Community) -> [Occurrence] {
    community.occurrences.filter { !community.horizon.isOver($0.end) }
  }
}
