import Activities
import CivilTime
import Vocabulary

/// What is counted of the cases of a unit: its own at first, then with those of the units below it.
struct CaseCount {
  private(set) var all = 0
  private(set) var accepted = 0
  private(set) var closed = 0
  private(set) var open = 0
  private(set) var overdue = 0
  private(set) var rated = 0
  private(set) var satisfied = 0
  /// Cases whose promise is kept or broken already.
  private(set) var promised = 0
  private(set) var onTime = 0
  /// How many had a promise of so many minutes.
  private(set) var promises: [Int: Int] = [:]
  /// From report to close; of the open, their age.
  private(set) var minutes: [Int] = []
  private(set) var categories: [String: Int] = [:]
  private(set) var channels: [CaseChannel: Int] = [:]
  private(set) var dispositions: [CaseDisposition: Int] = [:]
  private(set) var acceptedByMonth: [Int]
  private(set) var closedByMonth: [Int]

  init(months: Int) {
    acceptedByMonth = Array(repeating: 0, count: months)
    closedByMonth = acceptedByMonth
  }

  /// At or after the moment is not yet.
  mutating func add(_ record: HelpCaseRecord, in period: LedgerPeriod) {
    let moment = period.moment
    func known(_ time: LocalDateTime?) -> LocalDateTime? { time.flatMap { $0 < moment ? $0 : nil } }
    guard record.reportedAt < moment else { return }
    all += 1
    if let accepted = known(record.acceptedAt), let month = period.month(of: accepted) {
      self.accepted += 1
      acceptedByMonth[month] += 1
      categories[record.category, default: 0] += 1
      channels[record.channel, default: 0] += 1
    }
    addPromise(of: record, acceptedAt: known(record.acceptedAt), in: period)
    if let closed = known(record.closedAt) {
      if let month = period.month(of: closed) {
        self.closed += 1
        closedByMonth[month] += 1
        minutes.append(closed - record.reportedAt)
        if let disposition = record.disposition { dispositions[disposition, default: 0] += 1 }
      }
    } else {
      open += 1
      minutes.append(moment - record.reportedAt)
      if isOverdue(record, known(record.acceptedAt), at: moment) { overdue += 1 }
    }
    if let rating = record.rating, let rated = known(record.ratedAt), period.month(of: rated) != nil {
      self.rated += 1
      if rating >= 4 { satisfied += 1 }
    }
  }

  private mutating func addPromise(
    of record: HelpCaseRecord, acceptedAt: LocalDateTime?, in period: LedgerPeriod
  ) {
    guard let promise = record.promisedMinutes, period.month(of: record.reportedAt) != nil else { return }
    promises[promise, default: 0] += 1
    if let acceptedAt {
      promised += 1
      if acceptedAt - record.reportedAt <= promise { onTime += 1 }
    } else if period.moment - record.reportedAt > promise {
      promised += 1
    }
  }

  private func isOverdue(_ record: HelpCaseRecord, _ accepted: LocalDateTime?, at moment: LocalDateTime) -> Bool {
    if let due = record.dueOn, due < moment.date { return true }
    guard accepted == nil, let promise = record.promisedMinutes else { return false }
    return moment - record.reportedAt > promise
  }

  /// With those of a unit below.
  mutating func add(_ other: CaseCount) {
    all += other.all
    accepted += other.accepted
    closed += other.closed
    open += other.open
    overdue += other.overdue
    rated += other.rated
    satisfied += other.satisfied
    promised += other.promised
    onTime += other.onTime
    promises.merge(other.promises, uniquingKeysWith: +)
    minutes += other.minutes
    categories.merge(other.categories, uniquingKeysWith: +)
    channels.merge(other.channels, uniquingKeysWith: +)
    dispositions.merge(other.dispositions, uniquingKeysWith: +)
    for month in acceptedByMonth.indices {
      acceptedByMonth[month] += other.acceptedByMonth[month]
      closedByMonth[month] += other.closedByMonth[month]
    }
  }
}
