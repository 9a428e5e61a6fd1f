package import CivilTime
import Diagnostics

/// An edition of a brand: `2.0`, from some day on.
package struct Edition: Sendable {
  /// `2.0`.
  package let name: String
  /// What it is called beside its number.
  package let title: String?
  /// As exactly as it is known; nil of a brand whose editions have no dates.
  package let from: PartialDate?
  /// The last day, month or year in which it holds; nil: until the next one.
  package let until: PartialDate?
  /// What it changed, a line each.
  package let changes: [String]
  /// The last day on which it holds; nil: it still does after all days that are known.
  package internal(set) var lastDay: CivilDate?

  package var firstDay: CivilDate? { from?.firstDay }

  package func holds(on day: CivilDate) -> Bool {
    firstDay.map { $0 <= day } ?? true && lastDay.map { day <= $0 } ?? true
  }
}

extension FieldReader {
  /// `editions`, in the order in which they follow each other; or the one that `edition` names.
  func editions() -> [Edition] {
    let entries = readers("editions")
    let single = text("edition")
    if let single {
      guard isPresent("editions") else {
        return [Edition(name: single, title: nil, from: nil, until: nil, changes: [])]
      }
      problem(
        .error(
          "brand.two-editions", zh: "“edition”和“editions”只能写一个", en: "either “edition” or “editions”, not both",
          hint: Message(zh: "删去“edition”一行，现在是哪一版按日期算", en: "remove “edition”: the present one follows from the dates"),
          at: location(of: "edition")))
    }
    var editions: [Edition] = []
    for entry in entries {
      if let edition = entry.edition(after: editions.last, among: editions.map(\.name)) {
        if let last = editions.last, last.until == nil, let first = edition.firstDay {
          editions[editions.count - 1].lastDay = first - 1
        }
        editions.append(edition)
      }
    }
    return editions
  }

  private func edition(after last: Edition?, among names: [String]) -> Edition? {
    let name = requiredText("edition")
    let title = text("name")
    let from = requiredPartialDate("from")
    let until = partialDate("until")
    let changes = texts("changes")
    finish()
    guard let name, let from else { return nil }
    if names.contains(name) {
      problem(
        .error(
          "brand.edition-twice", zh: "“\(name)”版写了两次", en: "edition “\(name)” stands here twice",
          hint: Message(zh: "改成另一个版本号，或删去一条", en: "give it another name, or remove one"), at: location(of: "edition")))
      return nil
    }
    if let until, until.lastDay < from.firstDay {
      problem(
        .error(
          "brand.edition-ends-early", zh: "“\(name)”版在开始之前就结束了", en: "edition “\(name)” ends before it begins",
          hint: Message(zh: "改正 from 或 until", en: "mend “from” or “until”"), at: location(of: "until")))
      return nil
    }
    if let last, let before = last.firstDay, from.firstDay <= before {
      problem(
        .error(
          "brand.edition-order", zh: "“\(name)”版写在“\(last.name)”版后面，却不比它晚",
          en: "edition “\(name)” stands behind “\(last.name)” and does not begin later",
          hint: Message(zh: "按先后排列；分不出先后时把 from 写到月或日", en: "put them in order; write “from” to the month or the day"),
          at: location(of: "from")))
      return nil
    }
    if let last, let end = last.until, from.firstDay <= end.lastDay {
      problem(
        .error(
          "brand.edition-overlap", zh: "“\(name)”版开始时“\(last.name)”版还没结束",
          en: "edition “\(name)” begins before “\(last.name)” has ended",
          hint: Message(
            zh: "“\(last.name)”版到 \(TimeText.partialDate(end)) 为止；不写 until 就到下一版开始为止",
            en:
              "“\(last.name)” holds until \(TimeText.partialDate(end)); without “until” it ends where the next one begins"
          ),
          at: location(of: "from")))
      return nil
    }
    return Edition(name: name, title: title, from: from, until: until, changes: changes, lastDay: until?.lastDay)
  }
}
