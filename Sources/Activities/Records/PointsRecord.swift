package import CivilTime
import Diagnostics
package import Vocabulary

/// What points are given for.
package struct PointsRuleRecord: Sendable, Hashable {
  package let id: PointsRuleID
  /// Where it holds: there and in the units below.
  package let unit: UnitID
  package let title: String
  package let points: Int
  /// For what: 次, 小时, 讲.
  package let per: String
  package let cap: PointsCap?
  package let position: Int
  /// Under which condition.
  package let note: String?

  package init(
    id: PointsRuleID, unit: UnitID, title: String, points: Int, per: String, cap: PointsCap? = nil, position: Int = 1,
    note: String? = nil
  ) {
    self.id = id
    self.unit = unit
    self.title = title
    self.points = points
    self.per = per
    self.cap = cap
    self.position = position
    self.note = note
  }
}

extension PointsRuleRecord {
  private static let hours: Set<String> = ["小时", "小時", "钟头", "hour", "h"]

  /// Whether it gives points for each hour of something.
  var isByTheHour: Bool { Self.hours.contains(per) }
}

/// How many points a rule gives somebody at most, within what time.
package struct PointsCap: Sendable, Hashable {
  package let points: Int
  package let period: PointsPeriod

  package init(points: Int, period: PointsPeriod) {
    self.points = points
    self.period = period
  }
}

/// How many points those whom a unit keeps the book of earned and spent in a month, and how many they were. Units below have rows of their own.
package struct PointsTotalRecord: Sendable, Hashable {
  package let unit: UnitID
  package let month: CivilPeriod
  package let earned: Int
  package let spent: Int
  /// Those who earned or spent any.
  package let people: Int

  package init(unit: UnitID, month: CivilPeriod, earned: Int, spent: Int, people: Int) {
    self.unit = unit
    self.month = month
    self.earned = earned
    self.spent = spent
    self.people = people
  }
}

extension Tables {
  static let pointsRule = Table<PointsRuleRecord>(
    "points_rule", "积分规则", ["积分办法", "怎么攒分", "points rules", "point rules"], key: ["id"], title: "title",
    about: "what points are given for, in its unit and all below",
    columns:
      Column<PointsRuleID>.id("规则编号", "编号", "代码"),
    Column<UnitID>.reference(
      "unit_id", to: "unit", "单位", "所属单位", "社区", "unit", about: "where it holds, with all units below"),
    Column<String>.text("title", "做什么", "事项", "名称", "规则名称", "name"),
    Column<Int>.integer(
      "points", "积分", "记分", "分值", quantity: .init(units: ["分", "积分"]),
      about: "how many",
      rules: [
        .number(
          in: 1...1e9, zh: "一条规则至少记 1 分", en: "a rule gives one point or more",
          hint: Message(zh: "改正分值", en: "mend it"))
      ]),
    Column<String>.text(
      "per", "计分单位", "每", "单位量",
      about: "for what: 次, 小时, 讲; what is given by the hour (小时, hour) is reckoned by an activity's length"),
    Column<Int?>.optionalInteger(
      "cap", "封顶", "上限", "最多", quantity: .init(units: ["分", "积分"], none: ["不封顶", "不限", "无"]),
      about: "how many points somebody gets by it at most within `cap_period`"),
    Column<PointsPeriod?>.optionalTerm(
      "cap_period", "封顶周期", "周期", "上限周期",
      more: [
        .day: ["天", "日", "每日"], .week: ["周", "每星期"], .month: ["月"], .quarter: ["季", "季度", "每季"],
        .year: ["年", "每年度"],
      ], about: "within what time; there are both or neither"),
    Column<Int>.integer(
      "position", "顺序", "序号", about: "in which order they are shown",
      rules: [
        .number(
          in: 1...1e15, zh: "顺序从 1 开始", en: "positions count from 1",
          hint: Message(zh: "从 1 起编号", en: "number them from 1"))
      ]),
    Column<String?>.optionalText("note", "说明", "备注", "条件", about: "under which condition"),
    rules: [
      TableRule(
        ["cap", "cap_period"], zh: "封顶和封顶周期要么都写，要么都不写", en: "a cap has a period, and a period a cap",
        hint: Message(zh: "补上另一个，如“每月”最多 20 分；不封顶就都留空", en: "add the other, or leave both empty")
      ) { value in (value("cap").number == nil) == (value("cap_period").filledText == nil) },
      TableRule(
        ["cap", "points"], zh: "封顶比一次的分还少", en: "the cap is less than what is given once",
        hint: Message(zh: "改正其中一个", en: "mend one of them")
      ) { value in
        guard let cap = value("cap").number, let points = value("points").number else { return true }
        return cap >= points
      },
    ]
  ) { _, id, unit, title, points, per, cap, period, position, note in
    PointsRuleRecord(
      id: id, unit: unit, title: title, points: points, per: per,
      cap: cap.flatMap { cap in period.map { PointsCap(points: cap, period: $0) } }, position: position, note: note)
  }

  static let pointsTotal = Table<PointsTotalRecord>(
    "points_total", "积分汇总", ["积分台账", "积分月报", "points totals", "point totals"], key: ["unit_id", "month"],
    about:
      "how many points those whom a unit keeps the book of earned and spent in a month; units below have rows of their own, and none is a person's",
    columns:
      Column<UnitID>.reference("unit_id", to: "unit", "单位", "所属单位", "社区", "unit"),
    Column<CivilPeriod>.month("month", "月份", "年月", "月"),
    Column<Int>.integer("earned", "发出积分", "发放积分", "记分", "攒分", quantity: .init(units: ["分"]), rules: [.points]),
    Column<Int>.integer("spent", "兑换积分", "兑出积分", "花分", quantity: .init(units: ["分"]), rules: [.points]),
    Column<Int>.integer(
      "people", "人数", "参与人数", quantity: .init(units: ["人", "名"]),
      about: "how many people earned or spent any, each counted once",
      rules: [.people]),
    rules: [
      TableRule(
        ["people", "earned"], zh: "有积分进出就有人，没有积分进出就没有人",
        en: "where points were earned or spent there are people, and else none",
        hint: Message(zh: "改正人数，或改正发出和兑换的积分", en: "mend the number of people, or the points")
      ) { value in
        guard let people = value("people").number, let earned = value("earned").number,
          let spent = value("spent").number
        else { return true }
        return (people == 0) == (earned == 0 && spent == 0)
      }
    ]
  ) { _, unit, month, earned, spent, people in
    PointsTotalRecord(unit: unit, month: month, earned: earned, spent: spent, people: people)
  }
}

extension ValueRule {
  fileprivate static let points = number(
    in: 0...1e12, zh: "积分不能小于 0", en: "points are 0 or more",
    hint: Message(zh: "没有就写 0", en: "write 0 where there are none"))
}
