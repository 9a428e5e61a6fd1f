import Artifacts
import CivilTime
import Community
import Digests
import Encoding
import FeedFormat
import Fields

/// A programme as `/feeds/v1/screens/<id>.json`, and its schema. Members that have nothing to say are left out: there are thousands of
/// items.
struct ProgrammeFeed: Sendable {
  let programme: Programme
  /// The version of the player that the site has now.
  let player: String

  private static let name = "screen"
  private static let digest = Field<String>(
    "digest", "eight digits of the SHA-256 of all members after it", .text { $0 })

  /// One JSON object and a line end, without `<`: it stands in the page byte for byte as it is published.
  ///
  /// - Parameter sign: the whole file with its signature, where the site has a key.
  func edition(
    at path: SitePath, _ envelope: Envelope, sign: (Bytes) -> Bytes
  ) -> (bytes: Bytes, digest: String, envelope: Envelope) {
    var content = JSONWriter(htmlSafe: true)
    content.object {
      RecordWriter(Self.fields(programme.horizon.zone), absent: .leftOut, linesApart: true).write(self, to: &$0)
    }
    let digest = Self.shortDigest(content.bytes)
    let members = content.bytes
    let edition = envelope.edition(at: path) { envelope in
      var json = JSONWriter(htmlSafe: true)
      json.object { json in
        envelope.write(schema: Self.name, to: &json)
        RecordWriter([Self.digest], absent: .leftOut).write(digest, to: &json)
        json.members(of: members)
      }
      return sign(json.bytes + [UInt8(ascii: "\n")])
    }
    return (edition.bytes, digest, edition.envelope)
  }

  /// Eight digits of SHA-256: enough for eyes to compare.
  static func shortDigest(_ bytes: Bytes) -> String {
    String(SHA256.hexadecimal(bytes).prefix(8))
  }

  /// The JSON Schema (2020-12) of screen feeds.
  static func schema(baseURL: String, _ zone: Zone) -> Artifact {
    FeedSchema.artifact(
      name: name,
      about:
        "What a public screen shows when: look up the last stretch of `timeline` with from ≤ now, the place in its round by "
        + "(now − from + phase) modulo the round's seconds, and of that slide's items those with from ≤ now < until. Before "
        + "generatedAt and from validUntil on: the evergreen round, all its items.",
      baseURL: baseURL, absent: .leftOut, [digest.form] + fields(zone).map(\.form))
  }
}
