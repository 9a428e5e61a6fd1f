package import CivilTime
package import Fields
package import Vocabulary
package import Words

/// A record of a public table: one whose rows readers see as they stand. Conforming to this is all that a table needs besides its declaration and
/// its name in each language (`PublicTableWords`): its feed with its schema, its slide and its rows on the pages of units follow. Model: `HonourRecord`.
package protocol PublicRecord: Sendable {
  associatedtype Subject

  static var table: PublicTableName { get }
  /// What the feed holds, for a stranger.
  static var about: String { get }
  /// Of the feed's records.
  static var fields: [Field<PublicEntry<Self>>] { get }

  var id: Identifier<Subject> { get }
  /// Whose it is.
  var unit: UnitID { get }
  /// By which the newest stand first; what has none stands last.
  var day: PartialDate? { get }
  /// Not shown before.
  var shownFrom: CivilDate? { get }
  /// The last day on which it is shown; nil where it does not end.
  var shownUntil: CivilDate? { get }
  /// What readers see of it, beside its unit and its day.
  func row(_ words: any Words) -> PublicRow
}

extension PublicRecord {
  /// What is dated ahead waits for its day, its month or its year.
  package var shownFrom: CivilDate? { day?.firstDay }
  package var shownUntil: CivilDate? { nil }
}

/// What readers see of a row of a public table.
package struct PublicRow: Sendable, Hashable {
  package let title: String
  /// How a wall dates it, in a word or two; pages say the whole day.
  package let when: String?
  /// Who or what else belongs to it, in a few words each.
  package let facts: [String]
  /// A sentence or two.
  package let text: String?

  package init(title: String, when: String? = nil, facts: [String] = [], text: String? = nil) {
    self.title = title
    self.when = when
    self.facts = facts
    self.text = text
  }
}

/// A row of a public table, with its unit's.
package struct PublicEntry<Record: PublicRecord>: Sendable {
  package let record: Record
  package let unit: UnitRecord

  package init(record: Record, unit: UnitRecord) {
    self.record = record
    self.unit = unit
  }
}

/// The tables that readers see.
package enum PublicTables {
  /// Each one's records, in the order of `Tables.all`, and the name of its table.
  package static let all: [(record: any PublicRecord.Type, table: String)] = Tables.all.compactMap { table in
    (table.recordType as? any PublicRecord.Type).map { ($0, table.form.name) }
  }
}

extension ActivityData {
  /// Those that have rows in public tables.
  package var unitsInPublicTables: [UnitID] {
    var all: [UnitID] = []
    for (record, _) in PublicTables.all { all += units(in: record) }
    return all
  }

  private func units<Record: PublicRecord>(in _: Record.Type) -> [UnitID] { self[Record.self].map(\.unit) }
}
