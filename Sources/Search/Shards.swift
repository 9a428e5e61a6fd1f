import Encoding
import Parallel

/// Which records hold which terms: posting lists, in shards by the term's hash.
///
/// A shard is a list of entries: the term's first unit (two bytes, the greater first), its second or 0, a number, and the list. The number is
/// the list's length in bytes × 4 + what it is: `Form`. Numbers are written with seven bits a byte, the smallest first, the last byte below 128.
struct Shards: Sendable {
  enum Form: Int {
    /// The distance of each record's number to the one before it, less one.
    case gaps
    /// A bit a record, from the least of the first byte on.
    case bits
    /// Gaps of those that hold the term in their title.
    case titles
    /// For each of the records before, in their order, where in a clause a term of two units begins (`TermPlaces`).
    case places
  }

  /// Some 20 KB each in the sample: a query of a few characters asks for two or three.
  static let unitsPerShard = 5000

  let count: Int
  /// Lists of terms of two units, and of single units; joined when a shard is written.
  private let pairs: [Bytes]
  private let singles: [Bytes]

  subscript(shard: Int) -> Bytes { pairs[shard] + singles[shard] }
  func parts(of shard: Int) -> [Bytes] { [pairs[shard], singles[shard]] }

  /// Whether a text holds a unit, as it is compared.
  func hold(_ unit: UInt16) -> Bool {
    let entries = singles[Self.hash(unit, 0, shards: count)]
    var place = 0
    while place < entries.count {
      if entries[place] == UInt8(unit >> 8), entries[place + 1] == UInt8(unit & 0xFF) { return true }
      place += 4
      let length = entries.number(at: &place) / 4
      place += length
    }
    return false
  }

  /// The texts of records, folded, and where each begins and its title ends.
  struct Source: Sendable {
    var units: [UInt16] = []
    var records: [(start: Int, titleEnd: Int, end: Int)] = []
  }

  init(_ source: Source, jobs: Jobs) { self.init([source], jobs: jobs) }

  /// - Parameter sources: the texts in pieces, one after the other.
  init(_ sources: [Source], jobs: Jobs) {
    let count = Self.count(forUnits: sources.reduce(0) { $0 + $1.units.count })
    let recordCount = sources.reduce(0) { $0 + $1.records.count }
    self.count = count
    let postings = TermPostings(sources, shards: count, jobs: jobs)
    var (singles, pairs) = ([Bytes](), [Bytes]())
    for (number, group) in postings.groups.enumerated() {
      let gathered = postings.gathered(group)
      let runs = stride(from: group.lowerBound, to: group.upperBound, by: 64).map {
        $0..<min(group.upperBound, $0 + 64)
      }
      // Single units, which are half of all terms, are listed beside: a table of all of them is small.
      let first = number == 0 ? [-1..<0] : []
      let made = jobs.map(first + runs, grain: 1) { run -> [Bytes] in
        if run.lowerBound < 0 { return SingleUnits(sources).bytes(shards: count) }
        var builder = ShardBuilder(recordCount: recordCount)
        return run.map { builder.bytes(of: gathered[$0]) }
      }
      if number == 0 { singles = made[0] }
      pairs += made.dropFirst(first.count).joined()
    }
    (self.singles, self.pairs) = (singles, pairs)
  }

  /// A power of two.
  private static func count(forUnits units: Int) -> Int {
    var count = 1
    while count < units / unitsPerShard { count *= 2 }
    return count
  }

  /// The shard of a term; the search's script computes the same.
  static func hash(_ a: UInt16, _ b: UInt16, shards: Int) -> Int {
    (((Int(a) * 31 + Int(b)) * 40_503) >> 10) & (shards - 1)
  }
}

/// The posting lists of the terms of two units in one shard.
private struct ShardBuilder {
  private var sorter = KeySorter()
  private var lists: TermLists

  init(recordCount: Int) { lists = TermLists(recordCount: recordCount) }

  /// - Parameter postings: in the order of the texts.
  mutating func bytes(of postings: ArraySlice<TermPostings.Posting>) -> Bytes { bytes(sorter.sorted(postings)) }

  /// - Parameter postings: by term, each term's in the order of the texts.
  private mutating func bytes(_ postings: [TermPostings.Posting]) -> Bytes {
    var out = Bytes()
    out.reserveCapacity(postings.count * 2)
    postings.withUnsafeBufferPointer { postings in
      var start = 0
      while start < postings.count {
        let key = UInt32(postings[start] >> 32)
        var end = start + 1
        while end < postings.count, UInt32(postings[end] >> 32) == key { end += 1 }
        lists.append(UnsafeBufferPointer(rebasing: postings[start..<end]), to: &out)
        start = end
      }
    }
    return out.fitted
  }
}
