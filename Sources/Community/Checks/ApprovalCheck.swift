import Content
import Diagnostics

/// Where approval is required, a page without it is not published, and said to be missing.
struct ApprovalCheck {
  private let pages: [(source: PageSource, publication: Publication)]

  init(_ pages: [(source: PageSource, publication: Publication)]) {
    self.pages = pages
  }

  func problems() -> [Diagnostic] {
    pages.filter { $0.publication == .unapproved }.map { page, _ in
      .error(
        "approval.missing", zh: "页面还没有批准（缺少 approval 的 approver 和 approvedOn）",
        en: "the page is not approved (approval lacks approver and approvedOn)",
        hint: Message(zh: "补上批准信息，或先写 draft: true", en: "add the approval, or set draft: true until then"),
        at: .file(path: page.file, line: 1, column: 1))
    }
  }
}
