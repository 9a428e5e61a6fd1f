import Encoding
import Foundation
import Testing

@testable import Signing

@Suite struct FeedSignerTests {
  let signer: FeedSigner

  init() throws {
    signer = try FeedSigner(DeterministicECDSATests.publishedKey)
  }

  @Test func theSignatureIsTheLastMember() throws {
    let document = "{\"a\":1,\"文\":[\"\\\"signature\\\":\\\"\"]}\n"
    let signed = signer.sign(Bytes(document.utf8))
    let text = signed.text
    let marker = try #require(text.range(of: ",\"signature\":\"", options: .backwards))
    #expect(String(text[..<marker.lowerBound]) + "}\n" == document)
    #expect(text.hasSuffix("\"}\n") && text[marker.upperBound...].utf8.count == 88 + 3)
    let object = try #require(JSONSerialization.jsonObject(with: Data(signed)) as? [String: Any])
    #expect(Data(base64Encoded: object["signature"] as! String)?.count == 64)
    #expect(FeedSigner.verify(signed, signer.publicKey))
  }

  @Test func theSameDocumentGivesTheSameBytes() throws {
    let document = Bytes("{\"a\":1}\n".utf8)
    #expect(signer.sign(document) == signer.sign(document))
    #expect(
      signer.sign(document).text == """
        {"a":1,"signature":"\(Data(try DeterministicECDSA.signature(of: Bytes("{\"a\":1".utf8), with: DeterministicECDSATests.publishedKey)).base64EncodedString())"}

        """)
  }

  @Test func everyChangedByteIsSeen() {
    let signed = signer.sign(Bytes("{\"title\":\"北门开放\",\"generation\":1795222800}\n".utf8))
    for index in signed.indices {
      for bit in 0..<8 {
        var changed = signed
        changed[index] ^= 1 << bit
        #expect(!FeedSigner.verify(changed, signer.publicKey), "byte \(index), bit \(bit)")
      }
    }
    for count in 0..<signed.count { #expect(!FeedSigner.verify(Bytes(signed.prefix(count)), signer.publicKey)) }
    #expect(!FeedSigner.verify(signed + [0x0A], signer.publicKey))
    #expect(!FeedSigner.verify(signed, SigningKey.generate().publicKey))
  }

  /// What was signed before, with something put around it, is not signed.
  @Test func aSignedDocumentWithinAnotherIsNone() {
    let signed = signer.sign(Bytes("{\"a\":1}\n".utf8))
    let inner = signed.dropLast()
    #expect(!FeedSigner.verify(Bytes("{\"x\":".utf8) + inner + Bytes("}\n".utf8), signer.publicKey))
    #expect(!FeedSigner.verify(Bytes("{\"x\":0".utf8) + signed.dropFirst(), signer.publicKey))
    #expect(FeedSigner.verify(signer.sign(signed), signer.publicKey))
  }

  @Test(arguments: ["", "}", "}\n", "{}\n", "{\"a\":1}\n", ",\"signature\":\"\"}\n"])
  func whatIsNotSignedIsNot(document: String) {
    #expect(!FeedSigner.verify(Bytes(document.utf8), signer.publicKey))
  }
}
