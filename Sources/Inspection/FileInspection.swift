package import Artifacts
package import Files
import OfficeFiles

/// What a file is by its bytes, whatever its name says, and what in it should not be published. What is looked into and what is not stands in
/// docs/pages.md.
package struct FileInspection: Sendable {
  package let content: FileContent
  package let findings: [Finding]
  /// Of an MP4.
  package var film: FilmFacts?

  /// Looks at a file on the disk, of which a piece at a time is in memory.
  ///
  /// - Parameters:
  ///   - allowed: digits of office numbers that may stand in it.
  ///   - emails: addresses and domains of offices that may; nil: e-mail addresses are not looked for.
  package static func of(
    _ path: String, allowing allowed: Set<String>, emails: Set<String>? = nil
  ) throws(FileError) -> FileInspection {
    try of(ByteSource(OpenFile(path)), NumberSearch(allowing: allowed, emails: emails)) { () throws(PartProblem) in
      try OfficeArchive(file: path)
    }
  }

  /// The same of bytes in memory.
  package static func of(
    _ bytes: [UInt8], allowing allowed: Set<String> = [], emails: Set<String>? = nil
  ) throws(FileError) -> FileInspection {
    try of(ByteSource(bytes), NumberSearch(allowing: allowed, emails: emails)) { () throws(PartProblem) in
      try OfficeArchive(bytes)
    }
  }

  private static func of(
    _ source: ByteSource, _ numbers: NumberSearch, archive: () throws(PartProblem) -> OfficeArchive
  ) throws(FileError) -> FileInspection {
    switch FileMark.of(try source.bytes(at: 0, count: FileMark.length)) {
    case .archive: return OfficeInspection.of(archive, numbers)
    case .compoundFile:
      let isEncrypted = try CompoundFile.isEncrypted(source)
      return FileInspection(content: .refused(isEncrypted ? .password : .oldOffice), findings: [])
    case .pdf:
      return FileInspection(content: .format(.pdf), findings: try PDFInspection.findings(in: source, numbers))
    case .format(let type):
      let findings: [Finding] =
        switch type {
        case .jpeg, .png, .webP, .gif: try PictureInspection.findings(in: source, type, numbers)
        case .mp4: try FilmPosition.isStated(in: source) ? [.position(nil)] : []
        default: []
        }
      return FileInspection(
        content: .format(type), findings: findings, film: try type == .mp4 ? FilmFacts.of(source) : nil)
    case .refused(let content): return FileInspection(content: .refused(content), findings: [])
    }
  }
}

/// What a file is.
package enum FileContent: Sendable, Hashable {
  case format(MediaType)
  case refused(Refused)

  /// What may not be published as a file, and is known well enough to say what to do.
  package enum Refused: Sendable, Hashable {
    case empty
    /// Word, Excel and WPS up to 2003.
    case oldOffice
    /// A newer one with a password.
    case password
    /// LibreOffice's own.
    case openDocument
    case presentation
    /// A template, a binary workbook.
    case otherOffice
    case archive
    /// Pictures of phones that browsers don't show, films likewise.
    case heic, quickTime
    /// A web page, a drawing or a script: it would run in the reader's browser.
    case active
    case unknown
  }
}
