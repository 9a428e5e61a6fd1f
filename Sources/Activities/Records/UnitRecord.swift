import CivilTime
import Diagnostics
package import Vocabulary

package struct UnitRecord: Sendable, Hashable {
  package let id: UnitID
  package let parent: UnitID?
  package let level: UnitLevel
  package let name: String
  package let shortName: String?
  package let phone: String?
}

extension Tables {
  static let unit = Table<UnitRecord>(
    "unit", "单位", ["单元", "组织", "组织架构", "units"], key: ["id"], title: "name",
    about: "a district, sub-district, community, grid, micro-grid or building",
    columns:
      Column<UnitID>.id("单位编号", "单元编号", "编号", "代码"),
    Column<UnitID?>.optionalReference(
      "parent_id", to: "unit", "上级单位", "上级", "上级编号", "所属单位", "parent", about: "the unit above; makes the tree"),
    Column<UnitLevel>.term("level", "层级", "级别", "类型"),
    Column<String>.text("name", "名称", "单位名称", "单元名称"),
    Column<String?>.optionalText("short_name", "简称"),
    Column<String?>.optionalText(
      "phone", "电话", "联系电话", "咨询电话", "tel", "telephone", about: "an office's, never a resident's"),
    rules: [
      TableRule(
        ["parent_id"], zh: "上级不能是它自己", en: "a unit does not stand below itself",
        hint: Message(zh: "写上一级单位，最上一级留空", en: "name the unit above it; leave it empty for the topmost")
      ) { value in value("parent_id").filledText.map { $0 != value("id").filledText } ?? true }
    ]
  ) { _, id, parent, level, name, shortName, phone in
    UnitRecord(id: id, parent: parent, level: level, name: name, shortName: shortName, phone: phone)
  }
}
