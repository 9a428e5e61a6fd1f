import CivilTime
package import Diagnostics
package import PublicText
import Vocabulary

extension TableForm {
  static let all: [TableForm] = Tables.all.map(\.form)
}

/// All of the activity database at one moment, typed. Rows keep the order of their keys.
package struct ActivityData: Sendable {
  private var records: [ObjectIdentifier: any Sendable] = [:]
  /// Ids of rows that are there but wrong, by table: what names them names something that exists.
  package var rejected: [String: Set<String>] = [:]
  /// What looks like a resident's number in the rows' texts, and where it stands.
  package var personalNumbers: [PersonalNumberInRow] = []
  /// What else in them identifies a person.
  package var personalDetails: [PersonalDetailInRow] = []

  package init() {}

  init(_ reader: inout RecordReader) throws {
    for table in Tables.all { try table.read(&reader, into: &self) }
    let holders = Dictionary(grouping: self[RosterHolderRow.self], by: \.roster)
    let swaps = Dictionary(grouping: self[RosterSwapRow.self], by: \.roster)
    rosters = rosters.map { roster in
      var roster = roster
      roster.holders = holders[roster.id]?.map(\.holder) ?? []
      roster.swaps = swaps[roster.id]?.map(\.swap) ?? []
      return roster
    }
    try reader.checkForeignKeys()
    rejected = reader.rejected
    personalNumbers = reader.personalNumbers
    personalDetails = reader.personalDetails
  }

  /// A table's, by their type, where it follows from what is asked for.
  private subscript<Record: Sendable>() -> [Record] {
    get { self[Record.self] }
    set { self[Record.self] = newValue }
  }

  /// A table's, by their type.
  package subscript<Record: Sendable>(_ type: Record.Type) -> [Record] {
    get { records[ObjectIdentifier(type)] as? [Record] ?? [] }
    set { records[ObjectIdentifier(type)] = newValue }
  }

  package var units: [UnitRecord] {
    get { self[] }
    set { self[] = newValue }
  }
  package var venues: [VenueRecord] {
    get { self[] }
    set { self[] = newValue }
  }
  package var activities: [ActivityRecord] {
    get { self[] }
    set { self[] = newValue }
  }
  package var changes: [ActivityChangeRecord] {
    get { self[] }
    set { self[] = newValue }
  }
  package var attendance: [AttendanceRecord] {
    get { self[] }
    set { self[] = newValue }
  }
  package var measures: [MeasureRecord] {
    get { self[] }
    set { self[] = newValue }
  }
  package var measured: [MeasuredRecord] {
    get { self[] }
    set { self[] = newValue }
  }
  package var rosters: [RosterRecord] {
    get { self[] }
    set { self[] = newValue }
  }
  package var posts: [PostRecord] {
    get { self[] }
    set { self[] = newValue }
  }
  package var almanac: [AlmanacRecord] {
    get { self[] }
    set { self[] = newValue }
  }
}

package struct PersonalDetailInRow: Sendable {
  package let detail: PersonalDetail
  package let location: Location
}

package struct PersonalNumberInRow: Sendable {
  package let number: PersonalNumber
  package let location: Location

  package init(number: PersonalNumber, location: Location) {
    self.number = number
    self.location = location
  }
}
