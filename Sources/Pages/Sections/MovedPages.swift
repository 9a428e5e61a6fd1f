import Artifacts
import Community
import Content
import Encoding
import Words

/// At each address that a page had before: a page that leads on at once, and says where to where that is not done. It is no page of the theme,
/// so that it is small and works in whatever a code is scanned with.
struct MovedPages {
  private let context: PortalContext

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] {
    context.community.pages.all.flatMap { page in
      page.page.aliases.map { alias in Artifact(alias.path, .html, .made { [context] in Self.page(page, context) }) }
    }
  }

  private static func page(_ page: PublicPage, _ context: PortalContext) -> Bytes {
    let site = context.community.site
    let (title, url) = (Markup.escaped(page.page.title), Markup.escaped(page.page.url))
    let text = """
      <!DOCTYPE html>
      <html lang="\(Markup.escaped(site.language.tag))">
      <head>
      <meta charset="utf-8">
      \(context.policy.text)<title>\(title)</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="refresh" content="0; url=\(url)">
      <link rel="canonical" href="\(Markup.escaped(site.baseURL))\(url)">
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      <p>\(Markup.escaped(context.words.movedHere))<a href="\(url)">\(title)</a></p>
      </main>
      </body>
      </html>

      """
    return Bytes(text.utf8)
  }
}
