package import Activities
package import CivilTime
import Vocabulary

/// Something that moves through phases, with what it names resolved. Constant.
@dynamicMemberLookup
package final class Matter: Sendable {
  package struct Step: Sendable {
    package let record: MatterStepRecord
    /// The meeting at which it was done.
    package let activity: Activity?
  }

  /// A resource that serves it.
  package struct Pairing: Sendable {
    package let record: PairingRecord
    package let offer: OfferRecord
  }

  package let record: MatterRecord
  package let list: ListRecord
  package let unit: Unit
  package let ownerUnit: Unit?
  package let venue: Venue?
  package let brand: PublicPage?
  package let category: ListWord?
  package let result: ListWord?
  /// What its list calls its phase; nil where it has no word of its own.
  package let phaseName: String?
  /// The matter that it came from.
  package let origin: MatterRecord?
  /// By day and position.
  package let steps: [Step]
  package let pairings: [Pairing]

  init(
    _ record: MatterRecord, list: ListRecord, unit: Unit, ownerUnit: Unit?, venue: Venue?, brand: PublicPage?,
    category: ListWord?, result: ListWord?, phaseName: String?, origin: MatterRecord?, steps: [Step],
    pairings: [Pairing]
  ) {
    self.record = record
    self.list = list
    self.unit = unit
    self.ownerUnit = ownerUnit
    self.venue = venue
    self.brand = brand
    self.category = category
    self.result = result
    self.phaseName = phaseName
    self.origin = origin
    self.steps = steps
    self.pairings = pairings
  }

  package subscript<Value>(dynamicMember field: KeyPath<MatterRecord, Value>) -> Value { record[keyPath: field] }

  /// Who has it: a role or an organisation, else the unit.
  package var ownerName: String? { record.owner ?? ownerUnit?.name }

  /// Days from when it was raised until it was done.
  package var daysTaken: Int? {
    record.doneOn.flatMap { done in record.raisedOn.map { done.dayNumber - $0.dayNumber } }
  }

  /// The last day on which it is in time; nil for what is closed.
  package var openDueDay: CivilDate? { record.phase.isClosed ? nil : record.dueOn }

  /// How it stands in its list: what is open before what is closed; of the open the oldest first, of the closed the newest.
  static func precedes(_ a: Matter, _ b: Matter) -> Bool {
    func key(_ matter: Matter) -> (Int, Int, MatterID) {
      let record = matter.record
      return record.phase.isClosed
        ? (1, -(record.doneOn?.dayNumber ?? 0), record.id) : (0, record.raisedOn?.dayNumber ?? .max, record.id)
    }
    return key(a) < key(b)
  }
}
