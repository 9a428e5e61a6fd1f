import CivilTime
package import Content
import Encoding
package import Words

extension Agreement {
  /// How it stands, by the reader's day; nothing while it simply holds.
  func standing(_ words: any Words) -> [DatedText] {
    var texts: [DatedText] = []
    if let first = firstDay { texts.append(DatedText(words.agreementAhead, to: first - 1)) }
    if let last = lastDay, last.year < 9999 { texts.append(DatedText(words.agreementEnded, from: last + 1)) }
    return texts
  }

  func facts(_ words: any Words) -> [PageFact] {
    let assessed = [assessed.map { words.date($0) }, result].compactMap { $0 }.joined(separator: words.comma)
    let facts: [(String, String?)] = [
      (words.agreement, words.span(from: from.map { words.date($0) }, to: until.map { words.date($0) })),
      (words.assessed, assessed.isEmpty ? nil : assessed), (words.admission, admission), (words.exit, exit),
    ]
    return facts.compactMap { label, value in value.map { PageFact(label, $0) } }
  }
}

extension Premises {
  /// The parts in words, each with its share of the whole, in their order.
  package func parts(_ words: any Words) -> [(label: String, area: Double)] {
    let parts: [(String, Double?)] = [
      (words.officeSpace, offices), (words.sharedSpace, shared), (words.givenSpace, given),
      (words.otherSpace, rest > 0.5 && rest < area ? rest : nil),
    ]
    return parts.compactMap { label, area in area.map { (label, $0) } }
  }
}
