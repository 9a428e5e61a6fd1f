/// What of opening hours is not understood, and where.
package struct OpeningHoursProblem: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    case empty
    case tooLong
    /// Nothing of the syntax stands so there.
    case unexpected
    /// OpenStreetMap has it, and a calendar alone can't decide it: sunset, Easter, school terms, open ends, `||`.
    case unsupported
    /// A day, month, week or time that there is not.
    case outOfRange
  }

  package let reason: Reason
  /// The character at which it begins, from 1.
  package let column: Int
  /// What stands there.
  package let found: String
}
