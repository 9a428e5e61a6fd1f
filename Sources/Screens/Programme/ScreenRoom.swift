import CivilTime
import Community

/// How much of what there is a screen's feed takes along, so that it stays one that a box can load whole: where all of it is too much, each day of the window
/// keeps its soonest, at whatever time somebody looks. The widest that fits is taken. [0073]
struct ScreenRoom: Sendable, Hashable {
  /// Of a feed, pictures included, where there is more than a wall can show.
  static let bytes = 500_000

  /// Lines of a list of each day; nil: all.
  let ofEachDay: Int?
  /// States of rooms, over all days.
  var rooms: Int? { ofEachDay.map { $0 * 12 } }
  /// Notices, matters, teams: what has no day.
  var ofList: Int? { ofEachDay.map { $0 * 2 } }

  static let all = ScreenRoom(ofEachDay: nil)
  static let least = ScreenRoom(ofEachDay: 2)
  static let steps = [all] + [96, 64, 48, 32, 24, 16, 12, 8, 4].map { ScreenRoom(ofEachDay: $0) } + [least]

  func limit(_ asked: Int?) -> Int? { [asked, ofList].compactMap { $0 }.min() }

  /// Of a day's lines: of all that begin at one time the first ones, so that at any moment the next is among them; and what ends last, so that nobody reads too
  /// early that there is nothing more. Where there are more times than room, of each hour.
  func soonest(_ lines: [Appearance]) -> [Appearance] {
    guard let ofEachDay, lines.count > ofEachDay else { return lines }
    func places(_ minutes: Int) -> [[Int]] {
      Dictionary(grouping: lines.indices) { lines[$0].start.minuteOfDay / minutes }.values.map { $0 }
    }
    var times = places(1)
    if times.count > ofEachDay { times = places(60) }
    var most = 1
    while times.reduce(0, { $0 + min($1.count, most + 1) }) <= ofEachDay { most += 1 }
    let last = lines.indices.filter { lines[$0].role != .movedAway && lines[$0].occurrence.takesPlace }
      .max { (lines[$0].end, $1) < (lines[$1].end, $0) }
    return Set(times.flatMap { $0.prefix(most) } + [last].compactMap { $0 }).sorted().map { lines[$0] }
  }

  /// The first notices, and of the others the one that holds longest: where there is one, nobody reads that there is none.
  func first(_ notices: [PublicPage]) -> [PublicPage] {
    guard let ofList, notices.count > ofList else { return notices }
    let rest = notices.dropFirst(ofList).enumerated()
    let last = rest.max { a, b in
      switch (a.element.expiresAt, b.element.expiresAt) {
      case (let first?, let second?): (first, b.offset) < (second, a.offset)
      case (nil, nil): a.offset > b.offset
      case (nil, _): false
      case (_, nil): true
      }
    }
    return notices.prefix(ofList) + [last?.element].compactMap { $0 }
  }
}
