import CivilTime
import PublicText
import Testing

@testable import Activities

/// What is declared of a table is what the database has, and what is to follow from it follows.
@Suite struct TableDeclarationTests {
  private struct Definition {
    let columns: [Connection.Column]
    let foreignKeys: [Connection.ForeignKey]
    let sql: String
  }

  /// The tables as the steps of the schema make them.
  private static func definitions() throws -> [String: Definition] {
    try Storage.inMemory { connection in
      try Schema.migrate(connection, from: 0)
      return try Dictionary(
        uniqueKeysWithValues: connection.tables().map { table in
          let sql = try connection.rows("SELECT sql FROM sqlite_master WHERE name = ?", [.text(table)])[0]["sql"].text
          return (
            table,
            Definition(
              columns: try connection.columns(of: table), foreignKeys: try connection.foreignKeys(of: table),
              sql: sql ?? "")
          )
        })
    }
  }

  @Test func everyTableIsDeclaredColumnForColumn() throws {
    let definitions = try Self.definitions()
    #expect(Set(TableForm.all.map(\.name)) == Set(definitions.keys))
    for form in TableForm.all {
      let definition = try #require(definitions[form.name])
      #expect(form.stored.map(\.name).sorted() == definition.columns.map(\.name).sorted(), "\(form.name)")
      let key = definition.columns.filter { $0.keyPosition != nil }.sorted { $0.keyPosition! < $1.keyPosition! }
      #expect(form.key == key.map(\.name), "\(form.name)")
      #expect(form.title.map { form.column($0) != nil } ?? true)
      for column in form.stored {
        let actual = try #require(definition.columns.first { $0.name == column.name })
        #expect(actual.isNotNull == column.isRequired, "\(form.name).\(column.name)")
        #expect(actual.type == column.kind.type, "\(form.name).\(column.name)")
        let words = Self.words(column.name, in: definition.sql)
        switch column.kind {
        case .term(let declared), .listWord(_, let declared):
          #expect(words == Set(declared.map(\.code)), "\(form.name).\(column.name)")
        case .flag: #expect(words == ["0", "1"], "\(form.name).\(column.name)")
        // A phase's name is a row of `list_word` whose id is the phase's.
        case .identifier where form.name == "list_word": break
        default: #expect(words.isEmpty, "\(form.name).\(column.name)")
        }
      }
    }
  }

  @Test func referencesAreForeignKeys() throws {
    let definitions = try Self.definitions()
    for form in TableForm.all {
      let actual = try #require(definitions[form.name]).foreignKeys
      let declared = form.stored.compactMap { column in
        if case .reference(let table) = column.kind { "\(column.name) \(table)" } else { nil }
      }
      #expect(Set(declared).isSubset(of: actual.map { "\($0.column) \($0.parent)" }), "\(form.name)")
      #expect(actual.allSatisfy { key in declared.contains { $0.hasPrefix("\(key.column) ") } }, "\(form.name)")
      // Rows refer to tables that come before their own.
      let earlier = TableForm.all.prefix { $0.name != form.name }.map(\.name) + [form.name]
      #expect(actual.allSatisfy { earlier.contains($0.parent) }, "\(form.name)")
    }
  }

  /// The words of `column IN ('a','b')` in a table's definition.
  private static func words(_ column: String, in sql: String) -> Set<String> {
    guard let list = sql.firstMatch(of: try! Regex("\\b\(column) IN \\(([^)]*)\\)"))?[1].substring else { return [] }
    return Set(list.split(separator: ",").map { String($0.trimming { " '\n".contains($0) }) })
  }

  /// In each column that holds text or numbers a resident's number is found; times, words and references can't hold one.
  @Test(arguments: TableForm.all.map(\.name)) func everyColumnIsSearchedForResidentsNumbers(table: String) throws {
    let form = try #require(TableForm.named(table))
    let names = StoredRow.Names(form.stored.map(\.name))
    var searched: [String] = []
    for (position, column) in form.stored.enumerated() {
      var values = form.stored.map { _ in StoredValue.null }
      switch column.kind {
      case .text, .listWord: values[position] = .text("请找 138 1234 5678")
      case .identifier: values[position] = .text("v-138-1234-5678")
      case .integer: values[position] = .integer(13_812_345_678)
      case .number: values[position] = .real(13_812_345_678)
      case .reference, .term, .flag, .time, .date, .partialDate, .month, .monthDay, .rule, .day, .duration: continue
      }
      let row = CheckedRow(StoredRow(names: names, values: values), of: form, path: "a.sqlite", zone: .shanghai)
      #expect(row.personalNumbers.map(\.number.digits) == ["13812345678"], "\(table).\(column.name)")
      #expect("\(row.personalNumbers[0].location)".hasSuffix(".\(column.name)"))
      searched.append(column.name)
    }
    #expect(!searched.isEmpty)
  }
}

extension ColumnForm.Kind {
  /// SQLite's type for what the kind holds.
  fileprivate var type: String {
    switch self {
    case .integer, .flag: "INTEGER"
    case .number: "REAL"
    default: "TEXT"
    }
  }
}

extension Substring {
  fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> Substring {
    let start = drop(while: isLeftOut)
    return start[..<(start.lastIndex { !isLeftOut($0) }.map(start.index(after:)) ?? start.startIndex)]
  }
}
