import Foundation
import RandomInputs
import Testing

@testable import Finder

/// What is typed → what is answered, by the table of cases that the script is held to as well (`Tests/Consumers/test_finder.py`).
@Suite struct AnswerTests {
  struct Cases: Decodable {
    let places: [[Cell]]
    let ranges: [[Cell]]
    let folded: [[String]]
    let numbers: [[Cell]]
    let answers: [[String]]
  }

  enum Cell: Decodable {
    case text(String)
    case number(Int)
    case nothing

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .nothing
      } else if let number = try? value.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try value.decode(String.self))
      }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Int? { if case .number(let number) = self { number } else { nil } }
  }

  static let cases: Cases = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/answers.json")
    return try! JSONDecoder().decode(Cases.self, from: Data(contentsOf: file))
  }()

  static let book = AddressBook(
    places: cases.places.map { row in
      AddressBook.Place(
        name: row[0].text!, shortName: row[1].text, rank: row[2].number!, parent: row[3].number)
    },
    ranges: cases.ranges.map { row in
      AddressBook.Range(
        road: row[0].text!,
        numbers: HouseNumbers(row[1].number!, row[2].number!, HouseNumbers.Side(rawValue: row[3].number!)!),
        building: row[4].text, place: row[5].number!)
    })

  @Test(arguments: cases.folded) func textsAreComparedAs(pair: [String]) {
    #expect(AddressText(pair[0]).text == pair[1])
  }

  @Test func numbersAndBuildingsAreRead() {
    for row in Self.cases.numbers {
      let text = row[0].text!
      let found = HouseNumber(AddressText(text).units[...])
      #expect(found.number == row[1].number, "\(text)")
      #expect(found.building.map { String(decoding: $0, as: UTF16.self) } == row[2].text, "\(text)")
    }
  }

  @Test(arguments: cases.answers) func answers(pair: [String]) {
    #expect(Self.book.answer(pair[0]).summary(Self.book) == pair[1], "\(pair[0])")
  }

  // MARK: Buildings

  @Test(arguments: [
    ("3号楼", "3"), ("3栋", "3"), ("03幢", "3"), ("３", "3"), ("三号楼", "3"), ("A座", "a"), ("a", "a"), ("b2楼", "b2"),
    ("西楼", "西"),
    ("西", "西"), ("西配楼", "西配楼"), ("汇锦大厦", "汇锦大厦"), ("3号楼2单元", "3号楼2单元"),
  ])
  func aBuildingHasOneName(name: String, key: String) {
    #expect(BuildingName.key(name).map { String(decoding: $0, as: UTF16.self) } == key)
  }

  @Test func nothingIsNoBuilding() { #expect(BuildingName.key(" 、") == nil) }

  // MARK: Numbers

  /// Against what it says of each number by itself.
  @Test func rangesOverlapWhereTheyHaveANumberInCommon() {
    var random = SeededRandom(seed: 20_261_121)
    for _ in 0..<20_000 {
      let (one, other) = (numbers(&random), numbers(&random))
      let isBoth = (1...14).contains { one.contains($0) && other.contains($0) }
      #expect(one.overlaps(other) == isBoth && other.overlaps(one) == isBoth, "\(one) \(other)")
    }
  }

  private func numbers(_ random: inout SeededRandom) -> HouseNumbers {
    let first = Int.random(in: 1...12, using: &random)
    guard Bool.random(using: &random) else { return HouseNumbers(first, Int.random(in: first...13, using: &random)) }
    let last = first + 2 * Int.random(in: 0...((14 - first) / 2), using: &random)
    return HouseNumbers(first, last, first % 2 == 1 ? .odd : .even)
  }

  // MARK: Any text

  /// It ends, whatever is asked, and what it points at is there.
  @Test func anyTextIsAnswered() {
    var random = SeededRandom(seed: 7)
    let parts = [
      "嵩台路", "府东街", "6号", "35", "西楼", "1号楼", "-", " ", "三十", "stl", "汇锦", "号", "第", "\u{1F600}", "\u{0}", "路", "网格",
      "９９", "<b>",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in parts.randomElement(using: &random)! }.joined()
      let answer = Self.book.answer(text)
      #expect(answer.place.map { Self.book.places.indices.contains($0) } ?? true)
      #expect((answer.kind == .found) == (answer.place != nil && answer.kind != .unknown), "\(text)")
      #expect(answer.kind != .choices || !answer.choices.isEmpty, "\(text)")
    }
    #expect(Self.book.answer(String(repeating: "嵩台路35号", count: 10_000)).place != nil)
  }
}

extension AddressAnswer {
  /// On one line, as the table of cases has it.
  func summary(_ book: AddressBook) -> String {
    var parts = [kind.rawValue]
    func address(_ road: Int?, _ number: Int?, _ building: String?) -> String {
      (road.map { book.roads[$0].name } ?? "") + (number.map { "\($0)" } ?? "") + (building.map { "/\($0)" } ?? "")
    }
    if let place { parts.append("@" + book.places[place].name) }
    if road != nil { parts.append(address(road, number, building)) }
    parts += also.map { "+" + book.places[$0].name }
    parts += choices.map { choice in
      "?" + address(choice.road, choice.number, choice.building)
        + (choice.place.map { "@" + book.places[$0].name } ?? "")
    }
    parts += near.map { "~\(book.ranges[$0].numbers.first)-\(book.ranges[$0].numbers.last)" }
    parts += offices.map { "!" + book.places[$0].name }
    return parts.joined(separator: " ")
  }
}
