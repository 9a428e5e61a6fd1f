import Activities
import Artifacts
import CivilTime
import Community
import Fields
import Templates
import Vocabulary
import Words

/// One occurrence as pages show it, at one of the places where readers look for it.
struct OccurrenceView: TemplateView {
  let appearance: Appearance
  let zone: Zone
  let words: any Words
  /// The communities near which it is, where readers choose theirs.
  var near: [UnitID] = []
  var list = List.any

  /// Where it stands, which says what is said of it there.
  enum List: Sendable {
    case any
    /// A day of the whole schedule, under its heading.
    case day
    /// The same of a schedule that is narrowed down: each of its lines stands on the whole day, too.
    case narrowedDay
    /// A day before this week, kept so that it can be found: when and what.
    case keptDay
  }

  private var occurrence: Occurrence { appearance.occurrence }
  private var record: ActivityView { ActivityView(activity: occurrence.activity, words: words) }
  private var isAway: Bool { appearance.role == .movedAway }

  static let about =
    "One occurrence of an activity, at one of the places where readers look for it: its day, each later day that it reaches, or the day it was moved away from."
  static let fields: [Field<OccurrenceView>] = [
    Field("id", "stays the same when the occurrence is moved", .text { $0.occurrence.id }),
    Field("title", "what takes place", .text { $0.occurrence.title }),
    Field("url", "the activity's page", .text { $0.occurrence.activity.url }),
    Field(
      "role",
      "why it stands here, as a class for styles: `continues` on a later day, `moved-away` where it was to be; nothing where it begins",
      .optionalText { $0.role }),
    Field("dateISO", "the day it stands under, as YYYY-MM-DD", .text { TimeText.date($0.appearance.day) }),
    Field("dayLabel", "the same day with its weekday, in words", .text { $0.words.day($0.appearance.day) }),
    Field(
      "isUnderItsDay", "whether it stands under a heading that says its day: in a schedule",
      .flag { $0.list != .any }),
    Field(
      "isMarked",
      "whether programs read it here (`h-event`): not in a narrowed schedule or on a day before this week, since it is said elsewhere",
      .flag { $0.list == .any || $0.list == .day }),
    Field(
      "isKept", "whether it stands on a day before this week, which is kept so that it can be found",
      .flag { $0.list == .keptDay }),
    Field("timeLabel", "from when until when, in words", .text { $0.timeLabel }),
    Field(
      "startTime", "when it begins, as HH:MM, or the words for all day",
      .text { $0.occurrence.isAllDay ? $0.words.allDay : TimeText.time($0.appearance.start) }),
    Field(
      "endTime", "when it ends, as HH:MM; nothing of what lasts all day or over midnight",
      .optionalText { $0.endTime }),
    Field("startISO", "when it begins (RFC 3339)", .text { TimeText.rfc3339($0.appearance.start, in: $0.zone) }),
    Field("endISO", "when it ends (RFC 3339)", .text { TimeText.rfc3339($0.appearance.end, in: $0.zone) }),
    Field("venueName", "where it takes place", .optionalText { $0.isAway ? nil : $0.occurrence.venue?.name }),
    Field("venueURL", "that venue's page", .optionalText { $0.isAway ? nil : $0.occurrence.venue?.url }),
    Field(
      "address", "that venue's street and number", .optionalText { $0.isAway ? nil : $0.occurrence.venue?.address }),
    Field("unitName", "the unit that holds it", .text { $0.occurrence.activity.unit.name }),
    Field("unitURL", "that unit's page", .text { $0.occurrence.activity.unit.url }),
    Field(
      "nearIDs", "on the home page: the ids of the communities that hold it or where it is, with a blank between",
      .text { $0.near.map(\.text).joined(separator: " ") }),
    Field(
      "kindLabel", "what sort of activity it is, in words; of the pioneer classroom with the track",
      .text { $0.record.kindLabel }),
    Field(
      "statusLabel", "what is unusual about it, in words: cancelled, moved, extra",
      .optionalText { $0.occurrence.label($0.words) }),
    Field(
      "status", "how it stands, as a code for styles: scheduled, cancelled, moved, postponed",
      .text { $0.occurrence.status.rawValue }),
    Field("isUnusual", "whether it is not as it was planned", .flag { $0.occurrence.status != .scheduled }),
    Field("isCancelled", "whether it was cancelled", .flag { $0.occurrence.status == .cancelled }),
    Field("isMoved", "whether it was moved to another time or place", .flag { $0.occurrence.status == .moved }),
    Field("isPostponed", "whether it was put off without a new date", .flag { $0.occurrence.status == .postponed }),
    Field("isAdded", "whether it takes place beside the activity's rule", .flag { $0.occurrence.isAdded }),
    Field("isAway", "whether it stands here only to say that it was moved away", .flag { $0.isAway }),
    Field(
      "movedFrom", "what was planned before it was moved, in words",
      .optionalText { $0.isAway ? nil : $0.occurrence.movedFrom($0.words) }),
    Field(
      "movedTo", "where it was moved to, in words, at the place it was moved from",
      .optionalText { $0.isAway && $0.occurrence.status == .moved ? $0.occurrence.movedTo($0.words) : nil }),
    Field(
      "note", "why it was cancelled or moved, or what else to know of it",
      .optionalText { $0.occurrence.note($0.words) }),
    Field("host", "who holds it: a role or an organisation", .optionalText { $0.occurrence.host }),
    Field("audience", "for whom it is", .optionalText { $0.occurrence.activity.record.audience }),
    Field("summary", "what it is, in a sentence or two", .optionalText { $0.occurrence.summary }),
    Field("feeLabel", "what it costs, in words", .optionalText { $0.record.feeLabel }),
    Field("isFree", "whether it is free of charge", .flag { $0.occurrence.activity.record.feeYuan == 0 }),
    Field("placesLabel", "how many places are left, in words", .optionalText { $0.placesLabel }),
    Field("isFull", "whether no place is left", .flag { $0.occurrence.remaining == 0 }),
    Field(
      "isOnline", "whether it can be watched from anywhere", .flag { $0.occurrence.activity.record.onlineURL != nil }),
  ]

  /// A word for styles: empty where it begins.
  private var role: String? {
    switch appearance.role {
    case .starts: nil
    case .continues: "continues"
    case .movedAway: "moved-away"
    }
  }

  private var endTime: String? {
    guard appearance.role != .continues, !occurrence.isAllDay, appearance.start.date == appearance.end.date else {
      return nil
    }
    return TimeText.time(appearance.end)
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
  /// Whether its list is unfolded.
  var isOpen = true
  /// All that takes place on it, of which `occurrences` are a part; nil: they are all.
  var count: Int?
  /// Where all of it stands.
  var whole: LinkView?
  /// The parts in which it stands there, by their times.
  var parts: [NavigationView] = []
  let words: any Words

  static let about = "A day of a schedule."
  static let fields: [Field<DayView>] = [
    Field("dateISO", "the day, as YYYY-MM-DD", .text { TimeText.date($0.date) }),
    Field("label", "the day with its weekday, in words", .text { $0.words.day($0.date) }),
    Field("url", "the day's own schedule", .text { SitePath.day($0.date).url }),
    Field(
      "whole", "where all of the day stands, of which this is a part; nothing where it is no part",
      .optionalRecord(LinkView.self) { $0.whole }),
    Field(
      "parts", "the parts in which it stands there, by their times", .list(NavigationView.self) { $0.parts }),
    Field("hasParts", "whether it is cut into parts", .flag { !$0.parts.isEmpty }),
    Field("note", "what a calendar leaf says of it", .optionalRecord(DayNoteView.self) { $0.note }),
    Field("occurrences", "what takes place on it, by time", .list(OccurrenceView.self) { $0.occurrences }),
    Field("isEmpty", "whether nothing does", .flag { $0.occurrences.isEmpty }),
    Field(
      "countLabel", "how many take place on it, in words; nothing where none does",
      .optionalText { $0.occurrences.isEmpty ? nil : $0.words.items($0.count ?? $0.occurrences.count) }),
    Field(
      "isOpen", "whether its list is unfolded: the build's own day, and all days of a short schedule",
      .flag { $0.isOpen }),
  ]
}
