package import Vocabulary

/// A term's words in every language: what people may write for it in front matter, as in spreadsheets.
package enum TermLabels {
  /// As the Chinese of messages calls it; nil where no reader is ever shown it.
  package static func chinese(_ term: any Term) -> String? {
    (term as? any SheetTerm)?.inSheets ?? label(term, SimplifiedChinese.words)
  }

  /// Whether a text is one of its words, by id or label.
  package static func matches(_ text: String, _ term: any Term) -> Bool {
    let wanted = WrittenName.folded(text)
    return all(of: term).contains { WrittenName.folded($0) == wanted }
  }

  package static func all(of term: any Term) -> [String] {
    [term.code] + [(term as? any SheetTerm)?.inSheets].compactMap { $0 } + term.alsoWritten
      + Language.allCases.compactMap { label(term, $0.words) }
  }

  private static func label(_ term: any Term, _ words: any Words) -> String? {
    switch term {
    case let term as UnitLevel: words.label(term)
    case let term as ActivityKind: words.label(term)
    case let term as Track: words.label(term)
    case let term as NoticeCategory: words.label(term)
    case let term as AlertSeverity: words.label(term)
    case let term as MenuCategory: words.label(term)
    case let term as PartnerType: words.label(term)
    case let term as TopicStatus: words.label(term)
    case let term as PageKind: words.label(term)
    case let term as ScreenOrientation: words.label(term)
    case let term as SlideKind: words.title(term)
    case let term as ListLayout: words.label(term)
    case let term as MatterPhase: words.label(term)
    case let term as TeamType: words.label(term)
    case let term as VenueType: words.label(term)
    case let term as VenueFacility: words.label(term)
    case let term as HolidayPolicy: words.label(term)
    case let term as RotationPeriod: words.label(term)
    default: nil
    }
  }
}
