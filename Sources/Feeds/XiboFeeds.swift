import Activities
import Artifacts
import CivilTime
import Community
import Content
import Encoding
import FeedFormat
import Vocabulary
import Words

/// `/feeds/xibo/activities.json` and `/feeds/xibo/notices.json`: tables for Xibo's Remote DataSet, with `data` as the root.
///
/// As Xibo's DataSetFactory has it: a row is a flat object; dates are `Y-m-d H:i:s`, else the cell is dropped; a null is skipped, so nothing is
/// an empty text; texts go through `strip_tags`. An empty table leaves the old rows on the screen (xibo#2620): one that has nothing to say says
/// so in a row. A layout that shows only one column of a row shows `headline`.
struct XiboFeeds {
  private let community: Community

  init(_ community: Community) {
    self.community = community
  }

  func artifacts() -> [Artifact] {
    [
      Artifact(
        .at("feeds/xibo/activities.json"), .json, .made { table(activities(), empty: community.words.noActivities) }),
      Artifact(.at("feeds/xibo/notices.json"), .json, .made { table(notices(), empty: community.words.noNotices) }),
    ]
  }

  /// One row: the same columns in all.
  private struct Row {
    var id: String
    var title: String
    var titlePrefix = ""
    var status = ""
    var statusLabel = ""
    var from: LocalDateTime
    var until: LocalDateTime
    var when = ""
    var place = ""
    var unit = ""
    var detail = ""
    var url = ""
  }

  private func activities() -> [Row] {
    let words = community.words
    return ActivitiesFeed.soonestRecords(community).records.map { occurrence in
      let detail = occurrence.remarks(words) + [occurrence.summary].compactMap { $0 }
      return Row(
        id: occurrence.id, title: occurrence.title, titlePrefix: occurrence.titlePrefix(words),
        status: occurrence.status.rawValue, statusLabel: occurrence.label(words) ?? "", from: occurrence.start,
        until: occurrence.end, when: words.dayAndTime(from: occurrence.start, to: occurrence.end),
        place: occurrence.venue?.name ?? "", unit: occurrence.activity.unit.name,
        detail: detail.joined(separator: words.semicolon), url: community.site.baseURL + occurrence.activity.url)
    }
  }

  private func notices() -> [Row] {
    let horizon = community.horizon
    let words = community.words
    return community.noticesUrgentFirst.prefix(ActivitiesFeed.soonest).map { notice in
      Row(
        id: notice.lastingName, title: notice.page.title, titlePrefix: notice.titlePrefix(words),
        status: "scheduled",
        statusLabel: notice.severity.map { words.label($0) } ?? "",
        from: notice.publishedAt ?? LocalDateTime(horizon.today),
        until: min(notice.expiresAt ?? horizon.end, horizon.end),
        when: notice.page.date.map { words.date($0) } ?? "",
        unit: notice.unit?.name ?? "",
        detail: [notice.summary, notice.instruction].compactMap { $0 }.joined(separator: words.sentenceGap),
        url: community.site.baseURL + notice.page.url)
    }
  }

  private func table(_ rows: [Row], empty: String) -> Bytes {
    let horizon = community.horizon
    let rows =
      rows.isEmpty ? [Row(id: "empty", title: empty, from: LocalDateTime(horizon.today), until: horizon.end)] : rows
    var json = JSONWriter()
    json.object { json in
      json.key("data")
      json.array(rows) { json, row in
        json.lineBreak()
        json.object { json in
          json.field("id", row.id)
          json.field("headline", Markup.tagless(row.titlePrefix + row.title))
          json.field("title", Markup.tagless(row.title))
          json.field("status", row.status)
          json.field("statusLabel", row.statusLabel)
          json.field("from", TimeText.localSeconds(row.from))
          json.field("until", TimeText.localSeconds(row.until))
          json.field("when", row.when)
          json.field("place", Markup.tagless(row.place))
          json.field("unit", Markup.tagless(row.unit))
          json.field("detail", Markup.tagless(row.detail))
          json.field("url", row.url)
        }
      }
    }
    return json.file
  }
}
