import Activities
import CivilTime
import Content
import Diagnostics
import Vocabulary

/// What the rows of lists name exists, nothing is done before today, and what waits for approval is said.
struct ListRowCheck {
  private let data: ActivityData
  private let content: Content
  private let today: CivilDate
  private let pages: Set<PageKey>

  init(_ data: ActivityData, content: Content, today: CivilDate) {
    self.data = data
    self.content = content
    self.today = today
    pages = Set(content.pages.map { PageKey(kind: $0.kind, slug: $0.slug) })
  }

  func problems() -> [Diagnostic] {
    data[OfferRecord.self].flatMap { offer in
      page(.partner, slug: offer.partner, table: "offer", id: offer.id.text, column: "partner")
        + approval(offer.approvedOn, table: "offer", id: offer.id.text)
    }
      + data[MatterRecord.self].flatMap { matter in
        page(.brand, slug: matter.brand, table: "matter", id: matter.id.text, column: "brand")
          + approval(matter.approvedOn, table: "matter", id: matter.id.text) + ahead(matter)
      }
  }

  private func place(_ table: String, id: String, column: String) -> Location {
    .row(database: content.site.database, table: table, key: "id=\(id)", column: column)
  }

  private func page(
    _ kind: PageKind, slug: Slug?, table: String, id: String, column: String
  ) -> [Diagnostic] {
    guard let slug, !pages.contains(PageKey(kind: kind, slug: slug)), !content.unreadable.contains(slug.text) else {
      return []
    }
    let near = Suggestion.nearest(to: slug.text, among: pages.filter { $0.kind == kind }.map(\.slug.text).sorted())
    return [
      .error(
        "reference.missing", zh: "没有这个\(kind == .partner ? "合伙人" : "品牌")页面：“\(slug)”",
        en: "there is no \(kind.rawValue) page “\(slug)”",
        hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
          ?? Message(
            zh: "写那个页面网址的最后一段，没有页面就留空", en: "write the last part of that page's address, or leave it empty"),
        at: place(table, id: id, column: column))
    ]
  }

  /// Held back, so that one row does not stop the others.
  private func approval(_ approvedOn: CivilDate?, table: String, id: String) -> [Diagnostic] {
    guard content.site.requiresApproval, approvedOn == nil else { return [] }
    return [
      .warning(
        "approval.row-missing", zh: "还没有批准（approved_on 是空的），暂不公开",
        en: "it is not approved (approved_on is empty) and held back",
        hint: Message(zh: "批准后填上批准日期", en: "fill in approved_on when it is"),
        at: place(table, id: id, column: "approved_on"))
    ]
  }

  private func ahead(_ matter: MatterRecord) -> [Diagnostic] {
    guard let done = matter.doneOn, done > today else { return [] }
    return [
      .warning(
        "data.done-ahead", zh: "“\(matter.title)”的办结日期 \(TimeText.date(done)) 还没到",
        en: "“\(matter.title)” was done on \(TimeText.date(done)), which is still to come",
        hint: Message(zh: "改正日期；还没办完就写办理中", en: "mend the day, or set the phase to doing"),
        at: place("matter", id: matter.id.text, column: "done_on"))
    ]
  }
}
