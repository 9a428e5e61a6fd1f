import Artifacts
import Encoding

/// What the schemas of all feeds share: the envelope.
package enum FeedSchema {
  /// - Parameters:
  ///   - members: the names of the members that hold the data.
  ///   - content: writes those members' schemas.
  package static func artifact(
    name: String, about: String, baseURL: String, members: [String] = ["data"], _ content: (inout JSONWriter) -> Void
  ) -> Artifact {
    var json = JSONWriter()
    json.object { json in
      json.field("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.field("$id", "\(baseURL)/feeds/v1/schema/\(name).json")
      json.field("title", name)
      json.field("description", about)
      json.field("type", "object")
      json.field(
        "required",
        [
          "$schema", "schemaVersion", "generation", "generatedAt", "validFrom", "validUntil", "timeZone",
          "utcOffsetMinutes",
        ] + members)
      json.key("properties")
      json.object { json in
        string("$schema", "the address of this schema", "uri", &json)
        json.key("schemaVersion")
        json.object {
          $0.field("type", "string")
          $0.field("pattern", "^1\\.[0-9]+$")
          $0.field("description", "1.x: fields may be added, none is taken away")
        }
        json.key("generation")
        json.object {
          $0.field("type", "integer")
          $0.field("description", "grows from release to release; never take an older one for a newer")
        }
        string("generatedAt", "the moment of the build", "date-time", &json)
        string("validFrom", "from then on the data is right", "date-time", &json)
        string("validUntil", "from then on nothing is promised", "date-time", &json)
        json.key("timeZone")
        json.object {
          $0.field("type", "string")
          $0.field("description", "the IANA name of the zone that local times are meant in")
        }
        json.key("utcOffsetMinutes")
        json.object {
          $0.field("type", "integer")
          $0.field("description", "how far local times are ahead of UTC, all year round")
        }
        content(&json)
        json.key("signature")
        json.object {
          $0.field("type", "string")
          $0.field("pattern", "^[A-Za-z0-9+/]{86}==$")
          $0.field(
            "description",
            "in the index and in screen feeds of a site with a key, the last member: ECDSA P-256 with SHA-256 (r and s) over all bytes before ,\"signature\":\""
          )
        }
      }
    }
    return Artifact(
      .at("feeds/v1/schema/\(name).json"), .jsonSchema, .bytes(json.file))
  }

  /// The schema of a member that is a list of objects; all their properties are always there.
  package static func objects(
    _ member: StaticString, _ about: String? = nil, required names: [String], to json: inout JSONWriter,
    _ properties: (inout JSONWriter) -> Void
  ) {
    json.key(member)
    json.object { json in
      json.field("type", "array")
      if let about { json.field("description", about) }
      json.key("items")
      json.object { json in
        json.field("type", "object")
        json.field("required", names)
        json.key("properties")
        json.object(properties)
      }
    }
  }

  private static func string(
    _ name: StaticString, _ about: String, _ format: String, _ json: inout JSONWriter
  ) {
    json.key(name)
    json.object {
      $0.field("type", "string")
      $0.field("format", format)
      $0.field("description", about)
    }
  }
}
