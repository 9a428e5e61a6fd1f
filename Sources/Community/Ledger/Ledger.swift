package import Activities
package import CivilTime
package import Vocabulary

/// What is published of a unit's cases and of those of the units below it.
package struct Ledger: Sendable {
  package let unit: Unit
  package let period: LedgerPeriod
  /// The promise that most cases had; nil where too few had the same.
  package let promisedMinutes: Int?
  /// Empty where those of a unit above are published (docs/decisions/0034).
  package let breakdowns: [LedgerBreakdown]
  /// Approved texts of cases, the last approved first.
  package let stories: [String]
  private let values: [LedgerFigure: LedgerValue]

  init(
    unit: Unit, period: LedgerPeriod, values: [LedgerFigure: LedgerValue], promisedMinutes: Int?,
    breakdowns: [LedgerBreakdown], stories: [String]
  ) {
    self.unit = unit
    self.period = period
    self.values = values
    self.promisedMinutes = promisedMinutes
    self.breakdowns = breakdowns
    self.stories = stories
  }

  package subscript(figure: LedgerFigure) -> LedgerValue { values[figure] ?? .nothing }

  /// What stands first on pages and screens.
  package static let main: [LedgerFigure] = [.accepted, .closed, .open, .overdue, .satisfied]
  /// How soon.
  package static let timely: [LedgerFigure] = [.onTime, .median, .ninetieth]
}

/// A figure as it may be published.
package enum LedgerValue: Sendable, Hashable {
  case count(Int)
  /// In tenths of a percent, rounded down to a step of five cases or more.
  case share(tenths: Int)
  /// Rounded up: to five minutes, from an hour on to hours, from two days on to tenths of days.
  case minutes(Int)
  /// There is nothing to count.
  case nothing
  /// One to four cases.
  case few
  /// Others that are few would follow from it.
  case withheld

  package var number: Double? {
    switch self {
    case .count(let count): Double(count)
    case .share(let tenths): Double(tenths) / 10
    case .minutes(let minutes): Double(minutes)
    case .nothing, .few, .withheld: nil
    }
  }
}

/// How many cases of each group there were: one of accepted by category, accepted by channel, closed by disposition, either by month.
package struct LedgerBreakdown: Sendable {
  package enum Key: Sendable, Hashable {
    case category(String)
    case channel(CaseChannel)
    case disposition(CaseDisposition)
    /// Its first day.
    case month(CivilDate)
    /// Small ones together, with as many others as it takes.
    case others

    package var code: String {
      switch self {
      case .category(let name): name
      case .channel(let channel): channel.rawValue
      case .disposition(let disposition): disposition.rawValue
      case .month(let first): String(TimeText.date(first).prefix(7))
      case .others: "others"
      }
    }
  }

  package struct Group: Sendable {
    package let key: Key
    package let value: LedgerValue
  }

  package let figure: LedgerFigure
  package let grouping: LedgerGrouping
  /// By their size, others last; months in their order.
  package let groups: [Group]
}

/// The ledgers of a community.
package struct Ledgers: Sendable {
  package let period: LedgerPeriod
  /// Of each unit that had a case, in the tree's order.
  package let all: [Ledger]
  private let byUnit: [UnitID: Ledger]

  init(period: LedgerPeriod, all: [Ledger]) {
    self.period = period
    self.all = all
    byUnit = Dictionary(all.map { ($0.unit.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Of a period of its own, without parts: rows to be kept.
  package static func counted(_ data: ActivityData, in period: LedgerPeriod) -> Ledgers {
    LedgerBuilder(data[HelpCaseRecord.self], units: .make(data.units), period: period).ledgers(pages: [])
  }

  /// nil where no case of it was ever entered.
  package subscript(unit: UnitID) -> Ledger? { byUnit[unit] }
}
