import CivilTime
import Community
import Encoding

/// What every feed of version 1 says of itself before its data.
package struct Envelope: Sendable {
  /// Grows by its second part when fields are added, by its first when one is taken away or changes its meaning.
  package static let schemaVersion = "1.0"

  let baseURL: String
  let horizon: Horizon

  package init(_ community: Community) {
    baseURL = community.site.baseURL
    horizon = community.horizon
  }

  /// A number that grows from build to build and depends on nothing but `now`: its Unix seconds.
  package var generation: Int { horizon.now.seconds }

  /// Writes the envelope's members.
  ///
  /// - Parameter schema: the schema's file name below `/feeds/v1/schema/`.
  package func write(schema: String, to json: inout JSONWriter) {
    json.field("$schema", "\(baseURL)/feeds/v1/schema/\(schema).json")
    json.field("schemaVersion", Self.schemaVersion)
    json.field("generation", generation)
    json.field("generatedAt", TimeText.rfc3339(horizon.now, in: horizon.zone))
    json.field("validFrom", TimeText.rfc3339(horizon.now, in: horizon.zone))
    json.field("validUntil", TimeText.rfc3339(horizon.validUntil, in: horizon.zone))
    json.field("timeZone", horizon.zone.identifier)
    json.field("utcOffsetMinutes", horizon.zone.offsetMinutes)
  }
}
