import CivilTime
package import Vocabulary

@testable package import Activities

// MARK: Lists

extension CommunityFixture {
  /// When rows of lists were last changed.
  private static let updatedAt = TimeText.parseLocal("2026-11-20T17:00")!

  /// - Parameters:
  ///   - categories: their codes with their labels, in their order.
  ///   - phases: the list's own words for phases.
  package mutating func addList(
    _ id: String, of content: ListContent, shape: ListShape? = nil, unit: String = "fudong", title: String? = nil,
    categories: [(String, String)] = [], phases: [MatterPhase: String] = [:], page: String? = nil
  ) {
    data[ListRecord.self].append(
      ListRecord(
        id: .init(id)!, shape: shape ?? content.shape ?? .matter, title: title ?? id, content: content,
        unit: .init(unit)!, page: page))
    for (position, word) in categories.enumerated() { addWord(id, .category, word.0, word.1, position: position + 1) }
    for (phase, label) in phases { addWord(id, .phase, phase.rawValue, label) }
  }

  package mutating func addWord(
    _ list: String, _ kind: ListWordKind, _ id: String, _ label: String, position: Int = 1
  ) {
    data[ListWordRecord.self].append(
      ListWordRecord(list: .init(list)!, kind: kind, id: .init(id)!, label: label, position: position))
  }

  package mutating func addOffer(
    _ id: String, on list: String, title: String? = nil, _ fill: (inout OfferRecord) -> Void = { _ in }
  ) {
    var offer = OfferRecord(id: .init(id)!, list: .init(list)!, title: title ?? id, updatedAt: Self.updatedAt)
    fill(&offer)
    data[OfferRecord.self].append(offer)
  }

  /// - Parameters:
  ///   - raised: the day, as `2026-11-01`.
  ///   - done: of what is closed.
  package mutating func addMatter(
    _ id: String, on list: String, _ phase: MatterPhase = .raised, title: String? = nil, raised: String? = nil,
    due: String? = nil, done: String? = nil, owner: String? = nil, outcome: String? = nil, tags: [String] = [],
    _ fill: (inout MatterRecord) -> Void = { _ in }
  ) {
    var matter = MatterRecord(
      id: .init(id)!, list: .init(list)!, title: title ?? id, phase: phase, updatedAt: Self.updatedAt)
    matter.raisedOn = raised.flatMap { TimeText.parseDate($0) }
    matter.dueOn = due.flatMap { TimeText.parseDate($0) }
    matter.doneOn = done.flatMap { TimeText.parseDate($0) }
    matter.owner = owner
    matter.outcome = outcome
    matter.tags = tags
    fill(&matter)
    data[MatterRecord.self].append(matter)
  }

  package mutating func addStep(
    _ matter: String, on day: String, _ text: String, position: Int = 1, votes: (Int, Int, Int)? = nil,
    at activity: (id: String, time: String)? = nil
  ) {
    data[MatterStepRecord.self].append(
      MatterStepRecord(
        matter: .init(matter)!, day: TimeText.parseDate(day)!, position: position, text: text,
        activity: activity.map { .init($0.id)! }, occursAt: activity.map { TimeText.parseLocal($0.time)! },
        votes: votes.map { .init(inFavour: $0.0, against: $0.1, abstained: $0.2) }))
  }

  package mutating func pair(
    _ matter: String, with offer: String, quantity: Double? = nil, project: String? = nil, on day: String = "2026-11-10"
  ) {
    data[PairingRecord.self].append(
      PairingRecord(
        matter: .init(matter)!, offer: .init(offer)!, project: project.map { .init($0)! }, quantity: quantity,
        day: TimeText.parseDate(day)!))
  }
}

// MARK: Duties

extension CommunityFixture {
  /// - Parameter startsOn: a day of the first period in which it is owed.
  package mutating func addDuty(
    _ id: String, _ cadence: DutyCadence, by means: DutyMeans = .notice, within workdays: Int? = nil,
    of unit: String = "fudong", title: String? = nil, category: String? = nil, position: Int = 1,
    startsOn: String? = "2026-07-01"
  ) {
    data[DutyRecord.self].append(
      DutyRecord(
        id: .init(id)!, unit: .init(unit)!, title: title ?? id, category: category, position: position, basis: "章程",
        cadence: cadence, withinWorkdays: workdays, means: means, responsible: "居委会", channel: "公示栏",
        startsOn: startsOn.flatMap { TimeText.parseDate($0) }))
  }

  /// Numbers of a road, of one side or both.
  package mutating func addAddress(
    _ road: String, _ first: Int, _ last: Int, _ side: AddressSide = .both, building: String? = nil, of unit: String
  ) {
    data[UnitAddressRecord.self].append(
      UnitAddressRecord(
        unit: .init(unit)!, road: road, first: first, last: last, side: side, building: building))
  }

  /// A page that finds the units of addresses below a unit; of nil all.
  package mutating func addFinder(_ slug: String = "find", of unit: String? = nil, title: String? = nil) {
    addPage(.list, slug, title: title, "layout: finder\n" + (unit.map { "unit: \($0)\n" } ?? ""))
  }

  /// A page that shows what a unit owes; of nil what all owe.
  package mutating func addDisclosure(of unit: String? = nil) {
    addPage(.list, "disclosure", "layout: disclosure\n" + (unit.map { "unit: \($0)\n" } ?? ""))
  }
}
