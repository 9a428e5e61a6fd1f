import Encoding

/// The lines of a source text, for what libcmark's tree no longer tells.
struct SourceLines {
  private let source: UnsafeBufferPointer<UInt8>
  private var starts: [Int] = [0]

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    for index in source.indices where source[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
  }

  /// A line counted from 1, without its end.
  func line(_ number: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    guard starts.indices.contains(number - 1) else { return source[source.count..<source.count] }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] - 1 : source.count
    if end > start, source[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return source[start..<end]
  }

  /// All lines that look like link reference definitions (CommonMark §4.7), each as a paragraph of its own, so that a table's cells can
  /// use them.
  var referenceDefinitions: Bytes {
    var found = Bytes()
    for number in 1...starts.count {
      let line = line(number).drop { $0 == 0x20 }
      guard line.first == UInt8(ascii: "["), let close = line.firstIndex(of: UInt8(ascii: "]")),
        line.index(after: close) < line.endIndex, line[close + 1] == UInt8(ascii: ":")
      else { continue }
      found.append(contentsOf: line)
      found.append("\n\n" as StaticString)
    }
    return found
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
