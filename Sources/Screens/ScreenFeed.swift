import CivilTime
import Community
import Content
import Encoding
import FeedFormat
import Vocabulary

/// `/feeds/v1/screens/<id>.json`: what one screen shows, with the time at which each line comes and goes.
enum ScreenFeed {
  static func shape(_ zone: Zone) -> FeedShape<ScreenItem> {
    FeedShape(
      name: "screen", about: "Lines of a public screen: show a line while showFrom ≤ now < showUntil.",
      fields: [
        FeedField("id", "", .text { $0.id }),
        FeedField("section", "", .word(ScreenItem.Section.codes, optional: false) { $0.section.rawValue }),
        FeedField("title", "", .text { $0.title }),
        FeedField("status", "", .word(OccurrenceStatus.codes, optional: false) { $0.status.rawValue }),
        FeedField(
          "statusLabel", "to be shown; empty when it takes place as planned",
          .text {
            $0.status == .scheduled ? "" : $0.status.label
          }),
        FeedField("when", "", .optionalText { $0.when }),
        FeedField("place", "", .optionalText { $0.place }),
        FeedField("detail", "", .optionalText { $0.detail }),
        FeedField("showFrom", "", format: .dateTime, .text { TimeText.rfc3339($0.from, in: zone) }),
        FeedField("showUntil", "", format: .dateTime, .text { TimeText.rfc3339($0.until, in: zone) }),
      ])
  }

  static func bytes(_ community: Community, _ screen: ScreenConfiguration) -> Bytes {
    let items = ScreenSelection(community: community, screen: screen).items()
    return shape(community.horizon.zone).feed(items, Envelope(community))
  }
}
