import Crypto
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

  @Test(arguments: [
    "", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
    P256.Signing.PrivateKey().publicKey.pemRepresentation, P384.Signing.PrivateKey().pemRepresentation,
    P521.Signing.PrivateKey().pemRepresentation,
  ])
  func whatIsNoPrivateKeyOfTheCurveIsNone(pem: String) {
    #expect(SigningKey(pem: pem) == nil)
  }

  @Test func aPublicKeyIsReadAsItWasWritten() throws {
    let key = SigningKey.generate().publicKey
    #expect(key.point.count == 65 && key.point[0] == 4)
    #expect(PublicKey(base64: key.base64) == key)
    #expect(key.fingerprint == SHA256.hash(data: key.point).hexadecimal)
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
