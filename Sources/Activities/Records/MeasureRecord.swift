package import CivilTime
package import Vocabulary

/// Something that is counted or measured, time and again, of one unit or of several.
package struct MeasureRecord: Sendable, Hashable {
  package let id: MeasureID
  /// Whose measure it is: figures are of this unit and of units below it, and add up to its own.
  package let unit: UnitID
  package let title: String
  /// What is counted: 场, 人次, 平方米.
  package let suffix: String?
  package let total: MeasureTotal
  /// nil where neither is.
  package let better: MeasureAim?
  package let period: MeasurePeriod
  /// How it is counted.
  package let note: String?

  package init(
    id: MeasureID, unit: UnitID, title: String, suffix: String?, total: MeasureTotal = .none,
    better: MeasureAim? = nil, period: MeasurePeriod = .month, note: String?
  ) {
    self.id = id
    self.unit = unit
    self.title = title
    self.suffix = suffix
    self.total = total
    self.better = better
    self.period = period
    self.note = note
  }
}

/// What a measure was, of a unit on a day.
package struct MeasuredRecord: Sendable, Hashable {
  package let measure: MeasureID
  package let unit: UnitID
  package let asOf: CivilDate
  package let value: Double
  /// What else to know of this figure.
  package let note: String?

  package init(measure: MeasureID, unit: UnitID, asOf: CivilDate, value: Double, note: String? = nil) {
    self.measure = measure
    self.unit = unit
    self.asOf = asOf
    self.value = value
    self.note = note
  }
}

extension Tables {
  static let measure = Table<MeasureRecord>(
    "measure", "指标", ["数据", "数字", "metric", "metrics", "measures", "figures"], key: ["id"], title: "title",
    about: "something that is counted or measured, of one unit or of several",
    columns:
      Column<MeasureID>.id("指标编号", "编号", "代码"),
    Column<UnitID>.reference(
      "unit_id", to: "unit", "单位", "所属单位", "社区", "unit",
      about: "whose measure it is; figures are of this unit and of units below it"),
    Column<String>.text("title", "指标名称", "名称", "标题", "指标", "name"),
    Column<String?>.optionalText("suffix", "计量单位", "量词", about: "what is counted: 场, 人次, 平方米"),
    Column<MeasureTotal>.term(
      "total", "合计", "合计方式", "汇总", more: [.sum: ["相加", "求和", "是"], .none: ["不相加", "否", "无"]],
      about: "`sum`: a unit's figure is that of the units below it together"),
    Column<MeasureAim?>.optionalTerm(
      "better", "好坏", "方向", more: [.more: ["越高越好", "多"], .less: ["越低越好", "少"]],
      about: "which way is the better; empty where neither is"),
    Column<MeasurePeriod>.term(
      "period", "周期", "统计周期",
      more: [.day: ["日", "每日"], .month: ["月", "每月"], .quarter: ["季", "季度", "每季"], .year: ["年", "年度", "每年"]],
      about: "how often it is taken: figures of one period are added up, and compared with the period before"),
    Column<String?>.optionalText("note", "备注", "说明", "口径", about: "how it is counted"),
    Column<Void>.newestValue,
    Column<Void>.newestDay
  ) { _, id, unit, title, suffix, total, better, period, note, _, _ in
    MeasureRecord(
      id: id, unit: unit, title: title, suffix: suffix, total: total, better: better, period: period, note: note)
  }

  static let measured = Table<MeasuredRecord>(
    "measured", "指标数值", ["指标历史", "历史数据", "指标历史数据", "metric history", "metric histories", "measured values"],
    key: ["measure_id", "unit_id", "as_of"],
    about: "what a measure was, of a unit on a day; the newest is the figure that is shown, all are its chart",
    columns:
      Column<MeasureID>.reference(
        "measure_id", to: "measure", "指标", "指标编号", "指标名称", "编号", "measure", "metric_id", "metric"),
    Column<UnitID>.reference(
      "unit_id", to: "unit", "单位", "所属单位", "社区", "楼宇", "unit", standIn: "measure_id",
      about: "of which it is the figure; in spreadsheets, empty is the measure's own"),
    Column<CivilDate>.date("as_of", "截至日期", "统计日期", "日期", "date"),
    Column<Double>.number("value", "数值", "值"),
    Column<String?>.optionalText("note", "备注", "说明", about: "what else to know of this figure")
  ) { _, measure, unit, asOf, value, note in
    MeasuredRecord(measure: measure, unit: unit, asOf: asOf, value: value, note: note)
  }
}

/// A sheet of measures may have the newest figure of each beside it (`ImportSheet.parts`).
extension Column<Void> {
  fileprivate static let newestValue = Column(
    form: ColumnForm(
      "value", ["数值", "值"], kind: .number(.init()), isStored: false,
      about: "in spreadsheets: its figure, which becomes a row of `measured`")
  ) { _ in () }

  fileprivate static let newestDay = Column(
    form: ColumnForm(
      "as_of", ["截至日期", "统计日期", "日期"], kind: .date, isStored: false, about: "in spreadsheets: the day of that figure")
  ) { _ in () }
}
