/// Where clauses begin: places of terms are counted from there, and not from the text's beginning, so that a word that is mended changes the places
/// of its own clause, and a few of the index's files instead of all. [0060]
///
/// A clause ends behind a line's end or a mark like `,` and `。`. Clauses differ by what they begin with, so that terms of two of them are seldom
/// taken for neighbours.
struct ClauseStarts: Sendable {
  private let units: [UInt16]
  /// The start of the clause that each 64th unit belongs to.
  private let steps: [UInt32]
  /// A bit a unit: whether the one before it ends a clause. Looked at 64 at a time: going back one by one was 5 % of a build.
  private let starts: [UInt64]

  init(_ source: Shards.Source) {
    units = source.units
    var steps: [UInt32] = []
    steps.reserveCapacity(units.count / Shards.Source.step + 1)
    for record in source.records {
      var start = record.start
      for position in record.start..<record.end {
        if position > record.start, Self.ends(units[position - 1]) { start = position }
        if position % Shards.Source.step == 0 { steps.append(UInt32(start)) }
      }
    }
    self.steps = steps
    var starts = [UInt64](repeating: 0, count: units.count / Shards.Source.step + 1)
    for position in units.indices.dropFirst() where Self.ends(units[position - 1]) {
      starts[position / Shards.Source.step] |= 1 << UInt64(position % Shards.Source.step)
    }
    self.starts = starts
  }

  /// The search's script has the same marks.
  static func ends(_ unit: UInt16) -> Bool {
    switch unit {
    // A line's end, and ! , . : ; ? as small ASCII, which wide ones are compared as.
    case 0x0A, 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x3001, 0x3002: true
    default: false
    }
  }

  /// - Parameter start: of the record.
  func place(of position: Int, notBefore start: Int) -> Int {
    units.withUnsafeBufferPointer { units in
      let step = position / Shards.Source.step
      let floor = max(start, step * Shards.Source.step)
      let upTo = UInt64.max >> UInt64(63 - position % Shards.Source.step)
      let from = UInt64.max << UInt64(floor % Shards.Source.step)
      let begins = starts[step] & upTo & from
      let begin =
        begins != 0
        ? step * Shards.Source.step + 63 - begins.leadingZeroBitCount : floor > start ? Int(steps[step]) : floor
      let seed = Int(units[begin]) * 31 + (begin + 1 < units.count ? Int(units[begin + 1]) : 0)
      return position - begin + seed
    }
  }
}
