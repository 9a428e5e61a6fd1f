import Artifacts
import Community
import Encoding
import Words

/// At each short address: a page that leads on, or says what it may mean.
struct ShortPages {
  private let context: PortalContext

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] {
    context.community.shortAddresses.all.map { path, destinations in
      Artifact(path, .html, .made { [context] in Self.page(destinations, context) })
    }
  }

  private static func page(_ destinations: [ShortAddresses.Destination], _ context: PortalContext) -> Bytes {
    guard destinations.count == 1, let only = destinations.first else {
      return LeadingPage.choice(of: destinations, context)
    }
    return LeadingPage(title: only.title, url: only.url, words: context.words.leadsTo, isUnlisted: true).html(context)
  }
}
