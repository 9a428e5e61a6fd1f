import Artifacts
import Content
import Diagnostics

/// No two pages claim one URL.
struct AddressCheck {
  private let content: Content

  init(_ content: Content) {
    self.content = content
  }

  func problems() -> [Diagnostic] {
    var owners: [String: PageSource] = [:]
    return content.publishableSources.compactMap { page in
      guard let owner = owners[page.url] else {
        owners[page.url] = page
        return nil
      }
      return .error(
        "page.duplicate-url", zh: "网址 \(page.url) 已属于 \(owner.file)",
        en: "\(page.url) already belongs to \(owner.file)",
        hint: page.unit.map { SitePath.unit($0) } == page.path
          ? Message(
            zh: "一个单位只有一篇介绍：并成一篇，或删去其中一篇的 aboutUnit", en: "a unit has one text: join them, or remove aboutUnit from one"
          )
          : Message(zh: "改文件名，或在页面信息里写不同的 slug", en: "rename the file or give it another slug"),
        at: .file(path: page.file, line: 1, column: 1))
    }
  }
}
