import CivilTime
import Community
import Encoding
import Fields
import QRCodes
import Templates
import Words

/// A recorded video.
struct VideoView: TemplateView {
  let video: RecordedVideo
  let zone: Zone
  let now: LocalDateTime
  let words: any Words

  static let about = "A recorded video, and the code by which a phone opens it."
  static let fields: [Field<VideoView>] = [
    Field("title", "what was recorded", .text { $0.video.title }),
    Field("url", "where it can be watched", .text { $0.video.url }),
    Field(
      "dateLabel", "when it was recorded, in words",
      .optionalText { view in view.video.heldOn.map { view.words.held(on: view.words.date($0)) } }),
    Field(
      "fromISO", "the moment from which it is published (RFC 3339); nothing of pages' videos",
      .optionalText { view in view.video.heldUntil.map { TimeText.rfc3339($0, in: view.zone) } }),
    Field(
      "isTold", "whether that had passed when the day of the build began",
      .flag { view in view.video.heldUntil.map { $0 <= view.now } ?? true }),
    Field(
      "code", "its code, as SVG",
      .html { QRCode($0.video.url)?.svg(label: Markup.escaped($0.words.scanVideo + " " + $0.video.title)) ?? "" }),
  ]
}
