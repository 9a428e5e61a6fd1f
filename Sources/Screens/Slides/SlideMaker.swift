import Activities
import Artifacts
import CivilTime
import Community
import Content
import Pictures
import QRCodes
import Vocabulary
import Words

/// What a playlist asks for → what there is to show, from the build's midnight to the horizon's end.
struct SlideMaker: SlideVisitor {
  /// A slide without its place in a playlist.
  struct SlideContent {
    let layout: Programme.Slide.Layout
    var items: [ItemDraft]
    var empty: String?
    /// Where the subject has a name of its own.
    var title: String?
    /// What the title says besides, also where a playlist has one of its own.
    var aside: String?
    /// How many of each day, or of a list without days, there are at most: of more than there was room for.
    private(set) var most: Int?
    /// Where a playlist does not say how many items are shown at once.
    var limit: Int?
    /// At most so many on a page.
    var perPage: Int?
    /// Where a playlist does not say how long each page is on.
    var seconds: Int?
    /// What plays over its picture.
    var film: Programme.Film?

    init(_ layout: Programme.Slide.Layout, _ items: [ItemDraft], empty: String? = nil, title: String? = nil) {
      self.layout = layout
      self.items = items
      self.empty = empty
      self.title = title
    }

    func cut(_ most: Int?) -> SlideContent {
      var content = self
      content.most = most
      return content
    }
  }

  /// An item before its picture and code have numbers.
  struct ItemDraft {
    var item: ScreenItem
    var code: Programme.Code?
    var picture: Programme.Picture?
    /// False for what stands below a list whatever its limit.
    var isCounted = true
    /// Pictures that its text shows.
    var inText: [Programme.Picture] = []

    init(_ item: ScreenItem, code: Programme.Code? = nil, picture: Programme.Picture? = nil) {
      self.item = item
      self.code = code
      self.picture = picture
    }
  }

  let community: Community
  let screen: ScreenConfiguration
  let words: any Words
  let material: ScreenMaterial
  /// How much of it there is room for.
  var room = ScreenRoom.all
  /// How a playlist calls the slide, where it does.
  var title: String?
  /// How many days the slide reaches, where a playlist says so.
  var days: Int?
  /// For a screen whose feed has run out: nothing that ends.
  var isEvergreen = false

  var horizon: Horizon { community.horizon }
  var begin: LocalDateTime { LocalDateTime(horizon.today) }

  func make(_ slide: ScreenSlide) -> SlideContent { visit(slide.subject) }

  // MARK: Whose screen it is

  func serves(_ unit: UnitID) -> Bool {
    screen.units.isEmpty || screen.units.contains { community.units.contains(unit, in: $0) }
  }

  /// Of the unit that a slide asks for and all below it, else of the screen's.
  func serves(_ unit: UnitID, asked: UnitID?) -> Bool {
    asked.map { community.units.contains(unit, in: $0) } ?? serves(unit)
  }

  /// A notice of a unit above concerns its parts too.
  func serves(notice: PublicPage) -> Bool {
    guard !screen.units.isEmpty, let unit = notice.unit?.id else { return true }
    return screen.units.contains { community.units.contains(unit, in: $0) || community.units.contains($0, in: unit) }
  }

  // MARK: Parts

  /// nil where the stretch, cut to the programme's, is empty.
  func item(
    _ id: String, _ title: String, from: LocalDateTime? = nil, until: LocalDateTime? = nil
  ) -> ScreenItem? {
    let from = max(from ?? begin, begin)
    let until = min(until ?? horizon.end, horizon.end)
    return from < until ? ScreenItem(id: id, title: title, from: from, until: until) : nil
  }

  /// What a page says holds from when it is public until it expires; as an evergreen only what does not expire.
  func item(
    _ id: String, _ title: String, of page: PublicPage, from: LocalDateTime? = nil, until: LocalDateTime? = nil
  ) -> ScreenItem? {
    if isEvergreen, page.expiresAt != nil || page.publication != .current { return nil }
    return item(
      id, title, from: [page.shownFrom, from].compactMap { $0 }.max(),
      until: [page.expiresAt, until].compactMap { $0 }.min())
  }

  /// `11月26日`, and the year where it is not the build's: an old date must not look like a coming one.
  func dated(_ date: CivilDate) -> String {
    date.year == horizon.today.year ? words.monthDay(date) : words.date(date)
  }

  /// The code of a path of the site.
  ///
  /// - Parameter subject: what stands there; its short address is in the code where that makes it smaller.
  func code(_ path: String, of subject: CodedSubject? = nil) -> Programme.Code? {
    code(url: community.site.baseURL + path, of: subject)
  }

  func code(url: String, of subject: CodedSubject? = nil) -> Programme.Code? {
    guard let plain = QRCode(url) else { return nil }
    if let short = subject.flatMap({ community.shortAddresses.address(of: $0) }), let code = QRCode(compact: short),
      code.width < plain.width
    {
      return Programme.Code(url: url, short: short, code: code)
    }
    return Programme.Code(url: url, short: nil, code: plain)
  }

  /// The form that white letters are read on.
  func background(_ url: String?) -> Programme.Picture? {
    guard let image = url.flatMap({ community.image(at: $0) }), let form = image.picture?.ground else { return nil }
    return Programme.Picture(url: image.url(of: form), form: form)
  }

  /// In the form that has no more pixels than the screen.
  func picture(_ url: String?) -> Programme.Picture? {
    guard let image = url.flatMap({ community.image(at: $0) }), let picture = image.picture else { return nil }
    let form = picture.form(forWallOf: screen.width * screen.height)
    return Programme.Picture(url: image.url(of: form), form: form)
  }
}
