import CivilTime
import Diagnostics
import Vocabulary

/// Reads what the front matter of all kinds of pages has in common, and gathers what it refers to. What a kind has of its own is read in
/// `Kinds`.
struct FrontMatterReader {
  let fields: FieldReader
  private(set) var references: [Reference] = []

  init(_ fields: FieldReader) {
    self.fields = fields
  }

  struct Common {
    let title: String?
    let slug: Slug?
    let unit: UnitID?
    let summary: String?
    let date: CivilDate?
    let updated: LocalDateTime?
    let publishAt: LocalDateTime?
    let expiresAt: LocalDateTime?
    let tags: [String]
    let isDraft: Bool
    let image: String?
    let order: Int?
    let approval: Approval?
    let attachments: [NamedFile]
    let days: [PlacedDay]
    let aliases: [PageAlias]
  }

  /// What any page may have of its own, and introductions don't.
  struct Own {
    var method: Method?
    var videos: [PageVideo] = []
  }

  mutating func own() -> Own { Own(method: method(), videos: fields.videos()) }

  /// What the page is about. 公示 and 招募 are categories of notices, and say both.
  func kind() -> PageKind? {
    if let text = fields.text("kind") {
      if PageKind(rawValue: text) != nil { return fields.requiredTerm("kind") }
      return Self.category(text) != nil && FieldReader.term(text) as PageKind? == nil
        ? .notice : fields.requiredTerm("kind")
    }
    if fields.isPresent("category"), let text = fields.trial().text("category"), Self.category(text) != nil,
      FieldReader.term(text) as MenuCategory? == nil
    {
      return .notice
    }
    return fields.requiredTerm("kind")
  }

  /// What `kind: 公示` says of the notice's category.
  var categoryOfKind: NoticeCategory? { fields.text("kind").flatMap(Self.category) }

  private static func category(_ text: String) -> NoticeCategory? { FieldReader.term(text) }

  mutating func common() -> Common {
    let common = Common(
      title: fields.requiredText("title"),
      slug: fields.identifier("slug"),
      unit: reference("unit") { .unit($0) },
      summary: fields.text("summary"),
      date: fields.date("date"),
      updated: fields.localTime("updated"),
      publishAt: fields.localTime("publishAt"),
      expiresAt: fields.localTime("expiresAt", endOfDay: true),
      tags: fields.shortTexts("tags"),
      isDraft: fields.flag("draft"),
      image: image("image"),
      order: fields.integer("order"),
      approval: Approval.read(fields),
      attachments: attachments(), days: days(), aliases: aliases())
    if let from = common.publishAt, let until = common.expiresAt, until <= from {
      fields.problem(
        .error(
          "front-matter.expires-before-publish", zh: "失效时间不晚于发布时间", en: "it expires before it is published",
          at: fields.location(of: "expiresAt")))
    } else if let date = common.date, let until = common.expiresAt, until <= LocalDateTime(date) {
      fields.problem(
        .error(
          "front-matter.expires-before-date", zh: "失效时间早于日期", en: "it expires before its date",
          hint: Message(zh: "改正其中一个，年份最容易写错", en: "mend one of them; years are mistaken most often"),
          at: fields.location(of: "expiresAt")))
    }
    if let date = common.date, let updated = common.updated, updated.date < date {
      fields.problem(
        .error(
          "front-matter.updated-before-date", zh: "“updated”早于“date”", en: "“updated” is before “date”",
          hint: Message(zh: "更新日期不早于落款日期，改正其中一个", en: "mend one of them"), at: fields.location(of: "updated")))
    }
    return common
  }

  /// The days that the page has, once more with their places.
  private func days() -> [PlacedDay] {
    let keys = ["date", "publishAt", "expiresAt", "updated"].filter { fields.isPresent($0) }
    if keys.isEmpty { return [] }
    // What is wrong with them has been noted.
    return fields.again { fields in
      keys.compactMap { key in
        let isEnd = key == "expiresAt"
        return fields.localTime(key, endOfDay: isEnd).map {
          PlacedDay(
            day: (isEnd ? $0 + -1 : $0).date, isEnd: isEnd, isUpdate: key == "updated",
            location: fields.location(of: key))
        }
      }
    }
  }

  private func aliases() -> [PageAlias] {
    fields.placed("aliases", PageAlias.form) { PageAlias.path($0) }.map {
      PageAlias(path: $0.value, location: $0.location)
    }
  }

  // MARK: What is named

  mutating func venue() -> VenueID? { reference("venue") { .venue($0) } }

  mutating func activities() -> [ActivityID] { references("activities") { .activity($0) } }

  /// - Parameter group: where the key stands, if not at the front matter's own level.
  mutating func reference<Subject>(
    _ key: String, of group: FieldReader? = nil, isRequired: Bool = false,
    _ target: (Identifier<Subject>) -> Reference.Target
  ) -> Identifier<Subject>? {
    let reader = group ?? fields
    let id: Identifier<Subject>? = isRequired ? reader.requiredIdentifier(key) : reader.identifier(key)
    if let id { references.append(Reference(target: target(id), location: reader.location(of: key))) }
    return id
  }

  mutating func references<Subject>(
    _ key: String, _ target: (Identifier<Subject>) -> Reference.Target
  ) -> [Identifier<Subject>] {
    let named: [(id: Identifier<Subject>, location: Location)] = fields.identifiers(key)
    references += named.map { Reference(target: target($0.id), location: $0.location) }
    return named.map(\.id)
  }

  private mutating func image(_ key: String) -> String? {
    guard let path = fields.text(key) else { return nil }
    references.append(Reference(target: .image(path), location: fields.location(of: key)))
    return path
  }

  /// `[报名表.docx]`, or `[{file: 报名表.docx, title: 报名表}]`.
  private func attachments() -> [NamedFile] {
    fields.entries("attachments").compactMap { entry in
      switch entry {
      case .text(let text, let location):
        return NamedFile(name: NamedFile.name(written: text), title: nil, location: location)
      case .group(let group):
        defer { group.finish() }
        let title = group.text("title")
        return group.requiredText("file").map {
          NamedFile(name: NamedFile.name(written: $0), title: title, location: group.location(of: "file"))
        }
      }
    }
  }
}
