extension LogLine {
  /// Bytes of the longest line that is read; servers take requests of 8 KB.
  package static let longest = 1 << 16

  /// Reads one line, without what ends it. Any bytes will do, and none are kept.
  package init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { LogLine(line: $0) }
  }

  init(line: LogBytes) {
    var line = line
    if line.last == UInt8(ascii: "\r") { line = line.part(0..<line.count - 1) }
    // A server that lost its power leaves zeros where its last lines should be.
    if line.first == 0 { line = line.part(from: line.firstIndex { $0 != 0 } ?? line.count) }
    guard let first = line.first else {
      self = .blank
      return
    }
    guard line.count <= Self.longest else {
      self = .unknown
      return
    }
    let isJSON = first == UInt8(ascii: "{")
    // Nearly all lines are done with here, at the speed of the disk.
    guard line.holds(PollTarget.directory) else {
      let isKnown = isJSON ? line.last == UInt8(ascii: "}") : CommonLogLine.isLikely(line)
      self = isKnown ? .other : .unknown
      return
    }
    self = isJSON ? JSONLogLine.parse(line) : CommonLogLine.parse(line)
  }
}
