/// A file that people take for a spreadsheet and that is none, by its first bytes or its parts.
package enum ForeignFile: Sendable, Hashable, CaseIterable {
  /// Also what web systems save as `.xls`.
  case webPage
  case webArchive
  /// Excel's XML of 2003.
  case xmlWorkbook
  case pdf
  case richText
  case wordDocument
  case slides
  /// `.xlsb`.
  case binaryWorkbook
  case numbers
  case database
  case archive
  case json
  case picture

  init?(_ bytes: [UInt8]) {
    let marks: [(ForeignFile, [UInt8])] = [
      (.pdf, Array("%PDF-".utf8)), (.richText, Array("{\\rtf".utf8)), (.database, Array("SQLite format 3\0".utf8)),
      (.archive, [0x1F, 0x8B]), (.archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), (.archive, Array("Rar!".utf8)),
      (.picture, [0xFF, 0xD8, 0xFF]), (.picture, [0x89, 0x50, 0x4E, 0x47]), (.picture, Array("GIF8".utf8)),
    ]
    if let file = marks.first(where: { bytes.starts(with: $0.1) })?.0 {
      self = file
      return
    }
    guard let file = Self.markup(Self.beginning(bytes)) else { return nil }
    self = file
  }

  /// The first letters in small, without a byte order mark and without the zero bytes of UTF-16.
  private static func beginning(_ bytes: [UInt8]) -> String {
    let letters = bytes.prefix(2048).filter { $0 != 0 && $0 < 0x80 }
    let text = String(decoding: letters, as: UTF8.self).lowercased()
    return String(text.drop { $0.isWhitespace })
  }

  private static func markup(_ text: String) -> ForeignFile? {
    if text.hasPrefix("mime-version:") { return .webArchive }
    if text.hasPrefix("{\"") || text.hasPrefix("[{") { return .json }
    guard text.hasPrefix("<") else { return nil }
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet"), !text.contains("<html") { return .xmlWorkbook }
    let isPage = ["<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<script", "<style"]
      .contains(where: text.contains)
    return isPage ? .webPage : nil
  }
}
