package import CivilTime
package import Encoding

/// What earlier releases said, as far as later ones go by it: of each event and page, a digest of it and when that last became another. It is
/// an input like content and rows, handed on from release to release, so that a build stays a function of its inputs.
///
///     gongshi history 1
///     release⇥1795800000⇥31bf…⇥1795800000
///     edition⇥/feeds/v1/notices.json⇥5b80…⇥1795713600⇥1795713600
///     series⇥weekly⇥90c1…⇥1795800000
///     page⇥/notices/gate/⇥5d07…⇥1795800000⇥/notices/gate/⇥77aa…⇥01fe…
///     item⇥events/fair_20261128T0900⇥77c0…⇥1795800000⇥1⇥1795800000
///     place⇥events⇥1⇥1795800000⇥0
package struct PublishedHistory: Sendable, Hashable {
  /// What has a digest of its own.
  package enum Kind: String, Sendable {
    /// A calendar's series with all that differs from it.
    case series
    /// A calendar's single event.
    case single
    /// A record of a feed of version 1.
    case record
    /// The list of entries of `atom.xml` and `feed.json`.
    case syndication
  }

  package struct Key: Sendable, Hashable {
    package let kind: Kind
    package let id: String
  }

  package struct Revision: Sendable, Hashable {
    package let digest: String
    /// When the digest became this one.
    package let changed: Instant
  }

  package struct PageRevision: Sendable, Hashable {
    package let digest: String
    /// nil where that is not known: a page without a date that was there before.
    package let changed: Instant?
    /// The address by which it is known for ever.
    package let identity: String
    /// Of its kind, day and title, and of its kind, day and text: by these a page that was renamed is known again.
    package let name: String
    package let text: String
  }

  /// A release as screens and programs distinguish it from others.
  package struct Release: Sendable, Hashable {
    /// Its number, which all that take feeds go by: never take an older one for a newer.
    package let generation: Int
    /// Of its index, which states the digest of all that has the number.
    package let digest: String
    /// The moment that it was built for.
    package let moment: Instant

    package init(generation: Int, digest: String, moment: Instant) {
      self.generation = generation
      self.digest = digest
      self.moment = moment
    }
  }

  /// A file that has a number of its own: what it says, and since when.
  package struct Edition: Sendable, Hashable {
    /// Of its bytes: SHA-256, in hexadecimal digits.
    package let digest: String
    /// The number of the release that brought it.
    package let generation: Int
    /// The moment that it was made for.
    package let moment: Instant

    package init(digest: String, generation: Int, moment: Instant) {
      self.digest = digest
      self.generation = generation
      self.moment = moment
    }
  }

  /// The last one, whether or not it was taken back since; nil where there was none.
  package var release: Release?
  /// Feeds as they went out last, by their path below the site. [0060]
  package var editions: [String: Edition] = [:]
  /// Feeds of changes, by name. [0083]
  package var exchanges: [String: ExchangeHistory] = [:]
  package private(set) var revisions: [Key: Revision] = [:]
  /// By their address.
  package private(set) var pages: [String: PageRevision] = [:]

  /// Of a site that was never published.
  package init() {}

  package mutating func note(_ revision: Revision, of key: Key) { revisions[key] = revision }

  package mutating func note(_ page: PageRevision, at address: String) { pages[address] = page }

  /// The number of a release for a moment: its Unix seconds; after a release of as high a number the next one. For the same moment it is
  /// first tried whether it is that release once more. [0045]
  package func generation(at now: Instant) -> Int {
    guard let release, release.generation >= now.seconds else { return now.seconds }
    return release.moment == now ? release.generation : release.generation + 1
  }

  package mutating func merge(_ other: PublishedHistory) {
    release = other.release ?? release
    editions.merge(other.editions) { _, new in new }
    exchanges.merge(other.exchanges) { _, new in new }
    if revisions.isEmpty { revisions = other.revisions } else { revisions.merge(other.revisions) { _, new in new } }
    pages.merge(other.pages) { _, new in new }
  }
}

// MARK: As a file

extension PublishedHistory {
  private static let heading = "gongshi history 1"

  /// Lines that can't be read say nothing: what is not known is taken for unchanged.
  package init(_ bytes: Bytes) {
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[...]
    guard lines.popFirst().map(String.init) == Self.heading else { return }
    for line in lines {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count >= 4, let seconds = Int(parts[3]) else { continue }
      if parts[0] == "item" || parts[0] == "place" {
        guard ExchangeHistory.read(parts, into: &exchanges) else { continue }
      } else if parts[0] == "edition" {
        guard parts.count == 5, let moment = Int(parts[4]) else { continue }
        editions[parts[1]] = Edition(digest: parts[2], generation: seconds, moment: Instant(seconds: moment))
      } else if parts[0] == "release", let generation = Int(parts[1]) {
        release = Release(generation: generation, digest: parts[2], moment: Instant(seconds: seconds))
      } else if parts[0] == "page", parts.count == 7 {
        pages[parts[1]] = PageRevision(
          digest: parts[2], changed: seconds == 0 ? nil : Instant(seconds: seconds), identity: parts[4], name: parts[5],
          text: parts[6])
      } else if parts.count == 4, let kind = Kind(rawValue: parts[0]) {
        revisions[Key(kind: kind, id: parts[1])] = Revision(digest: parts[2], changed: Instant(seconds: seconds))
      }
    }
  }

  /// What a file says of the release alone: it stands in the second line.
  package static func release(in bytes: Bytes) -> Release? {
    let ends = bytes.prefix(4096).indices.filter { bytes[$0] == UInt8(ascii: "\n") }.prefix(2)
    guard ends.count == 2 else { return nil }
    return PublishedHistory(Bytes(bytes[...ends[1]])).release
  }

  /// A file's bytes with another release than it has.
  package static func replacing(release: Release, in bytes: Bytes) -> Bytes? {
    guard Self.release(in: bytes) != nil else { return nil }
    var head = PublishedHistory()
    head.release = release
    let lines = bytes.drop { $0 != UInt8(ascii: "\n") }.dropFirst().drop { $0 != UInt8(ascii: "\n") }.dropFirst()
    return head.bytes + lines
  }

  /// The same bytes for the same history.
  package var bytes: Bytes {
    let revised = revisions.map { "\($0.kind.rawValue)\t\($0.id)\t\($1.digest)\t\($1.changed.seconds)" }
    let paged = pages.map {
      "page\t\($0)\t\($1.digest)\t\($1.changed?.seconds ?? 0)\t\($1.identity)\t\($1.name)\t\($1.text)"
    }
    let made = editions.map { "edition\t\($0)\t\($1.digest)\t\($1.generation)\t\($1.moment.seconds)" }
    let exchanged = exchanges.flatMap { $1.lines($0) }
    let marked = release.map { ["release\t\($0.generation)\t\($0.digest)\t\($0.moment.seconds)"] } ?? []
    let lines = [Self.heading] + marked + (made + revised + paged + exchanged).sorted()
    return Bytes(lines.joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
  }
}
