package import Activities
import Finder
import Words

extension Community {
  /// The roads of a unit, each with its numbers: `嵩台路33–71号（单号）；府东街6号`. Its own, else those of the units below it; nil for none.
  ///
  /// - Parameter own: nothing but its own.
  package func addressText(of unit: Unit, own: Bool = false) -> String? {
    let its = finder.own(unit.id)
    let book = CommunityFinder.roads(of: its.isEmpty && !own ? finder.addresses(of: unit.id, in: units) : its)
    let roads = book.roads.map { road in
      let ranges = book.ranges[road.ranges].map { range in
        words.numbers(
          from: range.numbers.first, to: range.numbers.last,
          isOdd: range.numbers.side == .both ? nil : range.numbers.side == .odd, building: range.building)
      }
      return road.name + ranges.joined(separator: words.listComma)
    }
    return roads.isEmpty ? nil : roads.joined(separator: words.semicolon)
  }
}
