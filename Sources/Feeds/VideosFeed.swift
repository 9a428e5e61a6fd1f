import Activities
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/videos.json`: what was recorded and can be watched again.
enum VideosFeed: Feed {
  static func shape(_ community: Community) -> FeedShape<RecordedVideo> {
    let zone = community.horizon.zone
    let baseURL = community.site.baseURL
    return FeedShape(
      name: "videos", about: "Recorded videos: of activities, the newest first, then of pages.",
      fields: [
        Field("id", "stays the same; of an activity's occurrence, that occurrence's id", .text { $0.id }),
        Field("title", "what was recorded", .text { $0.title }),
        Field("videoUrl", "where it can be watched", .text(.address) { $0.url }),
        Field("activityId", "the activity; null of a page", .optionalText { $0.activity?.id.text }),
        Field("unitId", "the unit whose it is", .optionalText { $0.unit?.id.text }),
        Field("unitName", "that unit's name", .optionalText { $0.unit?.name }),
        Field(
          "heldOn", "the day it was recorded; null of a page", .optionalText(.date) { $0.heldOn.map(TimeText.date) }),
        Field(
          "showFrom", "not to be shown before; null: already",
          .optionalText(.dateTime) { $0.heldUntil.map { TimeText.rfc3339($0, in: zone) } }),
        .expiry(in: zone) { $0.expiresAt },
        Field("url", "the page on which it stands", .text(.address) { baseURL + $0.page }),
      ])
  }

  static func records(_ community: Community) -> [RecordedVideo] { community.videos }
}
