import CivilTime
import Community
import Templates
import Vocabulary
import Words

/// One occurrence as pages show it, at one of the places where readers look for it.
struct OccurrenceView: TemplateView {
  let appearance: Appearance
  let zone: Zone
  let words: any Words

  private var occurrence: Occurrence { appearance.occurrence }
  private var record: ActivityView { ActivityView(activity: occurrence.activity, words: words) }
  private var isAway: Bool { appearance.role == .movedAway }

  static let fields: [String: TemplateField<OccurrenceView>] = [
    "id": .text { $0.occurrence.id },
    "title": .text { $0.occurrence.activity.title },
    "url": .text { $0.occurrence.activity.url },
    "role": .text { $0.role },
    "dateISO": .text { TimeText.date($0.appearance.day) },
    "dayLabel": .text { $0.words.day($0.appearance.day) },
    "timeLabel": .text { $0.timeLabel },
    "startTime": .text { $0.occurrence.isAllDay ? $0.words.allDay : TimeText.time($0.appearance.start) },
    "startISO": .text { TimeText.rfc3339($0.appearance.start, in: $0.zone) },
    "endISO": .text { TimeText.rfc3339($0.appearance.end, in: $0.zone) },
    "venueName": .text { $0.isAway ? nil : $0.occurrence.venue?.name },
    "venueURL": .text { $0.isAway ? nil : $0.occurrence.venue?.url },
    "address": .text { $0.isAway ? nil : $0.occurrence.venue?.address },
    "unitName": .text { $0.occurrence.activity.unit.name },
    "unitURL": .text { $0.occurrence.activity.unit.url },
    "kindLabel": .text { $0.record.kindLabel },
    "statusLabel": .text { $0.occurrence.label($0.words) },
    "status": .text { $0.occurrence.status.rawValue },
    "isCancelled": .flag { $0.occurrence.status == .cancelled },
    "isMoved": .flag { $0.occurrence.status == .moved },
    "isPostponed": .flag { $0.occurrence.status == .postponed },
    "isAdded": .flag { $0.occurrence.isAdded },
    "isAway": .flag { $0.isAway },
    "movedFrom": .text { $0.isAway ? nil : $0.occurrence.movedFrom($0.words) },
    "movedTo": .text { $0.isAway && $0.occurrence.status == .moved ? $0.occurrence.movedTo($0.words) : nil },
    "note": .text { $0.occurrence.note($0.words) },
    "host": .text { $0.occurrence.activity.record.host },
    "audience": .text { $0.occurrence.activity.record.audience },
    "summary": .text { $0.occurrence.activity.record.summary },
    "feeLabel": .text { $0.record.feeLabel },
    "isFree": .flag { $0.occurrence.activity.record.feeYuan == 0 },
    "placesLabel": .text { $0.placesLabel },
    "isFull": .flag { $0.occurrence.remaining == 0 },
    "isOnline": .flag { $0.occurrence.activity.record.onlineURL != nil },
  ]

  /// A word for styles: empty where it begins.
  private var role: String? {
    switch appearance.role {
    case .starts: nil
    case .continues: "continues"
    case .movedAway: "moved-away"
    }
  }

  private var timeLabel: String {
    isAway
      ? words.range(from: appearance.start, to: appearance.end)
      : words.range(from: occurrence.start, to: occurrence.end)
  }

  private var placesLabel: String? {
    isAway ? nil : occurrence.placesLeft.map(words.placesLeft)
  }
}

/// A day of a schedule.
struct DayView: TemplateView {
  let date: CivilDate
  let occurrences: [OccurrenceView]
  let note: DayNoteView?
  let words: any Words

  static let fields: [String: TemplateField<DayView>] = [
    "dateISO": .text { TimeText.date($0.date) },
    "label": .text { $0.words.day($0.date) },
    "url": .text { "/schedule/\(TimeText.date($0.date))/" },
    "note": .view(DayNoteView.self) { $0.note },
    "occurrences": .list(OccurrenceView.self) { $0.occurrences },
    "isEmpty": .flag { $0.occurrences.isEmpty },
  ]
}
