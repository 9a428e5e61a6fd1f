import CivilTime
import Community
import Diagnostics
import RandomInputs
import TestSupport
import Testing
import Vocabulary
import Words

@testable import Content
@testable import Screens

/// A programme of made-up slides: what it shows at any second follows from the rules alone.
struct TimelineTests {
  private static let zone = Zone.shanghai
  private static let day = TimeText.parseDate("2026-11-21")!

  private static func time(_ text: String) -> LocalDateTime { TimeText.parseLocal(text)! }

  private static func seconds(_ text: String) -> Instant { TimeText.parseInstant("\(text)+08:00")! }

  private static func horizon(_ now: String = "2026-11-21T09:00:00", days: Int = 2) -> Horizon {
    Horizon(now: seconds(now), zone: zone, days: days)
  }

  /// One whose screen says nothing of its own.
  private static let community: Community = {
    var fixture = CommunityFixture()
    fixture.addScreen()
    return try! fixture.community()
  }()

  private static let configuration = community.screens[0]

  /// Slides by name with their items' stretches; a page of one lasts 10 seconds where nothing else is said.
  private struct Scene {
    var slides: [Programme.Slide] = []
    var items: [ScreenItem] = []
    var base: [Int] = []
    var windows: [Timeline.Window] = []
    var alerts: [Timeline.Alert] = []
    var evergreen: [Int] = []
    var calendar = WorkCalendar()

    @discardableResult
    mutating func add(
      _ id: String, _ stretches: [(String, String)], empty: String? = nil, layout: Programme.Slide.Layout = .poster,
      seconds: Int = 10, perPage: Int? = nil, every: Int? = nil
    ) -> Int {
      let first = items.count
      items += stretches.enumerated().map { number, stretch in
        ScreenItem(id: "\(id)-\(number)", title: id, from: time(stretch.0), until: time(stretch.1))
      }
      slides.append(
        Programme.Slide(
          id: id, kind: id, layout: layout, title: id, seconds: seconds, empty: empty,
          items: Array(first..<first + stretches.count), perPage: perPage, every: every))
      return slides.count - 1
    }

    func programme(_ horizon: Horizon = TimelineTests.horizon()) -> Programme {
      let timeline = Timeline(
        horizon: horizon, calendar: calendar, slides: slides, items: items,
        estimate: PageEstimate(TimelineTests.configuration),
        band: Timeline.Band(times: [], estimate: PageEstimate(TimelineTests.configuration, besideBand: true)),
        base: base, windows: windows, alerts: alerts, evergreen: evergreen)
      let (stretches, rounds, evergreen) = timeline.make()
      return Programme(
        screen: TimelineTests.configuration, site: TimelineTests.community.site, horizon: horizon,
        words: SimplifiedChinese.words, slides: slides, items: items, rounds: rounds, timeline: stretches,
        evergreen: evergreen, band: [], weather: [],
        days: [], codes: [], pictures: [], films: [], generation: horizon.generation, madeAt: horizon.now)
    }
  }

  private static let always = ("2026-11-20T00:00", "2026-12-01T00:00")

  private static func scene() -> Scene {
    var scene = Scene()
    scene.base = [scene.add("a", [always]), scene.add("b", [always])]
    scene.evergreen = [scene.add("cover", [always])]
    return scene
  }

  private static func shown(_ programme: Programme, _ at: String) -> String {
    programme.slides[programme.moment(at: seconds(at)).slide].id
  }

  @Test func aRoundRepeats() {
    let programme = Self.scene().programme()
    let found = [0, 9, 10, 19, 20, 35].map { second in
      programme.slides[
        programme.moment(at: Instant(seconds: Self.seconds("2026-11-21T10:00:00").seconds + second)).slide
      ].id
    }
    #expect(found == ["a", "a", "b", "b", "a", "b"])
  }

  @Test func anItemLeavesOnTheSecond() {
    var scene = Self.scene()
    scene.base = [scene.add("class", [("2026-11-21T00:00", "2026-11-21T10:00")], empty: "没有了")]
    let programme = scene.programme()
    #expect(programme.moment(at: Self.seconds("2026-11-21T09:59:59")).items.count == 1)
    #expect(programme.moment(at: Self.seconds("2026-11-21T10:00:00")).items.isEmpty)
    #expect(Self.shown(programme, "2026-11-21T10:00:00") == "class")
  }

  @Test func aSlideWithoutAnythingIsLeftOut() {
    var scene = Self.scene()
    scene.base.append(scene.add("c", [("2026-11-21T10:00", "2026-11-21T10:30")]))
    let programme = scene.programme()
    func kinds(_ from: String) -> Set<String> {
      let start = Self.seconds(from).seconds
      return Set((0..<60).map { programme.slides[programme.moment(at: Instant(seconds: start + $0)).slide].id })
    }
    #expect(kinds("2026-11-21T09:50:00") == ["a", "b"])
    #expect(kinds("2026-11-21T10:10:00") == ["a", "b", "c"])
    #expect(kinds("2026-11-21T10:30:00") == ["a", "b"])
  }

  /// What could only say that it is empty gives its turn away, as long as anything else is there.
  @Test func whatIsEmptyIsPassedOver() {
    var scene = Self.scene()
    let none = scene.add("none", [("2026-11-21T10:00", "2026-11-21T10:30")], empty: "没有了")
    scene.base = [none, scene.base[0]]
    let programme = scene.programme()
    #expect(programme.rounds[programme.timeline[0].round].turns.map { programme.slides[$0.slide].id } == ["a"])
    #expect(
      Set((0..<30).map { Self.shown(programme, "2026-11-21T10:10:\($0 < 10 ? "0" : "")\($0)") }) == ["none", "a"])
  }

  /// `today` again as every third slide, counted from where it stands; what is passed over is not counted.
  @Test(arguments: [
    (3, "tabtcd"), (2, "tatbtctd"), (4, "tabctd"), (20, "tabcd"),
  ])
  func aSlideComesAgain(every: Int, round: String) {
    var scene = Self.scene()
    let today = scene.add("t", [Self.always], every: every)
    let never = scene.add("x", [])
    let rest = ["c", "d"].map { scene.add($0, [Self.always]) }
    scene.base = [today, scene.base[0], never, scene.base[1]] + rest
    let programme = scene.programme()
    let turns = programme.rounds[programme.timeline[0].round].turns
    #expect(turns.map { programme.slides[$0.slide].id }.joined() == round)
  }

  /// A slide with several turns goes on in the one it is in when the round changes.
  @Test func aSlideThatComesAgainGoesOnWhereItWas() {
    var scene = Self.scene()
    let today = scene.add("t", [Self.always], every: 2)
    scene.base = [today] + scene.base
    scene.base.append(scene.add("c", [("2026-11-21T10:00", "2026-11-21T12:00")]))
    let programme = scene.programme()
    // A round of 40 seconds before ten: t a t b; at ten, 36,000 seconds after midnight, the first turn of t begins.
    let (before, after) = (
      programme.moment(at: Self.seconds("2026-11-21T09:59:45")),
      programme.moment(at: Self.seconds("2026-11-21T10:00:05"))
    )
    #expect(programme.slides[before.slide].id == "t" && before.elapsed == 5)
    #expect(programme.slides[after.slide].id == "t" && after.elapsed == 5)
    #expect(programme.rounds[programme.timeline[1].round].turns.count == 6)
  }

  @Test func aPageHasAtMostSoManyLines() {
    var scene = Self.scene()
    scene.base = [scene.add("n", Array(repeating: Self.always, count: 7), layout: .rows, perPage: 3)]
    let programme = scene.programme()
    #expect(programme.rounds[programme.timeline[0].round].turns.map(\.seconds) == [30])
  }

  @Test func aSlideThatStaysGoesOnWhereItWas() {
    var scene = Self.scene()
    // A round of 23 seconds: at ten, 36,000 seconds after midnight, `a` has run for 5. Then `c` comes.
    scene.base.append(scene.add("c", [("2026-11-21T10:00", "2026-11-21T12:00")]))
    scene.base.append(scene.add("odd", [("2026-11-20T00:00", "2026-12-01T00:00")], seconds: 3))
    let programme = scene.programme()
    let (before, after) = (
      programme.moment(at: Self.seconds("2026-11-21T09:59:59")),
      programme.moment(at: Self.seconds("2026-11-21T10:00:00"))
    )
    #expect(programme.slides[before.slide].id == "a" && before.elapsed == 4)
    #expect(programme.slides[after.slide].id == "a" && after.elapsed == 5)
  }

  @Test func aWindowOverMidnightBelongsToTheDayItOpensOn() {
    var scene = Self.scene()
    let night = scene.add("night", [Self.always])
    scene.windows = [
      Timeline.Window(
        daypart: Daypart(
          name: "夜间", days: [.weekday(.saturday)], dates: [], from: 22 * 60, until: 6 * 60, playlist: [],
          location: .file(path: "screens/hall.yaml")), playlist: [night])
    ]
    let programme = scene.programme()
    // 2026-11-21 is a Saturday.
    #expect(Self.shown(programme, "2026-11-21T21:59:59") != "night")
    #expect(Self.shown(programme, "2026-11-21T22:00:00") == "night")
    #expect(Self.shown(programme, "2026-11-22T05:59:59") == "night")
    #expect(Self.shown(programme, "2026-11-22T06:00:00") != "night")
    #expect(Self.shown(programme, "2026-11-22T22:30:00") != "night")
  }

  @Test func yesterdaysNightIsStillOpenOnTheMorningOfTheBuild() {
    var scene = Self.scene()
    let night = scene.add("night", [Self.always])
    scene.windows = [
      Timeline.Window(
        daypart: Daypart(
          name: "夜间", days: [], dates: [], from: 22 * 60, until: 6 * 60, playlist: [],
          location: .file(path: "screens/hall.yaml")),
        playlist: [night])
    ]
    let programme = scene.programme(Self.horizon("2026-11-21T03:00:00"))
    #expect(Self.shown(programme, "2026-11-21T03:00:00") == "night")
    #expect(Self.shown(programme, "2026-11-21T06:00:00") != "night")
  }

  @Test func anUrgentNoticeTakesOverAndGivesBack() {
    var scene = Self.scene()
    scene.alerts = [
      Timeline.Alert(slide: scene.add("fire", [("2026-11-21T10:05", "2026-11-21T10:10")]), severity: .severe),
      Timeline.Alert(slide: scene.add("water", [("2026-11-21T10:00", "2026-11-21T10:20")]), severity: .severe),
    ]
    let programme = scene.programme()
    #expect(["a", "b"].contains(Self.shown(programme, "2026-11-21T09:59:59")))
    #expect(Self.shown(programme, "2026-11-21T10:00:00") == "water")
    #expect(programme.moment(at: Self.seconds("2026-11-21T10:00:00")).isInterruption)
    // Two of one severity take turns.
    let both = (0..<20).map { second in
      programme.slides[
        programme.moment(at: Instant(seconds: Self.seconds("2026-11-21T10:06:00").seconds + second)).slide
      ].id
    }
    #expect(Set(both) == ["fire", "water"])
    #expect(Self.shown(programme, "2026-11-21T10:10:00") == "water")
    #expect(["a", "b"].contains(Self.shown(programme, "2026-11-21T10:20:00")))
    #expect(!programme.moment(at: Self.seconds("2026-11-21T10:20:00")).isInterruption)
  }

  @Test func theMostSevereHasTheWallAlone() {
    var scene = Self.scene()
    scene.alerts = [
      Timeline.Alert(slide: scene.add("fire", [("2026-11-21T10:05", "2026-11-21T10:10")]), severity: .extreme),
      Timeline.Alert(slide: scene.add("gas", [("2026-11-21T10:07", "2026-11-21T10:15")]), severity: .severe),
      Timeline.Alert(slide: scene.add("water", [("2026-11-21T10:00", "2026-11-21T10:20")]), severity: .minor),
    ]
    let programme = scene.programme()
    func shown(_ from: String) -> Set<String> {
      let start = Self.seconds("2026-11-21T\(from)").seconds
      return Set((0..<60).map { programme.slides[programme.moment(at: Instant(seconds: start + $0)).slide].id })
    }
    #expect(
      ["10:04:00", "10:05:00", "10:09:00", "10:10:00", "10:15:00"].map(shown) == [
        ["water"], ["fire"], ["fire"], ["gas"], ["water"],
      ])
  }

  /// A turn is as long as its pages need: what is long on a poster takes several, and rows fill page after page.
  @Test func aTurnIsAsLongAsItsPages() {
    var scene = Self.scene()
    let poster = scene.add("venue", [Self.always, Self.always])
    let rows = scene.add("rows", Array(repeating: Self.always, count: 40), layout: .rows)
    func seconds() -> [Int] {
      scene.base = [poster, rows]
      let programme = scene.programme()
      return programme.rounds[programme.timeline[0].round].turns.map(\.seconds)
    }
    let brief = seconds()
    #expect(brief[0] == 20 && (30...60).contains(brief[1]))
    for index in scene.items.indices {
      scene.items[index].text = String(repeating: "到站里来坐坐，喝口热水，看看书，也问问事。", count: 30)
    }
    let long = seconds()
    #expect(long[0] >= 40 && long[1] > 2 * brief[1])
  }

  @Test(arguments: ["2026-11-21T08:54:59", "2026-11-24T00:00:00", "2030-01-01T00:00:00", "1970-01-02T00:00:00"])
  func outsideItsTimeNothingDatedIsShown(_ at: String) {
    let moment = Self.scene().programme().moment(at: Self.seconds(at))
    #expect(moment.state == .evergreen)
    #expect(moment.slide == 2)
  }

  @Test func aPlaylistWithNothingToShowIsNotBlank() {
    var scene = Self.scene()
    scene.base = [scene.add("c", [("2026-11-21T10:00", "2026-11-21T10:30")])]
    #expect(Self.shown(scene.programme(), "2026-11-21T11:00:00") == "cover")
  }

  /// SlideContent-up scenes: at every second something is shown that may be, interruptions are exact, nothing starves, and when it was built makes
  /// no difference.
  @Test(arguments: 0..<30)
  func propertiesHold(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed) + 20_261_121)
    var scene = Self.scene()
    func stretch() -> (String, String) {
      let start = LocalDateTime(Self.day, minuteOfDay: random.below(2 * 1440))
      return (TimeText.local(start), TimeText.local(start + random.number(1...299)))
    }
    for number in 0..<5 {
      let index = scene.add(
        "s\(number)", (0..<random.below(7)).map { _ in stretch() },
        empty: random.chance(50) ? "空" : nil)
      scene.base.append(index)
    }
    if random.chance(50) { scene.alerts = [Timeline.Alert(slide: scene.add("alert", [stretch()]), severity: .severe)] }
    let programme = scene.programme()
    let later = scene.programme(Self.horizon("2026-11-21T20:00:00"))
    let start = Self.seconds("2026-11-21T09:00:00").seconds
    // When something may begin or end; rounds begin anew at midnight.
    let midnight = Self.seconds("2026-11-21T00:00:00").seconds
    let changes = Set(
      scene.items.flatMap { [programme.seconds($0.from), programme.seconds($0.until)] }
        + (0...30).map { midnight + $0 * 86_400 }
    ).sorted()
    for number in 0..<2000 {
      let now = start + random.below(programme.horizon.validUntil.seconds - start)
      let moment = programme.moment(at: Instant(seconds: now))
      let slide = programme.slides[moment.slide]
      let visible = slide.items.filter { index in
        let item = programme.items[index]
        return programme.seconds(item.from) <= now && now < programme.seconds(item.until)
      }
      #expect(moment.items.map(\.item) == visible)
      #expect(!visible.isEmpty || slide.empty != nil)
      let urgent = scene.alerts.contains { alert in
        scene.slides[alert.slide].items.contains { index in
          programme.seconds(scene.items[index].from) <= now && now < programme.seconds(scene.items[index].until)
        }
      }
      #expect(moment.isInterruption == urgent)
      #expect(moment.remaining >= 1)
      if now >= Self.seconds("2026-11-21T20:00:00").seconds {
        #expect(later.moment(at: Instant(seconds: now)) == moment)
      }
      let next = changes.first { $0 > now } ?? .max
      // What is on goes on to its end, unless something changes on the way.
      if next > now + 1 {
        let after = programme.moment(at: Instant(seconds: now + 1))
        if moment.remaining > 1 {
          #expect(after.slide == moment.slide && after.elapsed == moment.elapsed + 1)
        } else {
          #expect(after.elapsed == 0)
        }
      }
      // Nothing starves: in a round, all that has something to show has its turn, and nothing else; where nothing has, what says so.
      let round = 10 * scene.base.reduce(0) { $0 + max(1, scene.slides[$1].items.count) }
      if number < 30, !urgent, next > now + round {
        let shown = Set(
          (now..<now + round).map { programme.slides[programme.moment(at: Instant(seconds: $0)).slide].id })
        let asked = scene.base.map { scene.slides[$0] }
        let full = asked.filter { slide in
          slide.items.contains { index in
            let item = scene.items[index]
            return programme.seconds(item.from) <= now && now < programme.seconds(item.until)
          }
        }
        let due = full.isEmpty ? asked.filter { $0.empty != nil } : full
        #expect(shown == (due.isEmpty ? ["cover"] : Set(due.map(\.id))))
      }
    }
  }
}
