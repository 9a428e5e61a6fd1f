import CivilTime
import FeedFormat
import Fields
import Vocabulary

extension ScreenItem {
  static func fields(_ zone: Zone) -> [Field<ScreenItem>] {
    @Sendable func time(_ time: LocalDateTime) -> String { TimeText.rfc3339(time, in: zone) }
    return [
      Field("id", "stays the same from release to release", .text { $0.id }),
      Field("title", "the first line: what it is about", .text { $0.title }),
      Field("from", "show it from then on", .text(.dateTime) { time($0.from) }),
      Field("until", "show it no more from then on", .text(.dateTime) { time($0.until) }),
      Field("status", "how an occurrence stands", .optionalWord(OccurrenceStatus.codes) { $0.status?.rawValue }),
      Field(
        "mark", "a word for what is unusual about it: cancelled, changed, extra", .optionalText { $0.mark }),
      Field("when", "its time in words", .optionalText { $0.when }),
      Field("group", "the heading it stands under", .optionalText { $0.group }),
      Field("chip", "a track, kind or category in words", .optionalText { $0.chip }),
      Field("tone", "the code of the chip's word, for colours", .optionalText { $0.tone }),
      Field("line", "the second line", .optionalText { $0.line }),
      Field("side", "places left, a price, a countdown", .optionalText { $0.side }),
      Field("text", "a longer text, as plain text", .optionalText { $0.text }),
      Field(
        "html", "a longer text with headings, lists and tables: HTML without scripts and styles",
        .optionalText(.html) { $0.html }),
      Field("lines", "facts, one a line", .texts(optional: true) { $0.lines }),
      Field("place", "an occurrence's venue", .optionalText { $0.place }),
      Field("startsAt", "when an occurrence begins", .optionalText(.dateTime) { $0.start.map(time) }),
      Field("endsAt", "when an occurrence ends", .optionalText(.dateTime) { $0.end.map(time) }),
      Field("picture", "index into pictures", .optionalInteger(least: 0) { $0.picture }),
      Field("code", "index into codes", .optionalInteger(least: 0) { $0.code }),
      Field("codeLabel", "what the code is for", .optionalText { $0.codeLabel }),
      Field("value", "a figure or a motto", .optionalText { $0.value }),
      Field("suffix", "what a figure counts", .optionalText { $0.suffix }),
      Field("series", "a figure over time", .list(Point.fields, optional: true) { $0.series }),
      Field("now", "what goes on in a venue", .optionalText { $0.now }),
      Field("next", "what comes next there", .optionalText { $0.next }),
    ]
  }
}

extension ScreenItem.Point {
  static let fields: [Field<ScreenItem.Point>] = [
    Field("label", "the day or month", .text { $0.label }),
    Field("value", "the figure then", .number { $0.value }),
    Field("text", "the figure as it is written", .text { $0.text }),
  ]
}
