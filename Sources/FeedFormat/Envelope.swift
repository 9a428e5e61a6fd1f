package import Artifacts
package import CivilTime
package import Community
import Content
import Digests
package import Encoding
import Fields

/// What every feed of version 1 says of itself before its data.
package struct Envelope: Sendable {
  /// Grows by its second part when fields are added, by its first when one is taken away or changes its meaning.
  package static let schemaVersion = "1.1"

  let baseURL: String
  let horizon: Horizon
  /// Grows whenever the file says something else, whatever the clock says.
  package private(set) var generation: Int
  /// The moment that the file was made for.
  package private(set) var moment: Instant
  private let editions: [String: PublishedHistory.Edition]
  /// The schema's file name below `/feeds/v1/schema/`.
  private var schema = ""

  /// Of what this release makes.
  package init(_ community: Community) {
    self.init(baseURL: community.site.baseURL, community.horizon, editions: community.published.editions)
  }

  /// - Parameter editions: as they went out last.
  package init(baseURL: String, _ horizon: Horizon, editions: [String: PublishedHistory.Edition] = [:]) {
    self.baseURL = baseURL
    self.horizon = horizon
    generation = horizon.generation
    moment = horizon.stamp
    self.editions = editions
  }

  /// A file that says since when it says what it does: the one that went out last where it would be that one, byte for byte, else a new one. [0060]
  ///
  /// - Parameter make: the file's bytes with an envelope.
  package func edition(at path: SitePath, _ make: (Envelope) -> Bytes) -> (bytes: Bytes, envelope: Envelope) {
    // It promises up to the end of a day: on another day it is another file. One from the future was made by a wrong clock.
    if let last = editions[path.url], horizon.hasCome(last.moment),
      horizon.zone.local(last.moment).date == horizon.today
    {
      var envelope = self
      (envelope.generation, envelope.moment) = (last.generation, last.moment)
      let bytes = make(envelope)
      if SHA256.hexadecimal(bytes) == last.digest { return (bytes, envelope) }
    }
    return (make(self), self)
  }

  /// Whether something was over when the file was made.
  package func isOver(_ end: LocalDateTime) -> Bool { horizon.zone.instant(of: end) <= moment }

  static let fields: [Field<Envelope>] = [
    Field("$schema", "the address of this schema", .text(.address) { schemaURL($0.schema, baseURL: $0.baseURL) }),
    Field(
      "schemaVersion", "1.x: fields may be added, none is taken away",
      .text(.pattern(#"^1\.[0-9]+$"#)) { _ in schemaVersion }),
    Field(
      "generation",
      "grows whenever the file says something else, and stays while it says the same; never take an older one for a newer",
      .integer { $0.generation }),
    Field(
      "generatedAt", "the moment of the build that made the file; later ones that would say the same leave it",
      .text(.dateTime) { $0.time($0.moment) }),
    Field("validFrom", "from then on the data is right", .text(.dateTime) { $0.time($0.moment) }),
    Field("validUntil", "from then on nothing is promised", .text(.dateTime) { $0.time($0.horizon.validUntil) }),
    Field(
      "timeZone", "the IANA name of the zone that local times are meant in", .text { $0.horizon.zone.identifier }),
    Field(
      "utcOffsetMinutes", "how far local times are ahead of UTC, all year round", unit: "minutes",
      .integer { $0.horizon.zone.offsetMinutes }),
  ]

  /// Added by `FeedSigner`, behind all that is written here.
  static let signature = Field<Envelope>(
    "signature",
    "in the index and in screen feeds of a site with a key, the last member: ECDSA P-256 with SHA-256 (r and s) over all bytes before ,\"signature\":\"",
    .optionalText(.pattern("^[A-Za-z0-9+/]{86}==$")) { _ in nil })

  static func schemaURL(_ name: String, baseURL: String) -> String { "\(baseURL)/feeds/v1/schema/\(name).json" }

  private func time(_ instant: Instant) -> String { TimeText.rfc3339(instant, in: horizon.zone) }

  private static let writer = RecordWriter(fields, absent: .null)

  /// Writes the envelope's members.
  ///
  /// - Parameter schema: the schema's file name below `/feeds/v1/schema/`.
  package func write(schema: String, to json: inout JSONWriter) {
    var envelope = self
    envelope.schema = schema
    Self.writer.write(envelope, to: &json)
  }
}
