import CivilTime
package import Diagnostics
package import PublicText
import Vocabulary

/// The tables of the activity database, each declared beside the record that its rows become. docs/database.md explains them to those who
/// write rows; `TableDeclarationTests` compares them with the schema.
enum Tables {}

extension TableForm {
  /// All tables, in the order in which rows refer to one another.
  static let all: [TableForm] = [
    Tables.unit.form, Tables.venue.form, Tables.activity.form, Tables.activityChange.form, Tables.attendance.form,
    Tables.metric.form, Tables.metricHistory.form, Tables.roster.form, Tables.rosterHolder.form, Tables.rosterSwap.form,
    Tables.honour.form, Tables.almanac.form,
  ]
}

/// All of the activity database at one moment, typed. Rows keep the order of their keys.
package struct ActivityData: Sendable {
  package var units: [UnitRecord] = []
  package var venues: [VenueRecord] = []
  package var activities: [ActivityRecord] = []
  package var changes: [ActivityChangeRecord] = []
  package var attendance: [AttendanceRecord] = []
  package var metrics: [MetricRecord] = []
  package var rosters: [RosterRecord] = []
  package var honours: [HonourRecord] = []
  package var almanac: [AlmanacRecord] = []
  /// Ids of rows that are there but wrong, by table: what names them names something that exists.
  package var rejected: [String: Set<String>] = [:]
  /// What looks like a resident's number in the rows' texts, and where it stands.
  package var personalNumbers: [PersonalNumberInRow] = []

  package init() {}

  init(_ reader: inout RecordReader) throws {
    units = try reader.records(Tables.unit)
    venues = try reader.records(Tables.venue)
    activities = try reader.records(Tables.activity)
    changes = try reader.records(Tables.activityChange)
    attendance = try reader.records(Tables.attendance)
    let history = Dictionary(grouping: try reader.records(Tables.metricHistory), by: \.metric)
    metrics = try reader.records(Tables.metric)
    for index in metrics.indices { metrics[index].history = history[metrics[index].id]?.map(\.point) ?? [] }
    let holders = Dictionary(grouping: try reader.records(Tables.rosterHolder), by: \.roster)
    let swaps = Dictionary(grouping: try reader.records(Tables.rosterSwap), by: \.roster)
    rosters = try reader.records(Tables.roster)
    for index in rosters.indices {
      rosters[index].holders = holders[rosters[index].id]?.map(\.holder) ?? []
      rosters[index].swaps = swaps[rosters[index].id]?.map(\.swap) ?? []
    }
    honours = try reader.records(Tables.honour)
    almanac = try reader.records(Tables.almanac)
    try reader.checkForeignKeys()
    rejected = reader.rejected
    personalNumbers = reader.personalNumbers
  }
}

package struct PersonalNumberInRow: Sendable {
  package let number: PersonalNumber
  package let location: Location

  package init(number: PersonalNumber, location: Location) {
    self.number = number
    self.location = location
  }
}
