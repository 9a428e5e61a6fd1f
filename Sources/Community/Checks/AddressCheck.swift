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
        hint: Message(zh: "改文件名，或在页面信息里写不同的 slug", en: "rename the file or give it another slug"),
        at: .file(path: page.file, line: 1, column: 1))
    }
  }
}
