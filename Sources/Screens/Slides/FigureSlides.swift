import Activities
import CivilTime
import Community
import Content
import Encoding
import Vocabulary
import Words

extension SlideMaker {
  /// As many columns as a chart has room for: more than a year of weeks.
  private static let columns = 60

  /// Charts first, one a page; then the other figures as cards.
  func figures(_ asked: [MeasureID], of unit: UnitID?, chart: [MeasureID]) -> SlideContent {
    let charts = chart.isEmpty ? [] : community.metrics(chart, of: unit)
    let metrics = cards(asked, unit, besides: chart)
    let shared = SharedSource(metrics, of: self)
    var content = SlideContent(
      .figures, charts.compactMap(column) + metrics.compactMap { card($0, besides: shared) })
    content.aside = shared.label(words, dated)
    return content
  }

  /// What is true of all figures of a slide is said once, in its title.
  private struct SharedSource {
    private(set) var unit: String?
    private(set) var day: CivilDate?
    /// A screen is its unit's: it says so below.
    private(set) var isOwn = false

    init(_ metrics: [Metric], of maker: SlideMaker) {
      guard metrics.count > 1, let first = metrics.first else { return }
      if metrics.allSatisfy({ $0.unit.id == first.unit.id }) {
        unit = first.unit.shortName ?? first.unit.name
        isOwn = maker.screen.units == [first.unit.id]
      }
      if metrics.allSatisfy({ $0.asOf == first.asOf }) { day = first.asOf }
      // A head has room for one line.
      let title = maker.title ?? maker.words.title(.figures)
      if let label = label(maker.words, maker.dated), title.count + label.count > Self.most { (unit, day) = (nil, nil) }
    }

    private static let most = 22

    func label(_ words: any Words, _ dated: (CivilDate) -> String) -> String? {
      let parts = [isOwn ? nil : unit, day.map { words.asOf(dated($0)) }].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: words.gap)
    }
  }

  /// Those that are named, else the unit's, else all of the screen's; a chart alone asks for no others.
  private func cards(_ asked: [MeasureID], _ unit: UnitID?, besides chart: [MeasureID]) -> [Metric] {
    if !asked.isEmpty || unit != nil { return community.metrics(asked, of: unit) }
    return chart.isEmpty ? community.withoutParts(community.metrics.filter { serves($0.unit.id) }) : []
  }

  private func card(_ metric: Metric, besides shared: SharedSource) -> ItemDraft? {
    guard var item = item("metric-\(metric.id)", metric.title) else { return nil }
    item.value = NumberText.grouped(metric.value)
    item.suffix = metric.suffix
    let source = [
      shared.unit == nil ? metric.unit.shortName ?? metric.unit.name : nil,
      shared.day == nil ? words.asOf(dated(metric.asOf)) : nil, metric.note,
    ].compactMap { $0 }
    item.line = source.isEmpty ? nil : source.joined(separator: " · ")
    return ItemDraft(item)
  }

  private func column(_ metric: Metric) -> ItemDraft? {
    guard let item = item("chart-\(metric.id)", metric.title), metric.history.count > 1 else { return nil }
    var draft = ItemDraft(item)
    draft.item.value = NumberText.grouped(metric.value)
    draft.item.suffix = metric.suffix
    draft.item.line = [metric.unit.name, metric.changePhrase(words), metric.note].compactMap { $0 }.joined(
      separator: " · ")
    let points = metric.history.suffix(Self.columns)
    let name = columnName(points.map(\.asOf))
    draft.item.series = points.map {
      ScreenItem.Point(label: name($0.asOf), value: $0.value, text: NumberText.grouped($0.value))
    }
    return draft
  }

  /// By the year, the month or the day, whichever is enough to distinguish all of them.
  private func columnName(_ days: [CivilDate]) -> (CivilDate) -> String {
    func distinguishes(_ part: (CivilDate) -> [Int]) -> Bool { Set(days.map { part($0) }).count == days.count }
    if distinguishes({ [$0.year] }) { return { words.year($0.year) } }
    if distinguishes({ [$0.month] }) { return { words.month($0.month) } }
    if distinguishes({ [$0.year, $0.month] }) { return { words.month($0.month, of: $0.year) } }
    if distinguishes({ [$0.month, $0.day] }) { return { words.columnDay($0) } }
    return { words.date($0) }
  }

  /// A leaf for each day, with what happened on it in other years.
  func almanac() -> SlideContent {
    SlideContent(
      .leaf,
      horizon.daysAhead.flatMap { day -> [ItemDraft] in
        let entries = community.almanac(on: day).filter { entry in entry.unit.map { serves($0.id) } ?? true }
        return entries.compactMap { entry in
          guard
            var item = item(
              "almanac-\(entry.id)", entry.title, from: LocalDateTime(day), until: LocalDateTime(day + 1))
          else { return nil }
          item.chip = entry.year.map(words.year)
          item.text = entry.text
          item.when = words.month(day.month, of: day.year)
          item.value = String(day.day)
          item.lines = [words.weekdayName(day.weekday), community.labels(of: day).flatMap(words.leaf)].compactMap { $0 }
          return ItemDraft(item)
        }
      })
  }
}
