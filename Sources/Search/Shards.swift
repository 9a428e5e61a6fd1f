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
  }

  /// Some 5 KB each: what a query of a few characters asks for.
  static let unitsPerShard = 5000

  let count: Int
  private let bytesByShard: [Bytes]

  subscript(shard: Int) -> Bytes { bytesByShard[shard] }

  /// The texts of all records, folded, and where each begins and its title ends.
  struct Source: Sendable {
    var units: [UInt16] = []
    var records: [(start: Int, titleEnd: Int, end: Int)] = []
  }

  init(_ source: Source, jobs: Jobs) {
    let count = Self.count(forUnits: source.units.count)
    self.count = count
    // Single units, which are half of all terms, are listed beside: a table of all of them is small.
    let positions = TermPositions(source, shards: count, jobs: jobs)
    let made = jobs.map(Array(-1..<(count + 63) / 64), grain: 1) { run -> [Bytes] in
      if run < 0 { return SingleUnits(source).bytes(shards: count) }
      var builder = ShardBuilder(source)
      return (run * 64..<min(count, run * 64 + 64)).map { builder.bytes(at: positions[$0]) }
    }
    bytesByShard = zip(made.dropFirst().joined(), made[0]).map { $0 + $1 }
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
  private var sorter = KeySorter()

  init(_ source: Shards.Source) { self.source = source }

  /// A term in a record: `key << 32 | record << 1 | is in its title`.
  private typealias Posting = UInt64

  /// - Parameter positions: where the shard's terms begin, in the order of the texts.
  mutating func bytes(at positions: ArraySlice<UInt32>) -> Bytes {
    var postings: [Posting] = []
    postings.reserveCapacity(positions.count)
    source.units.withUnsafeBufferPointer { units in
      source.records.withUnsafeBufferPointer { records in
        var record = 0
        for position in positions.lazy.map(Int.init) {
          while records[record].end <= position { record += 1 }
          let key = UInt64(units[position]) << 16 | UInt64(units[position + 1])
          postings.append(key << 32 | UInt64(record) << 1 | (position + 1 < records[record].titleEnd ? 1 : 0))
        }
      }
    }
    return bytes(sorter.sorted(postings))
  }

  /// - Parameter postings: by term, each term's in the order of records.
  private func bytes(_ postings: [Posting]) -> Bytes {
    var out = Bytes()
    out.reserveCapacity(postings.count)
    var all: [UInt32] = []
    var titles: [UInt32] = []
    var start = 0
    while start < postings.count {
      let key = postings[start] >> 32
      all.removeAll(keepingCapacity: true)
      titles.removeAll(keepingCapacity: true)
      var index = start
      while index < postings.count, postings[index] >> 32 == key {
        let record = UInt32((postings[index] & 0xFFFF_FFFF) >> 1)
        if all.last != record { all.append(record) }
        if postings[index] & 1 == 1, titles.last != record { titles.append(record) }
        index += 1
      }
      out.append(PostingList(key: UInt32(key), records: all), of: source.records.count)
      if !titles.isEmpty {
        out.append(PostingList(key: UInt32(key), records: titles, isOfTitles: true), of: source.records.count)
      }
      start = index
    }
    return out
  }
}
