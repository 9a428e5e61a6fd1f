import CivilTime
import Diagnostics
import Vocabulary

/// A roster has holders in an order without gaps, and swaps name the first day of a turn.
struct RosterCheck {
  private let rosters: [RosterRecord]
  private let database: String

  init(_ data: ActivityData, database: String) {
    rosters = data.rosters
    self.database = database
  }

  func problems() -> [Diagnostic] { rosters.flatMap(holderProblems) + rosters.flatMap(swapProblems) }

  private func holderProblems(_ roster: RosterRecord) -> [Diagnostic] {
    let positions = roster.holders.map(\.position)
    guard positions.isEmpty || positions != Array(1...positions.count) else { return [] }
    return [
      .error(
        "data.roster-order", zh: positions.isEmpty ? "轮值表“\(roster.title)”还没有轮值单位" : "轮值表“\(roster.title)”的次序有缺号",
        en: positions.isEmpty ? "the roster “\(roster.title)” has no holders" : "the roster “\(roster.title)” has gaps",
        hint: Message(
          zh: "roster_holder 的 position 从 1 起连续编号", en: "number roster_holder's positions from 1 without gaps"),
        at: .row(database: database, table: "roster", key: "id=\(roster.id)", column: nil))
    ]
  }

  private func swapProblems(_ roster: RosterRecord) -> [Diagnostic] {
    let rotation = Rotation(roster.period, from: roster.startsOn)
    return roster.swaps.compactMap { swap in
      let turn = rotation.turn(of: swap.turnStart)
      let first = rotation.days(of: max(0, turn)).lowerBound
      guard first != swap.turnStart else { return nil }
      return .error(
        "data.roster-swap", zh: "\(TimeText.date(swap.turnStart)) 不是“\(roster.title)”一班的第一天",
        en: "\(TimeText.date(swap.turnStart)) is not the first day of a turn of “\(roster.title)”",
        hint: Message(zh: "这一班从 \(TimeText.date(first)) 开始", en: "the turn begins on \(TimeText.date(first))"),
        at: .row(
          database: database, table: "roster_swap",
          key: "roster_id=\(roster.id),turn_start=\(TimeText.date(swap.turnStart))", column: "turn_start"))
    }
  }
}
