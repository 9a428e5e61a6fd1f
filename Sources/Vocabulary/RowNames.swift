/// The rows of the database that pages name, by what people call them: 桃园社区 is `taoyuan`.
package struct RowNames: Sendable, Hashable {
  /// Where the database is not read, what a name means is not known.
  package static let unread = RowNames(isRead: false)

  package let isRead: Bool
  private var called: [ObjectIdentifier: Called] = [:]

  /// By name: nearly every name is one row's alone.
  private struct Called: Hashable {
    private(set) var first: [String: String] = [:]
    private var further: [String: Set<String>] = [:]

    mutating func insert(_ id: String, as name: String) {
      if let known = first.updateValue(id, forKey: name), known != id {
        // The same whichever came first.
        first[name] = min(known, id)
        further[name, default: []].insert(max(known, id))
      }
    }

    func ids(_ name: String) -> Set<String> { first[name].map { further[name, default: []].union([$0]) } ?? [] }

    var all: Set<String> { Set(first.values).union(further.values.joined()) }
  }

  package init(isRead: Bool = true) { self.isRead = isRead }

  package mutating func add<Subject>(_ id: Identifier<Subject>, names: [String]) {
    for name in names where !name.isEmpty {
      called[ObjectIdentifier(Subject.self), default: Called()].insert(id.text, as: WrittenName.folded(name))
    }
  }

  /// The ids of the rows that are called so.
  package func ids<Subject>(named name: String, _: Subject.Type) -> [Identifier<Subject>] {
    (called[ObjectIdentifier(Subject.self)]?.ids(WrittenName.folded(name)) ?? []).sorted().compactMap { Identifier($0) }
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
    (called[ObjectIdentifier(Subject.self)]?.all ?? []).sorted().compactMap { Identifier($0) }
  }

  /// All names, for a suggestion.
  package func names<Subject>(_: Subject.Type) -> [String] {
    (called[ObjectIdentifier(Subject.self)]?.first.keys).map { $0.sorted() } ?? []
  }
}
