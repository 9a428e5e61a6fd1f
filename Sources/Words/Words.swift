/// All that the program itself says to the readers of a site and of its screens, in one language. A language is a file that conforms to this; what
/// it leaves out does not compile.
///
/// A word is text without markup (`<`, `>`, `&` and straight quotes stand in none). A sentence with something in it is a function, so that the
/// order is the language's own; where a parameter says HTML, markup may be given, and the sentence is HTML then.
package protocol Words: TimeWords, TermWords, SiteWords, TemplateWords, ThemeScriptWords, FeedWords, ScreenWords,
  SearchWords, TextWords, ListWords, LedgerWords, DutyWords, UnitWords, VenueWords, FinderWords, TeamWords, PointsWords,
  BrandWords, PublicTableWords, PreviewWords
{
  static var words: Self { get }

  /// Beginnings of language tags that mean it, in small letters: `zh`, `zh-cn`.
  var tags: [String] { get }
}

/// A sentence with a number in it, whose place is `{n}`: what scripts are given, since they count by themselves.
package struct CountedText: Sendable, Hashable {
  /// Of one thing alone.
  package let one: String
  package let other: String

  /// For languages that say all numbers alike.
  package init(_ all: String) {
    self.init(one: all, other: all)
  }

  package init(one: String, other: String) {
    self.one = one
    self.other = other
  }

  /// As scripts have it.
  package var pair: [String] { [one, other] }
}

/// What stands in the HTML of texts for those who don't see the signs.
package protocol TextWords: Sendable {
  /// Of a task in a list.
  var taskDone: String { get }
  var taskOpen: String { get }
  var footnote: String { get }
  var footnotes: String { get }
  var backToText: String { get }
}
