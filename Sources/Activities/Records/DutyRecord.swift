package import CivilTime
import Diagnostics
package import Vocabulary

/// Something that a unit owes the public, again and again: an item of its catalogue of disclosure, a meeting that must be held.
package struct DutyRecord: Sendable, Hashable {
  package let id: DutyID
  package let unit: UnitID
  package let title: String
  /// A heading of the catalogue: 财务, 组织生活.
  package let category: String?
  package let position: Int
  /// The rule that says so.
  package let basis: String?
  package let cadence: DutyCadence
  /// Working days after the end of a period, or after a change, within which it is published; nil: within the period itself.
  package let withinWorkdays: Int?
  package let means: DutyMeans
  /// A role or an organisation, never a person.
  package let responsible: String?
  /// Where it is published: a board, a screen.
  package let channel: String?
  /// A day of the first period in which it is owed.
  package let startsOn: CivilDate?

  package init(
    id: DutyID, unit: UnitID, title: String, category: String? = nil, position: Int = 1, basis: String? = nil,
    cadence: DutyCadence, withinWorkdays: Int? = nil, means: DutyMeans, responsible: String? = nil,
    channel: String? = nil, startsOn: CivilDate? = nil
  ) {
    self.id = id
    self.unit = unit
    self.title = title
    self.category = category
    self.position = position
    self.basis = basis
    self.cadence = cadence
    self.withinWorkdays = withinWorkdays
    self.means = means
    self.responsible = responsible
    self.channel = channel
    self.startsOn = startsOn
  }
}

extension DutyCadence {
  /// nil for what has no periods.
  package var period: CivilPeriod.Length? {
    switch self {
    case .month: .month
    case .quarter: .quarter
    case .halfYear: .halfYear
    case .year: .year
    case .onChange: nil
    }
  }
}

extension Tables {
  static let duty = Table<DutyRecord>(
    "duty", "公开事项", ["公开目录", "居务公开目录", "应公开事项", "duties"], key: ["id"], title: "title",
    about: "something that a unit owes the public: an item of its catalogue of disclosure, a meeting that must be held",
    columns:
      Column<DutyID>.id("事项编号", "公开事项编号", "编号", "代码"),
    Column<UnitID>.reference("unit_id", to: "unit", "单位", "所属单位", "社区", "unit"),
    Column<String>.text("title", "公开事项", "事项名称", "事项", "名称", "公开内容", "name"),
    Column<String?>.optionalText("category", "类别", "分类", about: "a heading of the catalogue"),
    Column<Int>.integer(
      "position", "顺序", "序号", about: "in which order they are shown",
      rules: [
        .number(
          in: 1...1e15, zh: "顺序从 1 开始", en: "positions count from 1",
          hint: Message(zh: "从 1 起编号", en: "number them from 1"))
      ]),
    Column<String?>.optionalText("basis", "依据", "公开依据", about: "the rule that says so"),
    Column<DutyCadence>.term(
      "cadence", "周期", "公开周期", "频次",
      more: [
        .month: ["月", "按月", "每月一次"], .quarter: ["季度", "按季", "每季", "按季度", "每季度一次"],
        .halfYear: ["半年", "每半年一次"], .year: ["年", "按年", "年度", "每年一次"], .onChange: ["及时", "随时", "变动时", "即时"],
      ], about: "how often, by the civil calendar"),
    Column<Int?>.optionalInteger(
      "within_workdays", "公开时限", "时限", "工作日内", quantity: .init(units: ["个工作日", "个工作日内", "工作日", "天"], none: ["当期"]),
      about:
        "working days after a period's end (or a change), within which it is published: what is published after a period counts for it; empty: due within the period itself",
      rules: [
        .number(
          in: 1...250, zh: "公开时限是 1 到 250 个工作日", en: "it is due within 1 to 250 working days",
          hint: Message(zh: "要在当期之内就留空", en: "leave it empty where it is due within the period"))
      ]),
    Column<DutyMeans>.term(
      "met_by", "公开形式", "形式", "完成方式", more: [.activity: ["会议", "开展活动"], .notice: ["公告公示", "发公告", "公示"]],
      about: "by occurrences of activities with its `duty_id`, or by notices that say `duty: ID`"),
    Column<String?>.optionalText(
      "responsible", "责任单位", "责任主体", "责任人", "责任岗位", about: "a role or an organisation, never a person"),
    Column<String?>.optionalText("channel", "公开方式", "公开渠道", "渠道", about: "where it is published: a board, a screen"),
    Column<CivilDate?>.optionalDate(
      "starts_on", "起始日期", "开始日期", "执行日期",
      about: "a day of the first period in which it is owed; empty: since last year began"),
  ) { _, id, unit, title, category, position, basis, cadence, within, means, responsible, channel, startsOn in
    DutyRecord(
      id: id, unit: unit, title: title, category: category, position: position, basis: basis, cadence: cadence,
      withinWorkdays: within, means: means, responsible: responsible, channel: channel, startsOn: startsOn)
  }
}
