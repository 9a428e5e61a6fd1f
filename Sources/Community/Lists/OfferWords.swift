import Activities
import CivilTime
import Encoding
import Vocabulary
package import Words

/// What is said of an offer, in a language: pages, screens and search say the same.
extension Offer {
  /// `免费`, `15 元/次`; nil where no price is stated.
  package func priceText(_ words: any Words) -> String? {
    price ?? record.feeYuan.map { amountText($0, words) }
  }

  /// `市场价 30 元/次`.
  package func marketText(_ words: any Words) -> String? {
    record.marketYuan.map { words.marketPrice(amountText($0, words)) }
  }

  private func amountText(_ yuan: Double, _ words: any Words) -> String {
    if yuan == 0 { return words.noCharge }
    let amount = NumberText.grouped(yuan)
    return record.per.map { words.price(amount, per: $0) } ?? words.yuan(amount)
  }

  /// `60 积分`; behind a price, that it can be had for points instead.
  package func pointsText(_ words: any Words) -> String? {
    record.points.map { priceText(words) == nil ? words.pointsNeeded($0) : words.orPoints($0) }
  }

  /// `还有 4 份`, or that nothing is left; nil where no quantity is stated.
  package func leftText(_ words: any Words) -> String? {
    left.map { left in
      if left == 0 { return words.noneLeft }
      let amount = NumberText.grouped(left)
      return words.left(record.per.map { "\(amount) \($0)" } ?? amount)
    }
  }

  /// Who does it, for whom, when and how: a line each.
  package func facts(_ words: any Words) -> [PageFact] {
    let record = record
    let limit = record.limitDays.map { $0 == 0 ? words.onTheSpot : words.within(words.workdays($0)) }
    let texts: [(String, String?)] = [
      (list?.content == .volunteer ? words.recruiter : words.provider, record.provider),
      (words.audience, record.audience), (words.time, record.hours),
      (words.takes, record.minutes.map(words.minutes)), (words.leastPeople, record.minimumPeople.map(words.fromPeople)),
      (words.conditions, record.conditions), (words.documents, record.documents), (words.timeLimit, limit),
    ]
    var facts = texts.compactMap { label, text in text.map { PageFact(label, $0) } }
    for (label, text) in [(words.booking, record.orderBy), (words.phone, record.phone)] {
      if let text { facts.append(.reaching(label, text)) }
    }
    if let venue { facts.append(PageFact(words.place, venue.name, url: venue.url)) }
    return facts
  }
}
