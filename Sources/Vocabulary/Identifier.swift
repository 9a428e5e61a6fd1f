/// A name that is safe in a URL, a file name and a calendar's UID: `a-z`, `0-9` and inner hyphens, 1 to 100 characters.
///
/// `Subject` says what is named, so that a venue's name can't be given where a unit's is asked for.
public struct Identifier<Subject>: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let text: String

  /// nil when the text is no identifier.
  public init?(_ text: String) {
    guard Self.isValid(text) else { return nil }
    self.text = text
  }

  static func isValid(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (1...100).contains(bytes.count), bytes.first != UInt8(ascii: "-"), bytes.last != UInt8(ascii: "-") else {
      return false
    }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }

  public var description: String { text }

  public static func < (a: Identifier, b: Identifier) -> Bool { a.text < b.text }
}

public enum UnitSubject {}
public enum VenueSubject {}
public enum ActivitySubject {}
public enum ServiceSubject {}
public enum ScreenSubject {}
public enum MetricSubject {}
public enum RosterSubject {}
public enum HonourSubject {}
public enum AlmanacSubject {}
public enum PageSubject {}

public typealias UnitID = Identifier<UnitSubject>
public typealias VenueID = Identifier<VenueSubject>
public typealias ActivityID = Identifier<ActivitySubject>
public typealias ServiceID = Identifier<ServiceSubject>
public typealias ScreenID = Identifier<ScreenSubject>
public typealias MetricID = Identifier<MetricSubject>
public typealias RosterID = Identifier<RosterSubject>
public typealias HonourID = Identifier<HonourSubject>
public typealias AlmanacID = Identifier<AlmanacSubject>
/// A page's last URL part.
public typealias Slug = Identifier<PageSubject>
