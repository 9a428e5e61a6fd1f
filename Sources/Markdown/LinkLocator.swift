/// Finds where in the source a link's destination is written: libcmark tells the lines of blocks only.
struct LinkLocator {
  private let source: UnsafeBufferPointer<UInt8>
  /// The start of a line that was asked for; blocks are met in reading order, so it only moves on.
  private var line = 1
  private var lineStart = 0
  /// Where each destination was last found: the next link to the same place stands further on.
  private var lastFound: [String: Int] = [:]

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
  }

  /// - Parameter first: the first line of the block that the link stands in.
  mutating func locate(_ destination: String, isImage: Bool, fromLine first: Int) -> Document.Link {
    while line < first, let end = source[lineStart...].firstIndex(of: UInt8(ascii: "\n")) {
      line += 1
      lineStart = end + 1
    }
    let start = max(lineStart, lastFound[destination].map { $0 + 1 } ?? 0)
    guard let found = find(destination, from: start) ?? find(destination, from: lineStart) else {
      return Document.Link(destination: destination, isImage: isImage, line: max(first, 1), column: 0)
    }
    lastFound[destination] = found
    let between = source[lineStart..<found]
    let ownStart = between.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? lineStart
    return Document.Link(
      destination: destination, isImage: isImage, line: line + between.count { $0 == UInt8(ascii: "\n") },
      column: String(decoding: source[ownStart..<found], as: UTF8.self).count + 1)
  }

  /// The destination in round or angle brackets, or after a reference definition's colon; anywhere else it is plain text.
  private func find(_ destination: String, from start: Int) -> Int? {
    let wanted = Array(destination.utf8)
    guard let first = wanted.first, source.count >= wanted.count else { return nil }
    var index = start
    while index <= source.count - wanted.count {
      if source[index] == first, index > 0, [0x28, 0x3C, 0x20].contains(source[index - 1]),
        source[index..<index + wanted.count].elementsEqual(wanted)
      {
        return index
      }
      index += 1
    }
    return nil
  }
}
