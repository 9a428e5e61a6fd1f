/// The rows of the database that pages name, by what people call them: 桃园社区 is `taoyuan`.
package struct RowNames: Sendable, Hashable {
  /// Where the database is not read, what a name means is not known.
  package static let unread = RowNames(isRead: false)

  package let isRead: Bool
  private var ids: [ObjectIdentifier: [String: Set<String>]] = [:]

  package init(isRead: Bool = true) { self.isRead = isRead }

  package mutating func add<Subject>(_ id: Identifier<Subject>, names: [String]) {
    for name in names where !name.isEmpty {
      ids[ObjectIdentifier(Subject.self), default: [:]][WrittenName.folded(name), default: []].insert(id.text)
    }
  }

  /// The ids of the rows that are called so.
  package func ids<Subject>(named name: String, _: Subject.Type) -> [Identifier<Subject>] {
    (ids[ObjectIdentifier(Subject.self)]?[WrittenName.folded(name)] ?? []).sorted().compactMap { Identifier($0) }
  }

  /// Whether rows of that kind can be called by a name.
  package static func hasNames<Subject>(_: Subject.Type) -> Bool {
    [
      ObjectIdentifier(UnitSubject.self), ObjectIdentifier(VenueSubject.self), ObjectIdentifier(ActivitySubject.self),
      ObjectIdentifier(ListSubject.self),
    ].contains(ObjectIdentifier(Subject.self))
  }

  /// All ids of a kind, in order.
  package func ids<Subject>(_: Subject.Type) -> [Identifier<Subject>] {
    Set(ids[ObjectIdentifier(Subject.self)]?.values.flatMap(\.self) ?? []).sorted().compactMap { Identifier($0) }
  }

  /// All names, for a suggestion.
  package func names<Subject>(_: Subject.Type) -> [String] {
    (ids[ObjectIdentifier(Subject.self)]?.keys).map { $0.sorted() } ?? []
  }
}
