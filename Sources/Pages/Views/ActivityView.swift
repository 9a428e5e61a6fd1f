import CivilTime
import Community
import Encoding
import Fields
import Templates
import Vocabulary

/// What an activity says of all its occurrences, in words.
struct ActivityView {
  let activity: Activity

  var kindLabel: String { activity.record.track.map { "先锋课堂\u{A0}· \($0.label)" } ?? activity.record.kind.label }

  var feeLabel: String? {
    activity.record.feeYuan.map { $0 == 0 ? "免费" : "\(NumberText.plain($0)) 元" }
  }

  /// `每周三 16:30–18:00`, or the one date.
  var whenLabel: String {
    let record = activity.record
    let time = ChineseTimeText.range(from: record.start, to: record.end)
    guard let rule = record.rule else {
      return record.start.date == record.end.date || ChineseTimeText.isAllDay(from: record.start, to: record.end)
        ? "\(ChineseTimeText.date(record.start.date)) \(ChineseTimeText.weekday(record.start.date.weekday)) \(time)"
        : time
    }
    let onHoliday = record.onHoliday == .held ? "" : "，\(record.onHoliday.label)"
    let times = ChineseTimeText.times(from: record.start, to: record.end)
    return "\(ChineseTimeText.rule(rule, from: record.start)) \(times)\(onHoliday)"
  }

  var facts: [FactView] {
    let record = activity.record
    var facts = [FactView(label: "时间", value: whenLabel)]
    if let venue = activity.venue {
      facts.append(FactView(label: "地点", value: venue.name, url: venue.url))
      if let address = venue.address { facts.append(FactView(label: "地址", value: address)) }
    }
    facts.append(FactView(label: "单位", value: activity.unit.name, url: activity.unit.url))
    let texts: [(String, String?)] = [
      ("类别", kindLabel), ("主办", record.host), ("对象", record.audience), ("费用", feeLabel),
      ("名额", record.capacity.map { "每场 \($0) 人" }), ("积分", record.points.map { "参加一次记 \($0) 分" }),
      ("咨询", activity.venue?.phone ?? activity.unit.phone),
    ]
    facts += texts.compactMap { label, value in value.map { FactView(label: label, value: $0) } }
    return facts
  }
}

/// `/activities/<id>/`.
struct ActivityPageView: TemplateView {
  let activity: Activity
  let occurrences: [OccurrenceView]
  /// Of the archive, newest first.
  let past: [OccurrenceView]
  let structuredData: String
  let subscription: SubscriptionView

  static let about = "An activity's own page, `/activities/<id>/`."
  static let fields: [Field<ActivityPageView>] = [
    Field("name", "what the activity is called", .text { $0.activity.title }),
    Field("summary", "what it is, in a sentence or two", .optionalText { $0.activity.record.summary }),
    Field(
      "kindLabel", "what sort of activity it is, in words; of the pioneer classroom with the track",
      .text { ActivityView(activity: $0.activity).kindLabel }),
    Field(
      "facts", "when, where, who holds it, for whom, what it costs: a line each",
      .list(FactView.self) { ActivityView(activity: $0.activity).facts }),
    Field("occurrences", "its dates that are not over, by time", .list(OccurrenceView.self) { $0.occurrences }),
    Field("hasOccurrences", "whether there are any", .flag { !$0.occurrences.isEmpty }),
    Field("isCancelled", "whether the whole activity was cancelled", .flag { $0.activity.record.status == .cancelled }),
    Field(
      "isPostponed", "whether the whole activity was put off without a new date",
      .flag { $0.activity.record.status == .postponed }),
    Field("onlineURL", "where it can be watched", .optionalText { $0.activity.record.onlineURL }),
    Field("signupURL", "where one signs up", .optionalText { $0.activity.record.signupURL }),
    Field("relatedURL", "a page that says more about it", .optionalText { $0.activity.record.page }),
    Field("past", "dates of the last 90 days, the newest first", .list(OccurrenceView.self) { $0.past }),
    Field(
      "pastLabel", "the heading over past dates, with their number",
      .optionalText { $0.past.isEmpty ? nil : "最近 90 天的 \($0.past.count) 场" }),
    Field("subscription", "how to get its dates into a calendar", .record(SubscriptionView.self) { $0.subscription }),
    Field("structuredData", "the activity as schema.org's events, for search engines", .html { $0.structuredData }),
  ]
}
