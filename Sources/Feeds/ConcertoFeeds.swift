import Activities
import Artifacts
import CivilTime
import Community
import Content
import Encoding
import FeedFormat
import Vocabulary
import Words

/// `/feeds/concerto/activities.json` and `/feeds/concerto/notices.json`: arrays of contents for Concerto's remote feeds.
///
/// As Concerto's RemoteFeed has it: a content is known again by its type and name, so names are ids and stay what they are; one that is no
/// longer there is destroyed. It looks once an hour, and keeps to each content's own times in between: those say exactly from when until when it
/// may be shown, so that what becomes due within the horizon can stand here ahead. An empty array would be silence: one content then says that
/// there is nothing.
struct ConcertoFeeds {
  /// Seconds for which one content stays on the screen.
  private static let duration = 10

  private let community: Community

  init(_ community: Community) {
    self.community = community
  }

  func artifacts() -> [Artifact] {
    [
      Artifact(
        .at("feeds/concerto/activities.json"), .json,
        .made { contents(activities(), empty: community.words.noActivities) }),
      Artifact(
        .at("feeds/concerto/notices.json"), .json, .made { contents(notices(), empty: community.words.noNotices) }),
    ]
  }

  private struct Content {
    let name: String
    let title: String
    let lines: [String]
    let from: LocalDateTime
    let until: LocalDateTime
  }

  /// From its day's beginning to its end, each of today and the days ahead.
  private func activities() -> [Content] {
    ActivitiesFeed.soonestRecords(community).records.filter { $0.start < community.horizon.end }.map { occurrence in
      let when = community.words.dayAndTime(from: occurrence.start, to: occurrence.end)
      return Content(
        name: occurrence.id, title: occurrence.titlePrefix(community.words) + occurrence.title,
        lines: [when, occurrence.venue?.name].compactMap { $0 } + occurrence.remarks(community.words),
        from: LocalDateTime(occurrence.start.date), until: min(occurrence.end, community.horizon.end))
    }
  }

  private func notices() -> [Content] {
    let horizon = community.horizon
    let due = community.dueNotices
    return (community.noticesUrgentFirst.prefix(ActivitiesFeed.soonest) + due).map { notice in
      Content(
        name: "notice-\(notice.lastingName)", title: notice.titlePrefix(community.words) + notice.page.title,
        lines: [notice.unit?.name, notice.summary, notice.instruction].compactMap { $0 },
        from: (notice.publication == .current ? notice.page.publishAt : notice.shownFrom) ?? horizon.window.lowerBound,
        until: min(notice.expiresAt ?? horizon.end, horizon.end))
    }
  }

  private func contents(_ contents: [Content], empty: String) -> Bytes {
    let horizon = community.horizon
    let none = Content(name: "empty", title: empty, lines: [], from: LocalDateTime(horizon.today), until: horizon.end)
    var json = JSONWriter()
    json.array(contents.isEmpty ? [none] : contents) { json, content in
      json.lineBreak()
      json.object { json in
        json.field("type", "RichText")
        json.field("name", content.name)
        json.field(
          "text",
          "<h1>\(Markup.escaped(content.title))</h1>" + content.lines.map { "<p>\(Markup.escaped($0))</p>" }.joined())
        json.field("render_as", "html")
        json.field("duration", Self.duration)
        json.field("start_time", TimeText.rfc3339(content.from, in: horizon.zone))
        json.field("end_time", TimeText.rfc3339(content.until, in: horizon.zone))
      }
    }
    return json.file
  }
}
