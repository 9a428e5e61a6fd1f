import Artifacts
import CivilTime
import Content
import Encoding
import FeedFormat
import Words

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
        &json
      ) { json in
        text("id", "stays the same; the last part of the feed's and the page's address", &json)
        text("title", "what the screen is called", &json)
        text("site", "what the site is called", &json)
        text("sponsor", "who publishes it", &json)
        word("orientation", ScreenConfiguration.Orientation.codes, "how it hangs", &json)
        number("width", "of the wall, in pixels", &json)
        number("height", "of the wall, in pixels", &json)
        text("language", "of its words: \(Language.allCases.map(\.tag).joined(separator: ", "))", &json)
        flag("corner", "whether a corner says when it was updated", &json)
        number(
          "pollSeconds", "how long to wait before asking for a newer feed; a few more or less keep screens apart", &json
        )
        text("player", "the version of the player that the page has", &json)
        object("words", "the player's own words, in the screen's language", [], &json) { json in
          text("now", "over what goes on now", &json)
          text("next", "over what comes next", &json)
          text("free", "of a room in which nothing goes on", &json)
          text("updated", "before the time of the last feed", &json)
          text("stale", "what it says when nothing can be promised any more", &json)
          text("continued", "of a list that goes on over pages", &json)
        }
      }
      list("data", "slides", ["id", "kind", "layout", "title", "seconds", "items"], &json) { json in
        text("id", "stays the same from release to release, unless the playlist changes", &json)
        text("kind", "what it shows, as the playlist says it: today, notices, venue and so on", &json)
        word(
          "layout", Programme.Slide.Layout.codes,
          "how its items are set: as rows, cards, one poster, figures, a calendar leaf, one text, an alert", &json)
        text("title", "what stands over it", &json)
        text("empty", "what it says while none of its items holds; without it the slide is passed over then", &json)
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
        time("from", "the stretch begins then and lasts until the next one's", &json)
        number("round", "index into rounds", &json)
        number("phase", "seconds into the round at from", &json)
        flag("interruption", "whether an urgent notice has taken the screen over", &json)
        text("daypart", "the name of the part of the day whose playlist it is; absent outside them", &json)
      }
      number("evergreen", "index into rounds: what to show when nothing else holds", &json)
      list("days", "what a calendar leaf says of each day", ["date", "label"], &json) { json in
        text("date", "the day, as YYYY-MM-DD", &json)
        text("label", "date and weekday, as a header says them", &json)
        text("short", "the same where there is little room", &json)
        text("line", "the lunar date, the solar term, the festival, the holiday: what else the day is", &json)
      }
      list("codes", "QR codes: four modules a hexadecimal digit, row by row", ["url", "size", "modules"], &json) {
        json in
        text("url", "what the code opens", &json)
        number("size", "modules of one side", &json)
        text("modules", "dark ones are 1", &json)
      }
      list("pictures", "with their data where they are small", ["url"], &json) { json in
        text("url", "as items name it", &json)
        text("data", "the picture itself as a data: address; absent where it is large", &json)
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
    _ name: StaticString, _ about: String, _ required: [String], _ json: inout JSONWriter,
    _ properties: (inout JSONWriter) -> Void
  ) {
    json.key(name)
    json.object { json in
      json.field("type", "object")
      json.field("description", about)
      json.field("required", required)
      json.key("properties")
      json.object(properties)
    }
  }

  private static func word(_ name: StaticString, _ words: [String], _ about: String, _ json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      json.field("enum", words)
      json.field("description", about)
    }
  }

  private static func flag(_ name: StaticString, _ about: String, _ json: inout JSONWriter) {
    scalar(name, "boolean", about, &json)
  }

  private static func text(_ name: StaticString, _ about: String, _ json: inout JSONWriter) {
    scalar(name, "string", about, &json)
  }

  private static func number(_ name: StaticString, _ about: String, _ json: inout JSONWriter) {
    scalar(name, "integer", about, &json)
  }

  private static func time(_ name: StaticString, _ about: String, _ json: inout JSONWriter) {
    json.key(name)
    json.object {
      $0.field("type", "string")
      $0.field("format", "date-time")
      $0.field("description", about)
    }
  }

  private static func scalar(
    _ name: StaticString, _ type: String, _ about: String, _ json: inout JSONWriter
  ) {
    json.key(name)
    json.object {
      $0.field("type", type)
      $0.field("description", about)
    }
  }
}
