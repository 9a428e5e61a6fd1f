package import Activities
package import CivilTime
package import Vocabulary

/// What a unit owes the public, with what met it so far.
package struct Duty: Sendable {
  /// A notice that was published, or an occurrence that took place or is to.
  package struct Fulfilment: Sendable, Hashable {
    package let day: CivilDate
    package let title: String
    /// A path of the site.
    package let url: String
    /// Of a duty with periods.
    package let period: CivilPeriod?
  }

  /// The last day on which something is in time.
  package enum Due: Sendable, Hashable {
    case on(CivilDate)
    /// That year's holidays are not known, so that its working days can't be counted.
    case unknown(year: Int)

    package var day: CivilDate? {
      if case .on(let day) = self { day } else { nil }
    }
  }

  /// A month, quarter … in which it is owed.
  package struct Period: Sendable {
    package let span: CivilPeriod
    package let due: Due
    /// What meets it first; it may be planned yet.
    package let met: Fulfilment?

    /// How it stands on a day.
    package func state(on day: CivilDate) -> State {
      if let met, met.day <= day { return due.day.map { met.day > $0 } == true ? .doneLate(met) : .done(met) }
      if let last = due.day, last < day { return .late(since: last) }
      // What is planned for after its day will be late.
      if let met, due.day.map({ met.day <= $0 }) ?? true { return .planned(met) }
      return .open
    }
  }

  package enum State: Sendable, Hashable {
    case done(Fulfilment)
    case doneLate(Fulfilment)
    case planned(Fulfilment)
    case open
    /// Nothing met it, and its last day is over.
    case late(since: CivilDate)
  }

  package let record: DutyRecord
  package let unit: Unit
  /// By time, from the beginning of last year, where it was owed then, to the one after the running one; none of what has no periods.
  package let periods: [Period]
  /// All that met it in these years or is planned to, by day.
  package let fulfilments: [Fulfilment]

  package var id: DutyID { record.id }

  /// Of what was published or has taken place by a day.
  package func last(on day: CivilDate) -> Fulfilment? { fulfilments.last { $0.day <= day } }

  /// What is late on a day, and behind it what is due next.
  package func open(on day: CivilDate) -> [Period] {
    var next: Period?
    var late: [Period] = []
    for period in periods {
      switch period.state(on: day) {
      case .late: late.append(period)
      case .open, .planned: if next == nil { next = period }
      case .done, .doneLate: break
      }
    }
    return late + [next].compactMap { $0 }
  }

  /// The first period that is not met and not late.
  package func next(on day: CivilDate) -> Period? {
    open(on: day).last { if case .late = $0.state(on: day) { false } else { true } }
  }

  package func late(on day: CivilDate) -> [Period] {
    periods.filter { if case .late = $0.state(on: day) { true } else { false } }
  }
}

/// All duties of a community, in the order of its units, then of their positions.
package struct CommunityDuties: Sendable {
  package let all: [Duty]
  private let pages: [DutyID: String]

  init(_ all: [Duty], pages: [DutyID: String]) {
    self.all = all
    self.pages = pages
  }

  /// Those of a unit and of all below it; of nil all.
  package func of(_ unit: Unit?, in units: UnitTree) -> [Duty] {
    guard let unit else { return all }
    return all.filter { units.contains($0.unit.id, in: unit.id) }
  }

  /// Where it is shown: on the first page of disclosure that has it.
  package func url(of duty: Duty) -> String? { pages[duty.id].map { "\($0)#\(duty.anchor)" } }
}

extension Duty {
  /// The end of its address.
  package var anchor: String { "duty-\(record.id)" }
}

extension Duty {
  /// Whether it came after its period's last day, before which nothing had.
  package func wasLate(_ fulfilment: Fulfilment) -> Bool {
    guard let period = periods.first(where: { $0.span == fulfilment.period }), period.met == fulfilment else {
      return false
    }
    return period.due.day.map { fulfilment.day > $0 } ?? false
  }
}
