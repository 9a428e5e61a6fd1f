package import CivilTime
package import Diagnostics
package import Words

/// One entry of a playlist as it is asked for; what it shows is worked out from the community.
package struct ScreenSlide: Sendable {
  package typealias Kind = SlideName

  package struct Photo: Sendable, Hashable {
    /// A URL path of the site.
    package let image: String
    package let caption: String?
  }

  /// A film below `content/files/`, which plays without sound over its poster.
  package struct Film: Sendable, Hashable {
    /// As `Attachment.name` has it.
    package let file: String
    /// A URL path of the site: what is seen where and while the film is not.
    package let poster: String
    package let caption: String?
    package let location: Location
  }

  /// Pages of a PDF below `content/files/`.
  package struct DocumentPages: Sendable, Hashable {
    /// As `Attachment.name` has it.
    package let file: String
    /// nil: the first few.
    package let pages: ClosedRange<Int>?
    package let location: Location

    /// How many of them are shown where nobody says which, and at most.
    package static let standardCount = 6
    package static let mostCount = 20

    package var asked: ClosedRange<Int> { pages ?? 1...Self.standardCount }
  }

  /// What is waited for.
  package struct Countdown: Sendable, Hashable {
    /// Its first minute; a midnight is its day as a whole.
    package let at: LocalDateTime
    /// Over the number that is left: `离立春还有`.
    package let before: String
    /// On its day, from then on; nil: nothing is shown any more.
    package let onDay: String?
    package let location: Location

    package var day: CivilDate { at.date }
    /// Nothing is shown from then on.
    package var end: LocalDateTime { onDay == nil ? at : LocalDateTime(day + 1) }
  }

  package let kind: Kind
  /// Over the slide; nil: what its kind or its subject is called.
  package let title: String?
  /// For each page, 5…300.
  package let seconds: Int
  /// Whether the playlist says them.
  package var saysSeconds = false
  package let subject: Subject
  /// Where it is asked for; nil on a screen without a playlist of its own.
  package let location: Location?
  /// Of a text that stands in the screen's own file.
  package var approval: Approval?
  /// At most so many items at once, 1…50; nil: as many as its kind shows.
  package var limit: Int?
  /// How many days it reaches, 1…366: ahead, or back for notices; nil: as many as its kind does.
  package var days: Int?
  /// It comes again as every so-manyth slide of its round, 2…20; nil: where it stands.
  package var every: Int?
  /// A URL path of the site; nil: the screen's.
  package var background: String?
}
