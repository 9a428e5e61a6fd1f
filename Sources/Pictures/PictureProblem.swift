/// Why a file can't be published as a picture.
package enum PictureProblem: Error, Sendable, Hashable {
  /// No byte, or no pixel.
  case empty
  /// More bytes than are read.
  case tooManyBytes(Int)
  /// More pixels than are read.
  case tooManyPixels(width: Int, height: Int)
  /// So many only of files that can be read row by row: not of progressive JPEG, interlaced PNG, WebP and GIF.
  case tooManyHeld(width: Int, height: Int)
  /// Cut short, or not what its format allows.
  case damaged
  case noMemory
}
