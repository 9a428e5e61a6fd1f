import Encoding

/// The posting lists of terms of one unit.
struct SingleUnits {
  private var lists = [RecordGaps](repeating: RecordGaps(), count: 65_536)
  private var titles = [RecordGaps](repeating: RecordGaps(), count: 65_536)
  private let recordCount: Int

  init(_ sources: [Shards.Source]) {
    recordCount = sources.reduce(0) { $0 + $1.records.count }
    // One more than the record in which each unit was last seen.
    var seen = [UInt32](repeating: 0, count: 65_536)
    var seenInTitle = seen
    var mark: UInt32 = 0
    for source in sources {
      source.units.withUnsafeBufferPointer { units in
        for record in source.records {
          mark += 1
          for index in record.start..<record.end {
            let unit = Int(units[index])
            if seen[unit] != mark {
              lists[unit].append(mark - 1, after: seen[unit])
              seen[unit] = mark
            }
            if index < record.titleEnd, seenInTitle[unit] != mark {
              titles[unit].append(mark - 1, after: seenInTitle[unit])
              seenInTitle[unit] = mark
            }
          }
        }
      }
    }
    lists[Int(SearchText.Separator.line)] = RecordGaps()
    titles[Int(SearchText.Separator.line)] = RecordGaps()
  }

  /// The entries of each shard.
  func bytes(shards: Int) -> [Bytes] {
    var bytes = [Bytes](repeating: [], count: shards)
    for unit in lists.indices where !lists[unit].isEmpty {
      let shard = Shards.hash(UInt16(unit), 0, shards: shards)
      let key = UInt32(unit) << 16
      lists[unit].bytes.withUnsafeBufferPointer {
        bytes[shard].appendRecords(key, gaps: $0, count: lists[unit].count, of: recordCount)
      }
      if !titles[unit].isEmpty {
        titles[unit].bytes.withUnsafeBufferPointer { bytes[shard].append(key, .titles, $0) }
      }
    }
    return bytes
  }
}
