import Activities
import Artifacts
import CivilTime
import Community
import Content
import Encoding
import Vocabulary
import Words

/// `/feeds/rss/activities.xml` and `/feeds/rss/notices.xml`: RSS 2.0 for players and readers that know nothing else, with times and
/// places in the event module (`ev:`). MagicMirror wants a title and a `pubDate` in each item, keeps old items on its screen when there are
/// none (an empty feed says so in an item), and looks no more often than `ttl` says.
struct RSSFeeds {
  private let community: Community

  /// When each occurrence last changed, by its id.
  private let updates: [String: Instant]

  init(_ community: Community, updates: [String: Instant]) {
    self.community = community
    self.updates = updates
  }

  private var site: String { community.site.baseURL }
  private var words: any Words { community.words }
  private var zone: Zone { community.horizon.zone }

  func artifacts() -> [Artifact] {
    [
      Artifact(.at("feeds/rss/activities.xml"), .rss, .made { activities() }),
      Artifact(.at("feeds/rss/notices.xml"), .rss, .made { notices() }),
    ]
  }

  // MARK: Feeds

  private func activities() -> Bytes {
    let (records, ofEachDay) = ActivitiesFeed.soonestRecords(community)
    let note = ofEachDay.map { words.firstOfEachDay($0) }
    return channel(
      words.activities, name: "activities", empty: words.noActivities, note: note, isEmpty: records.isEmpty
    ) { out in
      for occurrence in records { write(occurrence, to: &out) }
    }
  }

  private func notices() -> Bytes {
    let notices = community.noticesUrgentFirst.prefix(50)
    return channel(words.notices, name: "notices", empty: words.noNotices, isEmpty: notices.isEmpty) { out in
      for notice in notices {
        let published = notice.publishedAt ?? LocalDateTime(community.horizon.today)
        item(
          &out, title: notice.titlePrefix(words) + notice.page.title, id: notice.syndicationID(of: community.site),
          url: notice.page.url,
          date: published
        ) {
          $0.append(
            element: "description",
            Markup.tagless([notice.summary, notice.instruction].compactMap { $0 }.joined(separator: words.sentenceGap)))
        }
      }
    }
  }

  private func write(_ occurrence: Occurrence, to out: inout Bytes) {
    let activity = occurrence.activity
    let when = words.dayAndTime(from: occurrence.start, to: occurrence.end)
    let lines = occurrence.remarks(words) + [occurrence.venue?.name, occurrence.summary].compactMap { $0 }
    item(
      &out, title: "\(occurrence.titlePrefix(words))\(occurrence.title) \(when)", id: occurrence.id, url: activity.url,
      date: updates[occurrence.id].map(zone.local) ?? activity.record.updatedAt
    ) { out in
      out.append(element: "description", Markup.tagless(lines.joined(separator: words.semicolon)))
      out.append(
        "<category domain=\"\(site)/feeds/v1/schema/activities.json#status\">\(occurrence.status.rawValue)</category>\n"
      )
      out.append(element: "ev:startdate", TimeText.rfc3339(occurrence.start, in: zone))
      out.append(element: "ev:enddate", TimeText.rfc3339(occurrence.end, in: zone))
      if let venue = occurrence.venue { out.append(element: "ev:location", venue.name) }
    }
  }

  // MARK: Parts

  private func channel(
    _ title: String, name: String, empty: String, note: String? = nil, isEmpty: Bool,
    items: (inout Bytes) -> Void
  ) -> Bytes {
    var out = Bytes()
    out.append(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" ")
    out.append("xmlns:ev=\"http://purl.org/rss/1.0/modules/event/\">\n<channel>\n")
    out.append(element: "title", "\(title) · \(community.site.title)")
    out.append(element: "link", site + "/")
    let about = [words.about(community.site.title, title), note].compactMap { $0 }
    out.append(element: "description", about.joined(separator: words.semicolon))
    out.append(element: "language", community.site.language.tag)
    out.append(element: "ttl", "10")
    let own = Markup.escaped("\(site)/feeds/rss/\(name).xml")
    out.append("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"\(own)\"/>\n")
    if isEmpty {
      item(&out, title: empty, id: "\(name)-empty", url: "/", date: LocalDateTime(community.horizon.today)) {
        $0.append(element: "description", empty)
      }
    } else {
      items(&out)
    }
    out.append("</channel>\n</rss>\n")
    return out
  }

  private func item(
    _ out: inout Bytes, title: String, id: String, url: String, date: LocalDateTime, _ more: (inout Bytes) -> Void
  ) {
    out.append("<item>\n")
    out.append(element: "title", Markup.tagless(title))
    out.append(element: "link", site + url)
    out.append("<guid isPermaLink=\"false\">\(Markup.xmlEscaped(id))</guid>\n")
    out.append(element: "pubDate", TimeText.rfc822(date, in: zone))
    more(&out)
    out.append("</item>\n")
  }
}
