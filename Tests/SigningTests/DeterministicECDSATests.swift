import Encoding
import Foundation
import RandomInputs
import Testing

@testable import Signing

@Suite struct DeterministicECDSATests {
  /// RFC 6979 A.2.5: the curve P-256.
  static let publishedKey = SigningKey(
    scalar: bytes("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721"))!

  static func bytes(_ hexadecimal: String) -> Bytes {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16)! }
  }

  @Test func thePublicKeyIsThePublishedOne() {
    #expect(
      Self.publishedKey.publicKey.point
        == Self.bytes(
          "0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"
        ))
  }

  @Test(arguments: [
    (
      "sample",
      "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
      "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"
    ),
    (
      "test",
      "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367",
      "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083"
    ),
  ])
  func signaturesAreThePublishedOnes(message: String, r: String, s: String) throws {
    let signature = try DeterministicECDSA.signature(of: Bytes(message.utf8), with: Self.publishedKey)
    #expect(signature == Self.bytes(r + s))
  }

  /// Also those whose r or s begins with zeros: one in 128.
  @Test func openSSLAcceptsWhatLibgcryptSigned() throws {
    var random = SeededRandom(seed: 6979)
    var short = 0
    for _ in 0..<1_000 {
      let key = SigningKey(scalar: (0..<32).map { _ in UInt8(random.number(0...254)) })!
      let message = (0..<random.number(0...200)).map { _ in UInt8(random.number(0...255)) }
      let signature = try DeterministicECDSA.signature(of: message, with: key)
      #expect(signature.count == 64)
      short += signature[0] == 0 || signature[32] == 0 ? 1 : 0
      #expect(key.publicKey.isValid(signature, of: message))
      #expect(!key.publicKey.isValid(signature, of: message + [0]))
      #expect(!Self.publishedKey.publicKey.isValid(signature, of: message))
    }
    #expect(short > 0)
  }

  @Test func manyThreadsAtOnceSignAlike() async throws {
    let message = Bytes("sample".utf8)
    let signatures = try await withThrowingTaskGroup(of: Bytes.self) { group in
      for _ in 0..<64 {
        group.addTask { try DeterministicECDSA.signature(of: message, with: Self.publishedKey) }
      }
      return try await group.reduce(into: Set<Bytes>()) { $0.insert($1) }
    }
    #expect(signatures.count == 1)
  }
}
