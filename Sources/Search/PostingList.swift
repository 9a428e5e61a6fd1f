import Encoding

/// The records that hold a term of one unit, or hold it in their titles.
struct PostingList {
  /// The term's first unit × 65,536 + its second or 0.
  let key: UInt32
  let records: RecordGaps
  var isOfTitles = false
}

/// Numbers of records in their order, as `Shards.Form.gaps` has them: a quarter of the room that the numbers themselves would take.
struct RecordGaps {
  private(set) var bytes = Bytes()
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// - Parameters:
  ///   - record: greater than the one before it.
  ///   - next: the one before it and one; 0 for the first.
  @inline(__always)
  mutating func append(_ record: UInt32, after next: UInt32) {
    bytes.append(number: Int(record - next))
    count += 1
  }

  func visit(_ body: (UInt32) -> Void) {
    var (next, gap, shift) = (UInt32(0), UInt32(0), UInt32(0))
    for byte in bytes {
      gap |= UInt32(byte & 127) << shift
      shift += 7
      guard byte < 128 else { continue }
      body(next + gap)
      next += gap + 1
      (gap, shift) = (0, 0)
    }
  }
}

extension Bytes {
  /// An entry of a shard; see `Shards`.
  mutating func append(_ list: PostingList, of recordCount: Int) {
    let width = (recordCount + 7) / 8
    if !list.isOfTitles, list.records.count > width {
      appendHead(list.key, .bits, length: width)
      let start = count
      append(contentsOf: repeatElement(0, count: width))
      list.records.visit { self[start + Int($0 >> 3)] |= 1 << UInt8($0 & 7) }
      return
    }
    appendHead(list.key, list.isOfTitles ? .titles : .gaps, length: list.records.bytes.count)
    append(contentsOf: list.records.bytes)
  }

  mutating func append(key: UInt32) {
    for shift in [24, 16, 8, 0] as [UInt32] { append(UInt8(key >> shift & 0xFF)) }
  }

  /// Seven bits a byte, the smallest first; all but the last have the eighth set.
  mutating func append(number: Int) {
    var rest = number
    while rest > 127 {
      append(UInt8(rest & 127 | 128))
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
