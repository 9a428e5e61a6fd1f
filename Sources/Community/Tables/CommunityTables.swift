package import Activities
package import CivilTime
package import Vocabulary
package import Words

/// The public tables as they are to be seen: what no longer stands is left out, and so is what waits for its day.
package struct CommunityTables: Sendable {
  /// A row of a public table that has one, whatever its table.
  package struct Item: Sendable {
    /// Its table's name and its own id, with a hyphen between.
    package let id: String
    package let unit: Unit
    package let day: PartialDate?
    /// From then on it is no longer shown: the end of its last day; nil where it does not end.
    package let until: LocalDateTime?
    package let row: @Sendable (any Words) -> PublicRow
  }

  private var entries: [ObjectIdentifier: any Sendable] = [:]
  private var items: [PublicTableName: [Item]] = [:]
  /// In the order in which pages show them.
  package private(set) var names: [PublicTableName] = []

  /// - Parameter tables: as `PublicTables.all` has them.
  init(
    _ data: ActivityData, units: UnitTree, today: CivilDate,
    tables: [(record: any PublicRecord.Type, table: String)] = PublicTables.all
  ) {
    for (record, table) in tables { add(record, of: table, data, units, today) }
  }

  private mutating func add<Record: PublicRecord>(
    _: Record.Type, of table: String, _ data: ActivityData, _ units: UnitTree, _ today: CivilDate
  ) {
    let shown = Self.shown(data[Record.self], on: today).compactMap { record in
      units[record.unit].map { (record: record, unit: $0) }
    }
    entries[ObjectIdentifier(Record.self)] = shown.map { PublicEntry(record: $0.record, unit: $0.unit.record) }
    names.append(Record.table)
    items[Record.table] = shown.map { record, unit in
      Item(
        id: "\(table)-\(record.id)", unit: unit, day: record.day,
        until: record.shownUntil.map { LocalDateTime($0 + 1) }, row: record.row)
    }
  }

  /// Those of a day, the newest first, then by id.
  static func shown<Record: PublicRecord>(_ records: [Record], on today: CivilDate) -> [Record] {
    records.filter { ($0.shownFrom ?? today) <= today && today <= ($0.shownUntil ?? today) }.sorted { a, b in
      switch (a.day, b.day) {
      case (let first?, let second?) where first != second: first > second
      case (_?, nil): true
      case (nil, _?): false
      default: a.id < b.id
      }
    }
  }

  /// A public table's, in order.
  package func entries<Record: PublicRecord>(of _: Record.Type = Record.self) -> [PublicEntry<Record>] {
    entries[ObjectIdentifier(Record.self)] as? [PublicEntry<Record>] ?? []
  }

  /// The same for those who show rows whatever they are of.
  package subscript(_ table: PublicTableName) -> [Item] { items[table] ?? [] }
}
