import Activities
import CivilTime
import Diagnostics

/// Nothing of a case lies ahead: what has a time has happened.
struct CaseCheck {
  private let data: ActivityData
  private let database: String
  private let now: LocalDateTime

  init(_ data: ActivityData, database: String, now: LocalDateTime) {
    self.data = data
    self.database = database
    self.now = now
  }

  func problems() -> [Diagnostic] {
    data[HelpCaseRecord.self].flatMap { record in
      [
        problem(record, "reported_at", Message(zh: "反映", en: "reported"), record.reportedAt),
        problem(record, "accepted_at", Message(zh: "受理", en: "accepted"), record.acceptedAt),
        problem(record, "closed_at", Message(zh: "办结", en: "closed"), record.closedAt),
        problem(record, "rated_at", Message(zh: "评价", en: "rated"), record.ratedAt),
      ].compactMap { $0 }
    }
  }

  private func problem(
    _ record: HelpCaseRecord, _ column: String, _ done: Message, _ time: LocalDateTime?
  ) -> Diagnostic? {
    guard let time, time > now else { return nil }
    return .error(
      "data.case-ahead", zh: "\(done.zh)时间 \(TimeText.local(time)) 还没到",
      en: "it was \(done.en) at \(TimeText.local(time)), which is still to come",
      hint: Message(zh: "改正时间；还没有发生就留空", en: "mend the time, or leave it empty until it is so"),
      at: .row(database: database, table: "help_case", key: "id=\(record.id)", column: column))
  }
}
