package import CivilTime
package import Diagnostics

/// What a partner and the community agreed upon.
package struct Agreement: Sendable {
  package let from: PartialDate?
  /// The last day, month or year in which it holds; nil: nothing says so.
  package let until: PartialDate?
  /// When the partner was last assessed, and what came of it.
  package let assessed: PartialDate?
  package let result: String?
  /// How the partner was chosen.
  package let admission: String?
  /// When and how it ends.
  package let exit: String?
  /// Of `until`, else of the agreement.
  package let location: Location

  package var firstDay: CivilDate? { from?.firstDay }
  package var lastDay: CivilDate? { until?.lastDay }

  package func hasEnded(on day: CivilDate) -> Bool { lastDay.map { $0 < day } ?? false }
}

extension FieldReader {
  /// `agreement: {from: 2024-10-21, until: 2026-10, assessed: 2026-09}`.
  func agreement() -> Agreement? {
    guard let group = reader("agreement") else { return nil }
    let agreement = Agreement(
      from: group.partialDate("from"), until: group.partialDate("until"), assessed: group.partialDate("assessed"),
      result: group.text("result"), admission: group.text("admission"), exit: group.text("exit"),
      location: group.location(of: "until"))
    group.finish()
    if let first = agreement.firstDay, let last = agreement.lastDay, last < first {
      group.problem(
        .error(
          "partner.agreement-order", zh: "协议在开始之前就到期了", en: "the agreement ends before it begins",
          hint: Message(zh: "改正 from 或 until", en: "mend “from” or “until”"), at: agreement.location))
    }
    if let result = agreement.result, agreement.assessed == nil, !group.isPresent("assessed") {
      group.problem(
        .error(
          "partner.result-without-day", zh: "写了评议结果“\(result)”，没写哪天评的",
          en: "a result (“\(result)”) without the day of the assessment",
          hint: Message(zh: "加上 assessed: 2026-09", en: "add `assessed: 2026-09`"), at: group.location(of: "result")))
    }
    return agreement
  }
}
