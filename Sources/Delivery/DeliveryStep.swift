package import Artifacts

/// When a file of a release is sent to a place where files arrive one by one. After any of them, and where it is broken off, a page that is there
/// has all that it loads and links to: what a page needs arrives before it, and goes after it.
package enum DeliveryStep: String, CaseIterable, Sendable {
  /// Scripts and styles, whose names hold a digest: nothing that is there changes.
  case assets
  /// Pictures, films, documents.
  case media
  /// Feeds, calendars and the search's files that the place lacks: nothing there speaks of them yet.
  case newData = "new-data"
  /// The index where the place has none, since pages link to it.
  case newIndex = "new-index"
  /// Pages that the place lacks, before those that link to them.
  case newPages = "new-pages"
  case pages
  /// Feeds, calendars and the search's files that change.
  case data
  /// The feeds' index, the release's number: what says that the release is there.
  case index

  /// - Parameter isNew: whether the place lacks it.
  init(of path: SitePath, isNew: Bool) {
    let type = MediaType(of: path)
    switch path.file {
    case "feeds/v1/index.json", "feeds/v1/release.json": self = isNew ? .newIndex : .index
    case let file where file.hasPrefix("assets/"): self = .assets
    default:
      if type == .html {
        self = isNew ? .newPages : .pages
      } else if type.isText || type == .zip {
        self = isNew ? .newData : .data
      } else {
        self = .media
      }
    }
  }
}
