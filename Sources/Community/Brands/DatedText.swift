package import CivilTime

/// A text that is true from one day to another: which of several is true follows from the reader's day.
package struct DatedText: Sendable, Hashable {
  package let text: String
  /// nil: it always was.
  package let first: CivilDate?
  /// nil: nothing ends it.
  package let last: CivilDate?

  package init(_ text: String, from first: CivilDate? = nil, to last: CivilDate? = nil) {
    self.text = text
    self.first = first
    self.last = last
  }

  package func holds(on day: CivilDate) -> Bool {
    first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true
  }
}
