import Encoding

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

  static func visit(_ gaps: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
    var (next, gap, shift) = (UInt32(0), UInt32(0), UInt32(0))
    for byte in gaps {
      gap |= UInt32(byte & 127) << shift
      shift += 7
      guard byte < 128 else { continue }
      body(next + gap)
      next += gap + 1
      (gap, shift) = (0, 0)
    }
  }
}

// Entries of a shard; see `Shards`.
extension Bytes {
  /// The records that hold a term: as gaps, or, where that is shorter, a bit a record.
  ///
  /// - Parameters:
  ///   - key: the term's first unit × 65,536 + its second or 0.
  ///   - gaps: as `RecordGaps` has them, so many records.
  mutating func appendRecords(
    _ key: UInt32, gaps: UnsafeBufferPointer<UInt8>, count records: Int, of recordCount: Int
  ) {
    let width = (recordCount + 7) / 8
    guard records > width else { return append(key, .gaps, gaps) }
    appendHead(key, .bits, length: width)
    let start = count
    append(contentsOf: repeatElement(0, count: width))
    RecordGaps.visit(gaps) { self[start + Int($0 >> 3)] |= 1 << UInt8($0 & 7) }
  }

  mutating func append(_ key: UInt32, _ form: Shards.Form, _ list: UnsafeBufferPointer<UInt8>) {
    appendHead(key, form, length: list.count)
    append(contentsOf: list)
  }

  private mutating func appendHead(_ key: UInt32, _ form: Shards.Form, length: Int) {
    for shift in [24, 16, 8, 0] as [UInt32] { append(UInt8(key >> shift & 0xFF)) }
    append(number: length * 4 + form.rawValue)
  }

  /// The number that begins at a place, which is set behind it.
  func number(at place: inout Int) -> Int {
    var (number, shift) = (0, 0)
    repeat {
      number |= Int(self[place] & 127) << shift
      shift += 7
      place += 1
    } while self[place - 1] > 127
    return number
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
