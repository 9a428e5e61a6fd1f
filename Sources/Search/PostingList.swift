import Encoding

/// The records that hold a term, or hold it in their titles.
struct PostingList {
  /// The term's first unit × 65,536 + its second or 0.
  let key: UInt32
  /// In order.
  let records: [UInt32]
  var isOfTitles = false
}

extension Bytes {
  /// An entry of a shard; see `Shards`.
  mutating func append(_ list: PostingList, of recordCount: Int) {
    append(key: list.key)
    let width = (recordCount + 7) / 8
    if !list.isOfTitles, list.records.count > width {
      append(number: width * 4 + Shards.Form.bits.rawValue)
      let start = count
      append(contentsOf: repeatElement(0, count: width))
      for record in list.records { self[start + Int(record >> 3)] |= 1 << UInt8(record & 7) }
      return
    }
    var length = 0
    var next: UInt32 = 0
    for record in list.records {
      length += Bytes.length(ofNumber: record - next)
      next = record + 1
    }
    append(number: length * 4 + (list.isOfTitles ? Shards.Form.titles : .gaps).rawValue)
    next = 0
    for record in list.records {
      append(number: Int(record - next))
      next = record + 1
    }
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

  private static func length(ofNumber number: UInt32) -> Int {
    number < 1 << 7 ? 1 : number < 1 << 14 ? 2 : number < 1 << 21 ? 3 : number < 1 << 28 ? 4 : 5
  }
}
