import Activities
package import CivilTime
import Content
import Encoding
import Vocabulary
package import Words

/// What is said of a matter, in a language: pages, screens and search say the same.
extension Matter {
  /// In its list's own word, where it has one.
  package func phaseText(_ words: any Words) -> String { phaseName ?? words.label(record.phase) }

  /// `12/18 盏`; nil where no quantity is stated, or nobody has begun.
  package func progressText(_ words: any Words) -> String? {
    if record.phase == .raised { return nil }
    return record.quantity.map { all in
      words.share(
        NumberText.grouped(record.quantityDone ?? 0), of: NumberText.grouped(all), per: record.per ?? "")
    }
  }

  /// `6 盏`.
  private var quantityText: String? {
    record.quantity.map { [NumberText.grouped($0), record.per].compactMap { $0 }.joined(separator: " ") }
  }

  /// How much of it is done, 0…100; nil where nobody has begun.
  package var percentDone: Int? {
    guard record.phase != .raised, let all = record.quantity, all > 0 else { return nil }
    return Int((record.quantityDone ?? 0) / all * 100)
  }

  /// When it was raised, and by whom where that is known: they stand together, and the word for it comes once.
  ///
  /// - Parameter dated: how the day is written.
  package func raisedText(_ words: any Words, dated: (any Words, CivilDate) -> String) -> String? {
    record.raisedOn.map { day in
      let date = dated(words, day)
      return record.raisedBy.map { words.raised(on: date, by: $0) } ?? words.raised(on: date)
    }
  }

  /// Who has it, until when, for whom, with what: a line each.
  package func facts(_ words: any Words) -> [PageFact] {
    let resources = pairings.map { pairing in
      [pairing.offer.provider, pairing.offer.title].compactMap { $0 }.joined(separator: " · ")
    }
    let texts: [(String, String?)] = [
      (words.owner, ownerName), (words.needed, record.phase == .raised ? quantityText : nil),
      (words.progress, progressText(words)),
      (words.servedPeople, record.people.map { words.persons(NumberText.grouped(Double($0))) }),
      (words.cost, record.costYuan.map { words.yuan(NumberText.grouped($0)) }),
      (words.resources, resources.isEmpty ? nil : resources.joined(separator: words.semicolon)),
    ]
    var facts = texts.compactMap { label, text in text.map { PageFact(label, $0) } }
    if let venue { facts.append(PageFact(words.place, venue.name, url: venue.url)) }
    if let brand { facts.append(PageFact(words.label(.brand), brand.page.title, url: brand.page.url)) }
    return facts
  }
}
