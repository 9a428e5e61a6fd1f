import CivilTime
import Content
import Diagnostics

/// Where approval is required, pages that lack it are held back and named; elsewhere only signatures that no longer fit are. All of it
/// warnings: no page stops another. A signature that was written by hand for a day
/// that has not come is an error: nobody has given it.
struct ApprovalCheck {
  private let content: Content
  private let today: CivilDate
  private let includesDrafts: Bool

  init(_ content: Content, today: CivilDate, includesDrafts: Bool) {
    self.content = content
    self.today = today
    self.includesDrafts = includesDrafts
  }

  func problems() -> [Diagnostic] { ahead() + standings() }

  private func ahead() -> [Diagnostic] {
    // A page that is public later may still be signed.
    let pages = (content.sources + content.held.compactMap(\.present))
      .filter { page in page.approval?.signatures.contains { $0.day > today } == true && !isLater(page) }
      .map { ($0.approval, Location.file(path: $0.readFrom, line: 1, column: 1)) }
    let slides = content.screens.flatMap { $0.playlist + $0.dayparts.flatMap(\.playlist) + $0.evergreen }
      .map { ($0.approval, $0.location) }
    return (pages + slides).flatMap { approval, location in
      (approval?.signatures ?? []).filter { $0.day > today }.map { signature in
        // The command signs by the machine's clock, which may have been wrong; a hand that writes a day to come has not signed.
        Diagnostic(
          approval?.digest == nil ? .error : .warning, "approval.in-future",
          Message(
            zh: "\(signature.role.name.zh)签字的日期 \(TimeText.date(signature.day)) 还没有到",
            en:
              "the day on which its \(signature.role.name.en) signed, \(TimeText.date(signature.day)), has not come yet"
          ),
          hint: Message(
            zh: "写真正签字的那一天；定时公开用 publishAt", en: "write the day of the signature; to publish later use publishAt"),
          at: location)
      }
    }
  }

  private func isLater(_ page: PageSource) -> Bool {
    [page.date, page.publishAt?.date].compactMap { $0 }.contains { $0 > today }
  }

  private func standings() -> [Diagnostic] {
    guard content.site.requiresApproval else {
      return content.sources.filter { $0.standing == .changed }.map { changed($0.file, nil, isHeld: false) }
    }
    let drafts = content.sources.filter { $0.isDraft && includesDrafts && $0.standing != .approved }
    return content.held.map(held) + drafts.map(draft) + content.sources.compactMap(sameRole)
  }

  private func held(_ page: HeldPage) -> Diagnostic {
    guard case .waiting(let role) = page.standing else {
      return changed(page.file, page.editionApprovedOn, isHeld: true)
    }
    let published = published(page.editionApprovedOn)
    return .warning(
      "approval.missing", zh: "页面还没有批准，等\(role.name.zh)签；\(published.zh)",
      en: "the page is not approved and waits for its \(role.name.en); \(published.en)", hint: command(page.file, role),
      at: .file(path: page.file, line: 1, column: 1))
  }

  private func changed(_ file: String, _ editionApprovedOn: CivilDate?, isHeld: Bool) -> Diagnostic {
    let published =
      isHeld ? published(editionApprovedOn) : Message(zh: "本站不要求审批，照常公开", en: "it is published as approval is optional")
    return .warning(
      "approval.void", zh: "签字以后页面改过，签字作废了；\(published.zh)",
      en: "it was changed after it was signed, and the signatures are void; \(published.en)",
      hint: command(file, .author), at: .file(path: file, line: 1, column: 1))
  }

  private func draft(_ page: PageSource) -> Diagnostic {
    .warning(
      "approval.missing", zh: "草稿还没有批准，--drafts 也不公开",
      en: "the draft is not approved: --drafts does not publish it either",
      hint: Message(zh: "先去掉 draft: true，再送审", en: "take `draft: true` out and have it approved"),
      at: .file(path: page.file, line: 1, column: 1))
  }

  /// What was approved by hand counts as before, but an approval that says itself that nobody else has read the page is reported.
  private func sameRole(_ page: PageSource) -> Diagnostic? {
    guard page.standing == .approved, let role = page.approval?.repeatedRole else { return nil }
    return .warning(
      "approval.same-role", zh: "“\(role)”在审批里出现了两次：起草、审核、审批应当是三个不同的岗位",
      en: "“\(role)” stands twice in its approval: author, reviewer and approver are three different roles",
      hint: command(page.file, .author), at: .file(path: page.readFrom, line: 1, column: 1))
  }

  private func published(_ day: CivilDate?) -> Message {
    guard let day else { return Message(zh: "暂不公开", en: "nothing of it is published") }
    return Message(
      zh: "公开的仍是 \(TimeText.date(day)) 批准的版本",
      en: "the edition approved on \(TimeText.date(day)) stays published")
  }

  private func command(_ file: String, _ role: ApprovalRole) -> Message {
    Message(
      zh: "看过以后运行 gongshi approve \(file) --as \(role.rawValue) --by 岗位",
      en: "when it has been read: gongshi approve \(file) --as \(role.rawValue) --by ROLE")
  }
}
