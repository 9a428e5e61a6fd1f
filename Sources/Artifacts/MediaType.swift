/// What a file is, for servers and for the feed index (RFC 6838).
package enum MediaType: String, Sendable, Hashable {
  case html = "text/html; charset=utf-8"
  case css = "text/css; charset=utf-8"
  case javaScript = "text/javascript; charset=utf-8"
  case json = "application/json"
  case jsonSchema = "application/schema+json"
  case jsonFeed = "application/feed+json"
  case calendar = "text/calendar; charset=utf-8"
  case rss = "application/rss+xml"
  case atom = "application/atom+xml"
  /// Common Alerting Protocol 1.2.
  case cap = "application/cap+xml"
  case zip = "application/zip"
  case xml = "application/xml"
  case text = "text/plain; charset=utf-8"
  case png = "image/png"
  case jpeg = "image/jpeg"
  case webP = "image/webp"
  case gif = "image/gif"
  case svg = "image/svg+xml"
  case woff2 = "font/woff2"
  case icon = "image/vnd.microsoft.icon"
  case pdf = "application/pdf"
  case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  case mp3 = "audio/mpeg"
  case mp4 = "video/mp4"
  case binary = "application/octet-stream"

  /// By the file name's ending, as a theme's and a site's static files are named.
  package init(fileName: String) {
    let ending = fileName.split(separator: ".").last.map { $0.lowercased() } ?? ""
    self = Self.byEnding[ending] ?? .binary
  }

  private static let byEnding: [String: MediaType] = [
    "html": .html, "css": .css, "js": .javaScript, "json": .json, "ics": .calendar, "xml": .xml, "txt": .text,
    "png": .png, "jpg": .jpeg, "jpeg": .jpeg, "webp": .webP, "gif": .gif, "svg": .svg, "woff2": .woff2, "ico": .icon,
    "zip": .zip, "htz": .zip, "pdf": .pdf, "docx": .docx, "xlsx": .xlsx, "mp3": .mp3, "mp4": .mp4,
  ]

  /// Without its parameters: `text/calendar`.
  package var essence: String { String(rawValue.prefix { $0 != ";" }) }

  /// What is written in characters.
  package var isText: Bool {
    [.html, .css, .javaScript, .json, .jsonSchema, .jsonFeed, .calendar, .rss, .atom, .cap, .xml, .text, .svg].contains(
      self)
  }

  /// The pictures that a page may show. SVG is not among them: it can carry script.
  package var isContentImage: Bool { [.png, .jpeg, .webP, .gif].contains(self) }
}
