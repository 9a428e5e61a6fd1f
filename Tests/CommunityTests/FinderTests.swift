import Activities
import Diagnostics
import Finder
import RandomInputs
import TestSupport
import Testing
import Vocabulary

@testable import Community

/// Which unit an address belongs to, where that is asked, and what can't be.
@Suite struct FinderTests {
  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addUnit("grid-1", in: "fudong", level: .grid, name: "第一网格", phone: "0531-0000-1401")
    fixture.addUnit("grid-2", in: "fudong", level: .grid, name: "第二网格")
    fixture.addUnit("micro", in: "grid-1", level: .microgrid, name: "一号楼微网格")
    fixture.addUnit("tower", in: "fudong", level: .building, name: "汇锦大厦")
    fixture.addFinder()
    return fixture
  }

  private func answer(_ text: String, _ fixture: CommunityFixture) throws -> String? {
    let finder = try fixture.make().0.finderBook()
    return finder.book.answer(text).place.map { finder.units[$0].id.text }
  }

  private func codes(_ fixture: CommunityFixture) throws -> [String] { try fixture.make().1.map(\.code).sorted() }

  // MARK: Which unit

  /// A building goes before the grid that it stands in, a micro-grid before its grid, a community comes last.
  @Test func theMostExactUnitIsTheAnswer() throws {
    var fixture = fixture()
    fixture.addAddress("嵩台路", 1, 99, of: "fudong")
    fixture.addAddress("嵩台路", 1, 59, of: "grid-1")
    fixture.addAddress("嵩台路", 11, 19, .odd, of: "micro")
    fixture.addAddress("嵩台路", 15, 15, of: "tower")
    #expect(try fixture.make().1.isEmpty)
    #expect(try answer("嵩台路15号", fixture) == "tower" && answer("嵩台路13号", fixture) == "micro")
    #expect(try answer("嵩台路14号", fixture) == "grid-1" && answer("嵩台路60号", fixture) == "fudong")
    #expect(try answer("嵩台路100号", fixture) == nil)
  }

  /// What is checked: units of one level share no number, whichever side and building are meant.
  @Test(arguments: [
    ("1,9,both,", "9,12,both,", true), ("1,9,both,", "10,12,both,", false), ("1,9,odd,", "2,10,even,", false),
    ("1,9,odd,", "8,10,both,", true), ("1,9,odd,", "8,8,both,", false), ("5,5,both,3号楼", "5,5,both,3栋", true),
    ("5,5,both,3号楼", "5,5,both,4号楼", false), ("5,5,both,3号楼", "1,9,both,", false), ("1,99,odd,", "41,41,odd,", true),
  ])
  func unitsOfALevelShareNoNumber(one: String, other: String, isWrong: Bool) throws {
    var fixture = fixture()
    for (unit, text) in [("grid-1", one), ("grid-2", other)] {
      let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      fixture.addAddress(
        "嵩台路", Int(parts[0])!, Int(parts[1])!, AddressSide(rawValue: parts[2])!,
        building: parts[3].isEmpty ? nil : parts[3], of: unit)
    }
    #expect(try codes(fixture) == (isWrong ? ["data.address-overlap"] : []))
  }

  @Test func anOverlapNamesBothRows() throws {
    var fixture = fixture()
    fixture.addAddress("嵩台路", 1, 59, .odd, of: "grid-1")
    fixture.addAddress("嵩台 路", 33, 71, .odd, of: "grid-2")
    let problem = try #require(try fixture.make().1.first { $0.code == "data.address-overlap" })
    for part in ["第一网格的嵩台路 1–59 号（单号）", "第二网格的嵩台 路 33–71 号（单号）"] { #expect(problem.message.zh.contains(part)) }
    #expect("\(problem.location!)".contains("unit_id=grid-2,road=嵩台 路,first=33,side=odd,building="))
  }

  /// By the definition: any two rows of a level, by each number.
  @Test func overlapsAreFoundAmongMany() throws {
    for seed in UInt64(1)...20 {
      var random = SeededRandom(seed: seed)
      var fixture = fixture()
      var rows: [HouseNumbers] = []
      for _ in 0..<6 {
        let first = Int.random(in: 1...60, using: &random)
        let last = first + 2 * Int.random(in: 0...4, using: &random)
        let side: AddressSide = Bool.random(using: &random) ? .both : first % 2 == 1 ? .odd : .even
        fixture.addAddress("嵩台路", first, last, side, of: "grid-1")
        rows.append(UnitAddressRecord(unit: .init("grid-1")!, road: "", first: first, last: last, side: side).numbers)
      }
      let isWrong = rows.indices.contains { one in
        rows.indices.contains { other in
          one < other && (1...70).contains { rows[one].contains($0) && rows[other].contains($0) }
        }
      }
      #expect(try fixture.make().1.contains { $0.code == "data.address-overlap" } == isWrong, "seed \(seed)")
    }
  }

  // MARK: Roads

  @Test func aRoadWrittenInTwoWaysIsOneAndReported() throws {
    var fixture = fixture()
    fixture.addAddress("经七路", 1, 9, of: "grid-1")
    fixture.addAddress("经七路", 11, 19, of: "grid-1")
    fixture.addAddress("经 ７ 路", 21, 29, of: "grid-2")
    let (community, problems) = try fixture.make()
    #expect(community.finderBook().book.roads.map(\.name) == ["经七路"])
    #expect(problems.map(\.code) == ["data.road-forms"] && problems[0].severity == .warning)
    #expect(try answer("经七路25号", fixture) == "grid-2")
  }

  // MARK: What makes no sense

  @Test func aDistrictHasNoAddresses() throws {
    var fixture = fixture()
    fixture.addAddress("嵩台路", 1, 9, of: "quan")
    #expect(try codes(fixture) == ["data.address-level"])
  }

  @Test func aPageWithoutAddressesAndAddressesWithoutAPageAreReported() throws {
    #expect(try codes(fixture()) == ["finder.no-addresses"])
    var fixture = fixture()
    fixture.pages = [:]
    fixture.addAddress("嵩台路", 1, 9, of: "grid-1")
    #expect(try codes(fixture) == ["finder.not-shown"])
    fixture.addFinder(of: "grid-2")
    #expect(try codes(fixture) == ["finder.no-addresses", "finder.not-shown"])
  }

  @Test func moreThanAPhoneTakesIsReported() throws {
    var fixture = fixture()
    for number in 1...FinderCheck.most { fixture.addAddress("嵩台路", number, number, of: "grid-1") }
    #expect(try codes(fixture) == [])
    fixture.addAddress("府东街", 1, 1, of: "grid-1")
    #expect(try codes(fixture) == ["finder.too-many"])
  }

  // MARK: Whom to call

  /// Posts with a number of their own first, then the office.
  @Test func postsStandBeforeTheOffice() throws {
    var fixture = fixture()
    fixture.addPost("head", title: "网格长", of: "grid-1", phone: "0531-0000-1501")
    fixture.addPost("watch", title: "巡查员", position: 2, of: "grid-1")
    let community = try fixture.make().0
    let grid = try #require(community.units[.init("grid-1")!])
    #expect(
      community.contacts(of: grid).map { "\($0.label) \($0.value) \($0.url ?? "")" } == [
        "网格长 0531-0000-1501 tel:053100001501", "办公电话 0531-0000-1401 tel:053100001401",
      ])
  }

  // MARK: Where it is asked

  @Test func theNarrowestPageAnswers() throws {
    var fixture = fixture()
    fixture.addFinder("own", of: "fudong")
    fixture.addAddress("嵩台路", 1, 9, of: "grid-1")
    let community = try fixture.community()
    #expect(community.finder.url(for: .init("grid-1"), in: community.units) == "/lists/own/")
    #expect(community.finder.url(for: .init("quan"), in: community.units) == "/lists/find/")
    #expect(community.finder.url(for: nil, in: community.units) == "/lists/find/")
  }

  /// The one whose telephone is the office's, not the first by its id.
  @Test func aUnitsVenueIsItsOwnOrThatOfTheUnitAbove() throws {
    var fixture = fixture()
    fixture.data.units = fixture.data.units.filter { $0.id.text != "tower" }
    fixture.addUnit("tower", in: "fudong", level: .building, phone: "0531-0000-1402")
    fixture.addVenue("a", of: "tower", address: "1 层")
    fixture.addVenue("b", of: "tower", address: "2 层", phone: "0531-0000-1402")
    fixture.addVenue("c", address: "嵩台路 1 号")
    let community = try fixture.make().0
    #expect(
      community.venue(for: .init("tower")!)?.id.text == "b" && community.venue(for: .init("micro")!)?.id.text == "c")
    #expect(community.venue(for: .init("quan")!) == nil)
  }
}
