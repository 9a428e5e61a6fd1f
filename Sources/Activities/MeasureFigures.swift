package import CivilTime
package import Vocabulary

/// What a measure's rows come to: a line of figures over time for each unit that has any. Where a measure has a total, a unit without a
/// figure of its own has that of the units directly below it together.
package struct MeasureFigures: Sendable {
  /// What a unit's figure was in a period.
  package struct Point: Sendable, Hashable {
    package let asOf: CivilDate
    package let value: Double
    package let note: String?
    /// Written down, rather than added up.
    package let isStated: Bool
    /// The figures below it that make it up; where it is stated they say the same.
    package let parts: [Part]
  }

  /// A figure that is added to that of the unit above.
  package struct Part: Sendable, Hashable {
    package let unit: UnitID
    package let asOf: CivilDate
    package let value: Double
  }

  /// A total that is written down, and the figures below it that come to something else.
  package struct Contradiction: Sendable {
    package let stated: MeasuredRecord
    package let sum: Double
    package let parts: [Part]
    /// Units that were part of it in the period before.
    package let missing: [UnitID]
  }

  /// A newest period in which not all have reported that did so before: a sum without them would fall, and is not made.
  package struct Gap: Sendable {
    package let unit: UnitID
    /// The newest day of those that are there.
    package let asOf: CivilDate
    package let missing: [UnitID]
  }

  /// By unit; each in the order of its days.
  package private(set) var points: [UnitID: [Point]] = [:]
  package private(set) var contradictions: [Contradiction] = []
  package private(set) var gaps: [Gap] = []
  /// Figures of units that are neither the measure's own nor below it.
  package private(set) var strangers: [MeasuredRecord] = []

  /// - Parameters:
  ///   - rows: the measure's, by unit and then by day.
  ///   - parents: each unit's, as far as it has one.
  package init(_ measure: MeasureRecord, _ rows: [MeasuredRecord], parents: [UnitID: UnitID]) {
    var chains = Chains(root: measure.unit, parents: parents)
    let known = rows.filter { row in
      if chains[row.unit] != nil { return true }
      strangers.append(row)
      return false
    }
    switch measure.total {
    case .none:
      for row in known { points[row.unit, default: []].append(Point(row)) }
    case .sum:
      var sums = Sums()
      // Of several in one period the newest counts.
      let periods = Dictionary(grouping: known) { measure.period.number(of: $0.asOf) }
      for period in periods.keys.sorted() {
        let rows = Dictionary(periods[period]!.map { ($0.unit, $0) }) { $0.asOf > $1.asOf ? $0 : $1 }
        sums.add(rows, &chains)
      }
      points = sums.points
      contradictions = sums.contradictions
      gaps = sums.gaps.values.sorted { $0.unit < $1.unit }
    }
  }

  /// Whether two figures are one, but for how binary fractions add up.
  static func agree(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(a), abs(b)) }

  /// As it would be added up by hand: without the last digits that binary fractions leave.
  package static func sum(_ values: some Sequence<Double>) -> Double {
    let sum = values.reduce(0, +)
    let scaled = sum * 1e6
    return abs(scaled) < 1e15 ? scaled.rounded() / 1e6 : sum
  }
}

extension MeasureFigures.Point {
  fileprivate init(_ row: MeasuredRecord, parts: [MeasureFigures.Part] = []) {
    self.init(asOf: row.asOf, value: row.value, note: row.note, isStated: true, parts: parts)
  }
}

/// The ways up from units to the measure's own.
private struct Chains {
  let root: UnitID
  let parents: [UnitID: UnitID]
  private var known: [UnitID: [UnitID]?] = [:]

  init(root: UnitID, parents: [UnitID: UnitID]) {
    self.root = root
    self.parents = parents
  }

  /// The unit itself, those above it, and the root; nil where it does not stand below the root.
  subscript(unit: UnitID) -> [UnitID]? {
    mutating get {
      if let known = known[unit] { return known }
      var chain = [unit]
      while let last = chain.last, last != root {
        guard let parent = parents[last], !chain.contains(parent) else {
          known[unit] = .some(nil)
          return nil
        }
        chain.append(parent)
      }
      known[unit] = chain
      return chain
    }
  }
}

/// Adds figures up, one period after the other.
private struct Sums {
  var points: [UnitID: [MeasureFigures.Point]] = [:]
  var contradictions: [MeasureFigures.Contradiction] = []
  var gaps: [UnitID: MeasureFigures.Gap] = [:]
  /// The units that made up a unit's last whole sum; those that had nothing need not say so again.
  private var expected: [UnitID: [UnitID]] = [:]

  /// - Parameter rows: those of one period.
  mutating func add(_ rows: [UnitID: MeasuredRecord], _ chains: inout Chains) {
    var depths: [UnitID: Int] = [:]
    for unit in rows.keys {
      guard let chain = chains[unit] else { continue }
      for (index, above) in chain.enumerated() { depths[above] = chain.count - index }
    }
    let upwards = depths.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
    var parts: [UnitID: [MeasureFigures.Part]] = [:]
    for unit in upwards {
      guard let point = point(of: unit, stated: rows[unit], parts: parts[unit] ?? []) else { continue }
      points[unit, default: []].append(point)
      if unit != chains.root, let parent = chains.parents[unit] {
        parts[parent, default: []].append(.init(unit: unit, asOf: point.asOf, value: point.value))
      }
    }
  }

  /// - Parameter parts: the figures of the units directly below, by their ids.
  private mutating func point(
    of unit: UnitID, stated: MeasuredRecord?, parts: [MeasureFigures.Part]
  ) -> MeasureFigures.Point? {
    let there = Set(parts.map(\.unit))
    let missing = expected[unit, default: []].filter { !there.contains($0) }
    let sum = MeasureFigures.sum(parts.map(\.value))
    if !parts.isEmpty, missing.isEmpty {
      expected[unit] = parts.filter { $0.value != 0 }.map(\.unit)
      gaps[unit] = nil
    }
    if let stated {
      if !parts.isEmpty, !MeasureFigures.agree(sum, stated.value) {
        contradictions.append(.init(stated: stated, sum: sum, parts: parts, missing: missing))
      }
      return MeasureFigures.Point(stated, parts: parts)
    }
    guard let newest = parts.map(\.asOf).max() else { return nil }
    if missing.isEmpty { return .init(asOf: newest, value: sum, note: nil, isStated: false, parts: parts) }
    gaps[unit] = MeasureFigures.Gap(unit: unit, asOf: newest, missing: missing)
    return nil
  }
}

extension MeasurePeriod {
  /// nil where each day is one.
  package var length: CivilPeriod.Length? {
    switch self {
    case .day: nil
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    }
  }

  /// Which of the periods a day is in: days of one have the same number, and later ones a larger.
  package func number(of date: CivilDate) -> Int {
    guard let length else { return date.dayNumber }
    let period = CivilPeriod(length, containing: date)
    return period.year * (12 / length.rawValue) + period.number
  }
}

extension ActivityData {
  /// Each measure with what its rows come to.
  ///
  /// - Parameter today: rows of later days are left out; nil takes all.
  package func measureFigures(until today: CivilDate? = nil) -> [(measure: MeasureRecord, figures: MeasureFigures)] {
    let rows = Dictionary(grouping: measured.filter { row in today.map { row.asOf <= $0 } ?? true }, by: \.measure)
    let parents = Dictionary(
      units.compactMap { unit in unit.parent.map { (unit.id, $0) } }, uniquingKeysWith: { first, _ in first })
    return measures.map { ($0, MeasureFigures($0, rows[$0.id] ?? [], parents: parents)) }
  }
}
