package import Activities
package import Vocabulary

/// A list with what stands on it, in the order in which it is shown.
package final class CommunityList: Sendable {
  package let record: ListRecord
  package let unit: Unit
  /// Those that may be seen, by category, position and id.
  package let offers: [Offer]
  /// Those that may be seen: what is open before what is closed, the oldest first; what is closed the newest first.
  package let matters: [Matter]
  /// Its categories in their order.
  package let categories: [ListWord]
  private let phases: [MatterPhase: String]

  init(
    _ record: ListRecord, unit: Unit, words: [ListWordRecord], offers: [Offer], matters: [Matter]
  ) {
    self.record = record
    self.unit = unit
    self.offers = offers
    self.matters = matters
    categories = words.filter { $0.kind == .category }.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
      .map(ListWord.init)
    phases = Dictionary(
      words.filter { $0.kind == .phase }.compactMap { word in
        MatterPhase(rawValue: word.id.text).map { ($0, word.label) }
      }, uniquingKeysWith: { first, _ in first })
  }

  package var id: ListID { record.id }
  package var title: String { record.title }

  /// What the list itself calls a phase; nil where it has no word of its own.
  package func name(of phase: MatterPhase) -> String? { phases[phase] }
}

/// A category or a result of a list.
package struct ListWord: Sendable, Hashable {
  package let id: ListWordID
  package let label: String
  package let position: Int

  init(_ record: ListWordRecord) {
    id = record.id
    label = record.label
    position = record.position
  }
}
