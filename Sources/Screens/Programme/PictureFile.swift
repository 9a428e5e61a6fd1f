import Artifacts
import Digests
import Encoding
import Pictures

/// A programme's picture with its bytes: small ones travel in the feed, so that a box that is cut off has them; as many as fit.
struct PictureFile: Sendable {
  /// Bytes of one picture, and of all.
  private static let limit = 100_000
  static let limitOfAll = 1_500_000

  let picture: Programme.Picture
  /// None where the file can't be read.
  let bytes: Bytes
  let travels: Bool

  /// The first 16 hexadecimal digits of the bytes' SHA-256.
  var digest: String { String(SHA256.hexadecimal(bytes).prefix(16)) }

  static func read(_ programme: Programme) -> [PictureFile] {
    var room = programme.pictureRoom
    return programme.pictures.map { picture in
      guard let bytes = picture.form.bytes else {
        return PictureFile(picture: picture, bytes: [], travels: false)
      }
      let travels = bytes.count <= min(limit, room)
      if travels { room -= bytes.count }
      return PictureFile(picture: picture, bytes: bytes, travels: travels)
    }
  }
}
