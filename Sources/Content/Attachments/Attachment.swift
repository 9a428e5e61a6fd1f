package import Artifacts
package import Diagnostics
import Encoding
package import Inspection
package import Vocabulary

/// A file below `content/files/`, for readers to keep: published where a public page names it.
package struct Attachment: Sendable, Hashable {
  /// How pages name it: `/files/报名表.docx`.
  package let name: String
  /// Where it is published (`PublishedNames`).
  package let path: SitePath
  package let mediaType: MediaType
  package let type: FileType
  package let bytes: Int
  /// Where it lies on the disk.
  package let file: String
  /// Of a film.
  package var film: FilmFacts?

  /// What it is called where nobody gave it a title: its name without the ending.
  package var ownTitle: String {
    let last = name.split(separator: "/").last ?? ""
    return String(last[..<(last.lastIndex(of: ".") ?? last.endIndex)])
  }
}

/// A file that a page names.
package struct NamedFile: Sendable, Hashable {
  /// As `Attachment.name` has it; there may be none of that name.
  package let name: String
  /// What the page calls it.
  package let title: String?
  package let location: Location

  package init(name: String, title: String?, location: Location) {
    self.name = name
    self.title = title
    self.location = location
  }

  /// The directory below `content/`.
  static let directory = "files/"
  private static let root = "/files/"

  /// What a link's address names, without percent-encoding, query and fragment; nil where it leads elsewhere.
  package static func name(of destination: String) -> String? {
    guard destination.hasPrefix(root) else { return nil }
    return PercentEncoding.decoded(String(destination.prefix { $0 != "?" && $0 != "#" }))
  }

  /// What a front matter names: `/files/报名表.docx` or `报名表.docx`.
  static func name(written text: String) -> String { text.hasPrefix("/") ? text : root + text }
}

/// What may be published as a file.
enum AttachmentRules {
  /// Endings of names in the order in which messages list them.
  static let endings = "PDF、DOCX、XLSX、PNG、JPG、WebP、GIF、MP3、MP4"
  static let englishEndings = "PDF, DOCX, XLSX, PNG, JPG, WebP, GIF, MP3, MP4"

  static func type(_ mediaType: MediaType) -> FileType? {
    switch mediaType {
    case .pdf: .pdf
    case .docx: .document
    case .xlsx: .sheet
    case .png, .jpeg, .webP, .gif: .picture
    case .mp3: .sound
    case .mp4: .film
    default: nil
    }
  }

  /// What a phone in a lift can still be expected to load, and a community's server to keep.
  static func most(_ type: FileType) -> Int {
    switch type {
    case .pdf, .document, .sheet: 30 << 20
    case .picture: 10 << 20
    case .sound: 50 << 20
    case .film: 500 << 20
    }
  }

  /// Files that programs leave beside those of people: nobody means to publish them.
  static func isLeftBehind(_ name: String) -> Bool {
    let last = name.split(separator: "/").last ?? ""
    return last.hasPrefix("~$") || ["thumbs.db", "desktop.ini"].contains(last.lowercased())
  }
}
