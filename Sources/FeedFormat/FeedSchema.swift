package import Artifacts
import Encoding
package import Fields

/// The schema of a feed: the envelope that all have, and the feed's own members.
package enum FeedSchema {
  /// - Parameters:
  ///   - name: the schema's file name below `/feeds/v1/schema/`.
  ///   - fields: of the feed's own members.
  ///   - optional: of members that only some of its files have.
  ///   - absent: as the feed is written.
  package static func artifact(
    name: String, about: String, baseURL: String, absent: Absence, _ fields: [FieldForm], optional: [FieldForm] = []
  ) -> Artifact {
    let schema = FieldSchema(absent: absent)
    let members = Envelope.fields.map(\.form) + fields
    var json = JSONWriter()
    json.object { json in
      json.field("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.field("$id", Envelope.schemaURL(name, baseURL: baseURL))
      json.field("title", name)
      json.field("description", about)
      json.field("type", "object")
      json.field("required", members.filter { !$0.isOptional || absent == .null }.map(\.name))
      json.key("properties")
      json.object { json in
        for member in members { schema.property(member, &json) }
        for member in optional { schema.property(member, &json) }
        FieldSchema(absent: .leftOut).property(Envelope.signature.form, &json)
      }
    }
    return Artifact(.at("feeds/v1/schema/\(name).json"), .jsonSchema, .bytes(json.file))
  }
}
