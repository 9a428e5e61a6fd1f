import Parallel

/// The terms of two units in the texts of all records, by shard: a counting sort in which each part of the texts writes to places of its own. A group
/// of shards is gathered at a time: all of them at once would be more memory than all that a build holds besides.
struct TermPostings: Sendable {
  /// A term where it stands: its units (32 bits), the record's number (24), whether it stands in the title (1), its place in its clause modulo
  /// `TermPlaces.modulus` (7).
  typealias Posting = UInt64

  private let parts: [Part]
  private let shards: Int
  private let jobs: Jobs
  /// How many terms of each shard each part has.
  private let counts: [[UInt32]]
  /// The groups, as shards.
  let groups: [Range<Int>]

  /// Records of one piece of the texts.
  private struct Part: Sendable {
    let source: Shards.Source
    let records: Range<Int>
    /// The number of the piece's first record.
    let first: Int
  }

  /// Postings of a group of at most so many bytes, if that makes no more than so many groups: each of them goes over all texts.
  private static let (groupSize, mostGroups) = (12 << 20, 8)

  init(_ sources: [Shards.Source], shards: Int, jobs: Jobs) {
    var parts: [Part] = []
    var first = 0
    for source in sources {
      let count = source.records.count
      // One piece is cut, many are parts as they are.
      let size = sources.count > 1 ? max(1, count) : max(1, (count + 7) / 8)
      for start in stride(from: 0, to: count, by: size) {
        parts.append(Part(source: source, records: start..<min(count, start + size), first: first))
      }
      first += count
    }
    precondition(first < 1 << 24, "more texts than a posting can number")
    let counts = jobs.map(parts, grain: 1) { part in
      var counts = [UInt32](repeating: 0, count: shards)
      counts.withUnsafeMutableBufferPointer { counts in
        Self.forEachTerm(of: part, shards: shards) { shard, _ in counts[shard] += 1 }
      }
      return counts
    }
    let total = counts.reduce(0) { $0 + $1.reduce(0) { $0 + Int($1) } }
    let wanted = min(Self.mostGroups, max(1, (total * 8 + Self.groupSize - 1) / Self.groupSize))
    let size = (shards + wanted - 1) / wanted
    groups = stride(from: 0, to: shards, by: size).map { $0..<min(shards, $0 + size) }
    (self.parts, self.shards, self.jobs, self.counts) = (parts, shards, jobs, counts)
  }

  /// The postings of a group's shards, each shard's in the order of the texts.
  func gathered(_ group: Range<Int>) -> Gathered {
    var places = counts.map { Array($0[group]) }
    var starts: [Int] = []
    var total = 0
    for shard in group.indices.map({ $0 - group.lowerBound }) {
      starts.append(total)
      for part in places.indices {
        let count = places[part][shard]
        places[part][shard] = UInt32(total)
        total += Int(count)
      }
    }
    starts.append(total)
    let begins = places
    let postings = [Posting](unsafeUninitializedCapacity: total) { buffer, count in
      let target = Target(buffer: buffer)
      _ = jobs.map(Array(parts.indices), grain: 1) { part in
        var places = begins[part]
        places.withUnsafeMutableBufferPointer { places in
          let (lower, size) = (group.lowerBound, group.count)
          Self.forEachTerm(of: parts[part], shards: shards) { shard, posting in
            let own = shard &- lower
            guard UInt(bitPattern: own) < UInt(bitPattern: size) else { return }
            target.buffer[Int(places[own])] = posting()
            places[own] += 1
          }
        }
      }
      count = total
    }
    return Gathered(group: group, postings: postings, starts: starts)
  }

  struct Gathered: Sendable {
    let group: Range<Int>
    fileprivate let postings: [Posting]
    /// Of each shard, and the end of the last.
    fileprivate let starts: [Int]

    subscript(shard: Int) -> ArraySlice<Posting> {
      postings[starts[shard - group.lowerBound]..<starts[shard - group.lowerBound + 1]]
    }
  }

  /// No two parts write to one place.
  private struct Target: @unchecked Sendable {
    let buffer: UnsafeMutableBufferPointer<Posting>
  }

  @inline(__always)
  private static func forEachTerm(of part: Part, shards: Int, _ body: (_ shard: Int, _ posting: () -> Posting) -> Void)
  {
    part.source.units.withUnsafeBufferPointer { units in
      for number in part.records {
        let record = part.source.records[number]
        guard record.start < record.end else { continue }
        let numbered = UInt64(part.first + number) << 8
        var clauses = Clauses(units, from: record.start)
        var first = units[record.start]
        for position in record.start..<record.end - 1 {
          let second = units[position + 1]
          let place = clauses.next()
          if first != SearchText.Separator.line, second != SearchText.Separator.line {
            body(Shards.hash(first, second, shards: shards)) {
              let term = UInt64(first) << 48 | UInt64(second) << 32
              let isInTitle: UInt64 = position + 1 < record.titleEnd ? 128 : 0
              return term | numbered | isInTitle | UInt64(place % TermPlaces.modulus)
            }
          }
          first = second
        }
      }
    }
  }
}
