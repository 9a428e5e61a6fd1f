package import Activities

/// A place where things happen: its row and its address on the site. A class, since thousands of occurrences share it; all of it is
/// constant.
@dynamicMemberLookup
package final class Venue: Sendable {
  package let record: VenueRecord
  /// Its page where it has one, else its schedule.
  package let url: String

  init(_ record: VenueRecord, page: String?) {
    self.record = record
    url = page ?? OccurrenceFilter.venue(record.id).url
  }

  package subscript<Value>(dynamicMember field: KeyPath<VenueRecord, Value>) -> Value { record[keyPath: field] }
}
