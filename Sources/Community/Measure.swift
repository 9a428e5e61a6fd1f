package import Activities
package import CivilTime
package import Vocabulary

/// Something that is counted or measured, with the figure of each unit that has one.
package struct Measure: Sendable {
  package let record: MeasureRecord
  package let unit: Unit
  /// Its own unit's first, then those below it in the tree's order.
  package let metrics: [Metric]

  package var id: MeasureID { record.id }
  /// The figure that is meant where the measure alone is named.
  package var own: Metric? { metrics.first { $0.unit.id == unit.id } }
}

/// A unit's figure of a measure: what it is now, and what it was before.
package struct Metric: Sendable {
  package typealias Point = MeasureFigures.Point

  package let measure: MeasureRecord
  package let unit: Unit
  /// By day; never empty.
  package let points: [Point]
  /// Of its newest figure: each unit that is added, and its figure.
  package let parts: [Part]

  package struct Part: Sendable {
    package let unit: Unit
    package let asOf: CivilDate
    package let value: Double
  }

  private var newest: Point { points[points.count - 1] }

  /// The measure's id for its own unit; for others that and the unit's, with a dot between, which stands in no id.
  package var id: String { unit.id == measure.unit ? measure.id.text : "\(measure.id).\(unit.id)" }
  package var title: String { measure.title }
  package var suffix: String? { measure.suffix }
  package var value: Double { newest.value }
  package var asOf: CivilDate { newest.asOf }
  /// Written down, rather than added up.
  package var isStated: Bool { newest.isStated }
  /// What there is to know of the newest figure, else how it is counted.
  package var note: String? { newest.note ?? measure.note }
  /// What it was on earlier days and is now, by day; empty where no earlier value is known.
  package var history: [Point] { points.count > 1 ? points : [] }
}

// MARK: Change

extension Metric {
  /// What a figure did since the last period before its own that has one.
  package struct Change: Sendable, Hashable {
    package let earlier: Point
    /// What came to it; below 0 it became less.
    package let difference: Double
    package let tone: Tone
  }

  /// What people make of a change.
  package enum Tone: String, Sendable, CaseIterable {
    case better, worse, same
    /// A change that is neither good nor bad.
    case neutral
  }

  /// nil where there is none, or where other units were added up.
  package var change: Change? {
    let period = measure.period.number(of: asOf)
    guard let earlier = points.last(where: { measure.period.number(of: $0.asOf) < period }) else { return nil }
    guard newest.isStated || newest.parts.map(\.unit) == earlier.parts.map(\.unit) else { return nil }
    let difference = MeasureFigures.sum([value, -earlier.value])
    return Change(earlier: earlier, difference: difference, tone: tone(of: difference))
  }

  private func tone(of difference: Double) -> Tone {
    if difference == 0 { return .same }
    return switch measure.better {
    case .more: difference > 0 ? .better : .worse
    case .less: difference < 0 ? .better : .worse
    case nil: .neutral
    }
  }
}

// MARK: Making and choosing

extension Measure {
  /// All of them, by id, with what is known today.
  static func list(_ data: ActivityData, units: UnitTree, today: CivilDate) -> [Measure] {
    data.measureFigures(until: today).compactMap { record, figures in
      guard let unit = units[record.unit] else { return nil }
      let below = figures.points.keys.filter { $0 != unit.id }.sorted { units.place(of: $0) < units.place(of: $1) }
      let metrics = ([unit.id] + below).compactMap { id in
        units[id].flatMap { Metric(record, $0, figures.points[id] ?? [], units) }
      }
      return Measure(record: record, unit: unit, metrics: metrics)
    }
  }
}

extension Metric {
  fileprivate init?(_ measure: MeasureRecord, _ unit: Unit, _ points: [Point], _ units: UnitTree) {
    guard let newest = points.last else { return nil }
    self.init(
      measure: measure, unit: unit, points: points,
      parts: newest.parts.compactMap { part in
        units[part.unit].map { Part(unit: $0, asOf: part.asOf, value: part.value) }
      })
  }
}

extension Community {
  package func measure(_ id: MeasureID) -> Measure? { measures.first { $0.id == id } }

  /// Figures by their measures' names, of the unit that is asked for where it has one, else of their own units; without names all of that
  /// unit, or all.
  package func metrics(_ ids: [MeasureID] = [], of unit: UnitID? = nil) -> [Metric] {
    func ofUnit(_ measure: Measure) -> Metric? { measure.metrics.first { $0.unit.id == unit } }
    if ids.isEmpty { return unit == nil ? withoutParts(metrics) : measures.compactMap(ofUnit) }
    return ids.compactMap(measure).flatMap { measure in
      (ofUnit(measure) ?? measure.own).map { [$0] } ?? withoutParts(measure.metrics)
    }
  }

  /// Without those that are part of another's sum.
  package func withoutParts(_ metrics: [Metric]) -> [Metric] {
    let shown = Dictionary(grouping: metrics, by: \.measure.id).mapValues { Set($0.map(\.unit.id)) }
    return metrics.filter { metric in
      metric.measure.total == .none
        || !units.chainIDs(of: metric.unit.id).dropFirst().contains { shown[metric.measure.id]?.contains($0) == true }
    }
  }
}
