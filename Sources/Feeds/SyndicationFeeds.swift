import Artifacts
import CivilTime
import Community
import Content
import Encoding
import Markdown
import Pictures
import Words

/// The newest notices for feed readers: JSON Feed 1.1 and Atom (RFC 4287).
struct SyndicationFeeds {
  /// How many entries a reader is given.
  private static let length = 50

  private let community: Community
  private let entries: [Entry]

  /// A notice as both feeds have it.
  private struct Entry {
    let notice: PublicPage
    /// The same whatever its address is since.
    let id: String
    let url: String
    let summary: String
    let published: String
    let updated: Instant
    /// HTML; made once for both.
    let content: String
    let attachments: [PageAttachment]
  }

  /// When the feed last changed.
  private let updated: Instant

  init(_ community: Community, _ log: inout RevisionLog) {
    self.community = community
    let zone = community.horizon.zone
    let entries: [Entry] = community.pages.noticesByDate.lazy.filter { !$0.isExpired }.prefix(Self.length).map {
      notice in
      Entry(
        notice: notice, id: notice.syndicationID(of: community.site), url: community.site.baseURL + notice.page.url,
        summary: notice.summary,
        published: TimeText.rfc3339(notice.publishedAt ?? LocalDateTime(community.horizon.today), in: zone),
        updated: notice.revisedAt ?? zone.instant(of: notice.publishedAt ?? LocalDateTime(community.horizon.today)),
        content: Self.content(notice, community).text, attachments: community.attachments.of(notice.page.source))
    }
    self.entries = entries
    // As new as its newest entry, and never older than it was: what leaves the feed takes its time along.
    updated = log.changed(
      .syndication, "notices", digest: Feeds.digest(of: Bytes()), edited: entries.map(\.updated).max())
  }

  private func text(_ instant: Instant) -> String { TimeText.rfc3339(instant, in: community.horizon.zone) }

  /// A tag URI (RFC 4151): it says neither by which scheme nor at which port something is found.
  static func tag(of site: SiteConfiguration, _ path: String) -> String {
    let authority = BaseURL.authority(of: site.baseURL)
    let host = authority.hasPrefix("[") ? "localhost" : authority.prefix { $0 != ":" }
    return "tag:\(host.lowercased()),2026:\(PercentEncoding.encoded(path: path))"
  }

  private var site: String { community.site.baseURL }

  func jsonFeed() -> Bytes {
    var json = JSONWriter()
    json.object { json in
      json.field("version", "https://jsonfeed.org/version/1.1")
      json.field("title", community.site.title)
      json.field("home_page_url", site + "/")
      json.field("feed_url", site + "/feed.json")
      json.field("language", community.site.language.tag)
      json.key("items")
      json.array(entries) { json, entry in
        json.lineBreak()
        json.object { json in
          json.field("id", entry.id)
          json.field("url", entry.url)
          json.field("title", entry.notice.page.title)
          json.field("summary", entry.summary)
          json.field("content_html", entry.content)
          json.field("date_published", entry.published)
          json.field("date_modified", text(entry.updated))
          if !entry.notice.page.tags.isEmpty { json.field("tags", entry.notice.page.tags) }
          guard !entry.attachments.isEmpty else { return }
          json.key("attachments")
          json.array(entry.attachments) { json, attachment in
            json.object { json in
              json.field("url", site + attachment.file.path.url)
              json.field("mime_type", attachment.file.mediaType.rawValue)
              json.field("title", attachment.title)
              json.field("size_in_bytes", attachment.file.bytes)
            }
          }
        }
      }
    }
    return json.file
  }

  func atom() -> Bytes {
    var out = Bytes()
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    out.append(escaping: community.site.language.tag)
    out.append("\">\n")
    out.append(element: "id", Self.tag(of: community.site, "/"))
    out.append(element: "title", community.site.title)
    out.append(element: "updated", text(updated))
    out.append("<link rel=\"self\" type=\"application/atom+xml\" href=\"\(Markup.escaped(site))/atom.xml\"/>\n")
    out.append("<link rel=\"alternate\" type=\"text/html\" href=\"\(Markup.escaped(site))/\"/>\n")
    out.append(
      "<author><name>\(Markup.xmlEscaped(community.site.footer.sponsor ?? community.site.title))</name></author>\n")
    for entry in entries {
      out.append("<entry>\n")
      out.append(element: "id", entry.id)
      out.append(element: "title", entry.notice.page.title)
      out.append(element: "published", entry.published)
      out.append(element: "updated", text(entry.updated))
      out.append("<link rel=\"alternate\" type=\"text/html\" href=\"\(Markup.escaped(entry.url))\"/>\n")
      for attachment in entry.attachments {
        let (type, url) = (attachment.file.mediaType.rawValue, site + attachment.file.path.url)
        out.append("<link rel=\"enclosure\" type=\"\(type)\" length=\"\(attachment.file.bytes)\" title=\"")
        out.append(escaping: attachment.title)
        out.append("\" href=\"\(Markup.escaped(url))\"/>\n")
      }
      out.append(element: "summary", entry.summary)
      out.append("<content type=\"html\">")
      out.append(Markup.xmlEscaped(entry.content))
      out.append("</content>\n</entry>\n")
    }
    out.append("</feed>\n")
    return out
  }

  /// The body with absolute links; a data block becomes a link to the page where it is live.
  private static func content(_ notice: PublicPage, _ community: Community) -> Bytes {
    let (site, words) = (community.site.baseURL, community.words)
    let url = site + notice.page.url
    let blocks = Set(notice.page.dataBlocks.map(\.node))
    var renderer = HTMLRenderer(.standalone, words: words.ofRenderer, baseURL: site) { node in
      guard blocks.contains(node) else { return nil }
      return Bytes("<p><a href=\"\(Markup.escaped(url))\">\(Markup.escaped(words.seePage))</a></p>\n".utf8)
    }
    renderer.picture = { destination in
      community.image(at: destination).flatMap { image in
        image.picture.map {
          RenderedPicture(source: image.plainURL, width: $0.plain.width, height: $0.plain.height)
        }
      }
    }
    if !notice.page.files.isEmpty {
      renderer.afterLink = { destination in
        community.attachments.file(at: destination).map { file in
          let text = words.aside("", words.file(file.type, size: NumberText.fileSize(file.bytes)))
          return Bytes(Markup.escaped(text).utf8)
        }
      }
    }
    // A reader keeps entries for ever: each says itself how long it holds.
    let validity =
      notice.expiresAt.map { "<p>\(Markup.escaped(words.validUntilSentence(words.until($0))))</p>\n" } ?? ""
    return Bytes(validity.utf8) + renderer.html(notice.page.body)
  }
}

extension PublicPage {
  /// By what feed readers know a notice: it survives another address, another title and a site that moves to HTTPS.
  func syndicationID(of site: SiteConfiguration) -> String { SyndicationFeeds.tag(of: site, identity) }
}
