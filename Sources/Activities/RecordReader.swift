import CivilTime
import Diagnostics
import Encoding
import PublicText
import Vocabulary

/// Rows → typed records. The tables' CHECKs hold for most of this, but other programs can write with checks and foreign keys switched
/// off: what is wrong is named by table, row and column, all of a row at once, and the row is left out.
struct RecordReader {
  let connection: Connection
  let path: String
  let zone: Zone
  private let check: ((_ text: String, _ place: Location) -> [Diagnostic])?
  private(set) var problems: [Diagnostic] = []
  /// Ids of rows that are there but wrong, by table.
  private(set) var rejected: [String: Set<String>] = [:]
  private(set) var personalNumbers: [PersonalNumberInRow] = []
  private(set) var personalDetails: [PersonalDetailInRow] = []

  init(
    connection: Connection, path: String, zone: Zone,
    check: ((_ text: String, _ place: Location) -> [Diagnostic])? = nil
  ) {
    self.connection = connection
    self.path = path
    self.zone = zone
    self.check = check
  }

  mutating func records<Record>(_ table: Table<Record>) throws -> [Record] {
    var records: [Record] = []
    try connection.forEachRow(table.selection) { values in
      let row = CheckedRow(values, of: table.form, path: path, zone: zone)
      let record = table.record(row)
      if row.problems.isEmpty, let record {
        records.append(record)
        personalNumbers += row.personalNumbers
        for (column, text) in row.texts {
          personalDetails += PersonalDetail.find(in: text).map { .init(detail: $0, location: row.place(of: column)) }
        }
        problems += row.texts.compactMap { PrivateUse.problem(in: $0.text, at: row.place(of: $0.column)) }
        if let check { problems += row.texts.flatMap { check($0.text, row.place(of: $0.column)) } }
      } else {
        problems += row.problems
        if let id = values["id"].filledText { rejected[table.form.name, default: []].insert(id) }
      }
    }
    return records
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
