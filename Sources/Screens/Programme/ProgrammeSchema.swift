import Artifacts
import CivilTime
import Encoding
import FeedFormat

/// The JSON Schema (2020-12) of screen feeds.
enum ProgrammeSchema {
  static func artifact(baseURL: String, _ zone: Zone) -> Artifact {
    FeedSchema.artifact(
      name: ProgrammeFeed.name,
      about:
        "What a public screen shows when: look up the last stretch of `timeline` with from ≤ now, the place in its round by "
        + "(now − from + phase) modulo the round's seconds, and of that slide's items those with from ≤ now < until. Before "
        + "generatedAt and from validUntil on: the evergreen round, all its items.",
      baseURL: baseURL,
      members: ["digest", "screen", "data", "items", "rounds", "timeline", "evergreen", "days", "codes", "pictures"]
    ) { json in
      text("digest", "eight digits of the SHA-256 of all members after it", &json)
      object(
        "screen", "which screen, and how it wants to be played", ["id", "title", "orientation", "width", "height"],
        &json)
      list("data", "slides", ["id", "kind", "layout", "title", "seconds", "items"], &json) { json in
        for name in ["id", "kind", "layout", "title", "empty"] as [StaticString] { text(name, "", &json) }
        number("seconds", "for each of its pages", &json)
        json.key("items")
        json.object { json in
          json.field("type", "array")
          json.field("description", "indexes into items, in their order")
          json.key("items")
          json.object { $0.field("type", "integer") }
        }
      }
      let fields = ScreenItemField.all(zone)
      list("items", "what slides show", fields.filter(\.isRequired).map { "\($0.name)" }, &json) { json in
        for field in fields { field.writeSchema(&json) }
      }
      json.key("rounds")
      json.object { json in
        json.field("type", "array")
        json.field("description", "runs through a playlist: [slide, seconds] each")
        json.key("items")
        json.object { json in
          json.field("type", "array")
          json.field("minItems", 1)
        }
      }
      list("timeline", "from when on which round repeats", ["from", "round", "phase"], &json) { json in
        time("from", &json)
        number("round", "index into rounds", &json)
        number("phase", "seconds into the round at from", &json)
        json.key("interruption")
        json.object { $0.field("type", "boolean") }
        text("daypart", "", &json)
      }
      number("evergreen", "index into rounds: what to show when nothing else holds", &json)
      list("days", "what a calendar leaf says of each day", ["date", "label"], &json) { json in
        for name in ["date", "label", "short", "line"] as [StaticString] { text(name, "", &json) }
      }
      list("codes", "QR codes: four modules a hexadecimal digit, row by row", ["url", "size", "modules"], &json) {
        json in
        text("url", "", &json)
        number("size", "modules of one side", &json)
        text("modules", "", &json)
      }
      list("pictures", "with their data where they are small", ["url"], &json) { json in
        text("url", "", &json)
        text("data", "", &json)
      }
    }
  }

  private static func list(
    _ name: StaticString, _ about: String, _ required: [String], _ json: inout JSONWriter,
    _ properties: (inout JSONWriter) -> Void
  ) {
    FeedSchema.objects(name, about, required: required, to: &json, properties)
  }

  private static func object(
    _ name: StaticString, _ about: String, _ required: [String], _ json: inout JSONWriter
  ) {
    json.key(name)
    json.object { json in
      json.field("type", "object")
      json.field("description", about)
      json.field("required", required)
    }
  }

  private static func text(_ name: StaticString, _ about: String, _ json: inout JSONWriter) {
    scalar(name, "string", about, &json)
  }

  private static func number(_ name: StaticString, _ about: String, _ json: inout JSONWriter) {
    scalar(name, "integer", about, &json)
  }

  private static func time(_ name: StaticString, _ json: inout JSONWriter) {
    json.key(name)
    json.object {
      $0.field("type", "string")
      $0.field("format", "date-time")
    }
  }

  private static func scalar(
    _ name: StaticString, _ type: String, _ about: String, _ json: inout JSONWriter
  ) {
    json.key(name)
    json.object {
      $0.field("type", type)
      if !about.isEmpty { $0.field("description", about) }
    }
  }
}
