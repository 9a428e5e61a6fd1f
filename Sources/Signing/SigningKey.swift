import COpenSSL
import Digests
package import Encoding
import Foundation

/// The private half of a P-256 key pair (FIPS 186-5). It has no description, so that no message can show it.
package struct SigningKey: Sendable {
  /// The secret number, 32 bytes, big-endian.
  let scalar: Bytes
  package let publicKey: PublicKey

  /// The secret number itself; nil when it is none of the curve: not 32 bytes, zero, or not below the curve's order.
  init?(scalar: Bytes) {
    guard scalar.count == gongshi_scalar_size,
      let point = Self.filled(gongshi_point_size, { gongshi_p256_point(scalar, $0) }),
      let publicKey = PublicKey(point: point)
    else { return nil }
    self.scalar = scalar
    self.publicKey = publicKey
  }

  /// A key that nobody has had before, from the system's randomness.
  package static func generate() -> SigningKey {
    guard let key = filled(gongshi_scalar_size, gongshi_p256_generate).flatMap(SigningKey.init(scalar:)) else {
      preconditionFailure("OpenSSL has no randomness")
    }
    return key
  }

  /// Reads a private key as PEM: PKCS#8 (`PRIVATE KEY`, RFC 5958), or what older OpenSSL wrote (`EC PRIVATE KEY`, RFC 5915).
  ///
  /// - Returns: nil when it is none of P-256, is a public key only, or is locked with a password.
  package init?(pem: String) {
    let pem = Bytes(pem.utf8)
    guard let scalar = Self.filled(gongshi_scalar_size, { gongshi_p256_read(pem, pem.count, $0) }) else { return nil }
    self.init(scalar: scalar)
  }

  /// The secret as PKCS#8 in PEM, ending in a line feed.
  package var pem: String {
    let text = [CChar](unsafeUninitializedCapacity: 1024) { text, count in
      count = gongshi_p256_write(scalar, text.baseAddress, text.count)
    }
    precondition(!text.isEmpty, "OpenSSL wrote a key of this curve before")
    return String(decoding: text.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// As many bytes as a function of OpenSSL fills; nil when it can't.
  private static func filled(_ size: Int, _ fill: (UnsafeMutablePointer<UInt8>?) -> Int32) -> Bytes? {
    let bytes = Bytes(unsafeUninitializedCapacity: size) { bytes, count in
      count = fill(bytes.baseAddress) == 1 ? bytes.count : 0
    }
    return bytes.isEmpty ? nil : bytes
  }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
  package var description: String { "SigningKey(\(publicKey.fingerprint))" }
  package var customMirror: Mirror { Mirror(self, children: ["publicKey": publicKey.fingerprint]) }
}

/// The public half of a P-256 key pair.
package struct PublicKey: Sendable, Hashable {
  /// The uncompressed point, 65 bytes (SEC 1 §2.3.3): what WebCrypto's `importKey("raw", …)` takes.
  package let point: Bytes

  /// nil unless it is an uncompressed point of the curve.
  init?(point: Bytes) {
    guard point.count == gongshi_point_size, gongshi_p256_has_point(point) == 1 else { return nil }
    self.point = point
  }

  /// nil unless it is the Base64 of an uncompressed point of the curve.
  package init?(base64: String) {
    guard let data = Data(base64Encoded: base64) else { return nil }
    self.init(point: Bytes(data))
  }

  /// As browsers import it (RFC 7518 §6.2).
  package var jsonWebKey: String {
    func coordinate(_ bytes: ArraySlice<UInt8>) -> String {
      Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
    return
      "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"\(coordinate(point[1..<33]))\",\"y\":\"\(coordinate(point[33...]))\"}"
  }

  package var base64: String { Data(point).base64EncodedString() }

  /// SHA-256 of the point in hexadecimal: short enough to be compared by two people on the telephone.
  package var fingerprint: String { SHA256.hexadecimal(point) }

  /// Whether `signature` (r and s, 32 bytes each) was made of `message` with the private half.
  func isValid(_ signature: Bytes, of message: some Collection<UInt8>) -> Bool {
    signature.count == 64 && gongshi_p256_verify(point, signature, SHA256.digest(message)) == 1
  }
}
