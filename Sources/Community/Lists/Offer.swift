package import Activities
package import CivilTime
import Content
import Vocabulary

/// Something that stands for a period, with what it names resolved. A class, since lists of many thousand share it; all of it is constant.
@dynamicMemberLookup
package final class Offer: Sendable {
  package let record: OfferRecord
  /// nil for one that stands in a menu's front matter.
  package let list: ListRecord?
  package let unit: Unit?
  package let venue: Venue?
  package let partner: PublicPage?
  package let category: ListWord?
  /// How much is left of its quantity; nil where no quantity is stated.
  package let left: Double?
  /// The price as a menu's front matter says it.
  package let price: String?
  /// The menu or list page that shows it; nil where none does.
  package let page: PublicPage?

  init(
    _ record: OfferRecord, list: ListRecord?, unit: Unit?, venue: Venue?, partner: PublicPage?, category: ListWord?,
    given: Double, price: String? = nil, page: PublicPage?
  ) {
    self.record = record
    self.list = list
    self.unit = unit
    self.venue = venue
    self.partner = partner
    self.category = category
    left = record.quantity.map { max(0, $0 - (record.taken ?? 0) - given) }
    self.price = price
    self.page = page
  }

  package subscript<Value>(dynamicMember field: KeyPath<OfferRecord, Value>) -> Value { record[keyPath: field] }

  /// Where it stands on its page.
  package var anchor: String { "offer-\(record.id)" }

  /// From then on it can't be had: after its last day, or when its menu ends.
  package var endsAt: LocalDateTime? {
    [record.availableUntil.map { LocalDateTime($0 + 1) }, page?.expiresAt].compactMap { $0 }.min()
  }
}
