/// Finds where in the source a link's destination is written: libcmark gives the lines of blocks only.
///
/// Links are met in reading order, so each is looked for behind the one before it. What is not found there (a reference's definition, a
/// destination with entities) is looked for from the block's start, as long as the allowance of bytes lasts: else
/// 100,000 links in one paragraph take minutes (`test_render_takes_linear_time`).
struct LinkLocator {
  private let source: UnsafeBufferPointer<UInt8>
  private lazy var lines = SourceLines(source)
  /// Behind the last destination that was found in round brackets; what stands within a link comes before its own.
  private var frontier = 0
  private var nextFrontier = 0
  /// Where each destination was last found: the next link to the same place stands further on.
  private var lastFound: [String: Int] = [:]
  /// Destinations that are written nowhere.
  private var absent: Set<String> = []
  /// How many bytes may still be read over again.
  private var allowance: Int
  /// The Unicode scalars before each stretch of the source.
  private lazy var counts: [Int] = stride(from: 0, through: source.count, by: Self.stretch).reduce(into: [0]) {
    $0.append($0[$0.count - 1] + Self.scalars(in: source[$1..<min($1 + Self.stretch, source.count)]))
  }

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    allowance = source.count * 16 + 65_536
  }

  /// - Parameters:
  ///   - first: the first line of the block that the link stands in.
  ///   - isInner: whether it stands within another link or picture, whose destination comes after it.
  mutating func locate(
    _ destination: String, isImage: Bool, fromLine first: Int, isInner: Bool
  ) -> Document.Link {
    guard !absent.contains(destination), let found = place(of: destination, fromLine: first) else {
      return Document.Link(destination: destination, isImage: isImage, line: max(first, 1), column: 0)
    }
    lastFound[destination] = found
    if !isInner, source[found - 1] == UInt8(ascii: "(") { nextFrontier = found }
    let line = lines.number(at: found)
    return Document.Link(destination: destination, isImage: isImage, line: line, column: column(of: found, line: line))
  }

  /// To be called where an outermost link ends.
  mutating func leave() { frontier = nextFrontier }

  private mutating func place(of destination: String, fromLine first: Int) -> Int? {
    let wanted = Array(destination.utf8)
    let lineStart = lines.start(first)
    let next = max(lineStart, lastFound[destination].map { $0 + 1 } ?? 0)
    if let found = find(wanted, from: max(next, frontier)) { return found }
    if let found = find(wanted, from: next) ?? (next > lineStart ? find(wanted, from: lineStart) : nil) { return found }
    if allowance > 0 { absent.insert(destination) }
    return nil
  }

  /// The destination in round or angle brackets, or after a reference definition's colon; anywhere else it is plain text.
  private mutating func find(_ wanted: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first, allowance > 0 else { return nil }
    var index = max(start, 1)
    defer { allowance -= max(0, index - start) }
    while index + wanted.count <= source.count {
      if source[index] == first, [0x28, 0x3C, 0x20].contains(source[index - 1]),
        source[index..<index + wanted.count].elementsEqual(wanted)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// In Unicode scalars, counted from 1.
  private mutating func column(of found: Int, line: Int) -> Int {
    let start = lines.start(line)
    // As nearly all lines are: then nothing has to be counted of the rest.
    if found - start <= Self.stretch { return Self.scalars(in: source[start..<found]) + 1 }
    return scalars(before: found) - scalars(before: start) + 1
  }

  /// How many Unicode scalars stand before an offset. A line may be the whole source and hold every link: no more than a stretch is counted.
  private mutating func scalars(before offset: Int) -> Int {
    let stretch = offset / Self.stretch
    return counts[stretch] + Self.scalars(in: source[stretch * Self.stretch..<offset])
  }

  private static let stretch = 512

  private static func scalars(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}
