import Activities
package import CivilTime
import Encoding
package import Words

/// What a figure says of itself, in the words that all outputs share (Promise 5).
extension Metric {
  /// `312件`, `96.5%`: a number with what is counted.
  package func phrase(_ value: Double) -> String {
    let number = NumberText.grouped(value)
    guard let suffix, let first = suffix.unicodeScalars.first else { return number }
    return number + (first.properties.isAlphabetic && first.isASCII ? " " : "") + suffix
  }

  /// `比2026年9月增加3件，向好`; nil where there is nothing to compare with.
  package func changePhrase(_ words: any Words) -> String? {
    guard let change else { return nil }
    let day = time(change.earlier.asOf, words)
    if change.difference == 0 { return words.unchanged(since: day) }
    let isShare = suffix == "%" || suffix == "\u{FF05}"
    let amount = abs(change.difference)
    let text = isShare ? words.percentagePoints(NumberText.grouped(amount)) : phrase(amount)
    let said = change.difference > 0 ? words.increased(by: text, since: day) : words.decreased(by: text, since: day)
    return switch change.tone {
    case .better: said + words.changeBetter
    case .worse: said + words.changeWorse
    case .same, .neutral: said
    }
  }

  /// `由12个单元相加`; nil where nothing is added.
  package func sumPhrase(_ words: any Words) -> String? {
    parts.isEmpty ? nil : words.addedUp(of: parts.count)
  }

  /// What its chart shows, for those who don't see it; nil without a history.
  package func chartPhrase(_ points: [Point], _ words: any Words) -> String? {
    guard let first = points.first, let last = points.last, points.count > 1,
      let highest = points.max(by: { $0.value < $1.value }), let lowest = points.min(by: { $0.value < $1.value })
    else { return nil }
    func said(_ point: Point) -> String { words.figure(phrase(point.value), on: words.date(point.asOf)) }
    return words.chart(from: said(first), to: said(last), highest: said(highest), lowest: said(lowest))
  }

  /// The period whose last day it is, `2026年9月`, else the day, with the year where it is not that of the newest figure.
  private func time(_ date: CivilDate, _ words: any Words) -> String {
    if let length = measure.period.length, case let period = CivilPeriod(length, containing: date), period.last == date
    {
      return words.name(period)
    }
    return date.year == asOf.year ? words.monthDay(date) : words.date(date)
  }
}
