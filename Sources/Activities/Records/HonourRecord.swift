package import CivilTime
package import Fields
package import Vocabulary
package import Words

/// What a unit was awarded.
package struct HonourRecord: Sendable, Hashable {
  package let id: Identifier<HonourRecord>
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
      Column<Identifier<HonourRecord>>.id("荣誉编号", "编号", "代码"),
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

extension HonourRecord: PublicRecord {
  package static let table: PublicTableName = "honours"
  package static let about = "What units were awarded, the newest first."
  package static let fields: [Field<PublicEntry<HonourRecord>>] = [
    Field("id", "stays the same", .text { $0.record.id.text }),
    Field("title", "what was awarded", .text { $0.record.title }),
    Field("awardedBy", "who awarded it", .text { $0.record.awardedBy }),
    Field(
      "awardedOn", "a day, or the month or the year alone",
      .text(.pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")) { TimeText.partialDate($0.record.awardedOn) }),
    Field("unitId", "the unit it was awarded to", .text { $0.unit.id.text }),
    Field("unitName", "that unit's name", .text { $0.unit.name }),
    Field("note", "what else to know of it", .optionalText { $0.record.note }),
  ]

  package var day: PartialDate? { awardedOn }

  package func row(_ words: any Words) -> PublicRow {
    PublicRow(title: title, when: words.year(awardedOn.year), facts: [awardedBy], text: note)
  }
}
