/// What the search says; it is handed to its script as data. In a pattern, `{q}` is what was asked for, `{kind}` a kind, `{n}` a number.
package protocol SearchWords: Sendable {
  var retry: String { get }
  var failed: String { get }
  var failedToGoOn: String { get }
  var searching: String { get }
  var nothingFound: String { get }
  var tryOneWord: String { get }
  var tryAnother: String { get }
  /// Of two links, `{schedule}` and `{notices}`.
  var seeAlso: String { get }
  var instead: String { get }
  /// Before what holds all words of a query, but not in a row.
  var allWords: String { get }
  var found: CountedText { get }
  var foundSome: CountedText { get }
  var noneYet: String { get }
  var listed: CountedText { get }
  var more: CountedText { get }
  var goOn: String { get }
  var hasExpired: String { get }
  var isOver: String { get }
  /// `{time}` is when it ends.
  var onUntil: String { get }
  var kindActivity: String { get }
  var kindNotice: String { get }
  var kindService: String { get }
  var kindVenue: String { get }
  var kindPage: String { get }
  var kindUnit: String { get }
  /// `{year}`, `{month}` as the language names months, `{day}`, `{weekday}`.
  var dayPattern: String { get }
  var datePattern: String { get }
  /// Where a text is cut.
  var ellipsis: String { get }
}
