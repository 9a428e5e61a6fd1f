import Digests
import Encoding
import Testing

@testable import Signing

@Suite struct SigningKeyTests {
  @Test func aKeyIsReadAsItWasWritten() throws {
    let key = SigningKey.generate()
    #expect(key.pem.hasPrefix("-----BEGIN PRIVATE KEY-----\n") && key.pem.hasSuffix("-----END PRIVATE KEY-----\n"))
    let read = try #require(SigningKey(pem: key.pem))
    #expect(read.scalar == key.scalar && read.publicKey == key.publicKey)
    #expect(SigningKey.generate().scalar != key.scalar)
  }

  @Test(arguments: [KeyTexts.pkcs8, KeyTexts.older, KeyTexts.withParameters, "a note\n" + KeyTexts.pkcs8 + "\n\n"])
  func keysAreReadInTheFormsThatOpenSSLWrites(pem: String) {
    #expect(SigningKey(pem: pem)?.scalar == DeterministicECDSATests.publishedKey.scalar)
    #expect(SigningKey(pem: pem)?.publicKey == DeterministicECDSATests.publishedKey.publicKey)
  }

  @Test(arguments: [
    "", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
    KeyTexts.publicHalf, KeyTexts.secp384r1, KeyTexts.secp256k1, KeyTexts.ed25519, KeyTexts.locked,
    KeyTexts.olderLocked, String(KeyTexts.pkcs8.dropLast(40)),
  ])
  func whatIsNoPrivateKeyOfTheCurveIsNone(pem: String) {
    #expect(SigningKey(pem: pem) == nil)
  }

  /// Zero, the curve's order, and numbers of other lengths.
  @Test(arguments: [
    String(repeating: "00", count: 32), "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551",
    String(repeating: "FF", count: 32), "01", String(repeating: "01", count: 33),
  ])
  func numbersThatAreNoKeyAreNone(scalar: String) {
    #expect(SigningKey(scalar: DeterministicECDSATests.bytes(scalar)) == nil)
  }

  @Test func aPublicKeyIsReadAsItWasWritten() throws {
    let key = SigningKey.generate().publicKey
    #expect(key.point.count == 65 && key.point[0] == 4)
    #expect(PublicKey(base64: key.base64) == key)
    #expect(key.fingerprint == SHA256.hexadecimal(key.point))
    #expect(PublicKey(base64: "") == nil && PublicKey(base64: "AAAA") == nil && PublicKey(base64: "?") == nil)
    // A point that is not on the curve.
    #expect(PublicKey(base64: "B" + key.base64.dropFirst().reversed()) == nil)
  }

  @Test func nothingShowsTheSecret() {
    let key = DeterministicECDSATests.publishedKey
    var shown = ""
    dump(key, to: &shown)
    dump([key], to: &shown)
    shown += "\(key) \(String(reflecting: key)) \(Optional(key) as Any)"
    #expect(!shown.lowercased().contains("c9af") && !shown.contains("201") && shown.contains(key.publicKey.fingerprint))
  }
}
