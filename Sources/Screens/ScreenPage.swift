import Artifacts
import BrowserFiles
import Community
import Content
import Encoding
import Signing
import Vocabulary
import Words

/// `/screens/<id>/`: a page that plays its screen by itself. Feed, styles (the theme's too), script and small pictures are inside it, so one load is
/// enough for the whole horizon.
struct ScreenPage {
  private let compiled: CompiledScreen
  /// Lies by itself, on a stick or in a player's store: what it needs from the site has the site's whole address.
  private let isPackaged: Bool

  init(screen: CompiledScreen, isPackaged: Bool = false) {
    compiled = screen
    self.isPackaged = isPackaged
  }

  private var programme: Programme { compiled.programme }

  /// What lies by itself asks the site for newer feeds, and for what has no room beside it.
  private var policy: PagePolicy {
    var policy = compiled.player.policy
    if isPackaged { policy.allow(origin: programme.site.baseURL) }
    return policy
  }

  func html() -> Bytes {
    let screen = programme.screen
    var out = Bytes()
    out.append("<!DOCTYPE html>\n<html lang=\"")
    out.append(escaping: screen.language.tag)
    out.append("\" data-screen=\"\(screen.id)\" data-player=\"\(compiled.player.version)\" data-feed=\"")
    let root = BaseURL.path(of: programme.site.baseURL)
    out.append(escaping: (isPackaged ? programme.site.baseURL : root) + SitePath.screenFeed(screen.id).url)
    if isPackaged {
      out.append("\" data-root=\".\" data-site=\"")
      out.append(escaping: programme.site.baseURL)
    } else if !root.isEmpty {
      out.append("\" data-root=\"")
      out.append(escaping: root)
    }
    if let key = compiled.key {
      out.append("\" data-key=\"")
      out.append(escaping: key.jsonWebKey)
    }
    out.append("\">\n<head>\n<meta charset=\"utf-8\">\n")
    out += policy.meta
    out.append(
      "<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"icon\" href=\"data:,\">\n<title>"
    )
    out.append(escaping: "\(screen.title) · \(programme.site.title)")
    out.append("</title>\n")
    compiled.player.write(styleTo: &out)
    out.append("</head>\n<body>\n<div id=\"stage\" class=\"\(screen.orientation.rawValue)\">\n")
    out.append(
      "<div id=\"ground\"></div><div id=\"band\"></div><div id=\"sole\"></div>\n<div id=\"shift\">\n<div id=\"head\"><div id=\"titles\"><h1 id=\"title\">"
    )
    out.append(escaping: screen.title)
    out.append(
      "</h1><span id=\"page\"></span></div><div id=\"clock\"><div id=\"weather-head\"><span></span><span></span><span></span></div><div><span id=\"date\"></span><span id=\"lunar\"></span></div><b id=\"time\"></b></div></div>\n"
    )
    out.append(
      "<div id=\"body\"><div class=\"layer\"></div><div class=\"layer\"></div></div>\n<div id=\"strip\"></div>\n<div id=\"foot\"><span id=\"name\">"
    )
    out.append(escaping: screen.title)
    out.append("</span><span id=\"sponsor\">")
    out.append(escaping: programme.site.footer.sponsor ?? programme.site.title)
    out.append(
      "</span><span id=\"weather-foot\"><span></span><span></span><span></span></span><span id=\"stale\"></span><span id=\"updated\"></span><span id=\"corner\"></span></div>\n</div>\n</div>\n"
    )
    out.append("<noscript><p>")
    out.append(escaping: "\(programme.words.awaitingUpdate) \(programme.site.baseURL)/")
    out.append("</p></noscript>\n<script type=\"application/json\" id=\"feed\">")
    out += compiled.feed
    out.append("</script>\n<script>")
    out += ScreenPlayer.embeddedScript
    out.append("</script>\n</body>\n</html>\n")
    return out
  }
}
