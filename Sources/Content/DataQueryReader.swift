import Diagnostics
import Markdown
import PublicText
import Vocabulary

extension DataQuery {
  /// The info strings that make a fenced block a data block.
  package static let names: Set<String> = [
    "activities", "services", "metrics", "rosters", "posts", "list", "ledger", "venues", "teams", "points",
    "method", "qr",
  ]

  /// Reads a block's YAML body; an empty body asks for everything.
  static func read(
    _ block: DataBlock, at place: SourcePlace, numbers: PersonalNumberCheck, addresses: AddressRules,
    problems: ProblemList,
    references: inout [Reference]
  ) -> DataQuery? {
    let isEmpty = block.body.split(whereSeparator: \.isNewline).allSatisfy { line in
      line.drop { $0 == " " }.first.map { $0 == "#" } ?? true
    }
    let text = isEmpty ? "{}" : block.body
    guard
      let fields = YAMLSource.reader(text, at: place, problems: problems)
    else { return nil }
    defer { fields.finish() }
    numbers.values(fields)
    switch block.name {
    case "activities":
      var query = ActivityQuery.narrowing(fields, &references)
      query.days = fields.integer("days", in: 1...366)
      query.limit = fields.integer("limit", in: 1...1000)
      return .activities(query)
    case "services": return .services(services(fields, &references))
    case "rosters": return .rosters(unit: unit(fields, &references))
    case "posts": return posts(fields, &references)
    case "list": return list(fields, &references)
    case "ledger": return .ledger(unit: unit(fields, &references))
    case "venues": return .venues(venues(fields, &references))
    case "teams": return .teams(TeamQuery(unit: unit(fields, &references), type: fields.term("type")))
    case "points": return .points(unit: unit(fields, &references))
    case "method":
      let page = methodPage(fields, &references)
      if page == nil { fields.problem(noMethodPage(at: place.location(line: 1))) }
      return page.map { .method($0.kind, $0.slug) }
    case "qr": return code(fields, addresses)
    default:
      return .metrics(
        fields.references("metrics", references: &references) { .measure($0) }, unit: unit(fields, &references))
    }
  }

  private static func unit(_ fields: FieldReader, _ references: inout [Reference]) -> UnitID? {
    let unit: UnitID? = fields.identifier("unit")
    if let unit { references.append(Reference(target: .unit(unit), location: fields.location(of: "unit"))) }
    return unit
  }

  /// The page whose method is meant: `page: grid-method`, `brand: lianmeng`.
  static func methodPage(_ fields: FieldReader, _ references: inout [Reference]) -> (kind: PageKind, slug: Slug)? {
    var found: (kind: PageKind, slug: Slug)?
    for kind in [PageKind.brand, .page, .team, .council] {
      let slugs: [Slug] = fields.references(kind.rawValue, references: &references) { .page(kind, $0) }
      found = found ?? slugs.first.map { (kind, $0) }
    }
    return found
  }

  static func noMethodPage(at location: Location) -> Diagnostic {
    .error(
      "method.no-page", zh: "没写是哪一页的工作法", en: "the page whose method is meant is missing",
      hint: Message(zh: "写 brand: 品牌编号，或 page: 页面编号", en: "write `brand: SLUG` or `page: SLUG`"), at: location)
  }

  /// An address longer than this makes a code too fine for a screen across a hall.
  private static let longestAddress = 300

  /// A link that is scanned: it may lead where a link may, and must be whole.
  private static func code(_ fields: FieldReader, _ addresses: AddressRules) -> DataQuery? {
    let label = fields.requiredText("label")
    guard let url = fields.requiredText("url") else { return nil }
    if let problem = addresses.problem(url, isImage: false, at: fields.location(of: "url")) {
      fields.problem(problem)
      return nil
    }
    let isAddress = url.hasPrefix("/") || WebAddress.of(url) != .site
    guard isAddress, url.utf8.count <= longestAddress, url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      fields.problem(
        .error(
          "qr.url", zh: "二维码的“url”应当是 / 或 https:// 开头的网址，不超过 \(longestAddress) 字节",
          en: "a code's “url” begins with / or https:// and has at most \(longestAddress) bytes",
          at: fields.location(of: "url")))
      return nil
    }
    return label.map { .code(url: url, label: $0) }
  }

  private static func posts(_ fields: FieldReader, _ references: inout [Reference]) -> DataQuery? {
    fields.requireItems("unit")
    let units: [UnitID] = fields.references("unit", references: &references) { .unit($0) }
    let limit = fields.integer("limit", in: 0...40)
    return units.isEmpty ? nil : .posts(units: units, limit: limit)
  }

  private static func list(_ fields: FieldReader, _ references: inout [Reference]) -> DataQuery? {
    var query = ListQuery()
    fields.requireItems("list")
    query.lists = fields.references("list", references: &references) { .list($0) }
    query.layout = fields.term("layout")
    query.category = fields.identifier("category")
    query.phase = fields.term("phase")
    query.unit = unit(fields, &references)
    query.partner = fields.identifier("partner")
    if let partner = query.partner {
      references.append(Reference(target: .page(.partner, partner), location: fields.location(of: "partner")))
    }
    query.limit = fields.integer("limit", in: 1...200)
    query.location = fields.location(of: "list")
    return query.lists.isEmpty ? nil : .list(query)
  }

  private static func venues(_ fields: FieldReader, _ references: inout [Reference]) -> VenueQuery {
    var query = VenueQuery()
    query.unit = unit(fields, &references)
    query.venues = fields.references("venue", references: &references) { .venue($0) }
    query.types = fields.term("type").map { [$0] } ?? []
    query.facility = fields.term("facility")
    query.limit = fields.integer("limit", in: 1...200)
    return query
  }

  private static func services(_ fields: FieldReader, _ references: inout [Reference]) -> ServiceQuery {
    var query = ServiceQuery()
    query.menu = fields.identifier("menu")
    if let menu = query.menu {
      references.append(Reference(target: .page(.menu, menu), location: fields.location(of: "menu")))
    }
    query.category = fields.term("category")
    query.unit = fields.identifier("unit")
    if let unit = query.unit {
      references.append(Reference(target: .unit(unit), location: fields.location(of: "unit")))
    }
    return query
  }
}

extension ActivityQuery {
  /// The keys that narrow a list of occurrences down, in data blocks and on screens alike.
  static func narrowing(_ fields: FieldReader, _ references: inout [Reference]) -> ActivityQuery {
    var query = ActivityQuery()
    query.units = fields.references("unit", references: &references) { .unit($0) }
    query.venues = fields.references("venue", references: &references) { .venue($0) }
    query.activities = fields.references("activity", references: &references) { .activity($0) }
    query.tracks = fields.term("track").map { [$0] } ?? []
    query.kinds = fields.term("kind").map { [$0] } ?? []
    return query
  }
}

extension FieldReader {
  /// A list of identifiers, each noted as something that must exist.
  func references<Subject>(
    _ key: String, references: inout [Reference], target: (Identifier<Subject>) -> Reference.Target
  ) -> [Identifier<Subject>] {
    let named: [(id: Identifier<Subject>, location: Location)] = identifiers(key)
    references += named.map { Reference(target: target($0.id), location: $0.location) }
    return named.map(\.id)
  }
}
