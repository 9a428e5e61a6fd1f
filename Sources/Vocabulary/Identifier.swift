/// A name that is safe in a URL, a file name and a calendar's UID: `a-z`, `0-9` and inner hyphens, 1 to 100 characters.
///
/// `Subject` says what is named, so that a venue's name can't be given where a unit's is asked for.
package struct Identifier<Subject>: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  /// nil when the text is no identifier.
  package init?(_ text: String) {
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

  package var description: String { text }

  package static func < (a: Identifier, b: Identifier) -> Bool { a.text < b.text }
}

package enum UnitSubject {}
package enum VenueSubject {}
package enum ActivitySubject {}
package enum ScreenSubject {}
package enum MeasureSubject {}
package enum RosterSubject {}
package enum AlmanacSubject {}
package enum ListSubject {}
package enum ListWordSubject {}
package enum OfferSubject {}
package enum MatterSubject {}
package enum CaseSubject {}
package enum DutySubject {}
package enum PostSubject {}
package enum TeamSubject {}
package enum PointsRuleSubject {}
package enum PageSubject {}

package typealias UnitID = Identifier<UnitSubject>
package typealias VenueID = Identifier<VenueSubject>
package typealias ActivityID = Identifier<ActivitySubject>
package typealias ScreenID = Identifier<ScreenSubject>
package typealias MeasureID = Identifier<MeasureSubject>
package typealias RosterID = Identifier<RosterSubject>
package typealias AlmanacID = Identifier<AlmanacSubject>
package typealias ListID = Identifier<ListSubject>
/// A category, phase or result of a list; others may have one of the same id.
package typealias ListWordID = Identifier<ListWordSubject>
package typealias OfferID = Identifier<OfferSubject>
package typealias MatterID = Identifier<MatterSubject>
/// Of a case of the ledger; it is in no output.
package typealias CaseID = Identifier<CaseSubject>
package typealias DutyID = Identifier<DutySubject>
package typealias PostID = Identifier<PostSubject>
package typealias TeamID = Identifier<TeamSubject>
package typealias PointsRuleID = Identifier<PointsRuleSubject>
/// A page's last URL part.
package typealias Slug = Identifier<PageSubject>
