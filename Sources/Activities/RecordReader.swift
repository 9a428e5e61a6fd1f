import CivilTime
import Diagnostics
import Encoding
import Parallel
import PublicText
import Vocabulary

/// Rows → typed records. The tables' CHECKs hold for most of this, but other programs can write with checks and foreign keys switched
/// off: what is wrong is named by table, row and column, all of a row at once, and the row is left out.
struct RecordReader {
  let connection: Connection
  let path: String
  let zone: Zone
  private let jobs: Jobs
  private let check: (@Sendable (_ text: String, _ place: Location) -> [Diagnostic])?
  private(set) var problems: [Diagnostic] = []
  /// Ids of rows that are there but wrong, by table.
  private(set) var rejected: [String: Set<String>] = [:]
  private(set) var personalNumbers: [PersonalNumberInRow] = []
  private(set) var personalDetails: [PersonalDetailInRow] = []

  init(
    connection: Connection, path: String, zone: Zone, jobs: Jobs = Jobs(1),
    check: (@Sendable (_ text: String, _ place: Location) -> [Diagnostic])? = nil
  ) {
    self.connection = connection
    self.path = path
    self.zone = zone
    self.jobs = jobs
    self.check = check
  }

  /// Rows that are held at once: SQLite gives one after the other, and what they say is looked into on all cores.
  private static let rowsAtOnce = 2048

  mutating func records<Record>(_ table: Table<Record>) throws -> [Record] {
    var records: [Record] = []
    var rows: [StoredRow] = []
    try connection.forEachRow(table.selection) { row in
      rows.append(row)
      guard rows.count == Self.rowsAtOnce else { return }
      takeIn(rows, of: table, into: &records)
      rows.removeAll(keepingCapacity: true)
    }
    takeIn(rows, of: table, into: &records)
    return records
  }

  private mutating func takeIn<Record>(_ rows: [StoredRow], of table: Table<Record>, into records: inout [Record]) {
    let look = RowLook(table: table, path: path, zone: zone, check: check)
    for seen in jobs.map(rows, grain: 64, look.at) {
      if let record = seen.record { records.append(record) }
      problems += seen.problems
      personalNumbers += seen.personalNumbers
      personalDetails += seen.personalDetails
      if let id = seen.rejected { rejected[table.form.name, default: []].insert(id) }
    }
  }

  mutating func checkForeignKeys() throws {
    for violation in try ForeignKeyViolation.all(connection) {
      let key = violation.row.flatMap { row in
        TableForm.named(violation.table).map { CheckedRow(row, of: $0, path: path, zone: zone).key }
      }
      let parent = TableForm.named(violation.parent)?.named ?? violation.parent
      problems.append(
        .error(
          "data.missing-reference", zh: "\(parent)（\(violation.parent)）里没有它所指的行",
          en: "it names a row that is not in \(violation.parent)",
          hint: Message(
            zh: "先在\(parent)里加上，或改正编号", en: "add it to \(violation.parent), or mend the id"),
          at: .row(database: path, table: violation.table, key: key ?? "?", column: violation.column)))
    }
  }
}

/// What a row says and what is wrong with it, whatever other rows say.
private struct RowLook<Record: Sendable>: Sendable {
  struct Seen: Sendable {
    /// nil where something is wrong.
    var record: Record?
    var problems: [Diagnostic] = []
    var personalNumbers: [PersonalNumberInRow] = []
    var personalDetails: [PersonalDetailInRow] = []
    /// Its id, where it is left out.
    var rejected: String?
  }

  let table: Table<Record>
  let path: String
  let zone: Zone
  let check: (@Sendable (_ text: String, _ place: Location) -> [Diagnostic])?

  func at(_ values: StoredRow) -> Seen {
    let row = CheckedRow(values, of: table.form, path: path, zone: zone)
    var seen = Seen(record: table.record(row), problems: row.problems)
    guard row.problems.isEmpty, seen.record != nil else {
      seen.record = nil
      seen.rejected = values["id"].filledText
      return seen
    }
    seen.personalNumbers = row.personalNumbers
    let texts = row.texts
    for (column, text) in texts {
      seen.personalDetails += PersonalDetail.find(in: text).map {
        .init(detail: $0, location: row.place(of: column))
      }
    }
    seen.problems += texts.compactMap { PrivateUse.problem(in: $0.text, at: row.place(of: $0.column)) }
    if let check { seen.problems += texts.flatMap { check($0.text, row.place(of: $0.column)) } }
    return seen
  }
}

extension CheckedRow {
  /// What looks like a resident's number in the texts and numbers of the row, all of which may be published (Promise 4).
  var personalNumbers: [PersonalNumberInRow] {
    form.stored.flatMap { column -> [PersonalNumberInRow] in
      guard let text = searchedText(column) else { return [] }
      return PersonalNumber.find(inAddress: text).map {
        PersonalNumberInRow(number: $0, location: place(of: column.name))
      }
    }
  }

  /// What people have written in it, by column.
  var texts: [(column: String, text: String)] {
    form.stored.compactMap { column in
      guard case .text = column.kind else { return nil }
      return row[column.name].filledText.map { (column.name, $0) }
    }
  }

  private func searchedText(_ column: ColumnForm) -> String? {
    switch column.kind {
    case .text, .identifier, .listWord: row[column.name].filledText
    // A number that is as large as a mobile's; all others need no look.
    case .integer, .number:
      row[column.name].number.flatMap { abs($0) >= 13_000_000_000 ? NumberText.digits($0) : nil }
    case .reference, .term, .flag, .time, .date, .partialDate, .month, .monthDay, .rule, .day, .duration: nil
    }
  }
}
