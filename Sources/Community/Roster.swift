package import Activities
package import CivilTime
package import Vocabulary

/// A duty that goes round among holders by weeks or months, worked out ahead.
package struct Roster: Sendable {
  package typealias Holder = RosterRecord.Holder

  /// Turns that are worked out at least, the running one included: a year of months would be a promise nobody gave.
  private static let leastTurns = 4

  package let record: RosterRecord
  package let unit: Unit
  /// In order, from the one that runs at the window's beginning; those before the first turn are not.
  package let turns: [RosterTurn]

  package var id: RosterID { record.id }

  init(_ record: RosterRecord, unit: Unit, horizon: Horizon) {
    self.record = record
    self.unit = unit
    let rotation = Rotation(record.period, from: record.startsOn)
    let first = max(0, rotation.turn(of: horizon.firstDay))
    let last = max(rotation.turn(of: horizon.lastDay), rotation.turn(of: horizon.today) + Self.leastTurns - 1)
    let holders = Dictionary(record.holders.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
    let swaps = Dictionary(record.swaps.map { ($0.turnStart, $0) }, uniquingKeysWith: { first, _ in first })
    guard !holders.isEmpty, first <= last else {
      turns = []
      return
    }
    turns = (first...last).compactMap { number in
      let days = rotation.days(of: number)
      guard let planned = holders[number % record.holders.count + 1] else { return nil }
      let swap = swaps[days.lowerBound]
      return RosterTurn(
        days: days, holder: swap.flatMap { holders[$0.position] } ?? planned, planned: planned, note: swap?.note)
    }
  }

  /// The turn that a day belongs to.
  package func turn(on day: CivilDate) -> RosterTurn? { turns.first { $0.days.contains(day) } }
}

/// One stretch of a roster.
package struct RosterTurn: Sendable {
  package let days: ClosedRange<CivilDate>
  package let holder: Roster.Holder
  /// Who would have it without a swap.
  package let planned: Roster.Holder
  /// Why it was swapped.
  package let note: String?

  package var isSwapped: Bool { holder.position != planned.position }
}
