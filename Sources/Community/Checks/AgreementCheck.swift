import CivilTime
import Content
import Diagnostics
import Vocabulary

/// Agreements that end soon, and those that have ended: somebody renews them, or takes leave.
struct AgreementCheck {
  /// Days ahead of the end.
  private static let notice = 30

  let pages: [Page]
  let today: CivilDate

  func problems() -> [Diagnostic] {
    pages.compactMap { page in
      guard case .partner(let partner) = page.details, let agreement = partner.agreement, let last = agreement.lastDay
      else { return nil }
      let days = last.dayNumber - today.dayNumber
      // A page that ends by then needs no reminding.
      let leaves = page.expiresAt.map { $0.date <= max(last, today) + 1 } ?? false
      guard days <= Self.notice, !leaves else { return nil }
      let date = TimeText.date(last)
      let hint = Message(
        zh: "续签了就改 agreement 的 until；不续签，写上 expiresAt，页面从那天起不再列出",
        en: "renewed, mend the agreement's “until”; else write `expiresAt`, from which on the page is not listed")
      return days < 0
        ? .warning(
          "partner.agreement-ended", zh: "“\(page.title)”的协议 \(date) 已到期",
          en: "the agreement with “\(page.title)” ended on \(date)",
          hint: hint, at: agreement.location)
        : .warning(
          "partner.agreement-ends-soon", zh: "“\(page.title)”的协议还有 \(days) 天到期（\(date)）",
          en: "the agreement with “\(page.title)” ends in \(days) days (\(date))", hint: hint, at: agreement.location)
    }
  }
}
