import Encoding
import Scanning

/// The lines of a source text, for what libcmark's tree no longer holds.
struct SourceLines {
  private let source: UnsafeBufferPointer<UInt8>
  private var starts: [Int] = [0]

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    starts.reserveCapacity(source.count / 32)
    while let end = source.first(of: UInt8(ascii: "\n"), from: starts[starts.count - 1]) { starts.append(end + 1) }
  }

  /// A line counted from 1, without its end.
  func line(_ number: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    guard starts.indices.contains(number - 1) else { return source[source.count..<source.count] }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] - 1 : source.count
    if end > start, source[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return source[start..<end]
  }

  var count: Int { starts.count }

  /// Where a line counted from 1 begins.
  func start(_ number: Int) -> Int { starts.indices.contains(number - 1) ? starts[number - 1] : 0 }

  /// The line, counted from 1, that a byte stands in.
  func number(at offset: Int) -> Int {
    max(1, starts.partitionPoint { $0 <= offset })
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Without the white space and up to `depth` block quote marks at the line's start.
  func droppingQuoteMarks(_ depth: Int) -> Self {
    var rest = drop { $0 == 0x20 || $0 == 0x09 }
    for _ in 0..<depth where rest.first == UInt8(ascii: ">") {
      rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
    }
    return rest
  }
}
