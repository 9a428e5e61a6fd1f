import Activities
import Vocabulary

/// A place where things happen. A class, since thousands of occurrences share it; all of it is constant.
public final class Venue: Sendable {
  public let id: VenueID
  public let unit: UnitID
  public let name: String
  public let address: String?
  public let latitude: Double?
  public let longitude: Double?
  /// Square metres.
  public let area: Double?
  public let openingHours: String?
  public let phone: String?
  /// Its page where it has one, else its schedule.
  public let url: String

  init(_ record: VenueRecord, page: String?) {
    id = record.id
    unit = record.unit
    name = record.name
    address = record.address
    latitude = record.latitude
    longitude = record.longitude
    area = record.area
    openingHours = record.openingHours
    phone = record.phone
    url = page ?? "/schedule/venue/\(record.id)/"
  }
}
