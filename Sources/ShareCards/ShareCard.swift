import Digests
import Encoding

/// What a card says: the picture that a chat shows beside a link. Chats keep it for ever, so it states days and never says “today” or “now”.
package struct ShareCard: Sendable, Hashable {
  /// Whose page it is.
  package var site: String
  /// The sort of thing and whose it is.
  package var label: String?
  package var title: String
  /// Below the title: when, where. Two at most are shown.
  package var lines: [String]

  /// Pixels. Chats show it whole, or the square in its middle (WeChat): all that is said stands in that.
  package static let (width, height) = (1200, 630)

  package init(site: String, label: String? = nil, title: String, lines: [String] = []) {
    self.site = site
    self.label = label
    self.title = title
    self.lines = lines
  }

  /// The same in words, for those who don't see it.
  package var text: String {
    ([label, title].compactMap(\.self) + lines + [site]).map { $0.filter { $0 != Character(CardText.joiner) } }
      .reduce(into: [String]()) { parts, part in if !part.isEmpty, !parts.contains(part) { parts.append(part) } }
      .joined(separator: " · ")
  }

  /// All that its picture follows from but fonts: 20 hexadecimal digits.
  func digest(_ colours: CardColours) -> String {
    let parts = ["\(CardDrawing.version)", colours.text, site, label ?? "", title] + lines
    return String(SHA256.hexadecimal(Bytes(parts.joined(separator: "\u{0}").utf8)).prefix(20))
  }
}
