import Diagnostics
package import Vocabulary

/// Something of the community that an entry of front matter names, and leads to.
package enum NamedSubject: Sendable, Hashable {
  case venue(VenueID)
  case activity(ActivityID)
  case list(ListID)
  case page(PageKind, Slug)

  /// What it is, as its key says it.
  package var key: String {
    switch self {
    case .venue: "venue"
    case .activity: "activity"
    case .list: "list"
    case .page(let kind, _): kind.rawValue
    }
  }

  package var id: String {
    switch self {
    case .venue(let id): id.text
    case .activity(let id): id.text
    case .list(let id): id.text
    case .page(_, let slug): slug.text
    }
  }

  /// All words that `key` may be.
  package static let keys = ["venue", "activity", "list"] + pageKinds.map(\.rawValue)
  fileprivate static let pageKinds: [PageKind] = [.page, .brand, .team, .partner, .council, .menu, .classroom, .notice]
}

extension FrontMatterReader {
  /// What an entry leads to: one of `venue`, `activity`, `list`, `page`, `team` and so on; nil where it names nothing.
  mutating func subject(of entry: FieldReader) -> NamedSubject? {
    let venue = reference("venue", of: entry) { .venue($0) }.map { NamedSubject.venue($0) }
    let activity = reference("activity", of: entry) { .activity($0) }.map { NamedSubject.activity($0) }
    let list = reference("list", of: entry) { .list($0) }.map { NamedSubject.list($0) }
    var found = [venue, activity, list].compactMap { $0 }
    for kind in NamedSubject.pageKinds {
      if let slug = reference(kind.rawValue, of: entry, { .page(kind, $0) }) { found.append(.page(kind, slug)) }
    }
    if found.count > 1 {
      let (first, second) = (found[0].key, found[1].key)
      entry.problem(
        .error(
          "front-matter.two-subjects", zh: "“\(first)”和“\(second)”只能写一个",
          en: "either “\(first)” or “\(second)”, not both",
          hint: Message(zh: "一条只通向一处，删去其中一个", en: "an entry leads to one place: remove one of them"),
          at: entry.location(of: second)))
    }
    return found.first
  }
}
