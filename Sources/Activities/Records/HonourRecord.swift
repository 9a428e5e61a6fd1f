package import CivilTime
package import Vocabulary

/// What a unit was awarded.
package struct HonourRecord: Sendable, Hashable {
  package let id: HonourID
  package let unit: UnitID
  package let title: String
  package let awardedBy: String
  package let awardedOn: PartialDate
  package let note: String?
}

extension Tables {
  static let honour = Table<HonourRecord>(
    "honour", "荣誉", ["获奖", "所获荣誉", "荣誉表", "honours", "honors", "awards"], key: ["id"], title: "title",
    about: "what a unit was awarded",
    columns:
      Column<HonourID>.id("荣誉编号", "编号", "代码"),
    Column<UnitID>.reference("unit_id", to: "unit", "单位", "所属单位", "获奖单位", "社区", "unit"),
    Column<String>.text("title", "荣誉名称", "名称", "荣誉", "称号", "标题", "name"),
    Column<String>.text("awarded_by", "授予单位", "授予机关", "颁发单位", "颁奖单位", "授予"),
    Column<PartialDate>.partialDate(
      "awarded_on", "授予时间", "授予日期", "获奖时间", "获奖日期", "时间", "日期", "date",
      about: "the month or the year alone where no more is known; not shown before"),
    Column<String?>.optionalText("note", "备注", "说明")
  ) { _, id, unit, title, awardedBy, awardedOn, note in
    HonourRecord(id: id, unit: unit, title: title, awardedBy: awardedBy, awardedOn: awardedOn, note: note)
  }
}
