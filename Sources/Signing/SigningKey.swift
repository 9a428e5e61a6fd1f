import Crypto
package import Encoding
import Foundation

/// The private half of a P-256 key pair (FIPS 186-5). It has no description, so that no message can show it.
package struct SigningKey: Sendable {
  /// The secret number, 32 bytes, big-endian.
  let scalar: Bytes
  package let publicKey: PublicKey

  private init(_ key: P256.Signing.PrivateKey) {
    scalar = Bytes(key.rawRepresentation)
    publicKey = PublicKey(key.publicKey)
  }

  /// A key that nobody has had before, from the system's randomness.
  package static func generate() -> SigningKey { SigningKey(P256.Signing.PrivateKey()) }

  /// Reads a private key as PEM: PKCS#8 (`PRIVATE KEY`, RFC 5958), or what older OpenSSL wrote (`EC PRIVATE KEY`, RFC 5915).
  ///
  /// - Returns: nil when it is none of P-256, is a public key only, or is locked with a password.
  package init?(pem: String) {
    guard let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) else { return nil }
    self.init(key)
  }

  /// The secret number itself, as published test vectors give it; nil when there is no such key.
  init?(scalar: Bytes) {
    guard let key = try? P256.Signing.PrivateKey(rawRepresentation: scalar) else { return nil }
    self.init(key)
  }

  /// The secret as PKCS#8 in PEM, ending in a line feed.
  package var pem: String {
    guard let key = try? P256.Signing.PrivateKey(rawRepresentation: scalar) else { preconditionFailure("was a key") }
    let text = key.pemRepresentation
    return text.hasSuffix("\n") ? text : text + "\n"
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

  init(_ key: P256.Signing.PublicKey) {
    point = Bytes(key.x963Representation)
  }

  /// nil unless it is the Base64 of an uncompressed point of the curve.
  package init?(base64: String) {
    guard let data = Data(base64Encoded: base64), let key = try? P256.Signing.PublicKey(x963Representation: data) else {
      return nil
    }
    self.init(key)
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
  package var fingerprint: String { SHA256.hash(data: point).hexadecimal }

  /// Whether `signature` (r and s, 32 bytes each) was made of `message` with the private half.
  func isValid(_ signature: Bytes, of message: some DataProtocol) -> Bool {
    guard let key = try? P256.Signing.PublicKey(x963Representation: point),
      let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
    else { return false }
    return key.isValidSignature(signature, for: SHA256.hash(data: message))
  }
}
