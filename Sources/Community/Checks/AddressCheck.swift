import Artifacts
package import Content
import Diagnostics
import Vocabulary

/// No two pages claim one URL, and none what is the program's.
struct AddressCheck {
  private let content: Content

  init(_ content: Content) {
    self.content = content
  }

  func problems() -> [Diagnostic] {
    var owners: [String: PageSource] = [:]
    return content.publishablePages.compactMap(reserved) + content.publishableSources.flatMap(aliases)
      + content.publishableSources.compactMap { page in
        guard let owner = owners[page.url] else {
          owners[page.url] = page
          return nil
        }
        return .error(
          "page.duplicate-url", zh: "网址 \(page.url) 已属于 \(owner.file)",
          en: "\(page.url) already belongs to \(owner.file)",
          hint: page.unit.map { SitePath.unit($0) } == page.path
            ? Message(
              zh: "一个单位只有一篇介绍：并成一篇，或删去其中一篇的 aboutUnit",
              en: "a unit has one text: join them, or remove aboutUnit from one"
            )
            : Message(zh: "改文件名，或在页面信息里写不同的 slug", en: "rename the file or give it another slug"),
          at: .file(path: page.file, line: 1, column: 1))
      }
  }

  /// Also where the program makes nothing yet: a calendar, a picture or a second part of a list may come with the next row.
  private func reserved(_ page: Page) -> Diagnostic? {
    guard page.isInProgramsPlace else { return nil }
    return .error(
      "page.reserved-url", zh: "网址 \(page.url) 由系统使用，页面不能占用", en: "\(page.url) belongs to the program",
      hint: Message(zh: "换一个文件名，或在页面信息里写别的 slug", en: "rename the file, or give it another slug"),
      at: .file(path: page.readFrom, line: 1, column: 1))
  }

  private func aliases(_ page: PageSource) -> [Diagnostic] {
    page.aliases.filter {
      SitePath.programFiles.contains($0.path.file.split(separator: "/").first.map(String.init) ?? "")
    }
    .map { alias in
      .error(
        "page.reserved-url", zh: "网址 \(alias.path.url) 由系统使用，不能引到别处",
        en: "\(alias.path.url) belongs to the program and can't lead elsewhere",
        hint: Message(zh: "从 aliases 里删去它", en: "take it out of aliases"), at: alias.location)
    }
  }
}

extension Page {
  /// Whether its address is one of the program's own.
  package var isInProgramsPlace: Bool {
    let path = source.path.file.utf8
    let root = path.prefix { $0 != UInt8(ascii: "/") }
    guard kind.section != nil else {
      return details.aboutUnit == nil && SitePath.programRoots.contains(String(Substring(root)))
    }
    return path.dropFirst(root.count + 1).starts(with: Self.furtherPage)
  }

  /// What a list has no room for stands below it: `page/2/`.
  private static let furtherPage = Array("page/".utf8)
}
