import CivilTime
import Diagnostics
import Spreadsheets
import Vocabulary

/// When something takes place, put together from the columns in which people write it: a start, or a date beside a time, a range
/// (`9:00-11:00`), an end or a duration, and a repetition (`每周三 16:30`) with the day from which it holds.
///
/// Nothing is guessed: a date never comes from today's clock, and what is phrases twice must agree.
struct EventTimes {
  let sheet: ImportSheet
  let row: SheetRow
  let reader: CellReader
  let zone: Zone
  /// What the database has for this row, if anything.
  let existing: StoredRow?
  /// Of a change: the occurrence that it is about.
  let occurrence: Occurrence?

  /// What a change leaves out is the occurrence's own: the day of a new time, the length of what begins at another.
  struct Occurrence {
    let start: LocalDateTime
    /// Minutes.
    let length: Int?
  }

  /// A statement and the column it stands in.
  private struct Written<Value: Equatable> {
    let value: Value
    let position: Int
  }

  private(set) var values: [String: StoredValue] = [:]
  private(set) var problems: [Diagnostic] = []
  /// What the phrases say of public holidays, and the column where they do.
  private(set) var onHolidays: (code: String, position: Int, isSaid: Bool)?

  static let columns: Set = ["starts_on", "starts_at", "ends_on", "ends_at", "duration", "rrule"]

  init(
    sheet: ImportSheet, row: SheetRow, reader: CellReader, zone: Zone, existing: StoredRow?,
    occurrence: Occurrence? = nil
  ) {
    self.sheet = sheet
    self.row = row
    self.reader = reader
    self.zone = zone
    self.existing = existing
    self.occurrence = occurrence
    read()
  }

  private mutating func read() {
    for name in ["starts_at", "ends_at", "rrule"] where sheet.column(name) != nil { values[name] = .null }
    let start = phrase("starts_at") ?? existingStart
    let day = phrase("starts_on")
    let last = phrase("ends_on")
    let end = phrase("ends_at")
    let rule = rule(start?.value, day?.value) ?? existingRule
    let minutes = duration()
    guard problems.isEmpty else { return }

    let rulePhrase = rule.flatMap { rule in rule.phrase.map { Written(value: $0, position: rule.position) } }
    let phrases = [start, day, rulePhrase].compactMap(\.self)
    onHolidays =
      phrases.lazy.compactMap { phrase in
        if let said = phrase.value.onHolidays { return (Self.code(said), phrase.position, true) }
        return phrase.value.isOnWorkdays ? (Self.code(.leftOut), phrase.position, false) : nil
      }.first
    var date = agreed(phrases, \.date)
    var minute = agreed(phrases, \.startMinute)
    if let occurrence,
      let time = minute
        ?? (phrases.isEmpty ? end?.value.startMinute.map { Written(value: $0, position: end?.position ?? 0) } : nil)
    {
      date = date ?? Written(value: occurrence.start.date, position: time.position)
      minute = minute ?? Written(value: occurrence.start.minuteOfDay, position: time.position)
    }
    let range = agreed(phrases, \.endMinute)
    if let misplaced = phrases.first(where: { $0.value.endsNextDay && $0.value.endMinute == nil }) {
      problems.append(CellProblem(.unreadable("次日"), in: "次日").diagnostic(at: place(misplaced.position)))
    }
    if let last, last.value.date == nil || last.value.rule != nil { notADay(last) }
    guard problems.isEmpty else { return }

    guard let date, let minute else {
      if date != nil || minute != nil || rule != nil { missing(date: date, minute: minute, rule: rule) }
      return
    }
    var first = LocalDateTime(date.value, minuteOfDay: minute.value)
    if let rule {
      // A day in a column of its own, or in the rule's own phrase, is the one from which the rule holds; a whole start is the start itself.
      let isExact = start?.value.date != nil && start?.value.rule == nil
      // A start that was there already stands in no cell.
      let position = date.position > 0 ? date.position : rule.position
      guard let found = begin(rule, first, isExact: isExact, at: position) else { return }
      first = found
      finish(rule, from: first, on: last)
    }
    if let start, let written = start.value.weekday, written != first.date.weekday {
      problems.append(
        CellProblem(
          .wrongWeekday(stated: written, actual: first.date.weekday),
          in: sheet.cell("starts_at", of: row)?.shownText ?? ""
        )
        .diagnostic(at: place(start.position)))
    }
    values["starts_at"] = .text(TimeText.local(first))
    readEnd(first, phrases: phrases, end: end, lastDay: rule == nil ? last : nil, range: range, minutes: minutes)
  }

  private static func code(_ policy: DatePhrase.OnHolidays) -> String {
    let policies: [DatePhrase.OnHolidays: HolidayPolicy] = [.held: .held, .leftOut: .skipped, .movedOn: .nextWorkday]
    return policies[policy]?.rawValue ?? ""
  }

  // MARK: Cells

  private mutating func phrase(_ name: String) -> Written<DatePhrase>? {
    guard let column = sheet.column(name), let cell = sheet.cell(name, of: row) else { return nil }
    do throws(CellProblem) {
      var phrase = try reader.phrase(
        cell, isEnd: name == "ends_at",
        isBesideDate: name == "starts_at" && (sheet.cell("starts_on", of: row) != nil || occurrence != nil))
      // A day by itself is kept as its midnight by some programs.
      if case .day = column.form.kind, phrase.startMinute == 0, phrase.endMinute == nil { phrase.startMinute = nil }
      return Written(value: phrase, position: column.position)
    } catch {
      problems.append(error.diagnostic(at: place(column.position)))
      return nil
    }
  }

  /// A sheet without starts speaks of those that are there.
  private var existingStart: Written<DatePhrase>? {
    guard let existing, sheet.column("starts_at") == nil, sheet.column("starts_on") == nil,
      let time = existing["starts_at"].text.flatMap({ TimeText.parseLocal($0) })
    else { return nil }
    var phrase = DatePhrase()
    phrase.date = time.date
    phrase.startMinute = time.minuteOfDay
    return Written(value: phrase, position: 0)
  }

  /// Where a sheet has no column for it, the rule that is there goes on to hold.
  private var existingRule: EventRule? {
    guard let existing, existing.has("rrule"), sheet.column("rrule") == nil else { return nil }
    return existing["rrule"].text.flatMap { EventRule(stored: $0, zone: zone) }
  }

  private mutating func duration() -> Written<Int>? {
    guard let column = sheet.column("duration"), let cell = sheet.cell("duration", of: row) else { return nil }
    let isHours = column.header.contains("小时") || column.header.lowercased().contains("hour")
    do throws(CellProblem) {
      try CellReader.checkFormula(cell)
    } catch {
      problems.append(error.diagnostic(at: place(column.position)))
      return nil
    }
    let text = cell.shownText
    let isSaid = isHours || column.header.contains("分") || column.header.lowercased().contains("min")
    guard let minutes = DurationText.minutes(cell, inHours: isHours), minutes > 0 else {
      problems.append(CellProblem.unreadableDuration(text).diagnostic(at: place(column.position)))
      return nil
    }
    // 2: of which nobody says whether it is hours.
    guard isSaid || minutes > 12 || Double(text.narrow.withoutOuterBlanks) == nil else {
      problems.append(CellProblem.durationWithoutUnit(text).diagnostic(at: place(column.position)))
      return nil
    }
    return Written(value: minutes, position: column.position)
  }

  private mutating func rule(_ start: DatePhrase?, _ day: DatePhrase?) -> EventRule? {
    var rule: EventRule?
    for (name, phrase) in [("starts_at", start), ("starts_on", day)] {
      guard let found = phrase?.rule, let column = sheet.column(name) else { continue }
      rule = EventRule(rule: found, position: column.position)
    }
    guard let column = sheet.column("rrule"), let cell = sheet.cell("rrule", of: row) else { return rule }
    do throws(CellProblem) {
      guard let own = try EventRule(cell, position: column.position, reader: reader, zone: zone) else { return rule }
      if let rule, rule.rule != own.rule {
        throw CellProblem(
          "import.contradiction", zh: "与“\(sheet.header(rule.position))”里写的重复规则不一致",
          en: "the repetition differs from that under “\(sheet.header(rule.position))”")
      }
      return own
    } catch {
      problems.append(error.diagnostic(at: place(column.position)))
      return nil
    }
  }

  /// What all statements agree on.
  private mutating func agreed<Value>(_ written: [Written<Value>]) -> Written<Value>? {
    guard let first = written.first else { return nil }
    for other in written.dropFirst() where other.value != first.value {
      problems.append(
        CellProblem(
          "import.contradiction", zh: "与“\(sheet.header(first.position))”里写的不一致",
          en: "it differs from what stands under “\(sheet.header(first.position))”"
        ).diagnostic(at: place(other.position)))
    }
    return first
  }

  private mutating func agreed<Value>(
    _ phrases: [Written<DatePhrase>], _ part: KeyPath<DatePhrase, Value?>
  ) -> Written<Value>? {
    agreed(
      phrases.compactMap { phrase in phrase.value[keyPath: part].map { Written(value: $0, position: phrase.position) } }
    )
  }

  private func place(_ position: Int) -> Location { sheet.location(row: row.number, column: position) }

  // MARK: Start

  private mutating func missing(date: Written<CivilDate>?, minute: Written<Int>?, rule: EventRule?) {
    let position = date?.position ?? rule?.position ?? minute?.position ?? 0
    if date == nil {
      problems.append(CellProblem.noDate(isSeries: rule != nil).diagnostic(at: place(position)))
    } else {
      problems.append(CellProblem.noTime.diagnostic(at: place(position)))
    }
  }

  /// The first time at which a rule takes place.
  private mutating func begin(
    _ rule: EventRule, _ start: LocalDateTime, isExact: Bool, at position: Int
  ) -> LocalDateTime? {
    if isExact, rule.rule.produces(start, from: start) { return start }
    // The interval is counted from the first time, so it has no part in finding it.
    var pattern = rule.rule
    pattern.interval = 1
    let next = pattern.occurrences(from: start, in: start..<start + 9 * 366 * 1440).first
    if let next, !isExact { return next }
    var problem = CellProblem.startOffRule(next: next)
    if case .until(let last) = rule.rule.end, last.date < start.date {
      problem = .lastDayBeforeFirst(last.date, first: start.date)
    }
    problems.append(problem.diagnostic(at: place(position)))
    return nil
  }

  // MARK: End

  /// The series' last day, which may stand in a column of its own.
  private mutating func finish(_ rule: EventRule, from first: LocalDateTime, on last: Written<DatePhrase>?) {
    let day = last?.value.date
    if let last, let day, day < first.date {
      problems.append(CellProblem.noOccurrence(before: first.date).diagnostic(at: place(last.position)))
    } else if let last, let day, rule.contradicts(day, from: first) {
      problems.append(CellProblem.anotherEnd(than: sheet.header(rule.position)).diagnostic(at: place(last.position)))
    }
    values["rrule"] = .text(rule.text(zone: zone, last: day, from: first))
  }

  private mutating func notADay(_ last: Written<DatePhrase>) {
    problems.append(CellProblem.notADay(sheet.header(last.position)).diagnostic(at: place(last.position)))
  }

  private mutating func readEnd(
    _ start: LocalDateTime, phrases: [Written<DatePhrase>], end: Written<DatePhrase>?, lastDay: Written<DatePhrase>?,
    range: Written<Int>?, minutes: Written<Int>?
  ) {
    var clocks = [range].compactMap(\.self)
    if let end, let minute = end.value.startMinute { clocks.append(Written(value: minute, position: end.position)) }
    var days: [Written<CivilDate>] = []
    for phrase in [end, lastDay].compactMap(\.self) {
      if let date = phrase.value.date { days.append(Written(value: date, position: phrase.position)) }
    }
    for phrase in phrases {
      if let date = phrase.value.endDate { days.append(Written(value: date, position: phrase.position)) }
    }
    if clocks.isEmpty, let lastDay, let minute = existingEndMinute {
      clocks.append(Written(value: minute, position: lastDay.position))
    }
    let isNextDay = ([end].compactMap(\.self) + phrases).contains(where: \.value.endsNextDay)
    let clock = agreed(clocks)
    let day = agreed(days)
    guard problems.isEmpty else { return }

    var finish: Written<LocalDateTime>?
    if let clock {
      finish = Written(
        value: LocalDateTime((day?.value ?? start.date) + (isNextDay ? 1 : 0), minuteOfDay: clock.value),
        position: clock.position)
    }
    if let minutes {
      let after = Written(value: start + minutes.value, position: minutes.position)
      // 12月2日至4日, an hour long: once, or on each of the days?
      if clock == nil, let day, day.value != (after.value + -1).date {
        problems.append(CellProblem.severalDays.diagnostic(at: place(day.position)))
        return
      }
      finish = agreed([finish, after].compactMap(\.self))
    }
    guard let finish else {
      if let length = occurrence?.length {
        values["ends_at"] = .text(TimeText.local(start + length))
        return
      }
      return noEnd(start)
    }
    if finish.value <= start {
      problems.append(CellProblem.endsBeforeStart.diagnostic(at: place(finish.position)))
    }
    values["ends_at"] = .text(TimeText.local(finish.value))
  }

  /// Where a sheet has no column for it, what happens once keeps its hour when it gets another last day.
  private var existingEndMinute: Int? {
    guard let existing, sheet.column("ends_at") == nil, sheet.column("duration") == nil,
      let time = existing["ends_at"].text.flatMap({ TimeText.parseLocal($0) })
    else { return nil }
    return time.minuteOfDay == 0 ? 1440 : time.minuteOfDay
  }

  private mutating func noEnd(_ start: LocalDateTime) {
    // A sheet without ends leaves those alone that are there, as long as the start is the same.
    if let existing, sheet.column("ends_at") == nil,
      existing["starts_at"].text == TimeText.local(start)
    {
      return
    }
    let columns = ["ends_at", "duration", "starts_at", "starts_on"].compactMap(sheet.column)
    problems.append(CellProblem.noEnd.diagnostic(at: place(columns.first?.position ?? 0)))
  }
}

extension ImportSheet {
  fileprivate func header(_ position: Int) -> String {
    columns.first { $0.position == position }?.header ?? ""
  }
}
