package import CivilTime
package import Diagnostics
package import Markdown
package import Vocabulary
package import Words

/// One entry of a playlist as it is asked for; what it shows is worked out from the community.
///
/// A new kind is a case of `SlideKind`, its form below and its `Subject` here, and its title in each language; what it shows is a file in Screens/Slides,
/// which `SlideMaker.make` calls. The compiler asks for each of them. A table's rows need none of that (`PublicRecord`).
package struct ScreenSlide: Sendable {
  package typealias Kind = SlideName

  /// What a slide is about.
  package enum Subject: Sendable {
    case today(ActivityQuery)
    case week(ActivityQuery)
    case live(ActivityQuery)
    case changes(ActivityQuery)
    /// Empty: all of the screen's units in which something happens.
    case rooms([VenueID])
    case notices
    case rosters(UnitID?)
    /// Nil: of the screen's units.
    case posts(UnitID?)
    case menus([Slug])
    case brands([Slug])
    /// The method of a page.
    case method(PageKind, Slug)
    /// The trees of brands, or the one that begins with a brand.
    case brandTree(Slug?)
    /// Partners of a unit and those below it; nil: of the screen's units.
    case partners(UnitID?, type: PartnerType?)
    /// What was recorded, of a unit and those below it; nil: of the screen's units.
    case videos(UnitID?, limit: Int?)
    case venues([VenueID])
    /// Teams by their pages; none: those of the unit, else of the screen's units, of one type where it is given.
    case teams([Slug], query: TeamQuery, limit: Int?)
    /// Figures by name or of a unit; those of `chart` are drawn over time.
    case figures(metrics: [MeasureID], unit: UnitID?, chart: [MeasureID])
    /// A public table's rows; nil: of the screen's units.
    case table(PublicTableName, UnitID?)
    case almanac
    case lists([ListID], layout: ListLayout?, limit: Int?)
    /// The figures of cases; nil: of the site's unit.
    case ledger(UnitID?)
    /// What a unit and those below it have published; nil: the screen's units.
    case disclosure(UnitID?, limit: Int?)
    /// The places nearest to one; nil: to the first centre of the screen's units.
    case circle(VenueID?, of: UnitID?, limit: Int?)
    /// How to find one's grid, with those of a unit; nil: of the screen's units.
    case finder(UnitID?)
    case photos([Photo])
    case film(Film)
    case document(DocumentPages)
    /// As `content/data/weather.json` says it.
    case weather
    case countdown(Countdown)
    case text(Document)
    /// A page's own text.
    case page(Slug)
  }

  package struct Photo: Sendable, Hashable {
    /// A URL path of the site.
    package let image: String
    package let caption: String?
  }

  /// A film below `content/files/`, which plays without sound over its poster.
  package struct Film: Sendable, Hashable {
    /// As `Attachment.name` has it.
    package let file: String
    /// A URL path of the site: what is seen where and while the film is not.
    package let poster: String
    package let caption: String?
    package let location: Location
  }

  /// Pages of a PDF below `content/files/`.
  package struct DocumentPages: Sendable, Hashable {
    /// As `Attachment.name` has it.
    package let file: String
    /// nil: the first few.
    package let pages: ClosedRange<Int>?
    package let location: Location

    /// How many of them are shown where nobody says which, and at most.
    package static let standardCount = 6
    package static let mostCount = 20

    package var asked: ClosedRange<Int> { pages ?? 1...Self.standardCount }
  }

  /// What is waited for.
  package struct Countdown: Sendable, Hashable {
    /// Its first minute; a midnight is its day as a whole.
    package let at: LocalDateTime
    /// Over the number that is left: `离立春还有`.
    package let before: String
    /// On its day, from then on; nil: nothing is shown any more.
    package let onDay: String?
    package let location: Location

    package var day: CivilDate { at.date }
    /// Nothing is shown from then on.
    package var end: LocalDateTime { onDay == nil ? at : LocalDateTime(day + 1) }
  }

  package let kind: Kind
  /// Over the slide; nil: what its kind or its subject is called.
  package let title: String?
  /// For each page, 5…300.
  package let seconds: Int
  /// Whether the playlist says them.
  package var saysSeconds = false
  package let subject: Subject
  /// Where it is asked for; nil on a screen without a playlist of its own.
  package let location: Location?
  /// Of a text that stands in the screen's own file.
  package var approval: Approval?
  /// At most so many items at once, 1…50; nil: as many as its kind shows.
  package var limit: Int?
  /// How many days it reaches, 1…366: ahead, or back for notices; nil: as many as its kind does.
  package var days: Int?
  /// It comes again as every so-manyth slide of its round, 2…20; nil: where it stands.
  package var every: Int?
  /// A URL path of the site; nil: the screen's.
  package var background: String?
}

/// Something that is made of every kind of slide: a function for each, so that forgetting one does not compile.
package protocol SlideVisitor {
  associatedtype Result

  func today(_ query: ActivityQuery) -> Result
  func week(_ query: ActivityQuery) -> Result
  func live(_ query: ActivityQuery) -> Result
  func changes(_ query: ActivityQuery) -> Result
  func rooms(_ venues: [VenueID]) -> Result
  func notices() -> Result
  func rosters(_ unit: UnitID?) -> Result
  func posts(_ unit: UnitID?) -> Result
  func menus(_ slugs: [Slug]) -> Result
  func brands(_ slugs: [Slug]) -> Result
  func method(of kind: PageKind, _ slug: Slug) -> Result
  func brandTree(_ root: Slug?) -> Result
  func partners(of unit: UnitID?, type: PartnerType?) -> Result
  func videos(of unit: UnitID?, limit: Int?) -> Result
  func venues(_ ids: [VenueID]) -> Result
  func teams(_ slugs: [Slug], _ query: TeamQuery, limit: Int?) -> Result
  func figures(_ metrics: [MeasureID], of unit: UnitID?, chart: [MeasureID]) -> Result
  func table(_ name: PublicTableName, of unit: UnitID?) -> Result
  func almanac() -> Result
  func lists(_ ids: [ListID], layout: ListLayout?, limit: Int?) -> Result
  func ledger(_ unit: UnitID?) -> Result
  func disclosure(of unit: UnitID?, limit: Int?) -> Result
  func circle(around venue: VenueID?, of unit: UnitID?, limit: Int?) -> Result
  func finder(of unit: UnitID?) -> Result
  func photos(_ photos: [ScreenSlide.Photo]) -> Result
  func film(_ film: ScreenSlide.Film) -> Result
  func document(_ pages: ScreenSlide.DocumentPages) -> Result
  func weather() -> Result
  func countdown(_ countdown: ScreenSlide.Countdown) -> Result
  func text(_ document: Document) -> Result
  func page(_ slug: Slug) -> Result
}

extension SlideVisitor {
  package func visit(_ subject: ScreenSlide.Subject) -> Result {
    switch subject {
    case .today(let query): today(query)
    case .week(let query): week(query)
    case .live(let query): live(query)
    case .changes(let query): changes(query)
    case .rooms(let venues): rooms(venues)
    case .notices: notices()
    case .rosters(let unit): rosters(unit)
    case .posts(let unit): posts(unit)
    case .menus(let slugs): menus(slugs)
    case .brands(let slugs): brands(slugs)
    case .method(let kind, let slug): method(of: kind, slug)
    case .brandTree(let root): brandTree(root)
    case .partners(let unit, let type): partners(of: unit, type: type)
    case .videos(let unit, let limit): videos(of: unit, limit: limit)
    case .venues(let ids): venues(ids)
    case .teams(let slugs, let query, let limit): teams(slugs, query, limit: limit)
    case .figures(let metrics, let unit, let chart): figures(metrics, of: unit, chart: chart)
    case .table(let name, let unit): table(name, of: unit)
    case .almanac: almanac()
    case .lists(let ids, let layout, let limit): lists(ids, layout: layout, limit: limit)
    case .ledger(let unit): ledger(unit)
    case .disclosure(let unit, let limit): disclosure(of: unit, limit: limit)
    case .circle(let venue, let unit, let limit): circle(around: venue, of: unit, limit: limit)
    case .finder(let unit): finder(of: unit)
    case .photos(let photos): self.photos(photos)
    case .film(let film): self.film(film)
    case .document(let pages): document(pages)
    case .weather: weather()
    case .countdown(let countdown): self.countdown(countdown)
    case .text(let document): text(document)
    case .page(let slug): page(slug)
    }
  }
}

// MARK: Kinds

/// All that is said of a kind of slide, but for what its slides are called (room `Words`).
private struct Form {
  /// For each of its pages where the screen does not say.
  let seconds: Int
  let isEvergreen: Bool
  /// Reads what an entry of a playlist asks for; nil, with a problem noted, where that makes no slide.
  let read: (inout ScreenSlideReader, FieldReader) -> ScreenSlide.Subject?

  init(
    seconds: Int = 12, isEvergreen: Bool = false,
    read: @escaping (inout ScreenSlideReader, FieldReader) -> ScreenSlide.Subject?
  ) {
    self.seconds = seconds
    self.isEvergreen = isEvergreen
    self.read = read
  }
}

extension SlideKind {
  fileprivate var form: Form {
    switch self {
    case .today: Form(seconds: 15) { .today($0.activities($1)) }
    case .week: Form(seconds: 15) { .week($0.activities($1)) }
    case .rooms: Form { .rooms($0.venues($1, "venues")) }
    case .live: Form { .live($0.activities($1)) }
    case .changes: Form { .changes($0.activities($1)) }
    case .notices: Form(seconds: 15) { _, _ in .notices }
    case .roster: Form { .rosters($0.unit($1)) }
    case .posts: Form(seconds: 15) { .posts($0.unit($1)) }
    case .menu:
      Form(seconds: 15, isEvergreen: true) { $0.pages($1, "menu", of: .menu).map { .menus($0) } }
    case .brand: Form(isEvergreen: true) { $0.pages($1, "brand", of: .brand).map { .brands($0) } }
    case .method: Form(seconds: 20, isEvergreen: true) { $0.method($1) }
    case .brands:
      Form(seconds: 15, isEvergreen: true) { reader, item in
        .brandTree(item.references("brand", references: &reader.references) { .page(.brand, $0) }.first)
      }
    case .partners: Form(seconds: 15) { .partners($0.unit($1), type: $1.term("type")) }
    case .videos: Form(seconds: 15) { .videos($0.unit($1), limit: $1.integer("limit", in: 1...50)) }
    case .venue:
      Form(isEvergreen: true) { reader, item in
        item.requireItems("venue")
        return .venues(reader.venues(item, "venue"))
      }
    case .team: Form { $0.teams($1) }
    case .figures:
      Form {
        .figures(metrics: $0.metrics($1, "metrics"), unit: $0.unit($1), chart: $0.metrics($1, "chart"))
      }
    case .almanac: Form { _, _ in .almanac }
    case .list: Form(seconds: 15) { $0.lists($1) }
    case .finder: Form(seconds: 15, isEvergreen: true) { .finder($0.unit($1)) }
    case .photos: Form(isEvergreen: true) { $0.photos($1) }
    case .film: Form(isEvergreen: true) { $0.film($1) }
    case .document: Form(seconds: 20, isEvergreen: true) { $0.document($1) }
    case .weather: Form { _, _ in .weather }
    case .countdown: Form { $0.countdown($1) }
    case .text: Form(seconds: 15, isEvergreen: true) { $0.text($1) }
    }
  }
}

extension SlideName {
  private var form: Form {
    switch self {
    case .kind(let kind): kind.form
    case .table(let name): Form(isEvergreen: true) { .table(name, $0.unit($1)) }
    }
  }

  /// Says nothing that time makes wrong: may stand alone on a screen whose feed has run out.
  package var isEvergreen: Bool { form.isEvergreen }

  var standardSeconds: Int { form.seconds }

  func subject(_ item: FieldReader, _ reader: inout ScreenSlideReader) -> ScreenSlide.Subject? {
    form.read(&reader, item)
  }
}

extension SlideName {
  /// Whether its list may be cut after so many; others have a limit of their own, or show one thing.
  var takesLimit: Bool {
    switch self {
    case .table: true
    case .kind(let kind): kind.takesLimit
    }
  }

  /// The most days that it may be asked to reach; nil: it reaches none.
  var mostDays: Int? {
    switch self {
    case .table: nil
    case .kind(let kind): kind.mostDays
    }
  }
}

extension SlideKind {
  fileprivate var takesLimit: Bool {
    switch self {
    case .today, .week, .live, .changes, .rooms, .notices, .roster, .posts, .menu, .partners: true
    case .brand, .brands, .method, .venue, .videos, .figures, .almanac, .list, .photos, .film, .document, .team,
      .finder,
      .text, .weather, .countdown:
      false
    }
  }

  fileprivate var mostDays: Int? {
    switch self {
    case .week, .changes: 14
    case .notices: 366
    default: nil
    }
  }
}
