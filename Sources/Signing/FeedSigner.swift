package import Encoding
import Foundation

/// Signs JSON documents **in band**: the signature is the last member of the document that it signs, so a copy of the file is all that a
/// reader needs, whatever way it came.
///
/// A document is the bytes of one JSON object that end in `}` and a line feed. Signing puts `,"signature":"<Base64>"` before that `}`;
/// what is signed is every byte before `,"signature":"`. A reader looks for the **last** place where that text stands: within a JSON
/// string it can't stand, since quotes are escaped there.
package struct FeedSigner: Sendable {
  private let key: SigningKey

  package var publicKey: PublicKey { key.publicKey }

  /// Why no signature can be made on this machine.
  package struct Unavailable: Error, Sendable {
    package let reason: String
  }

  /// - Throws: when the library that signs does not work; one signature is made and verified with another library.
  package init(_ key: SigningKey) throws(Unavailable) {
    self.key = key
    let probe = Bytes("gongshi".utf8)
    do throws(DeterministicECDSA.Refusal) {
      let signature = try DeterministicECDSA.signature(of: probe, with: key)
      guard key.publicKey.isValid(signature, of: probe) else {
        throw DeterministicECDSA.Refusal(reason: "wrong signature")
      }
    } catch {
      throw Unavailable(reason: error.reason)
    }
  }

  /// The document with its signature; the same bytes for the same document and key.
  ///
  /// - Parameter document: one JSON object with at least one member, ending in `}` and a line feed.
  package func sign(_ document: Bytes) -> Bytes {
    precondition(document.suffix(2).elementsEqual(Self.end) && document.count > 4, "not a document that can be signed")
    let message = document.dropLast(Self.end.count)
    guard let signature = try? DeterministicECDSA.signature(of: message, with: key) else {
      preconditionFailure("libgcrypt signed with this key before")
    }
    return message + Self.marker + Data(signature).base64EncodedData() + Self.quote + Self.end
  }

  /// Whether a document is as the holder of the private key signed it, to the last byte.
  package static func verify(_ document: Bytes, _ publicKey: PublicKey) -> Bool {
    guard let parts = parts(of: document) else { return false }
    return publicKey.isValid(parts.signature, of: parts.message)
  }

  /// A document as it was before it was signed; one without a signature as it is.
  package static func unsigned(_ document: Bytes) -> Bytes { parts(of: document).map { $0.message + end } ?? document }

  private static let marker = Bytes(",\"signature\":\"".utf8)
  private static let quote = Bytes("\"".utf8)
  private static let end = Bytes("}\n".utf8)
  /// Base64 of 64 bytes.
  private static let signatureLength = 88

  /// What is signed, and the signature; nil where the document does not end as a signed one does. Since the signature has one length and
  /// holds no quote, the last marker can only stand in one place.
  private static func parts(of document: Bytes) -> (message: ArraySlice<UInt8>, signature: Bytes)? {
    let tail = signatureLength + quote.count + end.count
    guard document.count > marker.count + tail, document.suffix(3).elementsEqual(quote + end) else { return nil }
    let message = document.dropLast(marker.count + tail)
    guard document[message.endIndex...].starts(with: marker) else { return nil }
    let base64 = document.dropLast(quote.count + end.count).suffix(signatureLength)
    guard let signature = Data(base64Encoded: Data(base64)), signature.base64EncodedData().elementsEqual(base64) else {
      return nil
    }
    return (message, Bytes(signature))
  }
}
