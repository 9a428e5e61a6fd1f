package import CivilTime
import Diagnostics
package import Vocabulary

/// A duty that goes round among holders, with the holders in their order and the turns that were swapped.
package struct RosterRecord: Sendable, Hashable {
  package struct Holder: Sendable, Hashable {
    /// From 1, without gaps.
    package let position: Int
    /// An organisation or a role, never a person.
    package let name: String
    package let phone: String?
  }

  package struct Swap: Sendable, Hashable {
    /// The first day of the turn that another holder takes.
    package let turnStart: CivilDate
    package let position: Int
    package let note: String?
  }

  package let id: RosterID
  package let unit: UnitID
  package let title: String
  package let period: RotationPeriod
  /// A day of the first turn, which the holder in position 1 has.
  package let startsOn: CivilDate
  package let note: String?
  package var holders: [Holder] = []
  package var swaps: [Swap] = []
}

extension Tables {
  static let roster = Table<RosterRecord>(
    "roster", "轮值表", ["轮值", "轮值安排", "rosters"], key: ["id"], title: "title",
    about: "a duty that goes round by `week` (from Monday) or `month`",
    columns:
      Column<RosterID>.id("轮值编号", "编号", "代码"),
    Column<UnitID>.reference("unit_id", to: "unit", "单位", "所属单位", "社区", "unit"),
    Column<String>.text("title", "轮值名称", "名称", "标题", "name"),
    Column<RotationPeriod>.term("period", "周期", "轮换周期", more: [.week: ["周", "按周"], .month: ["月", "按月"]]),
    Column<CivilDate>.date(
      "starts_on", "起始日期", "开始日期", "start date", about: "a day of the first turn, which position 1 has"),
    Column<String?>.optionalText("note", "备注", "说明")
  ) { _, id, unit, title, period, startsOn, note in
    RosterRecord(id: id, unit: unit, title: title, period: period, startsOn: startsOn, note: note)
  }

  static let rosterHolder = Table<RosterHolderRow>(
    "roster_holder", "轮值名单", ["轮值人员", "轮值单位", "值班人员", "roster holders"], key: ["roster_id", "position"],
    about: "who takes turns, in order of `position` from 1 without gaps: organisations and roles, never persons",
    columns:
      Column<RosterID>.roster,
    Column<Int>.position(rules: [
      .number(
        in: 1...1e15, zh: "顺序从 1 开始", en: "positions count from 1",
        hint: Message(zh: "从 1 起连续编号", en: "number them from 1 without gaps"))
    ]),
    Column<String>.text("name", "名称", "单位", "轮值单位", "岗位", "人员", "姓名"),
    Column<String?>.optionalText("phone", "电话", "联系电话", "tel", "telephone", about: "an office's, never a resident's")
  ) { _, roster, position, name, phone in
    RosterHolderRow(roster: roster, holder: .init(position: position, name: name, phone: phone))
  }

  static let rosterSwap = Table<RosterSwapRow>(
    "roster_swap", "轮值调换", ["换班", "调班", "roster swaps"], key: ["roster_id", "turn_start"],
    about: "one turn taken by another holder",
    columns:
      Column<RosterID>.roster,
    Column<CivilDate>.date("turn_start", "轮次起始日期", "轮次", "起始日期", "日期", "date", about: "the turn's first day"),
    Column<Int>.position(rules: []),
    Column<String?>.optionalText("note", "备注", "说明", "原因")
  ) { _, roster, turn, position, note in
    RosterSwapRow(roster: roster, swap: .init(turnStart: turn, position: position, note: note))
  }
}

struct RosterHolderRow: Sendable {
  let roster: RosterID
  let holder: RosterRecord.Holder
}

struct RosterSwapRow: Sendable {
  let roster: RosterID
  let swap: RosterRecord.Swap
}

extension Column<RosterID> {
  fileprivate static let roster = reference("roster_id", to: "roster", "轮值表", "轮值", "轮值编号", "roster")
}

extension Column<Int> {
  fileprivate static func position(rules: [ValueRule]) -> Column {
    integer("position", "顺序", "序号", "次序", "位置", rules: rules)
  }
}
