import Encoding

/// What distinguishes a file of one index from that of the next, at its head and in the index's own: a browser that has the head of one takes no file of
/// another, and keeps those that another did not change.
struct IndexVersion: Sendable {
  /// 24 bits.
  let value: UInt32

  /// What the files' forms are: another number for another way of writing the same texts.
  private static let form: UInt32 = 4

  /// FNV-1a, folded: quick, and nobody gains by finding another text with the same.
  init(of parts: [Bytes]) {
    var hash: UInt32 = 2_166_136_261 ^ Self.form
    for part in parts {
      for byte in part { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    }
    value = (hash >> 24) ^ (hash & 0xFF_FFFF)
  }

  /// The version, the file's length in bytes, and what it holds: numbers of four bytes, the greatest first.
  func file(_ content: Bytes) -> Bytes {
    var out = Bytes()
    out.reserveCapacity(content.count + 8)
    for number in [value, UInt32(content.count + 8)] {
      for shift in [24, 16, 8, 0] as [UInt32] { out.append(UInt8(number >> shift & 0xFF)) }
    }
    return out + content
  }

  /// Three bytes, the greatest first.
  var bytes: Bytes { [UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)] }
}
