import Diagnostics
import Finder
import Vocabulary

/// An address belongs to one unit of each level, and a road is written in one way.
struct AddressRangeCheck {
  private struct Entry {
    let row: UnitAddressRecord
    let unit: UnitRecord
  }

  private struct Group: Hashable {
    let road: AddressText
    let building: [UInt16]?
    let level: UnitLevel
  }

  private let entries: [Entry]
  private let database: String

  init(_ data: ActivityData, database: String) {
    let units = Dictionary(data.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    entries = data[UnitAddressRecord.self].compactMap { row in units[row.unit].map { Entry(row: row, unit: $0) } }
    self.database = database
  }

  func problems() -> [Diagnostic] {
    entries.filter { !$0.unit.level.hasAddresses }.map(tooHigh) + overlaps() + roadForms()
  }

  private func tooHigh(_ entry: Entry) -> Diagnostic {
    .error(
      "data.address-level", zh: "\(entry.unit.name)是\(entry.unit.level.inSheets)，门牌要写到社区、网格或楼宇",
      en: "\(entry.unit.name) is a \(entry.unit.level.rawValue): addresses are of communities and what is below them",
      hint: Message(zh: "改成管这段路的网格；网格还没分好，先写社区", en: "name the grid, or the community where there is none yet"),
      at: place(entry.row, "unit_id"))
  }

  // MARK: Two units at one number

  private func overlaps() -> [Diagnostic] {
    let groups = Dictionary(grouping: entries) { entry in
      Group(
        road: AddressText(entry.row.road), building: entry.row.building.flatMap(BuildingName.key),
        level: entry.unit.level)
    }
    return groups.values.flatMap(overlaps)
  }

  /// By number: each is compared with those before it that reach as far, the last of each side.
  private func overlaps(in group: [Entry]) -> [Diagnostic] {
    let sorted = group.sorted { order($0.row) < order($1.row) }
    var farthest: [AddressSide: Entry] = [:]
    var problems: [Diagnostic] = []
    for entry in sorted {
      let others = AddressSide.allCases.compactMap { farthest[$0] }
      if let other = others.first(where: { $0.row.numbers.overlaps(entry.row.numbers) }) {
        problems.append(overlap(entry, other))
      }
      if farthest[entry.row.side].map({ $0.row.last < entry.row.last }) ?? true { farthest[entry.row.side] = entry }
    }
    return problems
  }

  private func order(_ row: UnitAddressRecord) -> (Int, Int, String, String, UnitID) {
    (row.first, row.last, row.side.rawValue, row.road, row.unit)
  }

  private func overlap(_ entry: Entry, _ other: Entry) -> Diagnostic {
    let (one, two) = (text(entry), text(other))
    return .error(
      "data.address-overlap",
      zh: "门牌重叠：\(one.zh)，和 \(two.zh) 有相同的号",
      en: "addresses overlap: \(one.en) and \(two.en) have numbers in common",
      hint: Message(
        zh: "同级单位不能管同一个号：改正起止号或单双号；一个院分给两家的，写明楼栋",
        en: "units of one level share no number: mend first, last or side, or name the building of a shared number"),
      at: place(entry.row, "first"))
  }

  private func text(_ entry: Entry) -> Message {
    let row = entry.row
    let numbers = row.first == row.last ? "\(row.first)" : "\(row.first)–\(row.last)"
    let building = row.building ?? ""
    return Message(
      zh: "\(entry.unit.name)的\(row.road) \(numbers) 号\(building)\(row.side == .both ? "" : "（\(row.side.inSheets)）")",
      en:
        "\(row.road) \(numbers)\(building.isEmpty ? "" : " \(building)")\(row.side == .both ? "" : " (\(row.side.rawValue))") of \(entry.unit.name)"
    )
  }

  // MARK: One road, two names

  private func roadForms() -> [Diagnostic] {
    Dictionary(grouping: entries.map(\.row)) { AddressText($0.road) }.values.flatMap { rows -> [Diagnostic] in
      let counts = Dictionary(grouping: rows, by: \.road).mapValues(\.count)
      guard counts.count > 1 else { return [] }
      let usual = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }[0].key
      let others = Dictionary(grouping: rows.filter { $0.road != usual }, by: \.road)
      return others.values.compactMap { $0.min { ($0.first, $0.unit) < ($1.first, $1.unit) } }.map { row in
        .warning(
          "data.road-forms", zh: "同一条路写成了“\(row.road)”和“\(usual)”，页面上都写“\(usual)”",
          en: "one road is written “\(row.road)” and “\(usual)”; pages call it “\(usual)”",
          hint: Message(zh: "改成同一种写法，去掉空格和全角数字", en: "write it in one way, without blanks and full-width digits"),
          at: place(row, "road"))
      }
    }
  }

  private func place(_ row: UnitAddressRecord, _ column: String) -> Location {
    .row(
      database: database, table: "unit_address",
      key:
        "unit_id=\(row.unit),road=\(row.road),first=\(row.first),side=\(row.side.rawValue),building=\(row.building ?? "")",
      column: column)
  }
}

extension UnitLevel {
  /// Of a district or sub-district it would say nothing.
  package var hasAddresses: Bool {
    switch self {
    case .district, .subdistrict: false
    case .community, .grid, .microgrid, .building: true
    }
  }
}
