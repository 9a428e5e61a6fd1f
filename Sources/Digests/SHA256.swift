import COpenSSL
package import Encoding

/// SHA-256 (FIPS 180-4), by OpenSSL.
package enum SHA256 {
  /// 32 bytes.
  package static func digest(_ bytes: some Collection<UInt8>) -> Bytes {
    Bytes(unsafeUninitializedCapacity: 32) { digest, count in
      let target = digest.baseAddress
      if bytes.withContiguousStorageIfAvailable({ gongshi_sha256($0.baseAddress, $0.count, target) }) == nil {
        Bytes(bytes).withUnsafeBufferPointer { gongshi_sha256($0.baseAddress, $0.count, target) }
      }
      count = 32
    }
  }

  /// 64 hexadecimal digits.
  package static func hexadecimal(_ bytes: some Collection<UInt8>) -> String { digest(bytes).hexadecimal }
}
