package import Activities
package import CivilTime

/// Somebody on duty for a stretch of time: a line of a duty sheet, and one for each day where it says hours for several.
package struct Shift: Sendable {
  package let record: ShiftRecord
  package let unit: Unit
  package let from: LocalDateTime
  /// The moment at which it is over.
  package let until: LocalDateTime

  /// Stays the same: unit, day, position.
  package var id: String { "\(unit.id)-\(TimeText.date(from.date))-\(record.position)" }

  /// The day under which it is shown.
  package var day: CivilDate { from.date }

  /// Who it is; the post itself where only a number is told.
  package var holder: String { record.holder ?? record.post }

  /// All that are not over when the horizon begins and begin within it: by day, then unit, then position.
  static func list(_ records: [ShiftRecord], units: UnitTree, horizon: Horizon) -> [Shift] {
    let first = LocalDateTime(horizon.firstDay)
    let shifts = records.filter { $0.lastDay + 1 >= horizon.firstDay && $0.firstDay <= horizon.lastDay }
      .flatMap { record -> [Shift] in
        guard let unit = units[record.unit] else { return [] }
        guard let hours = record.hours else {
          return [
            Shift(
              record: record, unit: unit, from: LocalDateTime(record.firstDay), until: LocalDateTime(record.lastDay + 1)
            )
          ]
        }
        let days = max(record.firstDay, horizon.firstDay - 1).dayNumber...min(record.lastDay, horizon.lastDay).dayNumber
        return days.map { number in
          let midnight = LocalDateTime(CivilDate(dayNumber: number))
          return Shift(record: record, unit: unit, from: midnight + hours.start, until: midnight + hours.end)
        }
      }
      .filter { $0.until > first && $0.from < horizon.end }
    return shifts.sorted { a, b in
      (a.day, a.unit.id, a.record.position, a.from) < (b.day, b.unit.id, b.record.position, b.from)
    }
  }
}
