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
    // Each part takes its own shards out of all texts, so no list of all terms is ever in memory.
    let parts = min(count, 8)
    bytesByShard = jobs.map(Array(0..<parts), grain: 1) { part in
      ShardBuilder(source, shards: count, first: count / parts * part, count: count / parts).made()
    }.flatMap(\.self)
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

/// A run of neighbouring shards.
private struct ShardBuilder {
  private let source: Shards.Source
  private let shards: Int
  private let first: Int
  private let count: Int

  init(_ source: Shards.Source, shards: Int, first: Int, count: Int) {
    self.source = source
    self.shards = shards
    self.first = first
    self.count = count
  }

  /// A term in a record: `key << 32 | record << 1 | is in its title`.
  private typealias Posting = UInt64

  func made() -> [Bytes] {
    var postings = [[Posting]](repeating: [], count: count)
    for shard in 0..<count { postings[shard].reserveCapacity(Shards.unitsPerShard * 2) }
    source.units.withUnsafeBufferPointer { units in
      for (number, record) in source.records.enumerated() {
        var index = record.start
        while index < record.end {
          let a = units[index]
          if a != SearchText.Separator.line {
            let low = UInt64(number) << 1 | (index < record.titleEnd ? 1 : 0)
            collect(a, 0, low, &postings)
            if index + 1 < record.end, units[index + 1] != SearchText.Separator.line {
              collect(a, units[index + 1], low, &postings)
            }
          }
          index += 1
        }
      }
    }
    var sorter = KeySorter()
    return postings.map { bytes(sorter.sorted($0)) }
  }

  @inline(__always)
  private func collect(_ a: UInt16, _ b: UInt16, _ low: UInt64, _ postings: inout [[Posting]]) {
    let shard = Shards.hash(a, b, shards: shards) - first
    guard shard >= 0, shard < count else { return }
    postings[shard].append(UInt64(a) << 48 | UInt64(b) << 32 | low)
  }

  /// - Parameter postings: by term, each term's in the order of records.
  private func bytes(_ postings: [Posting]) -> Bytes {
    var out = Bytes()
    out.reserveCapacity(postings.count)
    var all: [Int] = []
    var titles: [Int] = []
    var start = 0
    while start < postings.count {
      let key = postings[start] >> 32
      all.removeAll(keepingCapacity: true)
      titles.removeAll(keepingCapacity: true)
      var index = start
      while index < postings.count, postings[index] >> 32 == key {
        let record = Int((postings[index] & 0xFFFF_FFFF) >> 1)
        if all.last != record { all.append(record) }
        if postings[index] & 1 == 1, titles.last != record { titles.append(record) }
        index += 1
      }
      append(UInt32(key), all, .gaps, to: &out)
      if !titles.isEmpty { append(UInt32(key), titles, .titles, to: &out) }
      start = index
    }
    return out
  }

  private func append(_ key: UInt32, _ records: [Int], _ form: Shards.Form, to out: inout Bytes) {
    for shift in stride(from: 24, through: 0, by: -8) { out.append(UInt8(key >> UInt32(shift) & 0xFF)) }
    let width = (source.records.count + 7) / 8
    if form == .gaps, records.count > width {
      var bits = Bytes(repeating: 0, count: width)
      for record in records { bits[record >> 3] |= 1 << UInt8(record & 7) }
      out.append(number: width * 4 + Shards.Form.bits.rawValue)
      return out.append(contentsOf: bits)
    }
    var length = 0
    var last = -1
    for record in records {
      length += Bytes.length(ofNumber: record - last - 1)
      last = record
    }
    out.append(number: length * 4 + form.rawValue)
    last = -1
    for record in records {
      out.append(number: record - last - 1)
      last = record
    }
  }
}

/// Sorts by the upper half alone, keeping the order of equals: three rounds of 11 bits take a tenth of what comparing does.
private struct KeySorter {
  private var other: [UInt64] = []
  private var places = [Int](repeating: 0, count: 2048)

  mutating func sorted(_ values: [UInt64]) -> [UInt64] {
    var from = values
    other = [UInt64](repeating: 0, count: values.count)
    for shift in [32, 43, 54] as [UInt64] {
      for index in places.indices { places[index] = 0 }
      for value in from { places[Int(value >> shift & 2047)] += 1 }
      var sum = 0
      for index in places.indices { (places[index], sum) = (sum, sum + places[index]) }
      for value in from {
        let digit = Int(value >> shift & 2047)
        other[places[digit]] = value
        places[digit] += 1
      }
      swap(&from, &other)
    }
    return from
  }
}

extension Bytes {
  /// Seven bits a byte, the smallest first; all but the last have the eighth set.
  mutating func append(number: Int) {
    var rest = number
    while rest > 127 {
      append(UInt8(rest & 127 | 128))
      rest >>= 7
    }
    append(UInt8(rest))
  }

  static func length(ofNumber number: Int) -> Int {
    var (length, rest) = (1, number >> 7)
    while rest > 0 {
      length += 1
      rest >>= 7
    }
    return length
  }
}
