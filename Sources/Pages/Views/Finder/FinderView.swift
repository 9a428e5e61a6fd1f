import Activities
import Community
import Encoding
import Fields
import Finder
import Templates
import Vocabulary
import Words

/// A page that finds the unit of an address.
struct FinderView: TemplateView {
  let finder: FinderBook
  let script: String
  let office: LinkView?
  let words: any Words

  static let about =
    "Finds the unit of an address: the field, all that answers come from, and the same as a list by road."
  static let fields: [Field<FinderView>] = [
    Field("script", "the address of the finder's script", .text { $0.script }),
    Field("example", "addresses that can be typed, in words", .text { $0.words.finderExample($0.examples) }),
    Field(
      "data", "what the script answers from, as JSON that may stand in a `script` element",
      .html { $0.finder.json.text }),
    Field(
      "office", "whom to call where nothing is found", .optionalRecord(LinkView.self) { $0.office }),
    Field(
      "roads", "all addresses by road",
      .list(FinderRoadView.self) { view in
        view.finder.book.roads.indices.map { FinderRoadView(finder: view.finder, number: $0, words: view.words) }
      }),
    Field("isEmpty", "whether there are none", .flag { $0.finder.book.roads.isEmpty }),
  ]

  /// A number in the middle of three roads, and a building.
  private var examples: [String] {
    let book = finder.book
    let roads = book.roads.filter { !$0.ranges.isEmpty }
    let chosen = [0, roads.count / 2].filter { roads.indices.contains($0) }
    let addresses = Array(Set(chosen)).sorted().map { index in
      let road = roads[index]
      return words.address(road.name, book.ranges[road.ranges[road.ranges.startIndex]].numbers.first)
    }
    return addresses + finder.units.filter { $0.level == .building }.prefix(1).map(\.name)
  }
}

/// A road with its numbers.
struct FinderRoadView: TemplateView {
  let finder: FinderBook
  /// Into the book's roads.
  let number: Int
  let words: any Words

  static let about = "A road with its numbers."
  static let fields: [Field<FinderRoadView>] = [
    Field("name", "what it is called", .text { $0.road.name }),
    Field("anchor", "the end of its address", .text { "road-\($0.number + 1)" }),
    Field(
      "ranges", "its numbers, each with whose they are",
      .list(FinderRangeView.self) { view in
        view.road.ranges.map { FinderRangeView(finder: view.finder, number: $0, words: view.words) }
      }),
  ]

  private var road: AddressBook.Road { finder.book.roads[number] }
}

/// Numbers of a road.
struct FinderRangeView: TemplateView {
  let finder: FinderBook
  /// Into the book's ranges.
  let number: Int
  let words: any Words

  static let about = "Numbers of a road."
  static let fields: [Field<FinderRangeView>] = [
    Field("numbers", "which, in words", .text { view in view.words.numbers(view.range) }),
    Field("unitName", "whose they are", .text { view in view.finder.units[view.range.place].name }),
    Field("unitURL", "that unit's page", .text { view in view.finder.units[view.range.place].url }),
  ]

  private var range: AddressBook.Range { finder.book.ranges[number] }
}

extension FinderWords {
  fileprivate func numbers(_ range: AddressBook.Range) -> String {
    let isOdd: Bool? =
      switch range.numbers.side {
      case .both: nil
      case .odd: true
      case .even: false
      }
    return numbers(from: range.numbers.first, to: range.numbers.last, isOdd: isOdd, building: range.building)
  }
}
