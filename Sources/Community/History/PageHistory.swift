import Artifacts
import CivilTime
import Content
import Vocabulary

/// What is known of pages from earlier releases: which page it is, whatever its file is called now, and when it last became another.
struct PageHistory {
  private let last: PublishedHistory
  private let horizon: Horizon
  private let byIdentity: [String: PublishedHistory.PageRevision]
  private(set) var noted = PublishedHistory()

  init(after last: PublishedHistory, _ horizon: Horizon) {
    self.last = last
    self.horizon = horizon
    byIdentity = Dictionary(last.pages.values.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter pages: all that are public, or will be.
  mutating func dated(_ pages: [PublicPage]) -> [PublicPage] {
    let identities = identities(of: pages)
    return zip(pages, identities).map { page, identity in
      var page = page
      page.identity = identity
      page.revisedAt = revisedAt(page, identity)
      return page
    }
  }

  // MARK: When

  private mutating func revisedAt(_ page: PublicPage, _ identity: String) -> Instant? {
    let digests = page.page.digests
    let before = last.pages[page.page.url] ?? byIdentity[identity]
    let stated = [page.publishedAt, page.page.updated].compactMap { $0 }.map(horizon.zone.instant).filter(
      horizon.hasCome
    )
    .max()
    var revised = stated
    if let before {
      if before.digest == digests.whole {
        revised = [before.changed, stated].compactMap { $0 }.max()
      } else {
        revised = RevisionLog.changed(
          digests.whole, edited: stated ?? Instant(seconds: 0),
          before: (before.digest, before.changed ?? Instant(seconds: 0)), now: horizon.stamp)
        if stated == nil, before.changed == nil { revised = horizon.stamp }
      }
    }
    noted.note(
      .init(
        digest: digests.whole, changed: revised, identity: identity, name: digests.name, text: digests.text),
      at: page.page.url)
    return revised
  }

  // MARK: Which

  /// The address by which each is known: the one at which it was first published. No two have the same.
  private func identities(of pages: [PublicPage]) -> [String] {
    let present = Set(pages.map(\.page.url))
    let gone = last.pages.filter { !present.contains($0.key) }
    var taken = Set<String>()
    var identities = [String?](repeating: nil, count: pages.count)
    // What stands where it stood keeps what it had.
    for (index, page) in pages.enumerated() {
      guard let known = last.pages[page.page.url]?.identity, taken.insert(known).inserted else { continue }
      identities[index] = known
    }
    for (index, page) in pages.enumerated() where identities[index] == nil {
      let candidates = [led(page, from: gone), renamed(page, among: gone), alias(of: page), page.page.url]
      var identity = candidates.compactMap { $0 }.first { !taken.contains($0) } ?? page.page.url
      while !taken.insert(identity).inserted { identity += "~" }
      identities[index] = identity
    }
    return identities.map { $0 ?? "" }
  }

  /// By an address that leads to it since.
  private func led(_ page: PublicPage, from gone: [String: PublishedHistory.PageRevision]) -> String? {
    page.page.aliases.lazy.compactMap { gone[$0.path.url]?.identity }.first
  }

  /// By its day with its title or its text, where only one can be meant.
  private func renamed(_ page: PublicPage, among gone: [String: PublishedHistory.PageRevision]) -> String? {
    guard !gone.isEmpty, page.page.date != nil else { return nil }
    let digests = page.page.digests
    let found = gone.values.filter { $0.name == digests.name || $0.text == digests.text }
    return found.count == 1 ? found[0].identity : nil
  }

  /// Without a memory of earlier releases: an alias among pages of its kind is where it stood.
  private func alias(of page: PublicPage) -> String? {
    guard last.pages[page.page.url] == nil, let section = page.page.kind.section else { return nil }
    return page.page.aliases.first { $0.path.url.hasPrefix("/\(section)/") }?.path.url
  }
}
