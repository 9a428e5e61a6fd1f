package import Encoding

/// What one browser learns of changes, as a stream of events (Server-Sent Events, WHATWG HTML 9.2): one now, so that a page that was made before
/// knows, and one after each change.
package struct PreviewEvents: Sendable {
  package static let mediaType = "text/event-stream"

  /// What happens from now on.
  package let news: AsyncStream<PreviewNews.Item>
  private let key: PreviewKey
  private let files: PreviewFiles

  init(_ key: PreviewKey, of site: PreviewSite) {
    self.key = key
    files = PreviewFiles(site)
    news = site.news.listen()
  }

  /// The lines that report it; nil: the first ones. The site may be joined for it, which takes its time.
  package func lines(_ item: PreviewNews.Item?) -> Bytes {
    switch item {
    case .still: Bytes(": \n\n".utf8)
    case .read: event
    case nil: Bytes("retry: 400\n\n".utf8) + event
    }
  }

  private var event: Bytes { Bytes("data: ".utf8) + files.news(key) + Bytes("\n\n".utf8) }
}
