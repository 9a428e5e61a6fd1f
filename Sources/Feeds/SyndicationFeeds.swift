import CivilTime
import Community
import Encoding
import Markdown

/// The newest notices for feed readers: JSON Feed 1.1 and Atom (RFC 4287).
struct SyndicationFeeds {
  /// How many entries a reader is given.
  private static let length = 50

  private let community: Community
  private let notices: ArraySlice<PublicPage>

  init(_ community: Community) {
    self.community = community
    let byDate = community.notices(expired: false).sorted { a, b in
      (b.page.date?.dayNumber ?? 0, a.page.file) < (a.page.date?.dayNumber ?? 0, b.page.file)
    }
    notices = byDate.prefix(Self.length)
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
      json.array(notices) { json, notice in
        json.lineBreak()
        json.object { json in
          json.field("id", site + notice.page.url)
          json.field("url", site + notice.page.url)
          json.field("title", notice.page.title)
          json.field("summary", notice.summary)
          json.field("content_html", content(notice).text)
          json.field("date_published", published(notice))
          if !notice.page.tags.isEmpty { json.field("tags", notice.page.tags) }
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
    out.append(element: "id", site + "/")
    out.append(element: "title", community.site.title)
    out.append(
      element:
        "updated", notices.map(published).max() ?? TimeText.rfc3339(community.horizon.now, in: community.horizon.zone))
    out.append("<link rel=\"self\" type=\"application/atom+xml\" href=\"\(Markup.escaped(site))/atom.xml\"/>\n")
    out.append("<link rel=\"alternate\" type=\"text/html\" href=\"\(Markup.escaped(site))/\"/>\n")
    out.append(
      "<author><name>\(Markup.xmlEscaped(community.site.footer.sponsor ?? community.site.title))</name></author>\n")
    for notice in notices {
      out.append("<entry>\n")
      out.append(element: "id", site + notice.page.url)
      out.append(element: "title", notice.page.title)
      out.append(element: "published", published(notice))
      out.append(element: "updated", published(notice))
      out.append("<link rel=\"alternate\" type=\"text/html\" href=\"\(Markup.escaped(site + notice.page.url))\"/>\n")
      out.append(element: "summary", notice.summary)
      out.append("<content type=\"html\">")
      out.append(Markup.xmlEscaped(content(notice).text))
      out.append("</content>\n</entry>\n")
    }
    out.append("</feed>\n")
    return out
  }

  /// The body with absolute links; a data block becomes a link to the page where it is live.
  private func content(_ notice: PublicPage) -> Bytes {
    let url = site + notice.page.url
    let blocks = Set(notice.page.dataBlocks.map(\.node))
    let renderer = HTMLRenderer(.elsewhere, words: community.words.ofRenderer, baseURL: site) {
      [words = community.words] node in
      guard blocks.contains(node) else { return nil }
      return Bytes("<p><a href=\"\(Markup.escaped(url))\">\(Markup.escaped(words.seePage))</a></p>\n".utf8)
    }
    // A reader keeps entries for ever: each says itself how long it holds.
    let words = community.words
    let validity =
      notice.expiresAt.map { "<p>\(Markup.escaped(words.validUntilSentence(words.until($0))))</p>\n" } ?? ""
    return Bytes(validity.utf8) + renderer.html(notice.page.body)
  }

  private func published(_ notice: PublicPage) -> String {
    TimeText.rfc3339(notice.publishedAt ?? community.horizon.localNow, in: community.horizon.zone)
  }
}
