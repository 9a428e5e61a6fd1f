package import Files

/// What readers see after a publication or a rollback that failed.
package enum PublicNow: Sendable, Hashable {
  /// What they saw before: the last release, or nothing where there was none.
  case untouched
  /// The new release, whole; only what comes after the switch failed.
  case published
  /// What they saw before: what had been changed was put back.
  case restored
  /// Files of two releases, each of them whole: so many of the new one stand there, of so many by which they differ.
  case between(changed: Int, of: Int)
  /// Files of two releases, as an earlier update left them that was broken off; nothing was changed now.
  case stillBetween
}

/// Why nothing was published, or not all of it.
package enum PublishingError: Error, Sendable {
  /// The machine refused: disk full, permission …
  case file(FileError, PublicNow)
  /// Another build is publishing to the same place.
  case locked
  /// The output directory holds things that this program did not write.
  case notOurs(String)
  /// A link on the way to the output leads nowhere: a disk that is not mounted, a directory that was removed.
  case brokenLink(String, destination: String)
  /// The output lies within what is published to another place, which the next build there would move away.
  case within(String)
  case nothingToRollBackTo
  /// A rollback holds this release, 0 where it has no number: builds publish nothing.
  case held(Int)
  /// None of this number is kept, but these.
  case noSuchRelease(Int, kept: [Int])
  case alreadyPublic(Int)
  /// So many files of the release to go back to are missing or cut short; the first of them.
  case damaged(count: Int, first: String)
  /// There is no release to send.
  case nothingPublished
  /// What is public is between two releases, since an update in place was broken off.
  case isBetween
  /// So many files of what is public are missing or cut short; the first of them.
  case incomplete(count: Int, first: String)
}
