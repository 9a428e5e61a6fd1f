import Diagnostics
package import Markdown
package import Vocabulary
package import Words

// What kinds of slides there are. A new one is a case of `SlideKind`, and here its subject, its visit and its form; its title stands in each language, what it
// shows in a file of Screens/Slides. The compiler asks for each of them. A table's rows need none of that (`PublicRecord`).

extension ScreenSlide {
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

/// All that is said of a kind of slide, but for what its slides are called (room `Words`).
struct SlideForm {
  /// For each of its pages where the screen does not say.
  let seconds: Int
  /// Says nothing that time makes wrong.
  let isEvergreen: Bool
  /// Whether its list may be cut after so many; others have a limit of their own, or show one thing.
  let takesLimit: Bool
  /// Says how many days it reaches; nil: it reaches none.
  let days: KeyForm?
  /// Reads what an entry of a playlist asks for; nil, with a problem noted, where that makes no slide.
  let read: (inout ScreenSlideReader, FieldReader) -> ScreenSlide.Subject?
  private let ownKeys: [KeyForm]

  init(
    seconds: Int = 12, isEvergreen: Bool = false, keys: [KeyForm] = [], takesLimit: Bool = false, days: KeyForm? = nil,
    read: @escaping (inout ScreenSlideReader, FieldReader) -> ScreenSlide.Subject?
  ) {
    self.seconds = seconds
    self.isEvergreen = isEvergreen
    self.takesLimit = takesLimit
    self.days = days
    self.read = read
    ownKeys = keys
  }

  /// What an entry of the kind may say, beside what every slide may.
  var keys: [KeyForm] { ownKeys + (takesLimit ? [ScreenKeys.limit] : []) + (days.map { [$0] } ?? []) }

  /// The most days that it may be asked to reach.
  var mostDays: Int? {
    guard case .integer(let range)? = days?.kind else { return nil }
    return range.upperBound
  }
}

extension SlideKind {
  fileprivate var form: SlideForm {
    switch self {
    case .today:
      SlideForm(seconds: 15, keys: ScreenKeys.activities, takesLimit: true) { .today($0.activities($1)) }
    case .week:
      SlideForm(
        seconds: 15, keys: ScreenKeys.activities, takesLimit: true,
        days: ScreenKeys.days(14, zh: "看几天，含今天；不写 7 天", en: "how many days, today included; 7 by default")
      ) { .week($0.activities($1)) }
    case .rooms:
      SlideForm(
        keys: [
          KeyForm(
            "venues", .references(PageKeys.venueName), zh: "哪些场所；不写就是有活动的",
            en: "which places; else those in which something happens", example: "[hall]")
        ], takesLimit: true
      ) { .rooms($0.venues($1, "venues")) }
    case .live:
      SlideForm(keys: ScreenKeys.activities, takesLimit: true) { .live($0.activities($1)) }
    case .changes:
      SlideForm(
        keys: ScreenKeys.activities, takesLimit: true,
        days: ScreenKeys.days(14, zh: "提前几天；不写 7 天", en: "how many days ahead; 7 by default")
      ) { .changes($0.activities($1)) }
    case .notices:
      SlideForm(
        seconds: 15, takesLimit: true,
        days: ScreenKeys.days(
          366, zh: "没写截止日期的，发布后播几天；不写 30 天",
          en: "how long those without an end are shown after their day; 30 by default")
      ) { _, _ in .notices }
    case .roster:
      SlideForm(keys: [ScreenKeys.unit], takesLimit: true) { .rosters($0.unit($1)) }
    case .posts:
      SlideForm(seconds: 15, keys: [ScreenKeys.unit], takesLimit: true) { .posts($0.unit($1)) }
    case .menu:
      SlideForm(seconds: 15, isEvergreen: true, keys: [ScreenKeys.pages("menu", "服务菜单")], takesLimit: true) {
        $0.pages($1, "menu", of: .menu).map { .menus($0) }
      }
    case .brand:
      SlideForm(isEvergreen: true, keys: [ScreenKeys.pages("brand", "品牌")]) {
        $0.pages($1, "brand", of: .brand).map { .brands($0) }
      }
    case .method:
      SlideForm(
        seconds: 20, isEvergreen: true,
        keys: ["brand", "page", "team", "council"].map {
          KeyForm(
            $0, .reference(PageKeys.page("页面", $0)), zh: "哪一页的工作法，四样写一样", en: "whose method; one of the four",
            example: $0
          )
        }
      ) { $0.method($1) }
    case .brands:
      SlideForm(seconds: 15, isEvergreen: true, keys: [ScreenKeys.pages("brand", "品牌", required: false)]) {
        reader, item in
        .brandTree(item.references("brand", references: &reader.references) { .page(.brand, $0) }.first)
      }
    case .partners:
      SlideForm(
        seconds: 15,
        keys: [
          ScreenKeys.unit,
          KeyForm("type", .term(PartnerType.self), zh: "只看这一类合伙人", en: "of this sort alone", example: "operation"),
        ], takesLimit: true
      ) { .partners($0.unit($1), type: $1.term("type")) }
    case .videos:
      SlideForm(seconds: 15, keys: [ScreenKeys.unit, ScreenKeys.limit]) {
        .videos($0.unit($1), limit: $1.integer("limit", in: 1...50))
      }
    case .venue:
      SlideForm(
        isEvergreen: true,
        keys: [
          KeyForm(
            "venue", .references(PageKeys.venueName), required: true, zh: "哪个场所", en: "which place", example: "hall")
        ]
      ) { reader, item in
        item.requireItems("venue")
        return .venues(reader.venues(item, "venue"))
      }
    case .team:
      SlideForm(keys: [
        ScreenKeys.pages("team", "队伍", required: false), ScreenKeys.unit,
        KeyForm("type", .term(TeamType.self), zh: "只看这一类队伍", en: "of this sort alone", example: "performing"),
        ScreenKeys.limit,
      ]) { $0.teams($1) }
    case .figures:
      SlideForm(keys: [
        KeyForm(
          "metrics", .references(Message(zh: "指标", en: "a measure")), zh: "哪些指标", en: "which figures",
          example: "[members]"), ScreenKeys.unit,
        KeyForm(
          "chart", .references(Message(zh: "指标", en: "a measure")), zh: "画成图的指标，最近 60 次",
          en: "figures that are drawn over time, their last 60 values", example: "[cases]"),
      ]) {
        .figures(metrics: $0.metrics($1, "metrics"), unit: $0.unit($1), chart: $0.metrics($1, "chart"))
      }
    case .almanac: SlideForm { _, _ in .almanac }
    case .list:
      SlideForm(
        seconds: 15,
        keys: [
          KeyForm(
            "list", .references(PageKeys.listName), zh: "哪份清单；台账、公开目录、服务圈、找网格不写",
            en: "which lists; none for `ledger`, `disclosure`, `circle`, `finder`", example: "projects"),
          KeyForm(
            "layout", .term(ListLayout.self), zh: "版式", en: "how it is shown; else as the list's page does",
            example: "board"),
          KeyForm(
            "venue", .reference(PageKeys.venueName), zh: "服务圈以哪里为中心", en: "of `circle`: where the screen hangs",
            example: "hall"), ScreenKeys.unit, ScreenKeys.limit,
        ]
      ) { $0.lists($1) }
    case .finder:
      SlideForm(seconds: 15, isEvergreen: true, keys: [ScreenKeys.unit]) { .finder($0.unit($1)) }
    case .photos:
      SlideForm(
        isEvergreen: true,
        keys: [
          KeyForm(
            "photos", .entries, required: true, zh: "图片，只写文件名，或写 image 和 caption",
            en: "pictures: names of files, or groups",
            [
              KeyForm(
                "image", .text, required: true, zh: "`/images/…`", en: "`/images/…`", example: "/images/gate.jpg"),
              KeyForm("caption", .text, zh: "说明", en: "what is seen", example: "北门"),
            ])
        ]
      ) { $0.photos($1) }
    case .film:
      SlideForm(
        isEvergreen: true,
        keys: [
          KeyForm(
            "film", .text, required: true, zh: "`content/files/` 里的 MP4（H.264），不放声音",
            en: "an MP4 (H.264) in `content/files/`; it plays without sound", example: "sorting.mp4"),
          KeyForm(
            "poster", .text, required: true, zh: "放不了影片时看到的图片", en: "the picture that stands where the film can't play",
            example: "/images/sorting.png"),
          KeyForm("caption", .text, zh: "说明", en: "what is seen", example: "四个桶怎么分"),
        ]
      ) { $0.film($1) }
    case .document:
      SlideForm(
        seconds: 20, isEvergreen: true,
        keys: [
          KeyForm(
            "document", .text, required: true, zh: "`content/files/` 里的 PDF", en: "a PDF in `content/files/`",
            example: "heating.pdf"),
          KeyForm(
            "pages", .text, zh: "哪几页，如 `2`、`1-4`，最多 20 页；不写就前 6 页",
            en: "which pages, like `2` or `1-4`, 20 at most; the first 6 by default", example: "1-4"),
        ]
      ) { $0.document($1) }
    case .weather: SlideForm { _, _ in .weather }
    case .countdown:
      SlideForm(keys: [
        KeyForm(
          "date", .moment, required: true, zh: "哪一天，或者几点；最后一天按小时数",
          en: "which day, or when; the last day is counted in hours",
          example: "2026-12-22"),
        KeyForm("before", .text, required: true, zh: "数字上面的话", en: "over the number", example: "离冬至还有"),
        KeyForm(
          "onDay", .text, zh: "到了那一天写什么；不写就不再播", en: "on the day itself; without it nothing is shown any more",
          example: "今天冬至"),
      ]) { $0.countdown($1) }
    case .text:
      SlideForm(
        seconds: 15, isEvergreen: true,
        keys: [
          KeyForm("text", .text, zh: "Markdown；和 `page` 写一个", en: "Markdown; this or `page`", example: "夜里有急事，找值班室。"),
          KeyForm(
            "page", .reference(PageKeys.page("页面", "page")), zh: "用这一页的正文", en: "the page whose text it shows",
            example: "about"),
          PageKeys.approval,
        ]
      ) { $0.text($1) }
    }
  }
}

extension SlideName {
  var form: SlideForm {
    switch self {
    case .kind(let kind): kind.form
    case .table(let name):
      SlideForm(isEvergreen: true, keys: [ScreenKeys.unit], takesLimit: true) { .table(name, $0.unit($1)) }
    }
  }

  /// Says nothing that time makes wrong: may stand alone on a screen whose feed has run out.
  package var isEvergreen: Bool { form.isEvergreen }

  /// What its slides may say, beside what every slide may.
  package var keys: [KeyForm] { form.keys }
}
