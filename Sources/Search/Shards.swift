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

  /// The texts of all records, folded, and where each begins and its title ends.
  struct Source: Sendable {
    var units: [UInt16] = []
    var records: [(start: Int, titleEnd: Int, end: Int)] = []

    /// Units to a step of `recordSteps`.
    static let step = 64

    /// The record that each 64th unit belongs to.
    fileprivate func recordSteps() -> [UInt32] {
      var steps: [UInt32] = []
      steps.reserveCapacity(units.count / Self.step + 1)
      for (number, record) in records.enumerated() {
        while steps.count * Self.step < record.end { steps.append(UInt32(number)) }
      }
      return steps
    }
  }

  init(_ source: Source, jobs: Jobs) {
    let count = Self.count(forUnits: source.units.count)
    self.count = count
    // Single units, which are half of all terms, are listed beside: a table of all of them is small.
    let positions = TermPositions(source, shards: count, jobs: jobs)
    let steps = source.recordSteps()
    let clauses = ClauseStarts(source)
    let made = jobs.map(Array(-1..<(count + 63) / 64), grain: 1) { run -> [Bytes] in
      if run < 0 { return SingleUnits(source).bytes(shards: count) }
      var builder = ShardBuilder(source, steps: steps, clauses: clauses)
      return (run * 64..<min(count, run * 64 + 64)).map { builder.bytes(at: positions[$0]) }
    }
    singles = made[0]
    pairs = Array(made.dropFirst().joined())
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
  private let source: Shards.Source
  private let steps: [UInt32]
  private let clauses: ClauseStarts
  private var sorter = KeySorter()

  init(_ source: Shards.Source, steps: [UInt32], clauses: ClauseStarts) {
    self.source = source
    self.steps = steps
    self.clauses = clauses
  }

  /// A term and where it begins: `key << 32 | position`.
  private typealias Posting = UInt64

  /// - Parameter positions: where the shard's terms begin, in the order of the texts.
  mutating func bytes(at positions: ArraySlice<UInt32>) -> Bytes {
    var postings: [Posting] = []
    postings.reserveCapacity(positions.count)
    source.units.withUnsafeBufferPointer { units in
      for position in positions {
        let index = Int(position)
        postings.append(UInt64(units[index]) << 48 | UInt64(units[index + 1]) << 32 | UInt64(position))
      }
    }
    return bytes(sorter.sorted(postings))
  }

  /// - Parameter postings: by term, each term's in the order of the texts.
  private func bytes(_ postings: [Posting]) -> Bytes {
    var out = Bytes()
    out.reserveCapacity(postings.count * 2)
    var all: [UInt32] = []
    var titles: [UInt32] = []
    var places = TermPlaces()
    var start = 0
    source.records.withUnsafeBufferPointer { records in
      while start < postings.count {
        let key = UInt32(postings[start] >> 32)
        all.removeAll(keepingCapacity: true)
        titles.removeAll(keepingCapacity: true)
        places.removeAll()
        var index = start
        while index < postings.count, UInt32(postings[index] >> 32) == key {
          let position = Int(postings[index] & 0xFFFF_FFFF)
          var record = all.last.map(Int.init) ?? 0
          if all.isEmpty || records[record].end <= position {
            record = max(record, Int(steps[position / Shards.Source.step]))
            while records[record].end <= position { record += 1 }
            all.append(UInt32(record))
            places.beginRecord()
          }
          places.append(clauses.place(of: position, notBefore: records[record].start))
          if position + 1 < records[record].titleEnd, titles.last != UInt32(record) { titles.append(UInt32(record)) }
          index += 1
        }
        out.append(PostingList(key: key, records: all), of: records.count)
        if !titles.isEmpty { out.append(PostingList(key: key, records: titles, isOfTitles: true), of: records.count) }
        out.append(places, of: key)
        start = index
      }
    }
    return out
  }
}
