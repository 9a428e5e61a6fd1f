import CivilTime
package import Community
import Digests
package import Encoding

/// What the index of a release that is public says of it, where nothing else is known any more.
package enum PublishedIndex {
  /// nil where the file is no index.
  ///
  /// - Parameter bytes: `feeds/v1/index.json`.
  package static func release(_ bytes: Bytes) -> PublishedHistory.Release? {
    let name = Array("\"generation\":".utf8)
    guard let start = bytes.firstRange(of: name)?.upperBound else { return nil }
    let digits = bytes[start...].prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count < 16, let generation = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    return .init(generation: generation, digest: SHA256.hexadecimal(bytes), moment: Instant(seconds: generation))
  }
}
