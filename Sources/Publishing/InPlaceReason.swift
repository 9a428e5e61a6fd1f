package import Files

/// Why a release could not be put in place by one step.
package enum InPlaceReason: Sendable {
  /// The output is the root of a mount.
  case mount
  /// A mount lies within it, at this path.
  case mountWithin(String)
  /// The system refused.
  case refused(FileError)
}
