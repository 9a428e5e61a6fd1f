import COpenSSL
package import Encoding

/// A UUID that follows from an address (RFC 9562 §5.5, version 5, in the namespace of URLs): the same address gives the same one, for formats whose
/// ids have to be UUIDs.
package enum NamedUUID {
  /// `6ba7b811-9dad-11d1-80b4-00c04fd430c8`.
  private static let ofURLs: Bytes = [
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
  ]

  /// - Parameter address: a URI.
  /// - Returns: 36 characters, in small letters.
  package static func text(of address: String) -> String {
    let name = ofURLs + Bytes(address.utf8)
    var digest = Bytes(repeating: 0, count: 20)
    name.withUnsafeBufferPointer { gongshi_sha1($0.baseAddress, $0.count, &digest) }
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    let digits = Array(Bytes(digest.prefix(16)).hexadecimal)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }
}
