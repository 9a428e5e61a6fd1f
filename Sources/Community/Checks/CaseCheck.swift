import Activities
import CivilTime
import Diagnostics

/// Nothing of a case lies ahead: what has a time has happened. A build of an earlier moment counts such cases as they were then, so it is
/// a warning, and one alone: a slip in a column of times makes thousands.
struct CaseCheck {
  private let data: ActivityData
  private let database: String
  private let horizon: Horizon

  init(_ data: ActivityData, database: String, _ horizon: Horizon) {
    self.data = data
    self.database = database
    self.horizon = horizon
  }

  func problems() -> [Diagnostic] {
    let found = data[HelpCaseRecord.self].compactMap { record in ahead(record).map { (record, $0.column, $0.time) } }
    guard let (record, column, time) = found.first else { return [] }
    let text = TimeText.local(time)
    return [
      .warning(
        "data.case-ahead", zh: "\(found.count) 件事项写了还没到的时间，第一件写着 \(text)；没到的不计入",
        en:
          "cases with times that are still to come: \(found.count), the first at \(text); what is to come is not counted",
        hint: Message(zh: "改正时间；还没有发生就留空", en: "mend the time, or leave it empty until it is so"),
        at: .row(database: database, table: "help_case", key: "id=\(record.id)", column: column))
    ]
  }

  private func ahead(_ record: HelpCaseRecord) -> (column: String, time: LocalDateTime)? {
    let times = [
      ("reported_at", record.reportedAt), ("accepted_at", record.acceptedAt), ("closed_at", record.closedAt),
      ("rated_at", record.ratedAt),
    ]
    for (column, time) in times { if let time, !horizon.hasCome(time) { return (column, time) } }
    return nil
  }
}
