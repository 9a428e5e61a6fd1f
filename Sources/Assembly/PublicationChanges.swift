package import Artifacts
import CivilTime
package import Encoding
import Files
package import Parallel

/// What would change in `public/` if the site were published now. What has changed since the last release by its writers' hands is found without
/// the clock's part in it: pages are made as of that release's moment, and their bytes compared with what is public (Promise 1). What comes and
/// goes by the clock is found by the addresses.
package struct PublicationChanges: Sendable {
  package struct Change: Sendable {
    package let url: String
    package let title: String
  }

  package struct Changes: Sendable {
    package private(set) var count = 0
    /// The first of them.
    package private(set) var listed: [Change] = []

    /// A title is worked out for what is listed alone.
    fileprivate mutating func add(_ path: SitePath, _ page: @autoclosure () -> Bytes?) {
      count += 1
      guard listed.count < PublicationChanges.most else { return }
      listed.append(Change(url: path.url, title: PublicationChanges.title(page()) ?? path.url))
    }
  }

  /// Files of a release, made when they are asked for.
  package struct Made: Sendable {
    package let paths: [SitePath]
    let artifact: @Sendable (SitePath) -> Artifact?

    package init(_ shelf: ArtifactShelf) {
      paths = shelf.paths
      artifact = { shelf[$0] }
    }

    package init(_ artifacts: [Artifact]) {
      let byPath = Dictionary(artifacts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      paths = byPath.keys.sorted()
      artifact = { byPath[$0] }
    }

    package func bytes(_ path: SitePath) -> Bytes? {
      switch artifact(path)?.body {
      case .bytes(let bytes): bytes
      case .made(let make): make()
      case .copy(let path): try? Files.read(path)
      case nil: nil
      }
    }
  }

  /// What is public: its files, and their bytes.
  package struct Published: Sendable {
    package let files: [String]
    package let bytes: @Sendable (SitePath) -> Bytes?

    package init(files: [String], bytes: @escaping @Sendable (SitePath) -> Bytes?) {
      self.files = files
      self.bytes = bytes
    }
  }

  package private(set) var added = Changes()
  package private(set) var changed = Changes()
  package private(set) var gone = Changes()
  /// Files that are no pages.
  package private(set) var otherFiles = 0
  /// Screens that show something else, by their id.
  package private(set) var screens: [String] = []

  /// So many are listed of each.
  private static let most = 200

  /// - Parameters:
  ///   - now: what would be published.
  ///   - last: the same, made as of the last release's moment; nil where there was none.
  package init(_ now: Made, asLast last: Made?, _ public: Published, jobs: Jobs) {
    let published = Set(`public`.files)
    for path in now.paths where !published.contains(path.file) && Self.isPage(path) { added.add(path, now.bytes(path)) }
    let known = Set(now.paths.map(\.file))
    for path in `public`.files.sorted().compactMap(SitePath.init(file:))
    where !known.contains(path.file) && Self.isPage(path) {
      gone.add(path, `public`.bytes(path))
    }
    guard let last else { return }
    let same = last.paths.filter { published.contains($0.file) && $0.isCompared }
    let isOther = jobs.map(same) { path in last.bytes(path).map { $0 != `public`.bytes(path) } ?? false }
    for (path, isOther) in zip(same, isOther) where isOther {
      if let screen = path.screen {
        screens.append(screen)
      } else if Self.isPage(path) {
        changed.add(path, last.bytes(path))
      } else {
        otherFiles += 1
      }
    }
  }

  /// Days and months come and go by the clock.
  private static func isPage(_ path: SitePath) -> Bool {
    path.file.hasSuffix(".html") && path.screen == nil && !isDay(path) && !path.file.hasPrefix("schedule/month/")
  }

  /// `schedule/2026-11-21/…`, and those of a schedule that is narrowed down.
  private static func isDay(_ path: SitePath) -> Bool {
    path.file.hasPrefix("schedule/")
      && path.file.split(separator: "/").dropFirst().contains { TimeText.parseDate($0) != nil }
  }

  /// What stands between `<title>` and `</title>`, as text.
  package static func title(_ page: Bytes?) -> String? {
    guard let page else { return nil }
    let head = page.prefix(16_384)
    guard let start = head.firstRange(of: Array("<title>".utf8))?.upperBound,
      let end = head[start...].firstRange(of: Array("</title>".utf8))?.lowerBound
    else { return nil }
    let text = CharacterReferences.decoded(String(decoding: head[start..<end], as: UTF8.self))
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) {
      $0.replacing($1.0, with: $1.1)
    }
  }
}

extension SitePath {
  /// Feeds follow from what pages and screens say.
  fileprivate var isCompared: Bool {
    file.hasSuffix(".html") || file.hasPrefix("assets/") || file.hasPrefix("images/") || file.hasPrefix("files/")
  }

  /// The screen whose page it is.
  fileprivate var screen: String? {
    let parts = file.split(separator: "/")
    return parts.count == 3 && parts[0] == "screens" && parts[2] == "index.html" ? String(parts[1]) : nil
  }
}
