import Community
import Content
import Encoding

/// `/screens/<id>/`: a page that plays its screen by itself. The feed is inside it, so one load is enough for the whole horizon; styles and
/// script are too. Without script it is a plain list with dates.
struct ScreenPage {
  let community: Community
  let screen: ScreenConfiguration
  let items: [ScreenItem]
  let feed: Bytes

  func html() -> Bytes {
    var out = Bytes()
    out.append("<!DOCTYPE html>\n<html lang=\"")
    out.append(escaping: community.site.language)
    out.append("\" class=\"\(screen.orientation.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.append(
      "<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"icon\" href=\"data:,\">\n<title>"
    )
    out.append(escaping: "\(screen.title) · \(community.site.title)")
    out.append("</title>\n<style>\n")
    out.append(ScreenPlayer.style)
    out.append(
      "</style>\n</head>\n<body>\n<div id=\"screen\" data-feed=\"/feeds/v1/screens/\(screen.id).json\">\n<div id=\"head\"><h1>"
    )
    out.append(escaping: screen.title)
    out.append("</h1><p id=\"clock\"></p></div>\n<div id=\"body\">\n")
    for section in ScreenItem.Section.allCases where section != .day { write(section, to: &out) }
    out.append("</div>\n<div id=\"foot\"><span>")
    out.append(escaping: community.site.footer.sponsor ?? community.site.title)
    out.append("</span><span id=\"fresh\"></span></div>\n</div>\n<script type=\"application/json\" id=\"feed\">")
    out.append(feed, replacing: { $0 == UInt8(ascii: "<") ? "\\u003C" : nil })
    out.append("</script>\n<script>\n")
    out.append(ScreenPlayer.script)
    out.append("</script>\n</body>\n</html>\n")
    return out
  }

  private func write(_ section: ScreenItem.Section, to out: inout Bytes) {
    out.append("<div class=\"section\" id=\"\(section.rawValue)\"><h2>\(section.label)</h2><ul>\n")
    // Without script nothing comes by itself: a notice that is not due yet is left to the player.
    let now = community.horizon.localNow
    for item in items where item.section == section && (section != .notice || item.from <= now) {
      out.append("<li")
      if item.status != .scheduled { out.append(" class=\"\(item.status.rawValue)\"") }
      out.append("><b>")
      if item.status != .scheduled { out.append("<em>\(item.status.label)</em> ") }
      out.append(escaping: item.title)
      out.append("</b><span>")
      let day = section == .today ? "\(item.dayLabel) " : ""
      out.append(
        escaping: [day + (item.when ?? ""), item.place ?? "", item.detail ?? ""].filter { !$0.isEmpty }.joined(
          separator: "　"))
      out.append("</span></li>\n")
    }
    out.append("</ul></div>\n")
  }
}

extension Bytes {
  fileprivate mutating func append(_ bytes: Bytes, replacing replacement: (UInt8) -> StaticString?) {
    bytes.withUnsafeBufferPointer { append($0, replacing: replacement) }
  }
}
