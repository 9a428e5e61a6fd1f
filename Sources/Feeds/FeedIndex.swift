package import Artifacts
package import Community
import Content
import Digests
package import Encoding
import FeedFormat
import Fields

/// `/feeds/v1/index.json`: every feed, calendar and screen feed of the release with its digest, so that a consumer knows what changed and
/// whether what it holds is whole.
package enum FeedIndex {
  /// - Parameter feeds: in any order, each with its bytes.
  package static func bytes(
    _ community: Community, feeds: [(path: SitePath, mediaType: MediaType, bytes: Bytes)]
  ) -> Bytes {
    let root = BaseURL.path(of: community.site.baseURL)
    let files = feeds.sorted { $0.path < $1.path }.map { feed in
      File(url: root + feed.path.url, mediaType: feed.mediaType, bytes: feed.bytes)
    }
    var json = JSONWriter()
    json.object { json in
      Envelope(community).write(schema: name, to: &json)
      RecordWriter(fields, absent: .null, linesApart: true).write(files, to: &json)
    }
    return json.file
  }

  static func schema(baseURL: String) -> Artifact {
    FeedSchema.artifact(
      name: name, about: "Every feed, calendar and screen feed of this release.", baseURL: baseURL, absent: .null,
      fields.map(\.form))
  }

  private static let name = "index"

  private struct File: Sendable {
    let url: String
    let mediaType: MediaType
    let bytes: Bytes
  }

  private static let fields: [Field<[File]>] = [
    Field(
      "feeds", "each file with its digest, by path",
      .list([
        Field<File>("url", "its path on this host", .text(.pattern("^/")) { $0.url }),
        Field<File>("mediaType", "what the file is, as a server should say", .text { $0.mediaType.rawValue }),
        Field<File>(
          "sha256", "SHA-256 of the file's bytes, in hexadecimal digits",
          .text(.pattern("^[0-9a-f]{64}$")) { SHA256.hexadecimal($0.bytes) }),
        Field<File>("bytes", "the file's length", unit: "bytes", .integer(least: 0) { $0.bytes.count }),
      ]) { $0 })
  ]
}
