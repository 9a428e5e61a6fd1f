import Activities
import CivilTime
import Community
import Content
import Vocabulary
import Words

extension SlideMaker {
  /// How many days a week's list reaches, the day itself included.
  private static let weekDays = 7
  /// Days ahead on which a change is announced.
  private static let changeDays = 7
  /// Lines at once, where a playlist does not say how many: three pages of a day, which people wait for.
  private static let dayLength = 12
  private static let weekLength = 20
  private static let liveLength = 4
  private static let roomLength = 12
  /// Of the next day that has anything, when nothing more comes today.
  private static let aheadLength = 3
  /// An evening begins: 今晚.
  private static let eveningMinute = 18 * 60

  /// From its day's midnight to its end; after the last of a day, the first of the next day that has any.
  func today(_ query: ActivityQuery) -> SlideContent {
    let byDay = Dictionary(uniqueKeysWithValues: material.linesByDay(query).map { ($0.day, $0.lines) })
    var isCut = false
    let rows = horizon.daysAhead.flatMap { day -> [ItemDraft] in
      let all = byDay[day] ?? []
      let lines = room.soonest(all)
      let own = lines.compactMap { row($0, from: LocalDateTime(day)) }
      let end = own.map(\.item.until).max()
      let next = ahead(of: day, after: end ?? LocalDateTime(day), byDay)
      guard lines.count < all.count else { return own + next }
      isCut = true
      return own + [total(all.count, day, until: end)].compactMap { $0 } + next
    }
    var content = SlideContent(.rows, rows, empty: words.nothingMoreToday).cut(isCut ? room.ofEachDay : nil)
    content.limit = Self.dayLength
    return content
  }

  /// Below a part of a day's lines: how many there are in all.
  private func total(_ count: Int, _ day: CivilDate, until: LocalDateTime?) -> ItemDraft? {
    item("total-\(TimeText.date(day))", words.allOnWall(count), from: LocalDateTime(day), until: until).map {
      var total = ItemDraft($0)
      total.isCounted = false
      return total
    }
  }

  /// What comes first on the next day that has anything, from the end of a day's last to midnight.
  private func ahead(
    of day: CivilDate, after: LocalDateTime, _ byDay: [CivilDate: [Appearance]]
  ) -> [ItemDraft] {
    let midnight = LocalDateTime(day + 1)
    guard after < midnight else { return [] }
    let later = byDay.keys.filter { $0 > day }.sorted().lazy.map { next in
      (day: next, coming: (byDay[next] ?? []).filter { $0.role == .starts && $0.occurrence.takesPlace })
    }
    guard let (next, coming) = later.first(where: { !$0.coming.isEmpty }) else { return [] }
    let heading = words.nextUp(on: words.wallDay(next), isTomorrow: next == day + 1)
    return coming.prefix(Self.aheadLength).compactMap { row($0, from: LocalDateTime(next)) }.map { draft in
      var ahead = draft
      ahead.item = draft.item.shown(from: max(after, begin), until: midnight)
      ahead.item.group = heading
      return ahead
    }
  }

  /// The day itself and the six after it, by day.
  func week(_ query: ActivityQuery) -> SlideContent {
    let all = material.linesByDay(query)
    let kept = all.flatMap { room.soonest($0.lines) }
    let reach = days ?? Self.weekDays
    let rows = kept.compactMap { appearance -> ItemDraft? in
      var draft = row(appearance, from: LocalDateTime(appearance.day - (reach - 1)))
      draft?.item.group = words.wallDay(appearance.day)
      return draft
    }
    // What lies beyond the horizon is not known: an empty week claims nothing, it is left out.
    var content = SlideContent(.rows, rows)
      .cut(kept.count < all.reduce(0) { $0 + $1.lines.count } ? room.ofEachDay : nil)
    content.limit = Self.weekLength
    return content
  }

  /// What can be watched from anywhere, on its day.
  func live(_ query: ActivityQuery) -> SlideContent {
    let all = material.linesByDay(query).map { day in
      day.lines.filter {
        $0.role == .starts && $0.occurrence.takesPlace && $0.occurrence.activity.record.onlineURL != nil
      }
    }
    let kept = all.flatMap { room.soonest($0) }
    let items =
      kept
      .compactMap { appearance -> ItemDraft? in
        let activity = appearance.occurrence.activity
        guard let url = activity.record.onlineURL, let code = code(url: url, of: .live(activity.id)) else { return nil }
        var draft = row(appearance, from: LocalDateTime(appearance.day))
        draft?.code = code
        draft?.item.codeLabel = words.scanLive
        let isEvening = appearance.start.minuteOfDay >= Self.eveningMinute
        let when = draft?.item.when
        draft?.item.when = when.map { words.thisDay($0, isEvening: isEvening) }
        return draft
      }
    var content = SlideContent(.cards, items)
      .cut(kept.count < all.reduce(0) { $0 + $1.count } ? room.ofEachDay : nil)
    content.limit = Self.liveLength
    return content
  }

  /// What was cancelled, moved or put off in the coming days: until neither its old nor its new time is to come.
  func changes(_ query: ActivityQuery) -> SlideContent {
    let all = material.occurrences(query).filter { $0.status != .scheduled }.sorted { a, b in
      (min(a.start, a.originalStart), a.id) < (min(b.start, b.originalStart), b.id)
    }
    var ofDay: [CivilDate: Int] = [:]
    let changed = all.filter { occurrence in
      let day = min(occurrence.start, occurrence.originalStart).date
      ofDay[day, default: 0] += 1
      return ofDay[day, default: 0] <= room.ofEachDay ?? .max
    }
    let rows = changed.compactMap { occurrence -> ItemDraft? in
      let first = min(occurrence.start, occurrence.originalStart)
      let last = max(occurrence.end, occurrence.isAdded ? occurrence.end : occurrence.originalEnd)
      guard
        var item = item(
          occurrence.id, occurrence.title, from: LocalDateTime(first.date - (days ?? Self.changeDays)), until: last)
      else { return nil }
      item.status = occurrence.status
      item.mark = words.label(occurrence.status)
      item.tone = occurrence.status.rawValue
      // When it was to be stands first, and what is new about it below: what who comes by has in mind is the old time.
      item.when = words.dayAndTime(from: occurrence.originalStart, to: occurrence.originalEnd)
      item.line =
        occurrence.status == .moved ? words.movedTo + occurrence.movedTo(words) : occurrence.activity.venue?.name
      item.text = occurrence.note(words)
      return ItemDraft(item)
    }
    var content = SlideContent(.rows, rows)
      .cut(changed.count < all.count ? room.ofEachDay : nil)
    content.limit = Self.dayLength
    return content
  }

  // MARK: Venues

  /// What goes on in each venue and what comes next there, on each day.
  func rooms(_ asked: [VenueID]) -> SlideContent {
    let rooms =
      asked.isEmpty ? community.venues.filter { serves($0.unit) } : asked.compactMap { community.venue($0) }
    guard let most = room.rooms else {
      var content = SlideContent(.cards, rooms.flatMap { states(of: $0) })
      content.limit = Self.roomLength
      return content
    }
    // A room is shown all day long or not at all: those of the screen's own units before those below them, as long as they fit.
    let isOwn = rooms.map { screen.units.contains($0.unit) }
    var kept: [(index: Int, states: [ItemDraft])] = []
    var left = most
    for index in rooms.indices.filter({ isOwn[$0] }) + rooms.indices.filter({ !isOwn[$0] }) {
      let states = states(of: rooms[index])
      left -= states.count
      if left < 0 { break }
      if !states.isEmpty { kept.append((index, states)) }
    }
    var content = SlideContent(.cards, kept.sorted { $0.index < $1.index }.flatMap(\.states))
      .cut(left < 0 ? kept.count : nil)
    content.limit = Self.roomLength
    return content
  }

  /// Whoever holds it: a room is taken by others' events too.
  private func states(of venue: Venue) -> [ItemDraft] {
    material.states(of: venue.id) {
      let taken = community.occurrences(meeting: .venue(venue.id)).filter {
        $0.takesPlace && $0.end > begin && $0.venue?.id == venue.id
      }
      return taken.isEmpty ? [] : states(of: venue, taken)
    }
  }

  /// Day by day, one state from each start or end to the next.
  private func states(of venue: Venue, _ occurrences: [Occurrence]) -> [ItemDraft] {
    let hours = venue.openingTimes(from: horizon.today, through: horizon.lastDay, community.workdays)
    let changes = hours?.changes(from: begin, until: horizon.end) ?? []
    return horizon.daysAhead.flatMap { day -> [ItemDraft] in
      let (midnight, next) = (LocalDateTime(day), LocalDateTime(day + 1))
      let ofDay = occurrences.filter { $0.start < next && $0.end > midnight }.sorted {
        ($0.start, $0.id) < ($1.start, $1.id)
      }
      guard !ofDay.isEmpty else { return [] }
      let times = Set([midnight] + changes + ofDay.flatMap { [$0.start, $0.end] })
        .filter { midnight <= $0 && $0 < next }.sorted()
      return zip(times, times.dropFirst() + [next]).compactMap { from, until in
        guard var item = item("room-\(venue.id)", venue.name, from: from, until: until) else { return nil }
        let current = ofDay.filter { $0.start <= from && from < $0.end }
        let coming = ofDay.first { $0.start > from }
        let state = hours?.state(at: from, knownUntil: horizon.end)
        item.tone = current.isEmpty ? "free" : "busy"
        item.mark = current.isEmpty ? words.free : words.taken
        item.now = current.isEmpty ? nil : current.map(nowText).joined(separator: words.semicolon)
        item.next = coming.map { "\(TimeText.time($0.start)) \($0.title)" }
        if current.isEmpty {
          if coming == nil { item.text = words.noMoreToday }
          // Nobody gets into a room that is closed, whatever is on in it.
          if let state, !state.isOpen {
            item.tone = "closed"
            item.mark = words.notOpen
            item.text = words.text(state, at: from)
          }
        }
        return ItemDraft(item)
      }
    }
  }

  private func nowText(_ occurrence: Occurrence) -> String {
    words.aside(occurrence.title, words.range(from: occurrence.start, to: occurrence.end))
  }

  // MARK: Occurrences

  private func row(_ appearance: Appearance, from: LocalDateTime) -> ItemDraft? {
    let occurrence = appearance.occurrence
    let record = occurrence.activity.record
    let isAway = appearance.role == .movedAway
    let suffix =
      switch appearance.role {
      case .starts: ""
      case .continues: ScreenItem.dayInfix + TimeText.date(appearance.day)
      case .movedAway: ScreenItem.awaySuffix
      }
    // A row is its day's: what runs on has a row on each.
    let until = min(appearance.end, LocalDateTime(appearance.day + 1))
    guard var item = item(occurrence.id + suffix, occurrence.title, from: from, until: until) else {
      return nil
    }
    item.status = occurrence.status
    item.mark = occurrence.label(words)
    item.when = words.range(
      from: isAway ? appearance.start : occurrence.start, to: isAway ? appearance.end : occurrence.end)
    item.chip = record.track.map(words.label) ?? words.label(record.kind)
    item.tone = record.track?.rawValue ?? record.kind.rawValue
    item.place = isAway ? nil : occurrence.venue?.name
    item.line = [item.place, occurrence.host].compactMap { $0 }.joined(separator: " · ")
    if isAway, occurrence.status == .moved { item.line = words.movedTo + occurrence.movedTo(words) }
    item.text = occurrence.note(words)
    item.side = isAway ? nil : occurrence.placesLeft.map(words.placesLeft)
    if !isAway {
      item.start = appearance.role == .continues ? appearance.start : occurrence.start
      item.end = appearance.role == .continues ? appearance.end : occurrence.end
    }
    return ItemDraft(item)
  }
}

extension ScreenItem {
  /// Ends the id of the line that stands where a moved occurrence was to be.
  static let awaySuffix = "-moved-away"
  /// Stands before the date in the id of a later day of one that began earlier.
  static let dayInfix = "-on-"
}
