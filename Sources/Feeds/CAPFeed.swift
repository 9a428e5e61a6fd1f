import Activities
import Artifacts
import CivilTime
import Community
import Content
import Digests
import Encoding
import Vocabulary
import Words

/// `/feeds/cap.xml`: the urgent notices that are on, as one alert of the Common Alerting Protocol 1.2 with an `info` for each, the most severe
/// first. Xibo's CapConnector reads one alert, takes an empty body for “no alert” and does not look at `expires`: what is over leaves by
/// publishing, and what is not yet due is not there yet.
struct CAPFeed {
  private let community: Community

  init(_ community: Community) {
    self.community = community
  }

  func artifact() -> Artifact { Artifact(.at("feeds/cap.xml"), .cap, .made { bytes() }) }

  private var zone: Zone { community.horizon.zone }
  /// CAP wants names without spaces, commas and markup.
  private var sender: String { BaseURL.authority(of: community.site.baseURL) }

  private func bytes() -> Bytes {
    let alerts = community.urgentNotices.filter { alert in
      alert.notice.publication == .current && alert.notice.publishedAt.map(community.horizon.hasCome) ?? true
    }
    guard !alerts.isEmpty else { return [] }
    var infos = Bytes()
    for alert in alerts { write(alert.notice, alert.severity, to: &infos) }
    var out = Bytes()
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\n")
    let names = alerts.map { $0.notice.page.slug.text }.joined(separator: ".")
    let sent = alerts.compactMap { $0.notice.publishedAt }.max() ?? LocalDateTime(community.horizon.today)
    // A message with another text is another message: who has seen this identifier has seen this text.
    let digest = SHA256.hexadecimal(infos).prefix(8)
    Self.element(&out, name: "identifier", text: "\(sender)-\(names)-\(TimeText.basic(sent))-\(digest)")
    Self.element(&out, name: "sender", text: sender)
    Self.element(&out, name: "sent", text: TimeText.rfc3339(sent, in: zone))
    out.append("<status>Actual</status>\n<msgType>Alert</msgType>\n<scope>Public</scope>\n")
    out += infos
    out.append("</alert>\n")
    return out
  }

  private func write(_ notice: PublicPage, _ severity: AlertSeverity, to out: inout Bytes) {
    guard case .notice(let details) = notice.page.details else { return }
    out.append("<info>\n")
    Self.element(&out, name: "language", text: community.site.language.tag)
    out.append("<category>Safety</category>\n")
    Self.element(&out, name: "event", text: community.words.label(details.category))
    out.append("<urgency>Immediate</urgency>\n")
    Self.element(&out, name: "severity", text: severity.rawValue.prefix(1).uppercased() + severity.rawValue.dropFirst())
    out.append("<certainty>Likely</certainty>\n")
    Self.element(
      &out, name: "effective",
      text: TimeText.rfc3339(notice.publishedAt ?? LocalDateTime(community.horizon.today), in: zone))
    if let expiry = notice.expiresAt { Self.element(&out, name: "expires", text: TimeText.rfc3339(expiry, in: zone)) }
    Self.element(
      &out, name: "senderName", text: notice.unit?.name ?? community.site.footer.sponsor ?? community.site.title)
    Self.element(&out, name: "headline", text: notice.page.title)
    Self.element(&out, name: "description", text: notice.summary)
    if let instruction = notice.instruction { Self.element(&out, name: "instruction", text: instruction) }
    Self.element(&out, name: "web", text: community.site.baseURL + notice.page.url)
    if let contact = details.contact { Self.element(&out, name: "contact", text: contact) }
    out.append("<area>\n")
    Self.element(&out, name: "areaDesc", text: notice.unit?.name ?? community.site.title)
    out.append("</area>\n</info>\n")
  }

  private static func element(_ out: inout Bytes, name: StaticString, text: String) {
    out.append("<\(name)>\(Markup.xmlEscaped(text))</\(name)>\n")
  }
}
