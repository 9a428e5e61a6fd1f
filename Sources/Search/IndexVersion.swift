import Encoding

/// What tells one index from the next, at the head of each file: a browser that has the head of one takes no file of another.
struct IndexVersion: Sendable {
  let value: UInt32

  /// What the files' forms are: another number for another way of writing the same texts.
  private static let form: UInt32 = 2

  /// FNV-1a (32 bits): quick, and nobody gains by finding another text with the same.
  init(of files: [Bytes]) {
    var hash: UInt32 = 2_166_136_261 ^ Self.form
    for file in files {
      for byte in file { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    }
    value = hash
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
}
