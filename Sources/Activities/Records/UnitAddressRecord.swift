import Diagnostics
package import Finder
package import Vocabulary

/// Numbers of a road that belong to a unit, or one building of them.
package struct UnitAddressRecord: Sendable, Hashable {
  package let unit: UnitID
  package let road: String
  package let first: Int
  package let last: Int
  package let side: AddressSide
  /// Where a number is shared between units: 3号楼.
  package let building: String?

  package init(unit: UnitID, road: String, first: Int, last: Int, side: AddressSide, building: String? = nil) {
    self.unit = unit
    self.road = road
    self.first = first
    self.last = last
    self.side = side
    self.building = building
  }

  package var numbers: HouseNumbers {
    let side: HouseNumbers.Side =
      switch side {
      case .both: .both
      case .odd: .odd
      case .even: .even
      }
    return HouseNumbers(first, last, side)
  }
}

extension Tables {
  static let unitAddress = Table<UnitAddressRecord>(
    "unit_address", "门牌", ["门牌号", "地址", "网格门牌", "unit addresses", "addresses"],
    key: ["unit_id", "road", "first", "side", "building"],
    about: "numbers of a road that belong to a unit: the finder answers from them",
    columns:
      Column<UnitID>.reference(
        "unit_id", to: "unit", "单位", "网格", "所属网格", "所属单位", "单元", "unit",
        about: "a building, micro-grid or grid; a community for what none of its grids has"),
    Column<String>.text(
      "road", "路名", "道路", "街路巷", "路", "street", about: "as its plates have it, without a number",
      rules: [
        .text(
          zh: "路名里只写路名，不写门牌号", en: "a road's name holds no number of a house",
          hint: Message(zh: "门牌号写在“起号”“止号”里，楼写在“楼栋”里", en: "numbers stand in first and last, a building in building")
        ) { text in !UnitAddressRecord.endsWithNumber(text) },
        .text(
          zh: "路名有 1 到 40 个字", en: "a road's name has 1 to 40 characters",
          hint: Message(zh: "写街路巷的名字，如 嵩台路", en: "write the road's name, such as 嵩台路")
        ) { text in text.unicodeScalars.count <= 40 && !AddressText(text).isEmpty },
      ]),
    Column<Int>.integer("first", "起号", "起始门牌", "门牌起", "从", quantity: .init(units: ["号"]), rules: [.houseNumber]),
    Column<Int>.integer(
      "last", "止号", "终止门牌", "门牌止", "到", quantity: .init(units: ["号"]), about: "it belongs to them",
      rules: [.houseNumber]),
    Column<AddressSide>.term(
      "side", "单双号", "单双",
      more: [.both: ["全部", "都有", "单双号", "双侧"], .odd: ["单", "单数", "奇数"], .even: ["双", "双数", "偶数"]],
      about: "all numbers between them, or those of one side"),
    Column<String?>.textOrEmpty(
      "building", "楼栋", "楼号", "楼", about: "where units share a number: which building of it is meant, such as 3号楼"),
    rules: [
      TableRule(
        ["last", "first"], zh: "止号小于起号", en: "the last number is less than the first",
        hint: Message(zh: "改正其中一个；只有一个号就写两遍", en: "mend one of them; a single number is written twice")
      ) { value in
        guard let first = value("first").integer, let last = value("last").integer else { return true }
        return first <= last
      },
      TableRule(
        ["side", "first", "last"], zh: "起号、止号和单双号对不上", en: "first and last are not of that side",
        hint: Message(
          zh: "单号从单数到单数，双号从双数到双数；都有就写“不分单双”", en: "odd runs from odd to odd, even from even to even; else write both")
      ) { value in
        guard let side = value("side").filledText.flatMap(AddressSide.init), side != .both,
          let first = value("first").integer, let last = value("last").integer
        else { return true }
        return (first % 2 == 1) == (side == .odd) && (last % 2 == 1) == (side == .odd)
      },
    ]
  ) { _, unit, road, first, last, side, building in
    UnitAddressRecord(unit: unit, road: road, first: first, last: last, side: side, building: building)
  }
}

extension UnitAddressRecord {
  /// Whether 号 stands at the end behind digits, or a digit does behind 路, 街 …: 经七 is a road, and 嵩台路35 is none.
  static func endsWithNumber(_ road: String) -> Bool {
    let text = AddressText(road).text
    if text.hasSuffix("号") { return text.dropLast().last?.isNumber ?? false }
    let head = text.reversed().drop { $0.isNumber || $0 == "-" }
    return head.count < text.count && (head.first.map { "路街巷道弄".contains($0) } ?? true)
  }
}

extension ValueRule {
  fileprivate static let houseNumber = number(
    in: 1...99_999, zh: "门牌号是 1 到 99999", en: "a number of a house is from 1 to 99999",
    hint: Message(zh: "只写数字；35-1 号写 35", en: "write the number alone; of 35-1 write 35"))
}
