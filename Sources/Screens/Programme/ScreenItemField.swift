import CivilTime
import Encoding

/// A member of an item: how it is written, and what the schema says of it, from one line.
struct ScreenItemField: Sendable {
  enum Value: Sendable {
    case text(@Sendable (ScreenItem) -> String?)
    case integer(@Sendable (ScreenItem) -> Int?)
    case texts(@Sendable (ScreenItem) -> [String])
    case series
  }

  let name: StaticString
  let about: String
  var isRequired = false
  var isTime = false
  let value: Value

  static func all(_ zone: Zone) -> [ScreenItemField] {
    @Sendable func time(_ time: LocalDateTime) -> String { TimeText.rfc3339(time, in: zone) }
    return [
      ScreenItemField(
        name: "id", about: "stays the same from release to release", isRequired: true, value: .text { $0.id }),
      ScreenItemField(
        name: "title", about: "the first line: what it is about", isRequired: true, value: .text { $0.title }),
      ScreenItemField(
        name: "from", about: "show it from then on", isRequired: true, isTime: true, value: .text { time($0.from) }),
      ScreenItemField(
        name: "until", about: "show it no more from then on", isRequired: true, isTime: true,
        value: .text { time($0.until) }),
      ScreenItemField(
        name: "status", about: "of an occurrence: scheduled, cancelled, postponed", value: .text { $0.status?.rawValue }
      ),
      ScreenItemField(
        name: "mark", about: "a word for what is unusual about it: cancelled, changed, extra", value: .text { $0.mark }),
      ScreenItemField(name: "when", about: "its time in words", value: .text { $0.when }),
      ScreenItemField(name: "group", about: "the heading it stands under", value: .text { $0.group }),
      ScreenItemField(name: "chip", about: "a track, kind or category in words", value: .text { $0.chip }),
      ScreenItemField(name: "tone", about: "the code of the chip's word, for colours", value: .text { $0.tone }),
      ScreenItemField(name: "line", about: "the second line", value: .text { $0.line }),
      ScreenItemField(name: "side", about: "places left, a price, a countdown", value: .text { $0.side }),
      ScreenItemField(name: "text", about: "a longer text, as plain text", value: .text { $0.text }),
      ScreenItemField(
        name: "html", about: "a longer text with headings, lists and tables: HTML without scripts and styles",
        value: .text { $0.html }),
      ScreenItemField(name: "lines", about: "facts, one a line", value: .texts { $0.lines }),
      ScreenItemField(name: "place", about: "an occurrence's venue", value: .text { $0.place }),
      ScreenItemField(
        name: "startsAt", about: "when an occurrence begins", isTime: true, value: .text { $0.start.map(time) }),
      ScreenItemField(
        name: "endsAt", about: "when an occurrence ends", isTime: true, value: .text { $0.end.map(time) }),
      ScreenItemField(name: "picture", about: "index into pictures", value: .integer { $0.picture }),
      ScreenItemField(name: "code", about: "index into codes", value: .integer { $0.code }),
      ScreenItemField(name: "codeLabel", about: "what the code is for", value: .text { $0.codeLabel }),
      ScreenItemField(name: "value", about: "a figure or a motto", value: .text { $0.value }),
      ScreenItemField(name: "suffix", about: "what a figure counts", value: .text { $0.suffix }),
      ScreenItemField(name: "series", about: "a figure over time", value: .series),
      ScreenItemField(name: "now", about: "what goes on in a venue", value: .text { $0.now }),
      ScreenItemField(name: "next", about: "what comes next there", value: .text { $0.next }),
    ]
  }

  func write(_ item: ScreenItem, _ json: inout JSONWriter) {
    switch value {
    case .text(let get): if let text = get(item), isRequired || !text.isEmpty { json.field(name, text) }
    case .integer(let get): if let number = get(item) { json.field(name, number) }
    case .texts(let get):
      let texts = get(item)
      if !texts.isEmpty { json.field(name, texts) }
    case .series:
      guard !item.series.isEmpty else { return }
      json.key(name)
      json.array(item.series) { json, point in
        json.object { json in
          json.field("label", point.label)
          json.field("value", point.value as Double?)
          json.field("text", point.text)
        }
      }
    }
  }

  func writeSchema(_ json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      switch value {
      case .text: json.field("type", "string")
      case .integer: json.field("type", "integer")
      case .texts:
        json.field("type", "array")
        json.key("items")
        json.object { $0.field("type", "string") }
      case .series:
        json.field("type", "array")
        json.key("items")
        json.object { json in
          json.field("type", "object")
          json.field("required", ["label", "value"])
          json.key("properties")
          json.object { json in
            Self.member("label", "string", "the day or month", &json)
            Self.member("value", "number", "the figure then", &json)
            Self.member("text", "string", "the figure as it is written", &json)
          }
        }
      }
      json.field("description", about)
      if isTime { json.field("format", "date-time") }
    }
  }

  private static func member(_ name: StaticString, _ type: String, _ about: String, _ json: inout JSONWriter) {
    json.key(name)
    json.object {
      $0.field("type", type)
      $0.field("description", about)
    }
  }
}
