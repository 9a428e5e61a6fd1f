import Parallel

/// Where terms of two units begin in the texts of all records, by shard: a counting sort, in which each part of the texts writes to places
/// of its own.
struct TermPositions: Sendable {
  private let positions: [UInt32]
  /// Of each shard, and the end of the last.
  private let starts: [Int]

  subscript(shard: Int) -> ArraySlice<UInt32> { positions[starts[shard]..<starts[shard + 1]] }

  init(_ source: Shards.Source, shards: Int, jobs: Jobs) {
    let size = max(1, (source.records.count + 7) / 8)
    let parts = stride(from: 0, to: source.records.count, by: size).map { $0..<min(source.records.count, $0 + size) }
    var counts = jobs.map(parts, grain: 1) { part in
      var counts = [Int](repeating: 0, count: shards)
      Self.forEachTerm(of: part, in: source, shards: shards) { shard, _ in counts[shard] += 1 }
      return counts
    }
    var starts: [Int] = []
    var total = 0
    for shard in 0..<shards {
      starts.append(total)
      for part in counts.indices { (counts[part][shard], total) = (total, total + counts[part][shard]) }
    }
    starts.append(total)

    var positions = [UInt32](repeating: 0, count: total)
    let places = counts
    positions.withUnsafeMutableBufferPointer { buffer in
      let target = Target(buffer: buffer)
      _ = jobs.map(Array(parts.indices), grain: 1) { part in
        var places = places[part]
        Self.forEachTerm(of: parts[part], in: source, shards: shards) { shard, position in
          target.buffer[places[shard]] = UInt32(position)
          places[shard] += 1
        }
      }
    }
    self.positions = positions
    self.starts = starts
  }

  /// No two parts write to one place.
  private struct Target: @unchecked Sendable {
    let buffer: UnsafeMutableBufferPointer<UInt32>
  }

  @inline(__always)
  private static func forEachTerm(
    of part: Range<Int>, in source: Shards.Source, shards: Int, _ body: (_ shard: Int, _ position: Int) -> Void
  ) {
    source.units.withUnsafeBufferPointer { units in
      for record in source.records[part] where record.start < record.end {
        var first = units[record.start]
        for position in record.start..<record.end - 1 {
          let second = units[position + 1]
          if first != SearchText.Separator.line, second != SearchText.Separator.line {
            body(Shards.hash(first, second, shards: shards), position)
          }
          first = second
        }
      }
    }
  }
}
