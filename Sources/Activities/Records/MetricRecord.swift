package import CivilTime
package import Vocabulary

package struct MetricRecord: Sendable, Hashable {
  /// What a figure was on a day.
  package struct Point: Sendable, Hashable {
    package let asOf: CivilDate
    package let value: Double

    package init(asOf: CivilDate, value: Double) {
      self.asOf = asOf
      self.value = value
    }
  }

  package let id: MetricID
  package let unit: UnitID
  package let title: String
  package let value: Double
  /// What is counted: 场, 人次, 平方米.
  package let suffix: String?
  package let asOf: CivilDate
  package let note: String?
  /// The rows of its history, by day; the current value may be among them.
  package var history: [Point] = []
}

extension Tables {
  static let metric = Table<MetricRecord>(
    "metric", "指标", ["数据", "数字", "metrics", "figures"], key: ["id"], title: "title",
    about: "a figure with the day on which it was true",
    columns:
      Column<MetricID>.id("指标编号", "编号", "代码"),
    Column<UnitID>.reference("unit_id", to: "unit", "单位", "所属单位", "社区", "unit"),
    Column<String>.text("title", "指标名称", "名称", "标题", "指标", "name"),
    Column<Double>.number("value", "数值", "值"),
    Column<String?>.optionalText("suffix", "计量单位", "量词", about: "what is counted: 场, 人次, 平方米"),
    Column<CivilDate>.date("as_of", "截至日期", "统计日期", "日期", "date"),
    Column<String?>.optionalText("note", "备注", "说明")
  ) { _, id, unit, title, value, suffix, asOf, note in
    MetricRecord(id: id, unit: unit, title: title, value: value, suffix: suffix, asOf: asOf, note: note)
  }

  static let metricHistory = Table<MetricHistoryRow>(
    "metric_history", "指标历史", ["历史数据", "指标历史数据", "metric histories"], key: ["metric_id", "as_of"],
    about:
      "what a figure was on an earlier day, for charts; the newest value stands in `metric`, and no row is of a later day",
    columns:
      Column<MetricID>.reference("metric_id", to: "metric", "指标", "指标编号", "指标名称", "编号", "metric"),
    Column<CivilDate>.date("as_of", "截至日期", "统计日期", "日期", "date"),
    Column<Double>.number("value", "数值", "值")
  ) { _, metric, asOf, value in MetricHistoryRow(metric: metric, point: .init(asOf: asOf, value: value)) }
}

struct MetricHistoryRow: Sendable {
  let metric: MetricID
  let point: MetricRecord.Point
}
