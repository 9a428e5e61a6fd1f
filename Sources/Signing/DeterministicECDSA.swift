import CGcrypt
import Digests
import Encoding

/// ECDSA over P-256 with SHA-256 whose nonce comes from the key and the message (RFC 6979 §3.2), so that the same document is signed with
/// the same bytes (Promise 1). libgcrypt does it; OpenSSL 3.0 takes a random nonce.
enum DeterministicECDSA {
  /// libgcrypt refused: in a broken installation only.
  struct Refusal: Error {
    let reason: String
  }

  /// r and s, 32 bytes each, big-endian (IEEE P1363), which is what WebCrypto reads.
  static func signature(of message: some Collection<UInt8>, with key: SigningKey) throws(Refusal) -> Bytes {
    guard isPrepared else { throw Refusal(reason: "libgcrypt can't be initialised") }
    let secret = try expression("(private-key (ecc (curve \"NIST P-256\") (d #\(key.scalar.hexadecimal)#)))")
    defer { gcry_sexp_release(secret) }
    let digest = SHA256.hexadecimal(message)
    let data = try expression("(data (flags rfc6979) (hash sha256 #\(digest)#))")
    defer { gcry_sexp_release(data) }
    var result: OpaquePointer?
    try check(gcry_pk_sign(&result, data, secret))
    defer { gcry_sexp_release(result) }
    return try number("r", of: result) + number("s", of: result)
  }

  private static let isPrepared = gongshi_gcrypt_prepare() == 0

  private static func expression(_ text: String) throws(Refusal) -> OpaquePointer? {
    var result: OpaquePointer?
    try check(gcry_sexp_sscan(&result, nil, text, text.utf8.count))
    return result
  }

  /// A number of the result, padded to 32 bytes: libgcrypt leaves leading zeros out.
  private static func number(_ name: String, of result: OpaquePointer?) throws(Refusal) -> Bytes {
    let token = gcry_sexp_find_token(result, name, name.utf8.count)
    defer { gcry_sexp_release(token) }
    var count = 0
    guard let token, let start = gcry_sexp_nth_data(token, 1, &count) else {
      throw Refusal(reason: "no \(name) in the signature")
    }
    let digits = UnsafeRawBufferPointer(start: start, count: count).drop { $0 == 0 }
    guard digits.count <= 32 else { throw Refusal(reason: "\(name) is too long") }
    return Bytes(repeating: 0, count: 32 - digits.count) + digits
  }

  private static func check(_ code: gcry_error_t) throws(Refusal) {
    if code != 0 { throw Refusal(reason: String(cString: gcry_strerror(code))) }
  }
}
