import CivilTime
import Community
import Content
import Vocabulary
import Words

/// A screen's configuration and a community → its programme.
struct ProgrammeCompiler {
  let community: Community
  let screen: ScreenConfiguration
  let words: any Words
  private let maker: SlideMaker
  private var tables = ProgrammeTables()
  private var slides: [Programme.Slide] = []

  /// - Parameter material: of the same screen, for its other rooms to use.
  init(
    _ community: Community, _ screen: ScreenConfiguration, room: ScreenRoom = .all, material: ScreenMaterial? = nil
  ) {
    self.community = community
    self.screen = screen
    words = screen.language.datedWords(in: community.horizon.today.year)
    maker = SlideMaker(
      community: community, screen: screen, words: words, material: material ?? ScreenMaterial(community, screen),
      room: room)
  }

  mutating func programme() -> Programme {
    guard let made = programme(within: .max) else { preconditionFailure("there is room for everything") }
    return made
  }

  /// nil where its items alone are more, in bytes of a feed.
  mutating func programme(within most: Int) -> Programme? {
    var base: [Int] = []
    for slide in screen.playlist {
      base.append(add(slide))
      guard tables.itemsSize <= most else { return nil }
    }
    let windows = screen.dayparts.map { daypart in
      Timeline.Window(daypart: daypart, playlist: daypart.playlist.map { add($0) })
    }
    guard tables.itemsSize <= most else { return nil }
    let alerts = addAlerts()
    let evergreen = addEvergreen()
    let (band, weather) = (lines(maker.band()), lines(maker.weatherLine()))
    let timeline = Timeline(
      horizon: horizon, calendar: community.workdays, slides: slides, items: tables.items,
      estimate: PageEstimate(screen),
      band: Timeline.Band(
        times: screen.band == nil ? [] : band.map { tables.items[$0].times },
        estimate: PageEstimate(screen, besideBand: true)),
      base: base, windows: windows, alerts: alerts, evergreen: evergreen)
    let (stretches, rounds, evergreenRound) = timeline.make()
    return Programme(
      screen: screen, site: community.site, horizon: horizon, words: words, slides: slides, items: tables.items,
      rounds: rounds, timeline: stretches, evergreen: evergreenRound, band: band, weather: weather,
      days: days, codes: tables.codes,
      pictures: tables.pictures, films: tables.films, generation: horizon.generation, madeAt: horizon.stamp)
  }

  private var horizon: Horizon { community.horizon }

  // MARK: Slides

  private mutating func add(_ asked: ScreenSlide, isEvergreen: Bool = false) -> Int {
    var maker = maker
    maker.isEvergreen = isEvergreen
    maker.days = asked.days
    maker.title = asked.title
    var made = maker.make(asked)
    if let limit = asked.limit ?? made.limit { made = made.limited(to: limit) }
    let title = asked.title ?? made.title ?? words.title(asked.kind)
    return add(
      made, kind: asked.kind.rawValue, title: [title, made.aside].compactMap { $0 }.joined(separator: words.gap),
      seconds: made.readingSeconds(atLeast: asked.saysSeconds ? asked.seconds : made.seconds ?? asked.seconds),
      every: asked.every,
      background: tables.index(ofPicture: maker.background(asked.background ?? screen.background)))
  }

  private mutating func add(
    _ made: SlideMaker.SlideContent, kind: String, title: String, seconds: Int, every: Int? = nil,
    background: Int? = nil
  ) -> Int {
    let number = slides.count { $0.kind == kind } + 1
    let items = made.items.map { tables.index(of: $0) }
    slides.append(
      Programme.Slide(
        id: number == 1 ? kind : "\(kind)-\(number)", kind: kind, layout: made.layout, title: title,
        seconds: seconds, empty: made.empty, items: items, most: made.most, perPage: made.perPage, every: every,
        background: background, film: tables.index(ofFilm: made.film)))
    return slides.count - 1
  }

  /// Lines that stand on no slide.
  private mutating func lines(_ drafts: [SlideMaker.ItemDraft]) -> [Int] { drafts.map { tables.index(of: $0) } }

  /// One slide for each urgent notice, the most severe first.
  private mutating func addAlerts() -> [Timeline.Alert] {
    maker.alerts().map { item, severity in
      let slide = add(
        SlideMaker.SlideContent(.alert, [item]), kind: "alert", title: words.urgent, seconds: SlideMaker.alertSeconds)
      return Timeline.Alert(slide: slide, severity: severity)
    }
  }

  /// What was asked for, and always the screen's own cover: a screen is never blank.
  private mutating func addEvergreen() -> [Int] {
    let asked = screen.evergreen.map { add($0, isEvergreen: true) }.filter { !slides[$0].items.isEmpty }
    guard asked.isEmpty else { return asked }
    return [
      add(
        maker.cover(), kind: "cover", title: screen.title, seconds: 20,
        background: tables.index(ofPicture: maker.background(screen.background)))
    ]
  }

  private var days: [Programme.DayLeaf] {
    // A leaf is seen on its day alone: its year is the reader's.
    let words = screen.language.words
    return horizon.daysAhead.map { day in
      Programme.DayLeaf(
        date: day, label: words.wallDay(day), short: words.monthDay(day),
        line: community.labels(of: day).flatMap(words.leaf))
    }
  }
}

/// Items, codes and pictures, each once.
struct ProgrammeTables {
  private(set) var items: [ScreenItem] = []
  /// About how many bytes they take in a feed.
  private(set) var itemsSize = 0
  private(set) var codes: [Programme.Code] = []
  private(set) var pictures: [Programme.Picture] = []
  private var itemIndex: [ItemPlace: Int] = [:]
  private var codeIndex: [Programme.Code: Int] = [:]
  private(set) var films: [Programme.Film] = []
  private var filmIndex: [Programme.Film: Int] = [:]
  private var pictureIndex: [Programme.Picture: Int] = [:]

  /// By what tells nearly all items apart: of one thing there is one at a time, so that its texts are compared, not hashed. [0093]
  private struct ItemPlace: Hashable {
    let id: String
    let from: LocalDateTime
    let until: LocalDateTime
    /// Among those that have all this in common.
    var turn = 0
  }

  mutating func index(of draft: SlideMaker.ItemDraft) -> Int {
    var item = draft.item
    item.code = draft.code.map { Self.index(of: $0, in: &codes, &codeIndex) }
    item.picture = draft.picture.map { Self.index(of: $0, in: &pictures, &pictureIndex) }
    for picture in draft.inText { _ = Self.index(of: picture, in: &pictures, &pictureIndex) }
    var place = ItemPlace(id: item.id, from: item.from, until: item.until)
    while let index = itemIndex[place] {
      if items[index] == item { return index }
      place.turn += 1
    }
    itemIndex[place] = items.count
    items.append(item)
    itemsSize += item.size
    return items.count - 1
  }

  mutating func index(ofPicture picture: Programme.Picture?) -> Int? {
    picture.map { Self.index(of: $0, in: &pictures, &pictureIndex) }
  }

  mutating func index(ofFilm film: Programme.Film?) -> Int? {
    film.map { Self.index(of: $0, in: &films, &filmIndex) }
  }

  private static func index<Value: Hashable>(of value: Value, in list: inout [Value], _ known: inout [Value: Int])
    -> Int
  {
    if let index = known[value] { return index }
    known[value] = list.count
    list.append(value)
    return list.count - 1
  }
}
