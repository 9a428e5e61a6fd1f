import CivilTime
import Digests
import Encoding

/// The digest of what was signed: all of a page but its `approval`, and who has signed it when. Line ends, a byte order mark and empty
/// lines at the end are not part of it, since editors and git change them without being asked; everything else is, comments too.
enum ApprovalDigest {
  static func of(_ parts: FrontMatterFence.Parts, signed signatures: [Approval.Signature]) -> String {
    // The first line names the form, so that another one can be distinguished from it.
    var signed = Bytes("gongshi approval 1\n".utf8)
    for signature in signatures {
      signed.append("\(signature.role.rawValue) \(TimeText.date(signature.day)) \(signature.who)\n")
    }
    signed.append("---\n")
    signed += withoutReturns(ApprovalEntry.without(parts.frontMatter))
    signed.append("---\n")
    var body = withoutReturns(Array(parts.body.utf8))
    while body.last == UInt8(ascii: "\n") { body.removeLast() }
    signed += body
    return "sha256:" + SHA256.hexadecimal(signed)
  }

  private static func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\r")) else { return bytes }
    return bytes.indices.compactMap { index in
      let isBeforeNewline = bytes.index(after: index) < bytes.endIndex && bytes[index + 1] == UInt8(ascii: "\n")
      return bytes[index] == UInt8(ascii: "\r") && isBeforeNewline ? nil : bytes[index]
    }
  }
}
