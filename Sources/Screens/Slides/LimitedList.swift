import CivilTime
import Scanning

/// In which stretches of time each entry of a list is among the first so many of those that hold.
///
/// At each moment at which an entry comes or goes, only those that hold are looked at, and of these as many as are shown: a day of a large community
/// has thousands of entries and as many moments.
enum LimitedList {
  struct Entry {
    let from: LocalDateTime
    let until: LocalDateTime
    /// False for what is shown whatever the limit.
    let isCounted: Bool
  }

  typealias Stretch = (from: LocalDateTime, until: LocalDateTime)

  /// - Parameter entries: in the order in which they are shown. One whose end is not after its beginning holds at no time.
  /// - Returns: of each entry, by time; two of one entry never touch.
  static func stretches(_ entries: [Entry], limit: Int) -> [[Stretch]] {
    var found: [[Stretch]] = Array(repeating: [], count: entries.count)
    let lasting = entries.indices.filter { entries[$0].from < entries[$0].until }
    let coming = lasting.sorted { (entries[$0].from, $0) < (entries[$1].from, $1) }
    let going = lasting.sorted { (entries[$0].until, $0) < (entries[$1].until, $1) }
    let times = Set(lasting.flatMap { [entries[$0].from, entries[$0].until] }).sorted()
    // What holds, in the list's order, and how many of it are not counted.
    var (holding, others) = ([Int](), 0)
    var (nextComing, nextGoing) = (0, 0)
    for (from, until) in zip(times, times.dropFirst()) {
      while nextGoing < going.count, entries[going[nextGoing]].until <= from {
        let index = going[nextGoing]
        holding.remove(at: holding.partitionPoint { $0 < index })
        others -= entries[index].isCounted ? 0 : 1
        nextGoing += 1
      }
      while nextComing < coming.count, entries[coming[nextComing]].from <= from {
        let index = coming[nextComing]
        holding.insert(index, at: holding.partitionPoint { $0 < index })
        others += entries[index].isCounted ? 0 : 1
        nextComing += 1
      }
      var (room, othersLeft) = (limit, others)
      for index in holding where room > 0 || !entries[index].isCounted {
        if let last = found[index].last, last.until == from {
          found[index][found[index].count - 1].until = until
        } else {
          found[index].append((from, until))
        }
        if entries[index].isCounted { room -= 1 } else { othersLeft -= 1 }
        if room <= 0, othersLeft == 0 { break }
      }
    }
    return found
  }
}
