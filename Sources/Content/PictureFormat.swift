import Artifacts

/// Which picture bytes are, by the mark that each format begins with. A file's name alone says nothing: a web page or a key that is
/// named `.png` would be published.
enum PictureFormat {
  /// How many bytes must be looked at.
  static let headLength = 12

  static func of(_ head: [UInt8]) -> MediaType? {
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if head.starts(with: "GIF87a".utf8) || head.starts(with: "GIF89a".utf8) { return .gif }
    if head.starts(with: "RIFF".utf8), head.dropFirst(8).starts(with: "WEBP".utf8) { return .webP }
    return nil
  }

  static func ending(_ type: MediaType) -> String {
    switch type {
    case .png: ".png"
    case .jpeg: ".jpg"
    case .gif: ".gif"
    default: ".webp"
    }
  }
}
