import CivilTime
import Community
import Encoding
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
      (words.enquiries, activity.venue?.phone ?? activity.unit.phone),
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
  let words: any Words

  private var view: ActivityView { ActivityView(activity: activity, words: words) }

  static let fields: [String: TemplateField<ActivityPageView>] = [
    "name": .text { $0.activity.title },
    "summary": .text { $0.activity.record.summary },
    "kindLabel": .text { $0.view.kindLabel },
    "facts": .list(FactView.self) { $0.view.facts },
    "occurrences": .list(OccurrenceView.self) { $0.occurrences },
    "hasOccurrences": .flag { !$0.occurrences.isEmpty },
    "statusLabel": .text { view in view.activity.occurrenceStatus.map(view.words.label) },
    "isCancelled": .flag { $0.activity.record.status == .cancelled },
    "isPostponed": .flag { $0.activity.record.status == .postponed },
    "onlineURL": .text { $0.activity.record.onlineURL },
    "signupURL": .text { $0.activity.record.signupURL },
    "relatedURL": .text { $0.activity.record.page },
    "past": .list(OccurrenceView.self) { $0.past },
    "pastLabel": .text { $0.past.isEmpty ? nil : $0.words.occurrencesOfLast90Days($0.past.count) },
    "subscription": .view(SubscriptionView.self) { $0.subscription },
    "structuredData": .html { $0.structuredData },
  ]
}
