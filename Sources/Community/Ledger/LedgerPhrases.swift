import CivilTime
import Encoding
package import Vocabulary
package import Words

/// What is said of a ledger, in a language: pages, screens, feeds and search say the same.
extension Ledger {
  package func label(_ figure: LedgerFigure, _ words: any Words) -> String {
    words.label(figure, promise: promisedMinutes)
  }

  package func definition(_ figure: LedgerFigure, _ words: any Words) -> String {
    words.definition(figure, promise: promisedMinutes)
  }

  /// Which months it speaks of, and when it was counted.
  package func countedText(_ words: any Words) -> String {
    func month(_ day: CivilDate) -> String { words.month(day.month, of: day.year) }
    return words.counted(
      month(period.months.first ?? period.lastDay), month(period.lastDay), at: words.moment(period.moment))
  }

  package func smallGroupsNote(_ words: any Words) -> String { words.smallGroupsNote(SmallGroups.least) }
}

extension LedgerValue {
  package func text(_ words: any Words) -> String {
    switch self {
    case .count(let count): NumberText.grouped(Double(count))
    case .share(let tenths): words.percent(NumberText.plain(Double(tenths) / 10))
    case .minutes(let minutes): Self.duration(minutes, words)
    case .nothing: words.nothingToCount
    case .few: words.fewer(than: SmallGroups.least)
    case .withheld: words.notTold
    }
  }

  /// `35 分钟`, `7 小时`, `2.6 天`.
  private static func duration(_ minutes: Int, _ words: any Words) -> String {
    if minutes < 60 { return words.minutes(minutes) }
    if minutes < 2880 { return words.hours((minutes + 59) / 60) }
    return words.days(NumberText.plain(Double((minutes + 143) / 144) / 10))
  }

  package var isPublished: Bool { number != nil }
}

extension LedgerBreakdown.Key {
  package func text(_ words: any Words) -> String {
    switch self {
    case .category(let name): name
    case .channel(let channel): words.label(channel)
    case .disposition(let disposition): words.label(disposition)
    case .month(let first): words.month(first.month, of: first.year)
    case .others: words.smallGroups
    }
  }
}
