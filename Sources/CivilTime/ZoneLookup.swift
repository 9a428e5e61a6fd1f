import Foundation

extension Zone {
  public enum LookupError: Error, Hashable {
    case unknown
    /// The zone's offset changes within 2000–2100.
    case changesOffset
  }

  /// The zone of an IANA name, from the system's tables.
  public static func named(_ identifier: String) throws(LookupError) -> Zone {
    if identifier == shanghai.identifier { return shanghai }
    guard let zone = TimeZone(identifier: identifier) else { throw .unknown }
    let start = Date(timeIntervalSince1970: 946_684_800)
    let end = Date(timeIntervalSince1970: 4_102_444_800)
    if let change = zone.nextDaylightSavingTimeTransition(after: start), change < end { throw .changesOffset }
    return Zone(identifier: identifier, offsetMinutes: zone.secondsFromGMT(for: end) / 60)
  }
}
