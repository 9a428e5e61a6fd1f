/// Where clauses begin: places of terms are counted from there, and not from the text's beginning, so that a word that is mended changes the places
/// of its own clause, and a few of the index's files instead of all. [0060]
///
/// A clause ends behind a line's end or a mark like `,` and `。`. Clauses differ by what they begin with, so that terms of two of them are seldom
/// taken for neighbours.
struct ClauseStarts: Sendable {
  private let units: [UInt16]
  /// The start of the clause that each 64th unit belongs to.
  private let steps: [UInt32]

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
      var begin = position
      while begin > floor, !Self.ends(units[begin - 1]) { begin -= 1 }
      if begin == floor, begin > start, !Self.ends(units[begin - 1]) { begin = Int(steps[step]) }
      let seed = Int(units[begin]) * 31 + (begin + 1 < units.count ? Int(units[begin + 1]) : 0)
      return position - begin + seed
    }
  }
}
