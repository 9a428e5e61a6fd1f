import Diagnostics
import Markdown
import Vocabulary

/// One entry of a playlist as it is asked for; what it shows is worked out from the community.
package struct ScreenSlide: Sendable {
  package typealias Kind = SlideKind

  /// What a slide is about.
  package enum Subject: Sendable {
    case occurrences(ActivityQuery)
    /// Empty: all of the screen's units in which something happens.
    case rooms([VenueID])
    case notices
    case rosters(UnitID?)
    case menus([Slug])
    case brands([Slug])
    case venues([VenueID])
    /// Figures by name or of a unit; those of `chart` are drawn over time.
    case figures(metrics: [MetricID], unit: UnitID?, chart: [MetricID])
    case honours(UnitID?)
    case almanac
    case photos([Photo])
    case text(Document)
    /// A page's own text.
    case page(Slug)
  }

  package struct Photo: Sendable, Hashable {
    /// A URL path of the site.
    package let image: String
    package let caption: String?
  }

  package let kind: Kind
  /// Over the slide; nil: what its kind or its subject is called.
  package let title: String?
  /// For each page, 5…300.
  package let seconds: Int
  package let subject: Subject
  /// Where it is asked for; nil on a screen without a playlist of its own.
  package let location: Location?
}

extension SlideKind {
  /// Says nothing that time makes wrong: may stand alone on a screen whose feed has run out.
  package var isEvergreen: Bool {
    switch self {
    case .brand, .venue, .menu, .honours, .photos, .text: true
    case .today, .week, .rooms, .live, .changes, .notices, .roster, .figures, .almanac: false
    }
  }

  /// Seconds for each of its pages where the screen does not say.
  var standardSeconds: Int {
    switch self {
    case .today, .week, .notices, .text, .menu: 15
    case .rooms, .live, .changes, .roster, .brand, .venue, .figures, .honours, .almanac, .photos: 12
    }
  }
}
