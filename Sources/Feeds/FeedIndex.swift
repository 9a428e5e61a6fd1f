package import Artifacts
package import Community
import Content
import Digests
package import Encoding
import FeedFormat
import Fields

/// `/feeds/v1/index.json`: every feed, calendar and screen feed of the release with its digest, so that a consumer knows what changed and
/// whether what it holds is whole. Where they are too many for one file, calendars and narrowed feeds stand in parts by folder, which it lists with
/// their digests. [0072]
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
    document(Envelope(community), community: community, feeds: feeds, parts: nil)
  }

  /// The index and its parts.
  ///
  /// - Parameters:
  ///   - feeds: in any order.
  ///   - sign: a file with its signature, where the site has a key.
  package static func files(
    _ community: Community, feeds: [Entry], sign: (Bytes) -> Bytes
  ) -> (index: Bytes, parts: [(entry: Entry, bytes: Bytes)]) {
    let folders = IndexParts.parts(of: feeds.map(\.path))
    guard !folders.isEmpty else { return (sign(bytes(community, feeds: feeds)), []) }
    let byPath = Dictionary(feeds.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let envelope = Envelope(community)
    let parts = folders.map { part -> (entry: Entry, bytes: Bytes) in
      // As other files it stays while it says the same.
      let bytes = envelope.edition(at: part.path) { envelope in
        sign(document(envelope, community: community, feeds: part.paths.compactMap { byPath[$0] }, parts: nil))
      }.bytes
      return (Entry(part.path, .json, bytes), bytes)
    }
    let apart = Set(folders.flatMap(\.paths))
    let root = BaseURL.path(of: community.site.baseURL)
    let listed = zip(folders, parts).map { folder, part in
      Part(
        folder: root + folder.folder, count: folder.paths.count,
        file: File(url: root + part.entry.path.url, entry: part.entry))
    }
    let index = document(
      envelope, community: community, feeds: feeds.filter { !apart.contains($0.path) }, parts: listed)
    return (sign(index), parts)
  }

  private static func document(
    _ envelope: Envelope, community: Community, feeds: [Entry], parts: [Part]?
  ) -> Bytes {
    let root = BaseURL.path(of: community.site.baseURL)
    let files = feeds.sorted { $0.path < $1.path }.map { File(url: root + $0.path.url, entry: $0) }
    return bytes(envelope, files, parts: parts)
  }

  private static func bytes(_ envelope: Envelope, _ files: [File], parts: [Part]? = nil) -> Bytes {
    var json = JSONWriter()
    json.object { json in
      envelope.write(schema: name, to: &json)
      RecordWriter(fields, absent: .null, linesApart: true).write(files, to: &json)
      if let parts { RecordWriter(partFields, absent: .null, linesApart: true).write(parts, to: &json) }
    }
    return json.file
  }

  /// The index of the same feeds, as of another moment.
  ///
  /// - Parameters:
  ///   - index: without a signature, as of the first horizon.
  ///   - baseURL: of the site.
  /// - Returns: nil where it is no index of that horizon.
  package static func renewed(_ index: Bytes, from old: Horizon, to new: Horizon, baseURL: String) -> Bytes? {
    // What follows from the moment stands before the list.
    func head(_ horizon: Horizon) -> ArraySlice<UInt8> {
      let empty = bytes(Envelope(baseURL: baseURL, horizon), [])
      return empty[..<(empty.lastIndex(of: UInt8(ascii: "[")) ?? 0)]
    }
    let before = head(old)
    return index.starts(with: before) ? Bytes(head(new)) + index.dropFirst(before.count) : nil
  }

  /// What the next release is to know of the feeds of version 1: which are as they were, and since when.
  package static func editions(
    of entries: [Entry], _ community: Community
  ) -> [String: PublishedHistory.Edition] {
    let published = community.published.editions
    let numbered = entries.filter { $0.path.file.hasPrefix("feeds/v1/") && $0.path != .feedIndex }
    return Dictionary(
      uniqueKeysWithValues: numbered.map { entry in
        let last = published[entry.path.url].flatMap { $0.digest == entry.digest ? $0 : nil }
        let made = PublishedHistory.Edition(
          digest: entry.digest, generation: community.horizon.generation, moment: community.horizon.stamp)
        return (entry.path.url, last ?? made)
      })
  }

  static func schema(baseURL: String) -> Artifact {
    FeedSchema.artifact(
      name: name, about: "Every feed, calendar and screen feed of this release.", baseURL: baseURL, absent: .null,
      fields.map(\.form), optional: partFields.map(\.form))
  }

  private static let name = "index"

  private struct File: Sendable {
    let url: String
    let entry: Entry
  }

  private struct Part: Sendable {
    let folder: String
    let count: Int
    let file: File
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

  private static let partFields: [Field<[Part]>] = [
    Field(
      "parts", "indexes of further files, where these are too many for one: a file stands in a part of its folder",
      .list([
        Field<Part>("folder", "the beginning of the paths that it lists", .text(.pattern("^/.*/$")) { $0.folder }),
        Field<Part>("url", "the part's own path on this host", .text(.pattern("^/")) { $0.file.url }),
        Field<Part>("files", "how many it lists", .integer(least: 1) { $0.count }),
        Field<Part>(
          "sha256", "SHA-256 of the part's bytes, in hexadecimal digits",
          .text(.pattern("^[0-9a-f]{64}$")) { $0.file.entry.digest }),
        Field<Part>("bytes", "the part's length", unit: "bytes", .integer(least: 0) { $0.file.entry.count }),
      ]) { $0 })
  ]
}
