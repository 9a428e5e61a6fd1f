import Synchronization
package import Vocabulary

/// A term's words in every language: what people may write for it in front matter, as in spreadsheets.
package enum TermLabels {
  /// As the Chinese of messages calls it; nil where no reader is ever shown it.
  package static func chinese(_ term: any Term) -> String? {
    (term as? any SheetTerm)?.inSheets ?? label(term, SimplifiedChinese.words)
  }

  /// Of each vocabulary, what each way to write a term means, as its place among them: made once, since every page asks.
  private static let written = Mutex<[ObjectIdentifier: [String: Int]]>([:])

  /// The term that a text is written for, by id or label; the first of those that it could mean.
  package static func term<Word: Term>(_ text: String, _ type: Word.Type = Word.self) -> Word? {
    let words = written.withLock { known in
      if let words = known[ObjectIdentifier(type)] { return words }
      var words: [String: Int] = [:]
      for (place, term) in Word.allCases.enumerated() {
        for name in all(of: term) where words[WrittenName.folded(name)] == nil {
          words[WrittenName.folded(name)] = place
        }
      }
      known[ObjectIdentifier(type)] = words
      return words
    }
    return words[WrittenName.folded(text)].map { Array(Word.allCases)[$0] }
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
    case let term as SlideName: words.title(term)
    case let term as ListLayout: words.label(term)
    case let term as MatterPhase: words.label(term)
    case let term as TeamType: words.label(term)
    case let term as VenueType: words.label(term)
    case let term as VenueFacility: words.label(term)
    case let term as HolidayPolicy: words.label(term)
    case let term as RotationPeriod: words.label(term)
    case let term as WeatherWarningLevel: words.label(term)
    default: nil
    }
  }
}
