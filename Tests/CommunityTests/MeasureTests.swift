import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

/// What a community's figures are: added up from the rows below, compared with the period before.
@Suite struct MeasureTests {
  /// `quan` over `fudong` and `songtai`; two towers in `fudong`, one in `songtai`.
  private func fixture(
    _ total: MeasureTotal = .sum, of unit: String = "quan", better: MeasureAim? = nil, period: MeasurePeriod = .month,
    suffix: String? = "家"
  ) -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addUnit("songtai", in: "quan", name: "嵩台")
    for (tower, community) in [("east", "fudong"), ("west", "fudong"), ("south", "songtai")] {
      fixture.addUnit(tower, in: community, level: .building, name: tower)
    }
    fixture.addMeasure(
      "tenants", of: unit, title: "入驻单位", suffix: suffix, total: total, better: better, period: period)
    return fixture
  }

  private func make(_ fixture: CommunityFixture, says codes: [String] = []) throws -> Community {
    let (community, problems) = try fixture.make()
    #expect(problems.map(\.code) == codes, "\(problems)")
    return community
  }

  private func values(_ community: Community) -> [String] {
    community.metrics.map { "\($0.id) \(TimeText.date($0.asOf)) \($0.phrase($0.value))" }
  }

  @Test func aUnitsFigureIsThatOfTheUnitsBelowIt() throws {
    var fixture = fixture()
    fixture.measure("tenants", of: "east", on: "2026-10-30", 40)
    fixture.measure("tenants", of: "west", on: "2026-10-31", 0.1)
    fixture.measure("tenants", of: "south", on: "2026-10-31", 0.2)
    let community = try make(fixture)
    #expect(
      values(community) == [
        "tenants 2026-10-31 40.3家", "tenants.fudong 2026-10-31 40.1家", "tenants.east 2026-10-30 40家",
        "tenants.west 2026-10-31 0.1家", "tenants.songtai 2026-10-31 0.2家", "tenants.south 2026-10-31 0.2家",
      ])
    let own = try #require(community.measures.first?.own)
    #expect(own.parts.map { "\($0.unit.id) \($0.value)" } == ["fudong 40.1", "songtai 0.2"] && !own.isStated)
    #expect(own.sumPhrase(community.words) == "由2个单位相加" && own.changePhrase(community.words) == nil)
    #expect(community.metrics(of: .init("fudong")!).first?.parts.map(\.unit.id.text) == ["east", "west"])
  }

  /// No unit above the measure's own gets a figure: others of its units were not counted.
  @Test func aSumEndsAtTheMeasuresUnit() throws {
    var fixture = fixture(of: "fudong")
    fixture.measure("tenants", of: "east", on: "2026-10-31", 40)
    #expect(try values(make(fixture)) == ["tenants 2026-10-31 40家", "tenants.east 2026-10-31 40家"])
    fixture.measure("tenants", of: "south", on: "2026-10-31", 9)
    let (community, problems) = try fixture.make()
    #expect(problems.map(\.code) == ["data.measured-outside"])
    #expect(
      problems.first?.location.map(String.init(describing:))
        == "content/activities.sqlite:measured[measure_id=tenants,unit_id=south,as_of=2026-10-31].unit_id")
    #expect(values(community) == ["tenants 2026-10-31 40家", "tenants.east 2026-10-31 40家"])
  }

  @Test func withoutATotalEachFigureStandsByItself() throws {
    var fixture = fixture(.none)
    fixture.measure("tenants", of: "quan", on: "2026-10-31", 90)
    fixture.measure("tenants", of: "east", on: "2026-10-31", 40)
    #expect(try values(make(fixture)) == ["tenants 2026-10-31 90家", "tenants.east 2026-10-31 40家"])
  }

  /// SYSTEMS.md: 600 tenants stated, 512 in the buildings' rows, is an error with both figures.
  @Test func aStatedTotalIsWhatTheRowsComeTo() throws {
    var fixture = fixture()
    fixture.measure("tenants", of: "quan", on: "2026-10-15", 512)
    fixture.measure("tenants", of: "east", on: "2026-10-31", 500)
    fixture.measure("tenants", of: "south", on: "2026-10-31", 12)
    let community = try make(fixture)
    #expect(community.measures.first?.own?.isStated == true && community.measures.first?.own?.parts.count == 2)

    fixture.data.measured.removeAll { $0.unit.text == "quan" }
    fixture.measure("tenants", of: "quan", on: "2026-10-15", 600)
    let (_, problems) = try fixture.make()
    let problem = try #require(problems.first)
    #expect(problems.count == 1 && problem.code == "data.measure-total" && problem.severity == .error)
    for text in [problem.message.zh, problem.message.en] { #expect(text.contains("600") && text.contains("512")) }
    #expect(
      problem.location.map(String.init(describing:))
        == "content/activities.sqlite:measured[measure_id=tenants,unit_id=quan,as_of=2026-10-15].value")
  }

  /// A level between states its own: the rows below it are compared with that, and that is added.
  @Test func everyLevelIsCompared() throws {
    var fixture = fixture()
    fixture.measure("tenants", of: "east", on: "2026-10-31", 5)
    fixture.measure("tenants", of: "fudong", on: "2026-10-31", 6)
    fixture.measure("tenants", of: "south", on: "2026-10-31", 4)
    let (community, problems) = try fixture.make()
    #expect(problems.map(\.code) == ["data.measure-total"])
    #expect(problems.first?.message.zh.contains("写的合计是 6，下面 1 个单位相加是 5") == true)
    #expect(community.measures.first?.own?.value == 10)
  }

  /// A sum without what was in it the period before would fall: it waits for the rest.
  @Test func aSumWaitsForAllThatWereInIt() throws {
    var fixture = fixture()
    for (tower, value) in [("east", 40.0), ("west", 30), ("south", 8)] {
      fixture.measure("tenants", of: tower, on: "2026-09-30", value)
    }
    fixture.measure("tenants", of: "east", on: "2026-10-31", 41)
    fixture.measure("tenants", of: "south", on: "2026-10-31", 9)
    let (community, problems) = try fixture.make()
    #expect(problems.map(\.severity) == [.warning, .warning])
    #expect(Set(problems.map(\.code)) == ["data.measure-incomplete"])
    #expect(problems.first?.hint?.zh.contains("west") == true)
    #expect(community.measures.first?.own?.value == 78)
    #expect(community.metrics(of: .init("songtai")!).first?.value == 9)

    // What is counted no more says so once.
    fixture.measure("tenants", of: "west", on: "2026-10-20", 0)
    #expect(try make(fixture).measures.first?.own?.value == 50)
    for tower in ["east", "south"] { fixture.measure("tenants", of: tower, on: "2026-11-10", 1) }
    #expect(try make(fixture).measures.first?.own?.value == 2)
  }

  @Test func whatIsOfTheFutureIsNotYet() throws {
    var fixture = CommunityFixture()
    fixture.addMeasure("m", 312, asOf: "2026-12-31", history: [("2026-10-31", 290), ("2026-11-21", 301)])
    #expect(try values(make(fixture)) == ["m 2026-11-21 301"])
    fixture.now = "2026-12-31T00:00:00+08:00"
    #expect(try values(make(fixture)) == ["m 2026-12-31 312"])
  }

  // MARK: Change

  @Test(
    arguments: [
      (301.0, .more, "比2026年9月增加11家，向好", .better), (301, .less, "比2026年9月增加11家，需关注", .worse),
      (301, nil, "比2026年9月增加11家", .neutral), (280, .less, "比2026年9月减少10家，向好", .better),
      (280, .more, "比2026年9月减少10家，需关注", .worse), (290, .more, "与2026年9月持平", .same),
    ] as [(Double, MeasureAim?, String, Metric.Tone)])
  func aChangeIsSaidInWords(value: Double, better: MeasureAim?, text: String, tone: Metric.Tone) throws {
    var fixture = fixture(.none, better: better)
    for (day, value) in [("2026-08-31", 1), ("2026-09-30", 290), ("2026-10-01", 7), ("2026-10-31", value)] {
      fixture.measure("tenants", of: "quan", on: day, value)
    }
    let community = try make(fixture)
    let metric = try #require(community.metrics.first)
    #expect(metric.changePhrase(community.words) == text && metric.change?.tone == tone)
  }

  @Test(arguments: [
    (MeasurePeriod.day, "2026-10-30"), (.month, "2026-08-31"), (.quarter, "2026-06-30"), (.year, "2025-12-31"),
  ])
  func theLastPeriodIsTheOneBefore(period: MeasurePeriod, day: String) throws {
    var fixture = fixture(.none, period: period)
    // October has three figures, September none.
    for day in ["2025-12-31", "2026-06-30", "2026-08-31", "2026-10-02", "2026-10-30", "2026-10-31"] {
      fixture.measure("tenants", of: "quan", on: day, period == .quarter && day == "2026-08-31" ? 3 : 2)
    }
    let change = try #require(try make(fixture).metrics.first?.change)
    // The third quarter has one of August.
    #expect(TimeText.date(change.earlier.asOf) == (period == .quarter ? "2026-08-31" : day))
  }

  @Test func sharesChangeByPoints() throws {
    var fixture = fixture(.none, better: .more, suffix: "%")
    fixture.measure("tenants", of: "quan", on: "2025-12-31", 96.1)
    fixture.measure("tenants", of: "quan", on: "2026-10-31", 96.5)
    let community = try make(fixture)
    #expect(community.metrics.first?.changePhrase(community.words) == "比2025年12月增加0.4个百分点，向好")
  }

  /// Two sums of other units are not compared.
  @Test func sumsOfOtherUnitsAreNotCompared() throws {
    var fixture = fixture()
    fixture.measure("tenants", of: "east", on: "2026-09-30", 40)
    fixture.measure("tenants", of: "east", on: "2026-10-31", 41)
    #expect(try make(fixture).measures.first?.own?.change?.difference == 1)
    fixture.measure("tenants", of: "south", on: "2026-10-31", 9)
    let own = try #require(try make(fixture).measures.first?.own)
    #expect(own.value == 50 && own.history.map(\.value) == [40, 50] && own.change == nil)
  }

  // MARK: History and choice

  @Test func historyEndsWithTheCurrentValue() throws {
    var fixture = CommunityFixture()
    fixture.addMeasure("m", 312, asOf: "2026-10-31", history: [("2026-08-31", 290), ("2026-09-30", 301)])
    fixture.addMeasure("n", 3, asOf: "2026-10-31")
    let community = try make(fixture)
    #expect(community.measure(.init("m")!)?.own?.history.map(\.value) == [290, 301, 312])
    #expect(community.measure(.init("n")!)?.own?.history == [])
    #expect(
      try #require(community.metrics.first).chartPhrase(community.metrics[0].points, community.words)
        == "从290（2026年8月31日）到312（2026年10月31日）；最高312（2026年10月31日），最低290（2026年8月31日）。")
  }

  @Test func figuresAreChosenByNameAndByUnit() throws {
    var fixture = fixture()
    fixture.measure("tenants", of: "east", on: "2026-10-31", 40)
    fixture.addMeasure("doors", 7, asOf: "2026-10-31", of: "fudong")
    let community = try make(fixture)
    func chosen(_ ids: [String] = [], _ unit: String? = nil) -> [String] {
      community.metrics(ids.map { .init($0)! }, of: unit.map { .init($0)! }).map(\.id)
    }
    #expect(chosen() == ["tenants", "doors"])
    #expect(chosen([], "fudong") == ["tenants.fudong", "doors"])
    #expect(chosen(["doors", "tenants"]) == ["doors", "tenants"])
    #expect(chosen(["tenants"], "fudong") == ["tenants.fudong"])
    // Where the unit has none, the measure's own is meant.
    #expect(chosen(["doors"], "east") == ["doors"])
  }

  // MARK: Figures in texts

  /// `入驻单位` is 30家 of `quan` now and was 28; `志愿者` 12人 of `songtai`.
  private func stated() -> CommunityFixture {
    var fixture = fixture(.none)
    fixture.measure("tenants", of: "quan", on: "2026-09-30", 28)
    fixture.measure("tenants", of: "quan", on: "2026-10-31", 30)
    fixture.addMeasure("helpers", of: "songtai", title: "志愿者", suffix: "人", total: .none)
    fixture.measure("helpers", of: "songtai", on: "2026-10-31", 12)
    return fixture
  }

  @Test(arguments: [
    ("楼里入驻单位31家。", true), ("楼里入驻单位共有 **31** 家。", true), ("来了31家入驻单位", true), ("入驻单位：1,030家", true),
    ("入驻单位30家", false), ("上季入驻单位28家", false), ("入驻单位约31家", false), ("入驻单位31多家", false), ("入驻单位31户", false),
    ("31家店", false), ("A31家入驻单位", false), ("志愿者20人", false),
  ])
  func aFigureInATextIsTheMeasures(text: String, isTold: Bool) throws {
    var fixture = stated()
    fixture.pages["pages/a.md"] = "---\ntitle: 一\nkind: page\n---\n前文。\n\n\(text)\n"
    let problems = try fixture.make().1.filter { $0.code == "measure.stated-otherwise" }
    #expect(problems.map { "\($0.location!)" } == (isTold ? ["content/pages/a.md:7"] : []))
    #expect(!isTold || problems.first?.message.zh.contains("指标“入驻单位”是 30家（泉溪，2026-10-31）") == true, "\(problems)")
  }

  /// A short name is anybody's word: it counts where its unit speaks. Rows are texts too.
  @Test func shortNamesAndRows() throws {
    var fixture = stated()
    fixture.pages["pages/a.md"] = "---\ntitle: 一\nkind: page\nunit: songtai\nsummary: 志愿者20人\n---\n文\n"
    try fixture.add("walk", from: "2026-11-25T09:00", to: "2026-11-25T10:00", summary: "入驻单位29家都来")
    let problems = try fixture.make().1.filter { $0.code == "measure.stated-otherwise" }
    #expect(
      Set(problems.map { "\($0.location!)" }) == [
        "content/pages/a.md:1:1", "content/activities.sqlite:activity[id=walk].summary",
      ])
  }
}
