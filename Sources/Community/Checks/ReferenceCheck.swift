import Activities
import Content
import Diagnostics
import Encoding
import Vocabulary
import Words

/// Everything that a page, a screen or the site names exists.
struct ReferenceCheck {
  private let content: Content
  /// Of rows, by their table.
  private let ids: [String: Set<String>]
  private let pages: Set<PageKey>
  private let images: Set<String>

  init(_ content: Content, _ data: ActivityData) {
    self.content = content
    // Rows that are wrong are reported on their own; naming them is no second mistake.
    let rows: [(table: String, ids: [String])] = [
      ("unit", data.units.map(\.id.text)), ("venue", data.venues.map(\.id.text)),
      ("activity", data.activities.map(\.id.text)), ("measure", data.measures.map(\.id.text)),
      ("list", data[ListRecord.self].map(\.id.text)), ("matter", data[MatterRecord.self].map(\.id.text)),
      ("duty", data[DutyRecord.self].map(\.id.text)),
    ]
    ids = Dictionary(uniqueKeysWithValues: rows.map { ($0.table, Set($0.ids).union(data.rejected[$0.table] ?? [])) })
    pages = Set(content.pages.map { PageKey(kind: $0.kind, slug: $0.slug) })
    images = Set(content.images.map(\.name))
  }

  func problems() -> [Diagnostic] {
    var references =
      (content.sources + content.supersedingSources).flatMap(\.references) + content.screens.flatMap(\.references)
    if let unit = content.site.unit {
      references.append(Reference(target: .unit(unit), location: content.site.unitLocation))
    }
    return references.compactMap(problem)
  }

  private func problem(_ reference: Reference) -> Diagnostic? {
    switch reference.target {
    case .unit(let id): row(id.text, of: "unit", what: Message(zh: "单位", en: "unit"), reference: reference)
    case .venue(let id): row(id.text, of: "venue", what: Message(zh: "场所", en: "venue"), reference: reference)
    case .activity(let id): row(id.text, of: "activity", what: Message(zh: "活动", en: "activity"), reference: reference)
    case .measure(let id): row(id.text, of: "measure", what: Message(zh: "指标", en: "measure"), reference: reference)
    case .list(let id): row(id.text, of: "list", what: Message(zh: "清单", en: "list"), reference: reference)
    case .matter(let id): row(id.text, of: "matter", what: Message(zh: "事项", en: "matter"), reference: reference)
    case .duty(let id): row(id.text, of: "duty", what: Message(zh: "公开事项", en: "duty"), reference: reference)
    case .page(let kind, let slug):
      pages.contains(PageKey(kind: kind, slug: slug)) || content.unreadable.contains(slug.text)
        ? nil
        : missing(
          Message(
            zh: kind == .page ? "页面" : "\(SimplifiedChinese.words.label(kind))页面",
            en: kind == .page ? "page" : "\(kind.rawValue) page"), name: slug.text,
          known: pages.filter { $0.kind == kind }.map(\.slug.text), reference: reference, table: nil)
    case .image(let path):
      images.contains(path) || images.contains(PercentEncoding.decoded(path)) ? nil : missingImage(path, reference)
    // `AttachmentCheck` says it.
    case .file: nil
    }
  }

  private func row(_ id: String, of table: String, what: Message, reference: Reference) -> Diagnostic? {
    let known = ids[table, default: []]
    return known.contains(id) ? nil : missing(what, name: id, known: Array(known), reference: reference, table: table)
  }

  private func missing(
    _ what: Message, name: String, known: [String], reference: Reference, table: String?
  ) -> Diagnostic {
    let near = Suggestion.nearest(to: name, among: known)
    let hint: Message? =
      if let near {
        Message(zh: "是不是想写“\(near)”？", en: "did you mean “\(near)”?")
      } else {
        table.map { Message(zh: "先在数据库的 \($0) 表里加上它", en: "add it to the database's table \($0) first") }
      }
    return .error(
      "reference.missing", zh: "没有这个\(what.zh)：“\(name)”", en: "there is no \(what.en) “\(name)”", hint: hint,
      at: reference.location)
  }

  private func missingImage(_ path: String, _ reference: Reference) -> Diagnostic {
    MissingImage.problem(path, among: images, at: reference.location)
  }
}
