import CivilTime
import Community
import Vocabulary

/// One occurrence as pages show it.
struct OccurrenceView: TemplateView {
  let occurrence: Occurrence
  let zone: Zone

  private var record: ActivityView { ActivityView(activity: occurrence.activity) }

  static let fields: [String: TemplateField<OccurrenceView>] = [
    "id": .text { $0.occurrence.id },
    "title": .text { $0.occurrence.activity.title },
    "url": .text { $0.occurrence.activity.url },
    "dateISO": .text { TimeText.date($0.occurrence.start.date) },
    "dayLabel": .text { ChineseTimeText.day($0.occurrence.start.date) },
    "timeLabel": .text { ChineseTimeText.range(from: $0.occurrence.start, to: $0.occurrence.end) },
    "startTime": .text { $0.occurrence.isAllDay ? "全天" : TimeText.time($0.occurrence.start) },
    "startISO": .text { TimeText.rfc3339($0.occurrence.start, in: $0.zone) },
    "endISO": .text { TimeText.rfc3339($0.occurrence.end, in: $0.zone) },
    "venueName": .text { $0.occurrence.venue?.name },
    "venueURL": .text { $0.occurrence.venue?.url },
    "address": .text { $0.occurrence.venue?.address },
    "unitName": .text { $0.occurrence.activity.unit.name },
    "unitURL": .text { $0.occurrence.activity.unit.url },
    "kindLabel": .text { $0.record.kindLabel },
    "statusLabel": .text { $0.occurrence.status == .scheduled ? nil : $0.occurrence.status.label },
    "status": .text { $0.occurrence.status.rawValue },
    "isCancelled": .flag { $0.occurrence.status == .cancelled },
    "isMoved": .flag { $0.occurrence.status == .moved },
    "isPostponed": .flag { $0.occurrence.status == .postponed },
    "movedFrom": .text { $0.movedFrom },
    "note": .text { $0.occurrence.note },
    "host": .text { $0.occurrence.activity.record.host },
    "audience": .text { $0.occurrence.activity.record.audience },
    "summary": .text { $0.occurrence.activity.record.summary },
    "feeLabel": .text { $0.record.feeLabel },
    "isFree": .flag { $0.occurrence.activity.record.feeYuan == 0 },
    "placesLabel": .text { $0.placesLabel },
    "isFull": .flag { $0.occurrence.remaining == 0 },
    "isOnline": .flag { $0.occurrence.activity.record.onlineURL != nil },
  ]

  private var placesLabel: String? {
    guard occurrence.status != .cancelled, let remaining = occurrence.remaining, occurrence.enrolled != nil else {
      return nil
    }
    return remaining == 0 ? "名额已满" : "余 \(remaining) 席"
  }

  /// When and where it was to be.
  private var movedFrom: String? {
    guard occurrence.status == .moved else { return nil }
    var parts: [String] = []
    if occurrence.isMovedInTime {
      parts.append(
        ChineseTimeText.day(occurrence.originalStart.date) + " "
          + ChineseTimeText.range(from: occurrence.originalStart, to: occurrence.originalEnd))
    }
    if occurrence.isMovedInPlace, let venue = occurrence.activity.venue { parts.append(venue.name) }
    return parts.joined(separator: "，")
  }
}

/// A day of a schedule.
struct DayView: TemplateView {
  let date: CivilDate
  let occurrences: [OccurrenceView]

  static let fields: [String: TemplateField<DayView>] = [
    "dateISO": .text { TimeText.date($0.date) },
    "label": .text { ChineseTimeText.day($0.date) },
    "url": .text { "/schedule/\(TimeText.date($0.date))/" },
    "occurrences": .list(OccurrenceView.self) { $0.occurrences },
    "isEmpty": .flag { $0.occurrences.isEmpty },
  ]
}
