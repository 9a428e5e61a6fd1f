import Content
import Diagnostics

/// Every file that a page names is there, and every file that is there is named by a page.
struct AttachmentCheck {
  private let content: Content

  init(_ content: Content) {
    self.content = content
  }

  func problems() -> [Diagnostic] {
    let named =
      (content.sources + content.supersedingSources).flatMap(\.files) + content.unreadablePages.flatMap(\.files)
    let shown = content.screens.flatMap(\.references).compactMap { reference -> NamedFile? in
      guard case .file(let name) = reference.target else { return nil }
      return NamedFile(name: name, title: nil, location: reference.location)
    }
    let missing = (named + shown).filter { !content.attachedNames.contains($0.name) }.map(missing)
    let used = Set((named + shown).map(\.name))
    return missing + content.attachments.filter { !used.contains($0.name) }.map(unused)
  }

  private func missing(_ named: NamedFile) -> Diagnostic {
    let near = Suggestion.nearest(to: named.name, among: content.attachedNames)
    return .error(
      "attachment.missing", zh: "找不到附件“content\(named.name)”", en: "there is no file “content\(named.name)”",
      hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
        ?? Message(zh: "把文件放进 content/files/，写成 /files/文件名", en: "put it into content/files/ and write /files/NAME"),
      at: named.location)
  }

  private func unused(_ file: Attachment) -> Diagnostic {
    .warning(
      "attachment.unused", zh: "没有页面、公示屏用到这个附件，不会公开", en: "no page and no screen names this file; it is not published",
      hint: Message(
        zh: "在页面里写链接 [\(file.ownTitle)](\(file.name))，或在页面信息里写 attachments: [\(file.name)]；不用就删去",
        en: "link to it, [\(file.ownTitle)](\(file.name)), or list it under `attachments:`; else remove it"),
      at: .file(path: "content" + file.name))
  }
}
