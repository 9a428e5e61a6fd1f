package import Diagnostics
import Files

/// The editions of pages that were approved last, as `approve` kept them: byte for byte, below `content/.approved/` at the page's own
/// path, where nothing looks for pages, pictures or anything else to publish.
package struct ApprovedEditions: Sendable {
  package static let directory = "content/.approved"

  /// Pages' paths below `content/`.
  let names: Set<String>

  /// - Parameter file: a page's: `content/notices/gate.md`.
  package static func path(of file: String) -> String { directory + "/" + file.dropFirst("content/".count) }

  static let none = ApprovedEditions(names: [])

  private init(names: Set<String>) { self.names = names }

  /// - Parameter pages: the site's, below `content/`; an edition of another is reported.
  init(site: String, pages: [String], problems: ProblemList) throws(FileError) {
    guard Files.isDirectory(site + "/" + Self.directory) else {
      names = []
      return
    }
    names = Set(
      try SourceTree.files(below: Self.directory, site: site, problems: problems, where: SourceKind.isPage))
    for name in names.subtracting(pages).sorted() {
      problems.add(
        .warning(
          "approval.edition-orphan", zh: "这是已批准的版本，但 content/\(name) 已经没有了，不会公开",
          en: "this is an approved edition of content/\(name), which is no more; it is not published",
          hint: Message(
            zh: "页面改了名，就把这个文件也改名；不再要了，就删去它", en: "if the page was renamed, rename this too; else delete it"),
          at: .file(path: Self.directory + "/" + name)))
    }
  }
}
