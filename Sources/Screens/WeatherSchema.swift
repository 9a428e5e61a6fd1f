import Artifacts
import Content
import Diagnostics
import Encoding

/// `/feeds/v1/schema/weather.json`: the JSON Schema (2020-12) of `content/data/weather.json`, for whoever writes a script that fills it. It is made of the keys
/// that are declared and read.
enum WeatherSchema {
  private static let about =
    "content/data/weather.json, written by a script of the site's own: how the weather is, the days ahead, official warnings; each part is shown for as long as it says"

  static func artifact(baseURL: String) -> Artifact {
    let path = SitePath.at("feeds/v1/schema/weather.json")
    var json = JSONWriter()
    json.object { json in
      json.field("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.field("$id", baseURL + path.url)
      json.field("title", "weather")
      json.field("description", about)
      object(WeatherKeys.report, &json)
    }
    return Artifact(path, .jsonSchema, .bytes(json.file))
  }

  private static func object(_ keys: [KeyForm], _ json: inout JSONWriter) {
    json.field("type", "object")
    json.field("additionalProperties", false)
    json.field("required", keys.filter(\.isRequired).map(\.name))
    json.key("properties")
    json.object { json in
      for key in keys {
        json.key(written: JSONWriter.written(key: key.name))
        json.object { value(key, &$0) }
      }
    }
  }

  private static func value(_ key: KeyForm, _ json: inout JSONWriter) {
    json.field("description", key.about.en)
    switch key.kind {
    case .integer(let range): number("integer", range: range, json: &json)
    case .decimal(let range): number("number", range: range, json: &json)
    case .instant: text("date-time", &json)
    case .date: text("date", &json)
    case .words(let words): json.field("enum", words)
    case .group: object(key.members, &json)
    case .groups:
      json.field("type", "array")
      json.key("items")
      json.object { object(key.members, &$0) }
    default: json.field("type", "string")
    }
  }

  private static func number(_ type: String, range: ClosedRange<Int>, json: inout JSONWriter) {
    json.field("type", type)
    json.field("minimum", range.lowerBound)
    json.field("maximum", range.upperBound)
  }

  private static func text(_ format: String, _ json: inout JSONWriter) {
    json.field("type", "string")
    json.field("format", format)
  }
}
