package import Artifacts
package import Files

/// What a file begins with. Its name alone says nothing: a web page or a key that is named `.png` would be published.
package enum FileMark: Sendable, Hashable {
  case format(MediaType)
  case pdf
  /// ZIP: what it is, its entries say.
  case archive
  /// OLE's compound file (MS-CFB).
  case compoundFile
  case refused(FileContent.Refused)

  /// How many bytes must be looked at.
  package static let length = 1024

  package static func of(_ head: [UInt8]) -> FileMark {
    if head.isEmpty { return .refused(.empty) }
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .format(.png) }
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .format(.jpeg) }
    if head.starts(with: "GIF87a".utf8) || head.starts(with: "GIF89a".utf8) { return .format(.gif) }
    if head.starts(with: "RIFF".utf8), head.dropFirst(8).starts(with: "WEBP".utf8) { return .format(.webP) }
    if head.starts(with: "%PDF-".utf8) { return .pdf }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .archive }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .compoundFile }
    if head.dropFirst(4).starts(with: "ftyp".utf8) { return film(head) }
    if head.starts(with: "ID3".utf8) || isMP3Frame(head) { return .format(.mp3) }
    if head.starts(with: "Rar!".utf8) || head.starts(with: [0x37, 0x7A, 0xBC, 0xAF]) || head.starts(with: [0x1F, 0x8B])
    {
      return .refused(.archive)
    }
    return .refused(isActive(head) ? .active : .unknown)
  }

  /// The format of a file that is what it begins with; nil for an archive and for what is not published.
  package static func of(in source: ByteSource) throws(FileError) -> MediaType? {
    if case .format(let type) = of(try source.bytes(at: 0, count: length)) { type } else { nil }
  }

  /// By its major brand (ISO/IEC 14496-12, 4.3).
  private static func film(_ head: [UInt8]) -> FileMark {
    let brand = String(decoding: head.dropFirst(8).prefix(4), as: UTF8.self)
    switch brand {
    case "qt  ": return .refused(.quickTime)
    case "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif": return .refused(.heic)
    case "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash", "mmp4", "f4v ":
      return .format(.mp4)
    default: return .refused(.unknown)
    }
  }

  /// A frame of MPEG audio, layer III (ISO/IEC 11172-3, 2.4.1.3).
  private static func isMP3Frame(_ head: [UInt8]) -> Bool {
    guard head.count >= 4, head[0] == 0xFF, head[1] & 0xE6 == 0xE2, head[1] & 0x18 != 0x08 else { return false }
    return head[2] & 0xF0 != 0xF0 && head[2] & 0xF0 != 0 && head[2] & 0x0C != 0x0C
  }

  private static func isActive(_ head: [UInt8]) -> Bool {
    let text = head.drop { $0 <= 0x20 || $0 >= 0x80 }.prefix(512).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if text.starts(with: "#!".utf8) || text.starts(with: "mz".utf8) { return true }
    guard text.first == UInt8(ascii: "<") else { return false }
    return ["<html", "<!doctype html", "<svg", "<script"].contains { text.firstRange(of: Array($0.utf8)) != nil }
  }
}

extension MediaType {
  /// What a file's name should end in.
  package var ending: String {
    switch self {
    case .png: ".png"
    case .jpeg: ".jpg"
    case .gif: ".gif"
    case .webP: ".webp"
    case .pdf: ".pdf"
    case .docx: ".docx"
    case .xlsx: ".xlsx"
    case .mp3: ".mp3"
    case .mp4: ".mp4"
    default: ""
    }
  }
}

/// OLE's compound files: Word and Excel up to 2003, or a newer one with a password.
enum CompoundFile {
  /// The directory's entry has its name in UTF-16 (MS-OFFCRYPTO §1.3.2).
  private static let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  private static let piece = 1 << 16

  static func isEncrypted(_ source: ByteSource) throws(FileError) -> Bool {
    var offset = 0
    while offset < source.count {
      // Pieces overlap by the name's length.
      let bytes = try source.bytes(at: offset, count: piece + name.count)
      if bytes.firstRange(of: name) != nil { return true }
      offset += piece
    }
    return false
  }
}
