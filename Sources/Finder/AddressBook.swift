package import Encoding
import Pinyin

/// Which unit an address belongs to: roads with their numbers, and units by name. It knows nothing of a community but names and who is whose
/// part; `Client/book.js` answers alike from the same data.
package struct AddressBook: Sendable {
  /// A unit.
  package struct Place: Sendable {
    package let name: String
    package let shortName: String?
    /// How exact it is: of two that have a number, the greater is the answer.
    package let rank: Int
    /// Into `places`.
    package let parent: Int?

    package init(name: String, shortName: String?, rank: Int, parent: Int?) {
      self.name = name
      self.shortName = shortName
      self.rank = rank
      self.parent = parent
    }
  }

  package struct Range: Sendable {
    package let road: String
    package let numbers: HouseNumbers
    package let building: String?
    /// Into `places`.
    package let place: Int

    package init(road: String, numbers: HouseNumbers, building: String? = nil, place: Int) {
      self.road = road
      self.numbers = numbers
      self.building = building
      self.place = place
    }
  }

  package struct Road: Sendable {
    package let name: String
    let key: [UInt16]
    let initials: [UInt16]
    /// Into `ranges`, by number.
    package let ranges: Swift.Range<Int>
  }

  struct Key: Sendable {
    let name: [UInt16]
    let shortName: [UInt16]
    let initials: [UInt16]
  }

  package let places: [Place]
  /// By road, as `roads` has them, then by number.
  package let ranges: [Range]
  /// By pinyin.
  package let roads: [Road]
  let keys: [Key]
  let buildings: [[UInt16]?]

  /// A road that is written in several ways is one, and called as it is written most often.
  package init(places: [Place], ranges: [Range]) {
    self.places = places
    keys = places.map { place in
      Key(
        name: AddressText(place.name).units, shortName: AddressText(place.shortName ?? "").units,
        initials: Self.initials(place.name))
    }
    var ways: [[UInt16]: [String: Int]] = [:]
    for range in ranges { ways[AddressText(range.road).units, default: [:]][range.road, default: 0] += 1 }
    let names = ways.mapValues { $0.sorted { ($1.value, $0.key) < ($0.value, $1.key) }[0].key }
    let byRoad = Dictionary(grouping: ranges) { AddressText($0.road).units }
    let order = names.map { (key: $0.key, name: $0.value, slug: Pinyin.slug($0.value)) }
      .sorted { ($0.slug, $0.name) < ($1.slug, $1.name) }
    var (all, roads): ([Range], [Road]) = ([], [])
    for road in order {
      let start = all.count
      all += byRoad[road.key, default: []].sorted(by: Self.precedes)
      roads.append(
        Road(name: road.name, key: road.key, initials: Self.initials(road.name), ranges: start..<all.count))
    }
    self.ranges = all
    self.roads = roads
    buildings = all.map { $0.building.flatMap(BuildingName.key) }
  }

  private static func precedes(_ one: Range, _ other: Range) -> Bool {
    let (a, b) = (one.numbers, other.numbers)
    return (a.first, a.last, a.side.rawValue, one.building ?? "", one.place)
      < (b.first, b.last, b.side.rawValue, other.building ?? "", other.place)
  }

  /// The first letters of its syllables: `stl` of 嵩台路.
  package static func initials(_ name: String) -> [UInt16] {
    Pinyin.slug(name).split(separator: "-").compactMap { $0.utf16.first }
  }

  /// A place and what it is part of, itself first.
  package func chain(of place: Int) -> [Int] {
    var chain = [place]
    while let parent = places[chain[chain.count - 1]].parent, !chain.contains(parent) { chain.append(parent) }
    return chain
  }

  /// The rank from which a place is no office any more, but a part that one answers for.
  package static let officeRank = 1

  /// Whom to ask about a place where nobody else is named: the nearest above it that is an office.
  package func office(of place: Int) -> Int {
    let chain = chain(of: place)
    return chain.first { places[$0].rank <= Self.officeRank } ?? chain[chain.count - 1]
  }
}

extension AddressBook {
  /// The parts that scripts answer from, but for the places: see `Client/book.js`.
  package func write(to json: inout JSONWriter) {
    json.key("roads")
    json.array(roads) { json, road in
      json.row([.text(road.name), .text(String(decoding: road.initials, as: UTF16.self))])
    }
    json.key("ranges")
    json.array(roads.enumerated().flatMap { number, road in road.ranges.map { (number, ranges[$0]) } }) { json, entry in
      let (road, range) = entry
      let numbers = range.numbers
      json.row(
        [
          .number(road), .number(numbers.first), .number(numbers.last), .number(numbers.side.rawValue),
          .number(range.place),
        ] + (range.building.map { [.text($0)] } ?? []))
    }
  }
}
