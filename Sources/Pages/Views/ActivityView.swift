import Activities
import CivilTime
import Community
import Encoding
import Fields
import PublicText
import Templates
import Vocabulary
import Words

/// What an activity says of all its occurrences, in words.
struct ActivityView {
  let activity: Activity
  let words: any Words

  var kindLabel: String { activity.record.track.map(words.classroom) ?? words.label(activity.record.kind) }

  var feeLabel: String? {
    activity.record.feeYuan.map { $0 == 0 ? words.noCharge : words.yuan(NumberText.plain($0)) }
  }

  /// `每周三 16:30–18:00`, or the one date.
  var whenLabel: String {
    let record = activity.record
    let time = words.range(from: record.start, to: record.end)
    guard let rule = record.rule else {
      return record.start.date == record.end.date || TimeText.isAllDay(from: record.start, to: record.end)
        ? "\(words.fullDay(record.start.date)) \(time)"
        : time
    }
    let onHoliday = record.onHoliday == .held ? "" : words.aside(record.onHoliday)
    let times = words.times(from: record.start, to: record.end)
    return "\(words.rule(rule, from: record.start)) \(times)\(onHoliday)"
  }

  var facts: [FactView] {
    let record = activity.record
    var facts = [FactView(label: words.time, value: whenLabel)]
    if let venue = activity.venue {
      facts.append(FactView(label: words.place, value: venue.name, url: venue.url))
      if let address = venue.address { facts.append(FactView(label: words.address, value: address)) }
    }
    facts.append(FactView(label: words.unit, value: activity.unit.name, url: activity.unit.url))
    let texts: [(String, String?)] = [
      (words.category, kindLabel), (words.host, record.host), (words.audience, record.audience), (words.fee, feeLabel),
      (words.capacity, record.capacity.map(words.capacityEach)), (words.points, record.points.map(words.pointsEach)),
    ]
    facts += texts.compactMap { label, value in value.map { FactView(label: label, value: $0) } }
    if let phone = activity.venue?.phone ?? activity.unit.phone {
      facts.append(FactView(label: words.enquiries, value: phone, url: PhoneNumber(phone)?.link))
    }
    return facts
  }
}

/// `/activities/<id>/`.
struct ActivityPageView: TemplateView {
  let activity: Activity
  let joining: Joining
  let zone: Zone
  let occurrences: [OccurrenceView]
  /// Of the archive, newest first.
  let past: [OccurrenceView]
  let videos: [VideoView]
  /// nil: there is no date, and no series; made where a template shows it.
  let structuredData: @Sendable () -> String?
  let subscription: SubscriptionView?
  let calendars: [LinkView]
  let words: any Words

  private var view: ActivityView { ActivityView(activity: activity, words: words) }
  private var isOpen: Bool { joining != .closed }
  private var closesISO: String? {
    if case .until(let end) = joining { TimeText.rfc3339(end, in: zone) } else { nil }
  }

  static let about = "An activity's own page, `/activities/<id>/`."
  static let fields: [Field<ActivityPageView>] = [
    Field("name", "what the activity is called", .text { $0.activity.title }),
    Field("summary", "what it is, in a sentence or two", .optionalText { $0.activity.record.summary }),
    Field(
      "kindLabel", "what sort of activity it is, in words; of the pioneer classroom with the track",
      .text { $0.view.kindLabel }),
    Field(
      "facts", "when, where, who holds it, for whom, what it costs: a line each",
      .list(FactView.self) { $0.view.facts }),
    Field(
      "mapURL",
      "where it usually takes place on a map of another site; nothing without coordinates, or once it is over or was called off",
      .optionalText { $0.isOpen ? $0.activity.venue?.mapURL : nil }),
    Field("address", "that place's street and number", .optionalText { $0.activity.venue?.address }),
    Field("feeLabel", "what it costs, in words", .optionalText { $0.view.feeLabel }),
    Field("whenLabel", "when it takes place: its rule, or its one date", .text { $0.view.whenLabel }),
    Field("occurrences", "its dates that are not over, by time", .list(OccurrenceView.self) { $0.occurrences }),
    Field("hasOccurrences", "whether there are any", .flag { !$0.occurrences.isEmpty }),
    Field("hasSeveral", "whether there are more than one", .flag { $0.occurrences.count > 1 }),
    Field(
      "statusLabel", "what became of the whole activity, in words: cancelled, postponed",
      .optionalText { view in view.activity.occurrenceStatus.map { view.words.label($0) } }),
    Field("isCancelled", "whether the whole activity was cancelled", .flag { $0.activity.record.status == .cancelled }),
    Field(
      "isPostponed", "whether the whole activity was put off without a new date",
      .flag { $0.activity.record.status == .postponed }),
    Field(
      "onlineURL", "where it can be watched; nothing once it is over or was called off",
      .optionalText { $0.isOpen ? $0.activity.record.onlineURL : nil }),
    Field(
      "signupURL", "where one signs up; nothing once it is over or was called off",
      .optionalText { $0.isOpen ? $0.activity.record.signupURL : nil }),
    Field(
      "closesISO", "when its last date ends (RFC 3339); nothing of a series without an end",
      .optionalText { $0.closesISO }),
    Field("relatedURL", "a page that says more about it", .optionalText { $0.activity.record.page }),
    Field("past", "dates of the last 90 days, the newest first", .list(OccurrenceView.self) { $0.past }),
    Field("videos", "what was recorded of it, the newest first", .list(VideoView.self) { $0.videos }),
    Field("hasVideos", "whether anything was", .flag { !$0.videos.isEmpty }),
    Field(
      "pastLabel", "the heading over past dates, with their number",
      .optionalText { $0.past.isEmpty ? nil : $0.words.occurrencesOfLast90Days($0.past.count) }),
    .subscription { $0.subscription },
    .calendars { $0.calendars },
    .hasCalendars { $0.calendars },
    Field(
      "structuredData",
      "the activity as schema.org's events, for search engines, as JSON, where `pageMarkup` is used and not `wholeMarkup`; it stands in a `script` of the type `application/ld+json`",
      .html { $0.structuredData() ?? EventMarkup.nothing }),
  ]
}
