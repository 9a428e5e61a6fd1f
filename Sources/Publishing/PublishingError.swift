package import Files

/// Why nothing was published; `public/` is as it was.
package enum PublishingError: Error, Sendable {
  /// The machine refused: disk full, permission …
  case file(FileError)
  /// Another build is publishing to the same place.
  case locked
  /// The output directory holds things that this program did not write.
  case notOurs(String)
  case nothingToRollBackTo
}
