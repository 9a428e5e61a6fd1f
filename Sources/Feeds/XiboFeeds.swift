import Artifacts
import CivilTime
import Community
import Encoding
import FeedFormat
import Vocabulary

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
      Artifact(.at("feeds/xibo/activities.json"), .json, .made { table(activities(), empty: "近期没有安排") }),
      Artifact(.at("feeds/xibo/notices.json"), .json, .made { table(notices(), empty: "目前没有公告") }),
    ]
  }

  /// One row: the same columns in all.
  private struct Row {
    var id: String
    var title: String
    var mark = ""
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
    ActivitiesFeed.records(community).map { occurrence in
      let detail = occurrence.remarks + [occurrence.activity.record.summary].compactMap { $0 }
      return Row(
        id: occurrence.id, title: occurrence.activity.title, mark: occurrence.mark,
        status: occurrence.status.rawValue, statusLabel: occurrence.label ?? "", from: occurrence.start,
        until: occurrence.end, when: ChineseTimeText.dayAndTime(from: occurrence.start, to: occurrence.end),
        place: occurrence.venue?.name ?? "", unit: occurrence.activity.unit.name,
        detail: detail.joined(separator: "；"), url: community.site.baseURL + occurrence.activity.url)
    }
  }

  private func notices() -> [Row] {
    let horizon = community.horizon
    return community.noticesUrgentFirst.map { notice in
      Row(
        id: notice.page.slug.text, title: notice.page.title, mark: notice.mark, status: "scheduled",
        statusLabel: notice.severity?.label ?? "", from: notice.publishedAt ?? horizon.localNow,
        until: min(notice.expiresAt ?? horizon.end, horizon.end),
        when: notice.page.date.map(ChineseTimeText.date) ?? "",
        unit: notice.unit?.name ?? "",
        detail: [notice.summary, notice.instruction].compactMap { $0 }.joined(separator: "　"),
        url: community.site.baseURL + notice.page.url)
    }
  }

  private func table(_ rows: [Row], empty: String) -> Bytes {
    let horizon = community.horizon
    let rows = rows.isEmpty ? [Row(id: "empty", title: empty, from: horizon.localNow, until: horizon.end)] : rows
    var json = JSONWriter()
    json.object { json in
      json.key("data")
      json.array(rows) { json, row in
        json.lineBreak()
        json.object { json in
          json.field("id", row.id)
          json.field("headline", Markup.tagless(row.mark + row.title))
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
