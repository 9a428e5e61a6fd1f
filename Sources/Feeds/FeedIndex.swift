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
  /// A file that it lists.
  package struct Entry: Sendable {
    package let path: SitePath
    let mediaType: MediaType
    /// SHA-256, in hexadecimal digits.
    package let digest: String
    let count: Int

    package init(_ path: SitePath, _ mediaType: MediaType, _ bytes: Bytes) {
      self.path = path
      self.mediaType = mediaType
      digest = SHA256.hexadecimal(bytes)
      count = bytes.count
    }
  }

  /// - Parameter feeds: in any order.
  package static func bytes(_ community: Community, feeds: [Entry]) -> Bytes {
    let root = BaseURL.path(of: community.site.baseURL)
    let files = feeds.sorted { $0.path < $1.path }.map { File(url: root + $0.path.url, entry: $0) }
    var json = JSONWriter()
    json.object { json in
      Envelope(community).write(schema: name, to: &json)
      RecordWriter(fields, absent: .null, linesApart: true).write(files, to: &json)
    }
    return json.file
  }

  /// What the next release is to know of the feeds of version 1: which are as they were, and since when.
  package static func editions(
    of entries: [Entry], _ community: Community
  ) -> [String: PublishedHistory.Edition] {
    let published = community.published.editions
    let numbered = entries.filter { $0.path.file.hasPrefix("feeds/v1/") }
    return Dictionary(
      uniqueKeysWithValues: numbered.map { entry in
        let last = published[entry.path.url].flatMap { $0.digest == entry.digest ? $0 : nil }
        let made = PublishedHistory.Edition(
          digest: entry.digest, generation: community.horizon.generation, moment: community.horizon.now)
        return (entry.path.url, last ?? made)
      })
  }

  static func schema(baseURL: String) -> Artifact {
    FeedSchema.artifact(
      name: name, about: "Every feed, calendar and screen feed of this release.", baseURL: baseURL, absent: .null,
      fields.map(\.form))
  }

  private static let name = "index"

  private struct File: Sendable {
    let url: String
    let entry: Entry
  }

  private static let fields: [Field<[File]>] = [
    Field(
      "feeds", "each file with its digest, by path",
      .list([
        Field<File>("url", "its path on this host", .text(.pattern("^/")) { $0.url }),
        Field<File>("mediaType", "what the file is, as a server should say", .text { $0.entry.mediaType.rawValue }),
        Field<File>(
          "sha256", "SHA-256 of the file's bytes, in hexadecimal digits",
          .text(.pattern("^[0-9a-f]{64}$")) { $0.entry.digest }),
        Field<File>("bytes", "the file's length", unit: "bytes", .integer(least: 0) { $0.entry.count }),
      ]) { $0 })
  ]
}
