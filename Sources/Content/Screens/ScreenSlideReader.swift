import Diagnostics
import Markdown
import Vocabulary
import Words

/// Reads the playlists of a screen's file and gathers what they name.
struct ScreenSlideReader {
  let numbers: PersonalNumberCheck
  let pictures: PublishedNames
  /// A text that nobody has let through is left out.
  let requiresApproval: Bool
  let addresses: AddressRules
  var references: [Reference] = []

  init(
    numbers: PersonalNumberCheck, pictures: PublishedNames, addresses: AddressRules = AddressRules(),
    requiresApproval: Bool = false
  ) {
    self.addresses = addresses
    self.numbers = numbers
    self.pictures = pictures
    self.requiresApproval = requiresApproval
  }

  /// - Parameter isEvergreen: only slides that stay right without a feed.
  mutating func playlist(_ fields: FieldReader, _ key: String, isEvergreen: Bool = false) -> [ScreenSlide] {
    fields.readers(key).compactMap { item in
      defer { item.finish() }
      guard let slide = slide(item) else { return nil }
      guard slide.kind.isEvergreen || !isEvergreen else {
        item.problem(Self.notEvergreen(slide.kind, at: item.location(of: "slide")))
        return nil
      }
      return slide
    }
  }

  private mutating func slide(_ item: FieldReader) -> ScreenSlide? {
    let kind = item.requiredTerm("slide", ScreenSlide.Kind.self)
    let title = item.text("title")
    let seconds = item.integer("seconds", in: 5...300)
    let every = item.integer("every", in: 2...20)
    let background = background(item)
    guard let kind else {
      // Its other keys belong to a kind that is not known.
      for kind in ScreenSlide.Kind.allCases {
        let copy = item.trial()
        var reader = ScreenSlideReader(numbers: numbers, pictures: pictures)
        _ = (kind.form.read(&reader, copy), copy.text("limit"), copy.text("days"))
        item.allowKeys(of: copy)
      }
      return nil
    }
    let form = kind.form
    let limit = form.takesLimit ? item.integer("limit", in: 1...50) : nil
    let days = form.mostDays.flatMap { item.integer("days", in: 1...$0) }
    guard let subject = form.read(&self, item) else { return nil }
    var slide = ScreenSlide(
      kind: kind, title: title, seconds: seconds ?? form.seconds, subject: subject,
      location: item.location(of: "slide"), limit: limit, days: days, every: every, background: background)
    slide.saysSeconds = seconds != nil
    if case .text = subject {
      slide.approval = Approval.read(item)
      if requiresApproval, slide.approval?.isComplete != true {
        item.problem(Self.notApproved(at: item.location(of: "text")))
        return nil
      }
    }
    return slide
  }

  // MARK: What entries ask for

  mutating func activities(_ item: FieldReader) -> ActivityQuery { .narrowing(item, &references) }

  mutating func venues(_ item: FieldReader, _ key: String) -> [VenueID] {
    item.references(key, references: &references) { .venue($0) }
  }

  mutating func metrics(_ item: FieldReader, _ key: String) -> [MeasureID] {
    item.references(key, references: &references) { .measure($0) }
  }

  private mutating func venue(_ item: FieldReader) -> VenueID? {
    let venue: VenueID? = item.identifier("venue")
    if let venue { references.append(Reference(target: .venue(venue), location: item.location(of: "venue"))) }
    return venue
  }

  mutating func unit(_ item: FieldReader) -> UnitID? {
    let unit: UnitID? = item.identifier("unit")
    if let unit { references.append(Reference(target: .unit(unit), location: item.location(of: "unit"))) }
    return unit
  }

  mutating func pages(_ item: FieldReader, _ key: String, of kind: PageKind) -> [Slug]? {
    item.requireItems(key)
    let named: [Slug] = item.references(key, references: &references) { .page(kind, $0) }
    return named.isEmpty ? nil : named
  }

  mutating func teams(_ item: FieldReader) -> ScreenSlide.Subject {
    let slugs: [Slug] = item.references("team", references: &references) { .page(.team, $0) }
    let query = TeamQuery(unit: unit(item), type: item.term("type"))
    return .teams(slugs, query: query, limit: item.integer("limit", in: 1...50))
  }

  /// The page whose method is shown: its kind is the key, its name the value.
  mutating func method(_ item: FieldReader) -> ScreenSlide.Subject? {
    let target = DataQuery.methodPage(item, &references)
    if target == nil { item.problem(DataQuery.noMethodPage(at: item.location(of: "slide"))) }
    return target.map { .method($0.kind, $0.slug) }
  }

  mutating func lists(_ item: FieldReader) -> ScreenSlide.Subject? {
    let layout = item.term("layout", ListLayout.self)
    // A ledger is a unit's and shows no lists, nor does a finder.
    if layout == .ledger { return .ledger(unit(item)) }
    if layout == .finder { return .finder(unit(item)) }
    let limit = item.integer("limit", in: 1...50)
    if layout == .disclosure { return .disclosure(unit(item), limit: limit) }
    if layout == .circle { return .circle(venue(item), of: unit(item), limit: limit) }
    item.requireItems("list")
    let lists: [ListID] = item.references("list", references: &references) { .list($0) }
    return lists.isEmpty ? nil : .lists(lists, layout: layout, limit: limit)
  }

  mutating func photos(_ item: FieldReader) -> ScreenSlide.Subject {
    item.requireItems("photos", like: "[/images/IMG_0001.jpg, {image: /images/IMG_0002.jpg, caption: 重阳节}]")
    let photos = item.entries("photos").compactMap { entry -> ScreenSlide.Photo? in
      switch entry {
      case .text(let image, let location): return photo(image, caption: nil, location)
      case .group(let group):
        let image = group.requiredText("image")
        let caption = group.text("caption")
        group.finish()
        return image.flatMap { photo($0, caption: caption, group.location(of: "image")) }
      }
    }
    return .photos(photos)
  }

  /// - Parameter name: an address, or a file's name in `content/images/`.
  private mutating func photo(_ name: String, caption: String?, _ location: Location) -> ScreenSlide.Photo {
    let image = name.contains("/") ? name : "/images/" + name
    references.append(Reference(target: .image(image), location: location))
    return ScreenSlide.Photo(image: pictures.address(for: image) ?? image, caption: caption)
  }

  mutating func film(_ item: FieldReader) -> ScreenSlide.Subject? {
    let file = file(item, "film")
    let poster = item.requiredText("poster").map { photo($0, caption: nil, item.location(of: "poster")).image }
    let caption = item.text("caption")
    guard let file, let poster else { return nil }
    return .film(
      ScreenSlide.Film(file: file, poster: poster, caption: caption, location: item.location(of: "film")))
  }

  mutating func document(_ item: FieldReader) -> ScreenSlide.Subject? {
    let file = file(item, "document")
    let pages = item.optionalValue(
      "pages",
      expected: Message(
        zh: "应为页码，如 2 或 1-4，最多 \(ScreenSlide.DocumentPages.mostCount) 页",
        en: "should be pages like 2 or 1-4, at most \(ScreenSlide.DocumentPages.mostCount)"), parse: Self.pages)
    guard let file else { return nil }
    return .document(
      ScreenSlide.DocumentPages(file: file, pages: pages, location: item.location(of: "document")))
  }

  /// A file below `content/files/`, by its name there or its address.
  private mutating func file(_ item: FieldReader, _ key: String) -> String? {
    guard let written = item.requiredText(key) else { return nil }
    let name = NamedFile.name(written: written)
    references.append(Reference(target: .file(name), location: item.location(of: key)))
    return name
  }

  /// `2`, `1-4`, `1–4`, `1 至 4`.
  private static func pages(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split { "-–—~～至 ".contains($0) }.map { Int($0) }
    guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1], first >= 1,
      last >= first, last < 10_000, last - first < ScreenSlide.DocumentPages.mostCount
    else { return nil }
    return first...last
  }

  /// The picture behind a slide, or behind all of a screen's.
  mutating func background(_ fields: FieldReader) -> String? {
    guard let name = fields.text("background") else { return nil }
    if name.lowercased().hasSuffix(".gif") { fields.problem(Self.movingGround(at: fields.location(of: "background"))) }
    return photo(name, caption: nil, fields.location(of: "background")).image
  }

  mutating func countdown(_ item: FieldReader) -> ScreenSlide.Subject? {
    let at = item.requiredLocalTime("date")
    let before = item.requiredText("before")
    let onDay = item.text("onDay")
    guard let at, let before else { return nil }
    return .countdown(
      ScreenSlide.Countdown(at: at, before: before, onDay: onDay, location: item.location(of: "date")))
  }

  mutating func text(_ item: FieldReader) -> ScreenSlide.Subject? {
    let page: Slug? = item.identifier("page")
    let text = item.text("text")
    if let page {
      references.append(Reference(target: .page(.page, page), location: item.location(of: "page")))
      if text != nil { item.problem(Self.twoTexts(at: item.location(of: "text"))) }
      return .page(page)
    }
    guard let text else {
      if !item.isPresent("page"), !item.isPresent("text") { item.problem(Self.noText(at: item.location(of: "slide"))) }
      return nil
    }
    var document = Document(text)
    // A block of text begins on the line after its key.
    if case .file(let path, let line, _) = item.location(of: "text") {
      numbers.body(document, lineOffset: line)
      HiddenEntities.problem(in: document, of: text, path: path, lineOffset: line).map(item.problem)
    }
    for link in document.links {
      addresses.problem(link.destination, isImage: link.isImage, at: item.location(of: "text")).map(item.problem)
    }
    references += document.links.filter(\.isImage).map {
      Reference(target: .image($0.destination), location: item.location(of: "text"))
    }
    pictures.apply(to: &document)
    return .text(document)
  }

  // MARK: Problems

  private static func notEvergreen(_ kind: ScreenSlide.Kind, at location: Location) -> Diagnostic {
    let kinds = ScreenSlide.Kind.allCases.filter(\.isEvergreen).map(\.rawValue).joined(separator: ", ")
    return .error(
      "screen.not-evergreen", zh: "“\(kind.rawValue)”（\(SimplifiedChinese.words.title(kind))）会过时，不能放在 evergreen 里",
      en: "“\(kind.rawValue)” goes out of date and can't be an evergreen slide",
      hint: Message(zh: "这里可以用：\(kinds)", en: "evergreen: \(kinds)"), at: location)
  }

  private static func notApproved(at location: Location) -> Diagnostic {
    .warning(
      "screen.text-not-approved", zh: "这段文字还没有批准，屏上不会播出", en: "this text is not approved: the slide is left out",
      hint: Message(
        zh: "写成页面再审批，这里用 page: 页面编号；或在 text 下面写 approval: {approver: 岗位, approvedOn: 日期}",
        en:
          "write it as a page, have that approved and use `page: SLUG`; or add approval: {approver: ROLE, approvedOn: DAY} below the text"
      ),
      at: location)
  }

  private static func movingGround(at location: Location) -> Diagnostic {
    .error(
      "screen.background-gif", zh: "背景图片不能是 GIF", en: "a GIF can't be a background",
      hint: Message(zh: "存成 JPEG、PNG 或 WebP", en: "save it as JPEG, PNG or WebP"), at: location)
  }

  private static func twoTexts(at location: Location) -> Diagnostic {
    .error(
      "screen.two-texts", zh: "“page”和“text”只能写一个", en: "either “page” or “text”, not both",
      hint: Message(zh: "删去其中一行", en: "remove one of them"), at: location)
  }

  private static func noText(at location: Location) -> Diagnostic {
    .error(
      "screen.no-text", zh: "文字画面没有内容", en: "a text slide without text",
      hint: Message(zh: "写 text: | 和一段 Markdown，或者 page: 页面编号", en: "write `text: |` with Markdown, or `page: SLUG`"),
      at: location)
  }
}
