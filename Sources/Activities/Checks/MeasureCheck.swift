import CivilTime
import Diagnostics
import Encoding
import Vocabulary

/// A measure's figures are of its own unit and of units below it, and a total that is written down is what the rows below it come to.
struct MeasureCheck {
  private let measures: [(measure: MeasureRecord, figures: MeasureFigures)]
  private let names: [UnitID: String]
  private let database: String

  init(_ data: ActivityData, database: String) {
    measures = data.measureFigures()
    names = Dictionary(data.units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    self.database = database
  }

  func problems() -> [Diagnostic] {
    measures.flatMap { measure, figures in
      figures.strangers.map { stranger($0, to: measure) } + figures.contradictions.map { contradiction($0, measure) }
        + figures.gaps.map { gap($0, measure) }
    }
  }

  private func stranger(_ row: MeasuredRecord, to measure: MeasureRecord) -> Diagnostic {
    .error(
      "data.measured-outside",
      zh: "“\(measure.title)”是\(name(measure.unit))的指标，\(name(row.unit))不在它下面",
      en: "“\(measure.title)” is a measure of \(name(measure.unit)), and \(name(row.unit)) is not below it",
      hint: Message(
        zh: "改正这一行的单位，或把指标的单位改成两者共同的上级", en: "mend the row's unit, or give the measure the unit above both"),
      at: place(row, "unit_id"))
  }

  private func contradiction(_ found: MeasureFigures.Contradiction, _ measure: MeasureRecord) -> Diagnostic {
    let (stated, sum) = (NumberText.grouped(found.stated.value), NumberText.grouped(found.sum))
    let day = TimeText.date(found.stated.asOf)
    let unit = name(found.stated.unit)
    let count = found.parts.count
    let missing = list(found.missing)
    return .error(
      "data.measure-total",
      zh: "\(unit)“\(measure.title)”（\(day)）写的合计是 \(stated)，下面 \(count) 个单位相加是 \(sum)",
      en: "“\(measure.title)” of \(unit) (\(day)) is stated as \(stated), the \(count) units below it add up to \(sum)",
      hint: found.missing.isEmpty
        ? Message(
          zh: "改正合计或下面的数；删去合计这一行，就由下面的相加",
          en: "mend the total or the rows below it; without a total of its own it is their sum")
        : Message(
          zh: "上期有、这期还没有的：\(missing.zh)；补上它们，或删去合计这一行",
          en:
            "they lack what was there the period before: \(missing.en); add it, or remove the total"
        ),
      at: place(found.stated, "value"))
  }

  private func gap(_ gap: MeasureFigures.Gap, _ measure: MeasureRecord) -> Diagnostic {
    let day = TimeText.date(gap.asOf)
    let missing = list(gap.missing)
    return .warning(
      "data.measure-incomplete",
      zh: "\(name(gap.unit))“\(measure.title)”到 \(day) 的数还不齐，先显示上一期的合计",
      en: "“\(measure.title)” of \(name(gap.unit)) is not whole for \(day): the sum of the period before is shown",
      hint: Message(
        zh: "还缺：\(missing.zh)；不再统计的写一行 0",
        en: "there is none yet of \(missing.en); of what is counted no more, write 0"),
      at: .row(database: database, table: "measure", key: "id=\(measure.id)", column: nil))
  }

  private func name(_ unit: UnitID) -> String { names[unit] ?? unit.text }

  /// The first few by name.
  private func list(_ units: [UnitID]) -> Message {
    let first = units.prefix(5).map(name)
    let rest = units.count - first.count
    return Message(
      zh: first.joined(separator: "、") + (rest > 0 ? "等 \(units.count) 个" : ""),
      en: first.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""))
  }

  private func place(_ row: MeasuredRecord, _ column: String) -> Location {
    .row(
      database: database, table: "measured",
      key: "measure_id=\(row.measure),unit_id=\(row.unit),as_of=\(TimeText.date(row.asOf))", column: column)
  }
}
