import Artifacts
import Assembly
import Encoding
import Files
import Parallel

/// What would change in `public/` if the site were published now. What has changed since the last release by its writers' hands is found without
/// the clock's part in it: pages are made as of that release's moment, and their bytes compared with what is public (Promise 1). What comes and
/// goes by the clock is found by the addresses.
struct PublicationChanges {
  private struct Change: Sendable {
    let url: String
    let title: String
  }

  private struct Changes {
    var count = 0
    var listed: [Change] = []

    /// A title is worked out for what is listed alone.
    mutating func add(_ path: SitePath, _ page: @autoclosure () -> Bytes?) {
      count += 1
      guard listed.count < PublicationChanges.most else { return }
      listed.append(Change(url: path.url, title: PublicationChanges.title(page()) ?? path.url))
    }
  }

  private var isPublished = true
  private var added = Changes()
  private var changed = Changes()
  private var gone = Changes()
  /// Files that are no pages.
  private var otherFiles = 0
  private var hasErrors = false

  /// So many are listed of each.
  private static let most = 200

  init(_ site: PreviewSite) {
    let (last, files) = site.asLastPublished()
    guard let now = site.shown(PreviewKey()).good else {
      hasErrors = true
      return
    }
    isPublished = last != nil && !files.isEmpty
    let published = Set(files)
    let present = now.shelf.paths
    for path in present where !published.contains(path.file) && Self.isPage(path) {
      added.add(path, Self.bytes(now.shelf[path]))
    }
    let known = Set(present.map(\.file))
    for path in files.sorted().compactMap(SitePath.init(file:)) where !known.contains(path.file) && Self.isPage(path) {
      gone.add(path, site.settings.publishedFile(path))
    }
    guard let last else { return }
    let same = last.shelf.paths.filter { published.contains($0.file) && $0.isCompared }
    let isOther = site.settings.options.jobs.map(same) { path in
      Self.bytes(last.shelf[path]).map { $0 != site.settings.publishedFile(path) } ?? false
    }
    for (path, isOther) in zip(same, isOther) where isOther {
      if Self.isPage(path) { changed.add(path, Self.bytes(last.shelf[path])) } else { otherFiles += 1 }
    }
  }

  private static func bytes(_ artifact: Artifact?) -> Bytes? {
    switch artifact?.body {
    case .bytes(let bytes): bytes
    case .made(let make): make()
    case .copy(let path): try? Files.read(path)
    case nil: nil
    }
  }

  private static func isPage(_ path: SitePath) -> Bool { path.file.hasSuffix(".html") }

  /// What stands between `<title>` and `</title>`, as text.
  static func title(_ page: Bytes?) -> String? {
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

  func json() -> Bytes {
    var json = JSONWriter()
    json.object { json in
      json.field("hasErrors", hasErrors)
      json.field("isPublished", isPublished)
      write("added", added, &json)
      write("changed", changed, &json)
      write("gone", gone, &json)
      json.field("otherFiles", otherFiles)
    }
    return json.file
  }

  private func write(_ name: StaticString, _ changes: Changes, _ json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      json.field("count", changes.count)
      json.key("pages")
      json.array(changes.listed) { json, change in
        json.object { json in
          json.field("url", change.url)
          json.field("title", change.title)
        }
      }
    }
  }
}

extension SitePath {
  /// Feeds state their moment, and follow from what pages say.
  fileprivate var isCompared: Bool {
    file.hasSuffix(".html") || file.hasPrefix("assets/") || file.hasPrefix("images/") || file.hasPrefix("files/")
  }
}
