package import Activities
package import CivilTime

/// Somebody on duty for a stretch of time: a line of a duty sheet, and one for each day where it says hours for several.
package struct Shift: Sendable {
  package let record: ShiftRecord
  package let unit: Unit
  package let from: LocalDateTime
  /// The moment at which it is over.
  package let until: LocalDateTime

  /// Which it is of those of the same unit, day and position: several sheets count from 1 each.
  private var number = 1

  /// Stays the same: unit, day, position, and a number where other sheets have that position too.
  package var id: String {
    "\(unit.id)-\(TimeText.date(from.date))-\(record.position)" + (number > 1 ? "-\(number)" : "")
  }

  private init(record: ShiftRecord, unit: Unit, from: LocalDateTime, until: LocalDateTime) {
    self.record = record
    self.unit = unit
    self.from = from
    self.until = until
  }

  /// The day under which it is shown.
  package var day: CivilDate { from.date }

  /// Who it is; the post itself where only a number is given.
  package var holder: String { record.holder ?? record.post }

  /// All that are not over when the horizon begins and begin within it: by day, then unit, then sheet, as they stand on it.
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
    let sorted = shifts.sorted { a, b in
      if a.day != b.day { return a.day < b.day }
      if a.unit.id != b.unit.id { return a.unit.id < b.unit.id }
      return (a.record.sheet, a.record.position, a.record.post, a.from)
        < (b.record.sheet, b.record.position, b.record.post, b.from)
    }
    var counts: [String: Int] = [:]
    return sorted.map { shift in
      var shift = shift
      counts[shift.id, default: 0] += 1
      shift.number = counts[shift.id] ?? 1
      return shift
    }
  }
}
