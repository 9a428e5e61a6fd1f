import CivilTime
import Community
import Encoding
import Vocabulary

extension SlideMaker {
  /// As many columns as a chart has room for.
  private static let columns = 12

  /// Charts first, one a page; then the other figures as cards.
  func figures(_ asked: [MetricID], _ unit: UnitID?, _ chart: [MetricID]) -> Made {
    let charted = chart.compactMap { id in community.metrics.first { $0.id == id } }
    let shown =
      asked.isEmpty
      ? chart.isEmpty || unit != nil
        ? community.metrics.filter { metric in
          unit.map { metric.unit.id == $0 } ?? serves(metric.unit.id)
        } : []
      : asked.compactMap { id in community.metrics.first { $0.id == id } }
    return Made(.figures, charted.compactMap(column) + shown.compactMap(card))
  }

  private func card(_ metric: Metric) -> Draft? {
    guard var item = item("metric-\(metric.id)", metric.title) else { return nil }
    item.value = NumberText.grouped(metric.value)
    item.suffix = metric.suffix
    item.line = [
      metric.unit.shortName ?? metric.unit.name, "截至\(dated(metric.asOf))", metric.note,
    ].compactMap { $0 }.joined(separator: " · ")
    return Draft(item)
  }

  private func column(_ metric: Metric) -> Draft? {
    guard var draft = card(metric), metric.history.count > 1 else { return nil }
    draft.item = ScreenItem(
      id: "chart-\(metric.id)", title: metric.title, from: draft.item.from, until: draft.item.until)
    draft.item.value = NumberText.grouped(metric.value)
    draft.item.suffix = metric.suffix
    draft.item.line = [metric.unit.name, metric.note].compactMap { $0 }.joined(separator: " · ")
    let points = metric.history.suffix(Self.columns)
    // Values a year apart are named by their year, others by their month.
    let isYearly = Set(points.map(\.asOf.year)).count == points.count
    let isMonthly = Set(points.map { [$0.asOf.year, $0.asOf.month] }).count == points.count
    draft.item.series = points.map { point in
      let (year, month, day) = point.asOf.parts
      return ScreenItem.Point(
        label: isYearly ? "\(year)年" : isMonthly ? "\(month)月" : "\(month)/\(day)", value: point.value)
    }
    return draft
  }

  func honours(_ unit: UnitID?) -> Made {
    let honours = community.honours.filter { honour in
      unit.map { community.units.contains(honour.unit.id, in: $0) } ?? serves(honour.unit.id)
    }
    return Made(
      .rows,
      honours.compactMap { honour in
        guard var item = item("honour-\(honour.id)", honour.title) else { return nil }
        item.when = "\(honour.awardedOn.year)年"
        item.line = [honour.unit.name, honour.awardedBy].joined(separator: " · ")
        item.text = honour.note
        return Draft(item)
      })
  }

  /// A leaf for each day, with what happened on it in other years.
  func almanac() -> Made {
    let days = (horizon.today.dayNumber...horizon.lastDay.dayNumber).map(CivilDate.init(dayNumber:))
    return Made(
      .leaf,
      days.flatMap { day -> [Draft] in
        let entries = community.almanac(on: day).filter { entry in entry.unit.map { serves($0.id) } ?? true }
        return entries.compactMap { entry in
          guard
            var item = item(
              "almanac-\(entry.id)", entry.title, from: LocalDateTime(day), until: LocalDateTime(day + 1))
          else { return nil }
          item.chip = entry.year.map { "\($0)年" }
          item.text = entry.text
          item.when = "\(day.year)年\(day.month)月"
          item.value = String(day.day)
          item.lines =
            [words.weekdays[(day.weekday.rawValue + 1) % 7]] + [community.labels(of: day)?.line].compactMap { $0 }
          return Draft(item)
        }
      })
  }
}
