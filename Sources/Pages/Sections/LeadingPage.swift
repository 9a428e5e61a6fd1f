import Community
import Content
import Encoding
import Words

/// A page that leads on at once, and says where to where that is not done. It is no page of the theme, so that it is small and works in whatever
/// a code is scanned with.
struct LeadingPage: Sendable {
  let title: String
  /// A place on the site, or a whole address elsewhere.
  let url: String
  /// What stands before the title.
  let words: String
  /// Not to be found by itself: only from a code.
  var isUnlisted = false

  func html(_ context: PortalContext) -> Bytes {
    let (title, url) = (Markup.escaped(title), Markup.escaped(url))
    let isHere = url.hasPrefix("/")
    let canonical =
      isHere ? "<link rel=\"canonical\" href=\"\(Markup.escaped(context.community.site.baseURL))\(url)\">\n" : ""
    return Self.page(
      context, title: title, isUnlisted: isUnlisted,
      head: "<meta http-equiv=\"refresh\" content=\"0; url=\(url)\">\n" + canonical,
      main: "<p>\(Markup.escaped(words))<a href=\"\(url)\">\(title)</a></p>")
  }

  /// Several things to choose from: nothing leads on by itself.
  static func choice(of things: [ShortAddresses.Destination], _ context: PortalContext) -> Bytes {
    let rows = things.map { "<li><a href=\"\(Markup.escaped($0.url))\">\(Markup.escaped($0.title))</a></li>" }
    return page(
      context, title: Markup.escaped(context.words.whichOfThese), isUnlisted: true, head: "",
      main: "<ul>\n\(rows.joined(separator: "\n"))\n</ul>")
  }

  private static func page(
    _ context: PortalContext, title: String, isUnlisted: Bool, head: String, main: String
  ) -> Bytes {
    let robots = isUnlisted ? "<meta name=\"robots\" content=\"noindex\">\n" : ""
    return Bytes(
      """
      <!DOCTYPE html>
      <html lang="\(Markup.escaped(context.community.site.language.tag))">
      <head>
      <meta charset="utf-8">
      \(context.policy.text)<title>\(title)</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      \(robots)\(head)</head>
      <body>
      <main>
      <h1>\(title)</h1>
      \(main)
      </main>
      </body>
      </html>

      """.utf8)
  }
}
