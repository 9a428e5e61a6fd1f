/// What feeds, calendars and tables for signage say.
package protocol FeedWords: Sendable {
  func about(_ site: String, _ feed: String) -> String
  /// Of a list that leaves out what is too much of each day.
  func firstOfEachDay(_ count: Int) -> String
  /// Instead of nothing at all, which programs take for a failure.
  var noActivities: String { get }
  var noNotices: String { get }
  /// In place of what only the page has live.
  var seePage: String { get }
  func validUntilSentence(_ date: String) -> String
  /// Between a notice's sentences.
  var sentenceGap: String { get }
}
