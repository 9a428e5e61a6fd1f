import CivilTime
import Diagnostics
package import Vocabulary

package struct VenueRecord: Sendable, Hashable {
  package let id: VenueID
  package let unit: UnitID
  package let name: String
  package let address: String?
  /// WGS 84 degrees.
  package let latitude: Double?
  package let longitude: Double?
  /// Square metres.
  package let area: Double?
  /// OpenStreetMap's opening_hours syntax.
  package let openingHours: String?
  package let phone: String?
}

extension Tables {
  static let venue = Table<VenueRecord>(
    "venue", "场所", ["阵地", "场地", "活动阵地", "venues", "places"], key: ["id"], title: "name", about: "a place",
    columns:
      Column<VenueID>.id("场所编号", "阵地编号", "编号", "代码"),
    Column<UnitID>.reference("unit_id", to: "unit", "单位", "所属单位", "所属社区", "社区", "unit"),
    Column<String>.text("name", "名称", "场所名称", "阵地名称"),
    Column<String?>.optionalText("address", "地址", "详细地址"),
    Column<Double?>.optionalNumber(
      "latitude", "纬度", "lat", about: "degrees, WGS 84; with the longitude or not at all",
      rules: [
        .number(
          in: -90...90, zh: "纬度应在 -90 到 90 之间", en: "a latitude is from -90 to 90",
          hint: Message(zh: "国内的纬度在 3 到 54 之间；是不是和经度写反了？", en: "are latitude and longitude the wrong way round?"))
      ]),
    Column<Double?>.optionalNumber(
      "longitude", "经度", "lon", "lng", about: "degrees, WGS 84",
      rules: [
        .number(
          in: -180...180, zh: "经度应在 -180 到 180 之间", en: "a longitude is from -180 to 180",
          hint: Message(
            zh: "国内的经度在 73 到 136 之间，用度的小数写，如 117.0252", en: "write it in decimal degrees, such as 117.0252"))
      ]),
    Column<Double?>.optionalNumber(
      "area_m2", "面积", "面积平方米", "area", quantity: .init(units: ["平方米", "平米", "㎡", "m²", "m2"]), about: "square metres",
      rules: [
        .number(
          in: Double.leastNonzeroMagnitude...1e12, zh: "面积要大于 0", en: "an area is more than 0",
          hint: Message(zh: "写平方米数，不知道就留空", en: "write square metres, or leave it empty"))
      ]),
    Column<String?>.optionalText(
      "opening_hours", "开放时间", "营业时间", "hours", about: "OpenStreetMap's syntax: `Mo-Fr 09:00-17:00`"),
    Column<String?>.optionalText(
      "phone", "电话", "联系电话", "咨询电话", "tel", "telephone", about: "an office's, never a resident's"),
    rules: [
      TableRule(
        ["longitude", "latitude"], zh: "经度和纬度要么都写，要么都不写", en: "latitude and longitude come together or not at all",
        hint: Message(zh: "补上另一个，或两个都留空", en: "add the other, or leave both empty")
      ) { value in value("latitude").isNull == value("longitude").isNull }
    ]
  ) { _, id, unit, name, address, latitude, longitude, area, openingHours, phone in
    VenueRecord(
      id: id, unit: unit, name: name, address: address, latitude: latitude, longitude: longitude, area: area,
      openingHours: openingHours, phone: phone)
  }
}
