import Activities
package import CivilTime
import Vocabulary
package import Words

/// What is said of a duty, for pages and screens alike.
extension Duty {
  /// In the order in which a page shows them.
  package func facts(_ words: any Words, on today: CivilDate) -> [PageFact] {
    var facts = [PageFact(words.dueRule, dueRule(words))]
    if let basis = record.basis { facts.append(PageFact(words.basis, basis)) }
    if let responsible = record.responsible { facts.append(PageFact(words.responsible, responsible)) }
    if let channel = record.channel { facts.append(PageFact(words.channel, channel)) }
    let label = record.means == .notice ? words.lastPublished : words.lastHeld
    if let last = last(on: today) {
      facts.append(PageFact(label, "\(words.date(last.day)) \(last.title)", url: last.url))
    } else {
      facts.append(PageFact(label, words.neverPublished))
    }
    return facts
  }

  private func dueRule(_ words: any Words) -> String {
    let workdays = record.withinWorkdays.map { words.workdays($0) }
    return switch (record.cadence, workdays) {
    case (.onChange, let workdays?): words.dueAfterChange(workdays)
    case (.onChange, nil): words.dueOnChange
    case (_, let workdays?): words.dueAfterPeriod(workdays)
    case (let cadence, nil): words.due(within: cadence)
    }
  }

  /// When a period of it is due.
  package func dueText(_ period: Period, _ words: any Words) -> String {
    switch period.due {
    case .on(let day): words.due(by: words.date(day))
    case .unknown(let year): words.dueUnknown(year, words.workdays(record.withinWorkdays ?? 0))
    }
  }
}
