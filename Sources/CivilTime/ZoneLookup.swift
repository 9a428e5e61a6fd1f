import Foundation

extension Zone {
  package enum LookupError: Error, Hashable {
    case unknown
    /// The zone's offset changes within 2000–2100.
    case changesOffset
  }

  /// `Area/City` or `UTC`. Foundation takes `GMT+08:00` too, which is no name of the tables that other programs read.
  private static func isName(_ identifier: String) -> Bool {
    let parts = identifier.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return identifier == "UTC"
      || parts.count > 1
        && parts.allSatisfy { part in
          !part.isEmpty
            && part.allSatisfy {
              (0x41...0x5A).contains($0 & 0xDF) || (0x30...0x39).contains($0) || "_+-".utf8.contains($0)
            }
        }
  }

  /// The zone of an IANA name, from the system's tables.
  package static func named(_ identifier: String) throws(LookupError) -> Zone {
    if identifier == shanghai.identifier { return shanghai }
    guard isName(identifier) else { throw .unknown }
    guard let zone = TimeZone(identifier: identifier) else { throw .unknown }
    let start = Date(timeIntervalSince1970: 946_684_800)
    let end = Date(timeIntervalSince1970: 4_102_444_800)
    if let change = zone.nextDaylightSavingTimeTransition(after: start), change < end { throw .changesOffset }
    return Zone(identifier: identifier, offsetMinutes: zone.secondsFromGMT(for: end) / 60)
  }
}
