import Activities
import CivilTime
import Community
import Encoding
import Fields
import Templates
import Vocabulary
import Words

/// What points are given for, and how many were earned and spent, by month and unit.
struct PointsView: TemplateView {
  let rules: [PointsRuleView]
  let charts: [PointsChartView]
  let months: [PointsMonthView]
  let note: String

  static let about = "What points are given for, and how many were earned and spent, by month and unit."
  static let fields: [Field<PointsView>] = [
    Field("rules", "what points are given for", .list(PointsRuleView.self) { $0.rules }),
    Field("hasRules", "whether there are any rules", .flag { !$0.rules.isEmpty }),
    Field("charts", "what was earned and what was spent over time", .list(PointsChartView.self) { $0.charts }),
    Field("months", "the months, the newest first", .list(PointsMonthView.self) { $0.months }),
    Field("hasMonths", "whether there is any month", .flag { !$0.months.isEmpty }),
    Field("note", "what is counted, and why some of it is withheld", .text { $0.note }),
  ]
}

/// What points are given for.
struct PointsRuleView: TemplateView {
  let rule: PointsRule
  let words: any Words

  static let about = "What points are given for."
  static let fields: [Field<PointsRuleView>] = [
    Field("id", "stays the same", .text { $0.rule.id.text }),
    Field("title", "for what", .text { $0.rule.record.title }),
    Field("pointsLabel", "how many, in words", .text { $0.rule.pointsText($0.words) }),
    Field("capLabel", "how many at most, within what time, in words", .text { $0.rule.capText($0.words) }),
    Field("isCapped", "whether there is a most", .flag { $0.rule.record.cap != nil }),
    Field("note", "under which condition", .optionalText { $0.rule.record.note }),
  ]
}

/// What a unit's people earned or spent, month by month.
struct PointsChartView: TemplateView {
  let title: String
  let unitName: String
  let points: [(month: String, value: Int)]
  let words: any Words

  static let about = "What a unit's people earned or spent, month by month, as a chart."
  static let fields: [Field<PointsChartView>] = [
    Field("title", "what is drawn", .text { $0.title }),
    Field("chart", "the months as an SVG of bars that has a title and a description", .html { $0.chart }),
    Field("firstLabel", "the month of the first bar, in words", .text { $0.points.first?.month ?? "" }),
    Field("lastLabel", "the month of the last bar, in words", .text { $0.points.last?.month ?? "" }),
    Field("lastValue", "the points of the last month, in words", .text { $0.said($0.points.last?.value ?? 0) }),
  ]

  private func said(_ value: Int) -> String { words.pointsCount(NumberText.grouped(Double(value))) }

  private var chart: String {
    guard let first = points.first, let last = points.last, let highest = points.max(by: { $0.value < $1.value }),
      let lowest = points.min(by: { $0.value < $1.value })
    else { return "" }
    func figure(_ point: (month: String, value: Int)) -> String { words.figure(said(point.value), on: point.month) }
    return FigureChart(values: points.map { Double($0.value) }).svg(
      title: words.aside(title, unitName),
      description: words.chart(
        from: figure(first), to: figure(last), highest: figure(highest), lowest: figure(lowest)))
  }
}

/// A month's points.
struct PointsMonthView: TemplateView {
  let month: CivilPeriod
  let isNewest: Bool
  let rows: [PointsTotalView]
  let words: any Words

  static let about = "A month's points, by unit."
  static let fields: [Field<PointsMonthView>] = [
    Field("key", "the month, such as 2026-10", .text { $0.month.description }),
    Field("title", "the same in words", .text { $0.words.name($0.month) }),
    Field("isNewest", "whether it is the last that is over", .flag { $0.isNewest }),
    Field("rows", "the unit, then those directly below it", .list(PointsTotalView.self) { $0.rows }),
  ]
}

/// A unit's points in a month.
struct PointsTotalView: TemplateView {
  let total: PointsTotal
  /// Whether the others stand below it.
  let isWhole: Bool
  let words: any Words

  static let about = "A unit's points in a month, those of units below it included."
  static let fields: [Field<PointsTotalView>] = [
    Field(
      "unitName", "the unit", .text { $0.isWhole ? $0.total.unit.name : $0.total.unit.shortName ?? $0.total.unit.name }),
    Field("unitURL", "its page", .text { $0.total.unit.url }),
    Field("isWhole", "whether the others stand below it", .flag { $0.isWhole }),
    Field("isTold", "whether its points may be published", .flag { $0.total.isPublished }),
    Field("earned", "what was earned, its digits in groups", .text { number($0.total.earned) }),
    Field("spent", "what was spent, its digits in groups", .text { number($0.total.spent) }),
    Field("people", "how many people had a part in it", .text { number($0.total.people) }),
    Field("withheldLabel", "in place of numbers: that they are withheld", .text { $0.words.notTold }),
  ]

  private static func number(_ value: Int?) -> String { value.map { NumberText.grouped(Double($0)) } ?? "" }
}

struct PointsBlockView: TemplateView {
  let rules: [PointsRuleView]
  let words: any Words

  static let about = "A `points` block: what points are given for."
  static let fields: [Field<PointsBlockView>] = [
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
    Field("rules", "the rules that hold in the unit", .list(PointsRuleView.self) { $0.rules }),
    Field("isEmpty", "whether there are none", .flag { $0.rules.isEmpty }),
  ]
}
