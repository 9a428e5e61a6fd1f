import CivilTime
import Diagnostics
import Spreadsheets

/// What a sheet of `shift` is the whole of: for its unit, under its name, the posts that it has, from its first day to its last.
struct DutyEdition {
  /// The sheet that it stands on: several parts of the import are of one where it has a column for each post.
  let source: String
  /// `DutySheetName`.
  let name: String
  /// Whose it is where no line says it: also of a sheet on which nobody is on duty.
  let unit: String?
  let days: ClosedRange<CivilDate>
  /// Also those with nobody on duty.
  let posts: Set<String>
}

/// The duty sheets of one import: each replaces what an earlier edition of itself said, and touches nothing else.
struct DutyEditions {
  private struct Whole {
    let edition: DutyEdition
    let place: Location
    var posts: Set<String>
    var units: Set<String>
    var days: ClosedRange<CivilDate>
  }

  private struct Line: Hashable {
    let unit: String
    let day: String
    let sheet: String
    let post: String
  }

  private let form: TableForm
  private var sheets: [Whole] = []
  /// The positions that the import has for each line.
  private var positions: [Line: [Int64]] = [:]
  /// Rows that stand elsewhere on their sheet now: by their new key, where they stood.
  private var moved: [[StoredValue]: Int64] = [:]

  /// - Parameter units: the database's and the import's.
  init(_ imported: [ImportSheet], form: TableForm, units: ReferenceIndex) {
    self.form = form
    var order: [String] = []
    var wholes: [String: Whole] = [:]
    for sheet in imported {
      guard let edition = sheet.edition else { continue }
      if wholes[edition.source] == nil { order.append(edition.source) }
      var whole =
        wholes[edition.source]
        ?? Whole(edition: edition, place: sheet.location(row: 0), posts: [], units: [], days: edition.days)
      whole.posts.formUnion(edition.posts)
      if let unit = edition.unit { whole.units.insert(unit) }
      let reader = CellReader(references: units, startsIn1904: sheet.startsIn1904, years: sheet.years)
      func text(_ name: String, _ row: SheetRow) -> StoredValue? {
        guard let column = sheet.column(name), let cell = row[column.position] else { return nil }
        return try? reader.value(cell, column.form)
      }
      for row in sheet.rows {
        guard let unit = text("unit_id", row)?.filledText, let day = text("first_day", row)?.filledText else {
          continue
        }
        whole.units.insert(unit)
        if let last = text("last_day", row)?.filledText.flatMap(TimeText.parseDate), last > whole.days.upperBound {
          whole.days = whole.days.lowerBound...last
        }
        guard let post = text("post", row)?.filledText, case .integer(let position)? = text("position", row) else {
          continue
        }
        positions[Line(unit: unit, day: day, sheet: edition.name, post: post), default: []].append(position)
      }
      wholes[edition.source] = whole
    }
    sheets = order.compactMap { wholes[$0] }
  }

  var isEmpty: Bool { sheets.isEmpty }

  /// Two sheets of one import that say who is on the same post on the same days: which one holds is not guessed.
  var problems: [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, sheet) in sheets.enumerated() {
      guard
        let earlier = sheets[..<index].first(where: { other in
          other.edition.name == sheet.edition.name && !other.units.isDisjoint(with: sheet.units)
            && !other.posts.isDisjoint(with: sheet.posts) && other.days.overlaps(sheet.days)
        })
      else { continue }
      let posts = earlier.posts.intersection(sheet.posts).sorted()
      found.append(
        .error(
          "import.duty-twice",
          zh: "与 \(earlier.place) 是同一份值班表：单位、名称、日期和“\(posts.joined(separator: "、"))”都相同",
          en:
            "\(earlier.place) is the same duty sheet: its unit, name, days and “\(posts.joined(separator: ", "))” too",
          hint: Message(
            zh: "只导入新的那一份；本来是两份表的，在标题里写清楚，如“保安值班表”“窗口值班表”",
            en: "import the newer one alone; where they are two, give them titles of their own, such as 保安值班表 and 窗口值班表"
          ),
          at: sheet.place))
    }
    return found
  }

  /// Rows of an earlier edition take the positions that this one has for the same post and day, so that a column that is put between others
  /// changes no more than that.
  mutating func align(_ connection: Connection) throws {
    for (line, new) in positions.sorted(by: { ($0.key.day, $0.key.post) < ($1.key.day, $1.key.post) }) {
      let key: [StoredValue] = [.text(line.unit), .text(line.day), .text(line.sheet), .text(line.post)]
      let match = "unit_id = ? AND first_day = ? AND sheet = ? AND post = ?"
      let old = try connection.rows("SELECT position FROM shift WHERE \(match) ORDER BY position", key)
        .compactMap { row -> Int64? in
          if case .integer(let number) = row["position"] { number } else { nil }
        }
      if old.isEmpty || old == new.sorted() { continue }
      // Those that the new edition has no line for stand after it until they go.
      let behind = (max(new.max() ?? 0, old.max() ?? 0) + 1)...
      let targets = Array((new.sorted() + behind.prefix(max(0, old.count - new.count))).prefix(old.count))
      let away: Int64 = 1_000_000_000
      try connection.execute("UPDATE shift SET position = position + \(away) WHERE \(match)", key)
      for (from, to) in zip(old, targets) {
        try connection.execute(
          "UPDATE shift SET position = ? WHERE \(match) AND position = ?",
          [.integer(to)] + key + [.integer(from + away)])
        if from != to { moved[key + [.integer(to)]] = from }
      }
    }
  }

  /// Removes what an earlier edition had and this one has not.
  func replace(_ connection: Connection, keeping places: RowPlaces) throws {
    for sheet in sheets {
      for row in try rows(of: sheet, connection) {
        guard row["sheet"].text == sheet.edition.name, sheet.posts.contains(row["post"].text ?? "") else { continue }
        let key = form.key.map { row[$0] }
        guard Self.lies(row, within: sheet.days), !places.contains(form, key) else { continue }
        try connection.execute(
          "DELETE FROM shift WHERE \(form.key.map { "\($0) IS ?" }.joined(separator: " AND "))", key)
      }
    }
  }

  /// The summary with the rows that only stand elsewhere, and with what stays beside what was imported.
  func completed(_ summary: TableSummary, connection: Connection, places: RowPlaces) throws -> TableSummary {
    var summary = summary
    for (key, position) in moved.sorted(by: { TableSummary.keyText($0.key) < TableSummary.keyText($1.key) }) {
      guard places.contains(form, key), let new = key.last?.shownText else { continue }
      let field = TableSummary.Field(
        name: Message(zh: "顺序", en: "position"), old: Message(zh: "\(position)", en: "\(position)"),
        new: Message(zh: new, en: new))
      let text = TableSummary.keyText(key)
      if let index = summary.lines.firstIndex(where: { $0.key == text }) {
        guard case .changed(let fields) = summary.lines[index].change else { continue }
        summary.lines[index] = .init(
          change: .changed(fields + [field]), key: text, title: summary.lines[index].title,
          reading: summary.lines[index].reading)
      } else {
        summary.lines.append(.init(change: .changed([field]), key: text, title: key[3].text))
        summary.unchanged -= 1
      }
    }
    for sheet in sheets { summary.kept += try kept(beside: sheet, connection, places) }
    return summary
  }

  private func kept(beside sheet: Whole, _ connection: Connection, _ places: RowPlaces) throws -> [Message] {
    let others = try rows(of: sheet, connection).filter { !places.contains(form, in: $0) }
    var messages: [Message] = []
    let own = others.filter { $0["sheet"].text == sheet.edition.name }
    let left = own.filter { !Self.lies($0, within: sheet.days) && sheet.posts.contains($0["post"].text ?? "") }
    let unnamed = Dictionary(grouping: own.filter { !sheet.posts.contains($0["post"].text ?? "") }) {
      $0["post"].text ?? ""
    }
    for (post, rows) in unnamed.sorted(by: { $0.key < $1.key }) {
      let span = Self.span(rows)
      messages.append(
        Message(
          zh: "同一份值班表的“\(post.quoted)”（\(rows.count) 行，\(span)）这次没有写到，没有动；不再值班的，保留这一列（行），格子里写“—”，再导入",
          en:
            "“\(post.quoted)” of the same duty sheet (\(rows.count) rows, \(span)) is not on this one and stays; to end it, keep its column (or line) with “—”"
        ))
    }
    if !left.isEmpty {
      let span = Self.span(left)
      messages.append(
        Message(
          zh: "同一份值班表有 \(left.count) 行（\(span)）的日期只有一部分在这次的表里，没有动；要换掉，把这些天都写上",
          en:
            "\(left.count) rows of the same duty sheet (\(span)) lie only partly within its days and stay; to replace them, put all of their days down"
        ))
    }
    let strangers = Dictionary(grouping: others.filter { $0["sheet"].text != sheet.edition.name }) {
      $0["sheet"].text ?? ""
    }
    for (name, rows) in strangers.sorted(by: { $0.key < $1.key }) {
      messages.append(
        Message(
          zh: "本单位另一份值班表\(name.isEmpty ? "" : "“\(name.quoted)”")在这些天有 \(rows.count) 行，没有动",
          en:
            "another duty sheet of the unit\(name.isEmpty ? "" : ", “\(name.quoted)”,") has \(rows.count) rows for these days, which stay"
        ))
    }
    let beyond = try beyond(sheet, connection).filter { !places.contains(form, in: $0) }
    if !beyond.isEmpty {
      let span = Self.span(beyond)
      messages.append(
        Message(
          zh: "同一份值班表在这个月的其他日子还有 \(beyond.count) 行（\(span)），没有动；已经作废的，把这些天也写上、格子里写“—”，再导入",
          en:
            "the same duty sheet has \(beyond.count) more rows for other days of the month (\(span)), which stay; to end them, put their days down with “—”"
        ))
    }
    return messages
  }

  // MARK: Rows of the database

  /// All of its units for its days, whatever sheet they are of.
  private func rows(of sheet: Whole, _ connection: Connection) throws -> [StoredRow] {
    try sheet.units.sorted().flatMap { unit in
      try connection.rows(
        "SELECT * FROM shift WHERE unit_id = ? AND first_day <= ? AND coalesce(last_day, first_day) >= ?",
        [.text(unit), .text(TimeText.date(sheet.days.upperBound)), .text(TimeText.date(sheet.days.lowerBound))])
    }
  }

  /// Its own posts on the days of its months that it does not reach.
  private func beyond(_ sheet: Whole, _ connection: Connection) throws -> [StoredRow] {
    let first = TimeText.date(sheet.days.lowerBound).prefix(7) + "-01"
    let last = TimeText.date(sheet.days.upperBound).prefix(7) + "-31"
    return try sheet.units.sorted().flatMap { unit in
      try connection.rows(
        """
        SELECT * FROM shift WHERE unit_id = ? AND sheet = ? AND first_day BETWEEN ? AND ?
          AND (first_day > ? OR coalesce(last_day, first_day) < ?)
        """,
        [
          .text(unit), .text(sheet.edition.name), .text(String(first)), .text(String(last)),
          .text(TimeText.date(sheet.days.upperBound)), .text(TimeText.date(sheet.days.lowerBound)),
        ])
    }.filter { sheet.posts.contains($0["post"].text ?? "") }
  }

  private static func lies(_ row: StoredRow, within days: ClosedRange<CivilDate>) -> Bool {
    guard let first = row["first_day"].text, let last = row["last_day"].text ?? row["first_day"].text else {
      return false
    }
    return first >= TimeText.date(days.lowerBound) && last <= TimeText.date(days.upperBound)
  }

  private static func span(_ rows: [StoredRow]) -> String {
    let first = rows.compactMap { $0["first_day"].text }.min() ?? ""
    let last = rows.compactMap { $0["last_day"].text ?? $0["first_day"].text }.max() ?? ""
    return first == last ? first : "\(first)—\(last)"
  }
}

extension RowPlaces {
  fileprivate func contains(_ form: TableForm, in row: StoredRow) -> Bool {
    contains(form, form.key.map { row[$0] })
  }
}
