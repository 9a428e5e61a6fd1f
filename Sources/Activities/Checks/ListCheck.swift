import CivilTime
import Diagnostics
import Vocabulary

/// What stands on a list is of its shape and uses its words; what is paired is there to be given.
struct ListCheck {
  private struct Word: Hashable {
    let list: ListID
    let kind: ListWordKind
    let id: ListWordID
  }

  private let data: ActivityData
  private let database: String
  private let lists: [ListID: ListRecord]
  private let words: [Word: String]
  private let offers: [OfferID: OfferRecord]
  private let matters: [MatterID: MatterRecord]

  init(_ data: ActivityData, database: String) {
    self.data = data
    self.database = database
    lists = Dictionary(data[ListRecord.self].map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    words = Dictionary(
      data[ListWordRecord.self].map { (Word(list: $0.list, kind: $0.kind, id: $0.id), $0.label) },
      uniquingKeysWith: { first, _ in first })
    offers = Dictionary(data[OfferRecord.self].map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    matters = Dictionary(data[MatterRecord.self].map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func problems() -> [Diagnostic] {
    let rows =
      data[OfferRecord.self].flatMap { offer in
        shape(of: offer.list, is: .offer, "offer", offer.id.text)
          + word(.category, word: offer.category, of: offer.list, table: "offer", id: offer.id.text)
      }
      + data[MatterRecord.self].flatMap { matter in
        shape(of: matter.list, is: .matter, "matter", matter.id.text)
          + word(.category, word: matter.category, of: matter.list, table: "matter", id: matter.id.text)
          + word(.result, word: matter.result, of: matter.list, table: "matter", id: matter.id.text)
      }
    return rows + origins() + pairings() + steps()
  }

  private func place(_ table: String, id: String, column: String) -> Location {
    .row(database: database, table: table, key: "id=\(id)", column: column)
  }

  private func shape(of list: ListID, is shape: ListShape, _ table: String, _ id: String) -> [Diagnostic] {
    guard let record = lists[list], record.shape != shape else { return [] }
    return [
      .error(
        "data.list-shape", zh: "清单“\(record.title)”列的是\(record.shape.inSheets)，不能放\(shape.inSheets)",
        en: "the list “\(record.title)” holds \(record.shape.rawValue)s, not \(shape.rawValue)s",
        hint: Message(
          zh: "改正 list_id，或把这一行放进 \(record.shape.rawValue) 表",
          en: "mend list_id, or put the row into \(record.shape.rawValue)"), at: place(table, id: id, column: "list_id")
      )
    ]
  }

  private func word(
    _ kind: ListWordKind, word: ListWordID?, of list: ListID, table: String, id: String
  ) -> [Diagnostic] {
    guard let word, let record = lists[list], words[Word(list: list, kind: kind, id: word)] == nil else { return [] }
    let known = words.keys.filter { $0.list == list && $0.kind == kind }.map(\.id.text).sorted()
    return [
      .error(
        "data.list-word", zh: "清单“\(record.title)”没有\(kind.inSheets)“\(word)”",
        en: "the list “\(record.title)” has no \(kind.rawValue) “\(word)”",
        hint: Suggestion.nearest(to: word.text, among: known).map {
          Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?")
        } ?? Message(zh: "先在 list_word 表里加上它", en: "add it to list_word first"),
        at: place(table, id: id, column: kind.rawValue))
    ]
  }

  /// A matter never comes from itself, by whatever way round.
  private func origins() -> [Diagnostic] {
    data[MatterRecord.self].compactMap { matter in
      var passed: Set<MatterID> = []
      var next = matter.from
      while let current = next, current != matter.id, passed.insert(current).inserted { next = matters[current]?.from }
      guard next == matter.id else { return nil }
      return .error(
        "data.matter-cycle", zh: "“\(matter.title)”的来源绕了一圈又是它自己", en: "“\(matter.title)” comes from itself",
        hint: Message(zh: "改正 from_id", en: "mend its from_id"),
        at: place("matter", id: matter.id.text, column: "from_id"))
    }
  }

  // MARK: Pairings

  private func pairings() -> [Diagnostic] {
    var given: [OfferID: Double] = [:]
    return data[PairingRecord.self].sorted { ($0.day, $0.matter, $0.offer) < ($1.day, $1.matter, $1.offer) }.compactMap
    {
      pairing in
      guard let offer = offers[pairing.offer], let quantity = offer.quantity else { return nil }
      given[pairing.offer, default: offer.taken ?? 0] += pairing.quantity ?? 1
      guard given[pairing.offer, default: 0] > quantity, let matter = matters[pairing.matter] else { return nil }
      return .error(
        "data.pairing-too-much", zh: "“\(offer.title)”一共 \(plain(quantity))，加上给“\(matter.title)”的就超出了",
        en: "there are \(plain(quantity)) of “\(offer.title)”: with what “\(matter.title)” gets it is more",
        hint: Message(zh: "改正 quantity，或另配一项资源", en: "mend the quantity, or pair another resource"),
        at: .row(
          database: database, table: "pairing", key: "matter_id=\(pairing.matter),offer_id=\(pairing.offer)",
          column: "quantity"))
    }
  }

  private func plain(_ number: Double) -> String { number == number.rounded() ? "\(Int(number))" : "\(number)" }

  // MARK: Steps

  /// A step at a meeting names one that there is, and no step lies before the matter was raised.
  private func steps() -> [Diagnostic] {
    let activities = Dictionary(data.activities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let added = Dictionary(grouping: data.changes.filter(\.addsOccurrence), by: \.activity)
      .mapValues { Set($0.map(\.occursAt)) }
    return data[MatterStepRecord.self].compactMap { step in
      let location = Location.row(
        database: database, table: "matter_step",
        key: "matter_id=\(step.matter),on_day=\(TimeText.date(step.day)),position=\(step.position)",
        column: step.activity == nil ? "on_day" : "occurs_at")
      if let matter = matters[step.matter], let raised = matter.raisedOn, step.day < raised {
        return .error(
          "data.step-too-early", zh: "“\(matter.title)”\(TimeText.date(raised)) 才提出，进展却写在 \(TimeText.date(step.day))",
          en: "“\(matter.title)” was raised on \(TimeText.date(raised)), after the step of \(TimeText.date(step.day))",
          hint: Message(zh: "改正其中一个日期", en: "mend one of the days"), at: location)
      }
      guard let time = step.occursAt, let activity = step.activity.flatMap({ activities[$0] }),
        activity.rule.map({ !$0.produces(time, from: activity.start) }) ?? (activity.start != time),
        added[activity.id]?.contains(time) != true
      else { return nil }
      return .error(
        "data.no-such-occurrence", zh: "“\(activity.title)”在 \(TimeText.local(time)) 并没有场次",
        en: "“\(activity.title)” has no occurrence at \(TimeText.local(time))",
        hint: Message(zh: "写那次会议原定的开始时间，或两格都留空", en: "write that meeting's original start, or leave both empty"),
        at: location)
    }
  }
}
