import Artifacts
import Community
import Content
import Encoding
import Words

/// At each address that a page had before: a page that leads on at once, and says where to where that is not done.
struct MovedPages {
  private let context: PortalContext

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] {
    context.community.pages.all.flatMap { page in
      page.page.aliases.map { alias in
        let leading = LeadingPage(title: page.page.title, url: page.page.url, words: context.words.movedHere)
        return Artifact(alias.path, .html, .made { [context] in leading.html(context) })
      }
    }
  }
}
