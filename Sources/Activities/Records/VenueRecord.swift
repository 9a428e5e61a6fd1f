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
  package let type: VenueType?
  /// How many sit there.
  package let seats: Int?

  package init(
    id: VenueID, unit: UnitID, name: String, address: String? = nil, latitude: Double? = nil, longitude: Double? = nil,
    area: Double? = nil, openingHours: String? = nil, phone: String? = nil, type: VenueType? = nil, seats: Int? = nil
  ) {
    self.id = id
    self.unit = unit
    self.name = name
    self.address = address
    self.latitude = latitude
    self.longitude = longitude
    self.area = area
    self.openingHours = openingHours
    self.phone = phone
    self.type = type
    self.seats = seats
  }
}

/// Something that is found at a place.
package struct VenueFacilityRecord: Sendable, Hashable {
  package let venue: VenueID
  package let facility: VenueFacility
  /// What there is to know of it: how many, where, when.
  package let note: String?

  package init(venue: VenueID, facility: VenueFacility, note: String? = nil) {
    self.venue = venue
    self.facility = facility
    self.note = note
  }
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
    Column<VenueType?>.optionalTerm(
      "type", "类型", "场所类型", "阵地类型",
      more: [
        .centre: ["社区党群服务中心", "服务中心"], .station: ["党群驿站", "网格站", "服务站"], .serviceHall: ["便民服务大厅", "服务大厅", "便民服务中心"],
        .medicalInsuranceDesk: ["医保服务窗口", "医保窗口", "医保服务站"], .helpDesk: ["帮办代办点", "帮办点", "帮代办"],
        .dayCare: ["日照中心", "日间照料"], .canteen: ["食堂", "长者食堂", "助餐点"], .clinic: ["社区卫生服务站", "卫生室"],
        .studyRoom: ["共享书房", "城市书房", "自修室"], .library: ["图书馆", "图书室", "书店", "农家书屋"],
        .classroom: ["多功能教室", "多功能室", "宣讲堂"], .practicePoint: ["实践教学点", "实践基地"], .councilHall: ["议事室", "议事亭"],
        .retiredMemberRoom: ["老党员活动室", "离退休干部活动室"], .youthStudio: ["青年工作室", "青年之家", "青年空间"],
        .sport: ["体育场地", "健身场地", "球场"], .square: ["文化广场"], .online: ["网上", "直播间"],
      ], about: "what it is for"),
    Column<Int?>.optionalInteger(
      "seats", "座位", "座位数", "容纳人数", quantity: .init(units: ["座", "个", "人"]), about: "how many sit there",
      rules: [
        .number(
          in: 1...1e6, zh: "座位数要大于 0", en: "a number of seats is more than 0",
          hint: Message(zh: "写座位数，不知道就留空", en: "write how many, or leave it empty"))
      ]),
    rules: [
      TableRule(
        ["longitude", "latitude"], zh: "经度和纬度要么都写，要么都不写", en: "latitude and longitude come together or not at all",
        hint: Message(zh: "补上另一个，或两个都留空", en: "add the other, or leave both empty")
      ) { value in value("latitude").isNull == value("longitude").isNull }
    ]
  ) { _, id, unit, name, address, latitude, longitude, area, openingHours, phone, type, seats in
    VenueRecord(
      id: id, unit: unit, name: name, address: address, latitude: latitude, longitude: longitude, area: area,
      openingHours: openingHours, phone: phone, type: type, seats: seats)
  }

  static let venueFacility = Table<VenueFacilityRecord>(
    "venue_facility", "场所设施", ["阵地设施", "设施", "facilities", "venue facilities"], key: ["venue_id", "facility"],
    about: "something that is found at a place; what the list has no word for stands on the place's page",
    columns:
      Column<VenueID>.reference("venue_id", to: "venue", "场所", "阵地", "场地", "venue"),
    Column<VenueFacility>.term(
      "facility", "设施", "设施名称", "名称",
      more: Dictionary(uniqueKeysWithValues: VenueFacility.allCases.map { ($0, Array($0.names.dropFirst())) })),
    Column<String?>.optionalText("note", "说明", "备注", about: "how many, where, when"),
  ) { _, venue, facility, note in VenueFacilityRecord(venue: venue, facility: facility, note: note) }
}
