import Activities
import CivilTime
import Diagnostics
import Vocabulary
import Words

/// Two that take place in one place at one time, of which at most one can be right: what whoever fills a sheet does not see in it.
///
/// What is compared are occurrences as readers are told of them: not those that are cancelled, and moved ones where they are. An exhibition that is
/// there all day takes nobody's room, and a house or a square has room for several.
struct VenueClashCheck {
  let activities: [Activity]
  let expansion: OccurrenceExpansion
  let today: CivilDate
  let database: String

  /// In days after today: a term's classes, and what is added to them.
  static let span = 92
  /// How many are said one by one: who has more has filled in a column wrongly.
  static let most = 10

  func problems() -> [Diagnostic] {
    let clashes = clashes()
    var problems = clashes.prefix(Self.most).map(warning)
    let rest = clashes.count - problems.count
    if rest > 0, let place = clashes.dropFirst(Self.most).first.map({ self.place(of: $0.second) }) {
      problems.append(
        .warning(
          "data.venue-clash", zh: "还有 \(rest) 对活动也在同一时间用同一个场所",
          en: "and \(rest) more pairs are in one place at one time", at: place))
    }
    return problems
  }

  // MARK: Found

  struct Slot {
    let activity: Activity
    let original: LocalDateTime
    let start: LocalDateTime
    let end: LocalDateTime
  }

  /// Two activities, by the first time that they are in each other's way.
  struct Clash {
    let venue: Venue
    let first: Slot
    let second: Slot
    var times = 1
  }

  private struct Pair: Hashable {
    let one: ActivityID
    let other: ActivityID
  }

  private var window: Range<LocalDateTime> { LocalDateTime(today)..<LocalDateTime(today + Self.span) }

  /// In the order of time.
  func clashes() -> [Clash] {
    var slots: [VenueID: (venue: Venue, slots: [Slot])] = [:]
    for activity in candidates() {
      for (slot, venue) in self.slots(of: activity) where venue.record.type.isOneRoom {
        slots[venue.id, default: (venue, [])].slots.append(slot)
      }
    }
    var clashes: [Clash] = []
    for (venue, slots) in slots.values where slots.count > 1 { clashes += self.clashes(of: slots, in: venue) }
    return clashes.sorted {
      ($0.second.start, $0.venue.id, $0.second.activity.id) < ($1.second.start, $1.venue.id, $1.second.activity.id)
    }
  }

  /// One look at each in the order of their starts: it is compared with the one before it that ends last, and with the last of another activity, so
  /// that as many in one place as there may be take no more than sorting them does.
  private func clashes(of slots: [Slot], in venue: Venue) -> [Clash] {
    let slots = slots.sorted { ($0.start, $0.activity.id) < ($1.start, $1.activity.id) }
    var clashes: [Clash] = []
    var places: [Pair: Int] = [:]
    var last: Slot?
    var lastOfOthers: Slot?
    for slot in slots {
      let other = last?.activity.id == slot.activity.id ? lastOfOthers : last
      if let other, other.end > slot.start {
        let ids = [other.activity.id, slot.activity.id].sorted()
        let pair = Pair(one: ids[0], other: ids[1])
        if let place = places[pair] {
          clashes[place].times += 1
        } else {
          places[pair] = clashes.count
          clashes.append(Clash(venue: venue, first: other, second: slot))
        }
      }
      guard slot.end > last?.end ?? slot.start else {
        if slot.activity.id != last?.activity.id, slot.end > lastOfOthers?.end ?? slot.start { lastOfOthers = slot }
        continue
      }
      if let last, last.activity.id != slot.activity.id { lastOfOthers = last }
      last = slot
    }
    return clashes
  }

  private func slots(of activity: Activity) -> [(Slot, Venue)] {
    let isPlain = activity.changes.isEmpty && activity.record.onHoliday == .held
    if isPlain {
      guard let venue = activity.venue, activity.occurrenceStatus == nil else { return [] }
      return expansion.ruleStarts(of: activity, in: window).map { start in
        (Slot(activity: activity, original: start, start: start, end: start + activity.duration), venue)
      }
    }
    return expansion.occurrences(of: activity, in: window).compactMap { occurrence in
      guard occurrence.takesPlace, !isAllDay(occurrence.start, occurrence.end), let venue = occurrence.venue else {
        return nil
      }
      let slot = Slot(
        activity: activity, original: occurrence.originalStart, start: occurrence.start, end: occurrence.end)
      return (slot, venue)
    }
  }

  private func isAllDay(_ start: LocalDateTime, _ end: LocalDateTime) -> Bool { end - start >= 1440 }

  // MARK: Who may meet

  private static let halfHours = 48

  /// Those that share a place, a day of the week and half an hour with another: of a timetable without clashes hardly any, so that their occurrences
  /// need not be made. Where an occurrence may be at any time (a change, a holiday), all of them are shared.
  private func candidates() -> [Activity] {
    var counts: [VenueID: [Int32]] = [:]
    let wanted = activities.filter { activity in
      activity.occurrenceStatus == nil && activity.record.end - activity.record.start < 1440
        && (activity.record.rule != nil || !activity.changes.isEmpty
          || activity.record.end > window.lowerBound
            && activity.record.start < window.upperBound)
    }
    let cells = wanted.map(cells)
    for (activity, cells) in zip(wanted, cells) {
      for venue in venues(of: activity) {
        counts[venue, default: Array(repeating: 0, count: 7 * Self.halfHours)].withUnsafeMutableBufferPointer {
          counts in
          for cell in cells { counts[cell] += 1 }
        }
      }
    }
    return zip(wanted, cells).filter { activity, cells in
      venues(of: activity).contains { venue in
        counts[venue].map { counts in cells.contains { counts[$0] > 1 } } ?? false
      }
    }.map(\.0)
  }

  private func venues(of activity: Activity) -> Set<VenueID> {
    let all =
      [activity.venue?.record].compactMap(\.self)
      + activity.changes.compactMap(\.newVenue).compactMap { expansion.venues[$0]?.record }
    return Set(all.filter(\.type.isOneRoom).map(\.id))
  }

  /// The half hours of the week in which it may take place, each once.
  private func cells(of activity: Activity) -> [Int] {
    let record = activity.record
    // Put off by a holiday, it is held at the same time of another day.
    let isOnAnyDay = record.onHoliday == .nextWorkday
    let days = isOnAnyDay ? Array(0..<7) : weekdays(of: record)
    var cells = Set(days.flatMap { Self.cells(on: $0, from: record.start.minuteOfDay, lasting: activity.duration) })
    for start in activity.changes.compactMap(\.newStart) {
      cells.formUnion(
        Self.cells(on: start.date.weekday.rawValue, from: start.minuteOfDay, lasting: activity.longestDuration))
    }
    return Array(cells)
  }

  private static func cells(on day: Int, from minute: Int, lasting minutes: Int) -> [Int] {
    (minute / 30...(minute + max(1, minutes) - 1) / 30).map { (day * halfHours + $0) % (7 * halfHours) }
  }

  /// The days of the week that its rule names; all where it names none.
  private func weekdays(of record: ActivityRecord) -> [Int] {
    let own = [record.start.date.weekday.rawValue]
    guard let rule = record.rule else { return own }
    let named = Set(rule.byDay.map { $0.weekday.rawValue })
    return named.isEmpty ? rule.frequency == .weekly ? own : Array(0..<7) : named.sorted()
  }

  // MARK: Said

  private func warning(_ clash: Clash) -> Diagnostic {
    let (start, end) = (max(clash.first.start, clash.second.start), min(clash.first.end, clash.second.end))
    func name(_ slot: Slot) -> Message {
      let (title, id) = (slot.activity.title, slot.activity.id)
      return Message(zh: "“\(title)”（\(id)）", en: "“\(title)” (\(id))")
    }
    func time(_ words: some TimeWords) -> String { words.fullDay(start.date) + " " + words.range(from: start, to: end) }
    let (first, second) = (name(clash.first), name(clash.second))
    let (zh, en) = (time(SimplifiedChinese.words), time(English.words))
    let more = clash.times - 1
    return .warning(
      "data.venue-clash",
      zh: "\(first.zh)和\(second.zh)同一时间都在“\(clash.venue.name)”：\(zh)"
        + (more > 0 ? "，此后 \(Self.span) 天里还有 \(more) 次" : ""),
      en: "\(first.en) and \(second.en) are both in “\(clash.venue.name)” at one time: \(en)"
        + (more > 0 ? ", and \(more) more times within \(Self.span) days" : ""),
      hint: Message(
        zh: "给其中一场换时间或场所；这个场所有好几间屋，就在场所表的“类型”列写“党群服务中心”",
        en: "give one of them another time or place; if it has several rooms, set its type in the table venue to centre"
      ),
      at: place(of: clash.second))
  }

  /// The row that put it there: its change, else its activity.
  private func place(of slot: Slot) -> Location {
    if slot.activity.change(at: slot.original)?.newStart != nil
      || slot.activity.change(at: slot.original)?.newVenue != nil
    {
      return .row(
        database: database, table: "activity_change",
        key: "activity_id=\(slot.activity.id),occurs_at=\(TimeText.local(slot.original))", column: "starts_at")
    }
    return .row(database: database, table: "activity", key: "id=\(slot.activity.id)", column: "venue_id")
  }
}

extension VenueType? {
  /// Whether one thing takes place there at a time: a room, also one of which nothing else is said.
  fileprivate var isOneRoom: Bool {
    switch self {
    case nil, .classroom, .councilHall, .practicePoint, .retiredMemberRoom, .other: true
    case .centre, .station, .serviceHall, .medicalInsuranceDesk, .helpDesk, .dayCare, .canteen, .clinic, .studyRoom,
      .library, .youthStudio, .sport, .square, .online:
      false
    }
  }
}

extension Activity {
  /// Minutes of the longest of its occurrences, up to a day.
  fileprivate var longestDuration: Int {
    let changed = changes.compactMap { change -> Int? in
      switch change.change {
      case .moved(let place), .added(let place): place.start.flatMap { start in place.end.map { $0 - start } }
      case .cancelled, .withdrawn, .ended, .topic: nil
      }
    }
    return min(1440, changed.max().map { max($0, duration) } ?? duration)
  }
}
