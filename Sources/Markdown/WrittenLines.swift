import Encoding
import Scanning

/// The lines of a text as they are written, for those who look at a few of them: each is decoded when it is asked for.
struct WrittenLines {
  private let bytes: Bytes
  private var starts = [0]

  init(_ text: String) {
    bytes = Bytes(text.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var from = 0
      while let end = bytes.first(of: UInt8(ascii: "\n"), from: from) {
        starts.append(end + 1)
        from = end + 1
      }
    }
  }

  var count: Int { starts.count }
  var indices: Range<Int> { starts.indices }

  subscript(index: Int) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    let range = range(index)
    scalars.reserveCapacity(range.count)
    bytes.withUnsafeBufferPointer { bytes in
      for scalar in ScalarReader(UnsafeBufferPointer(rebasing: bytes[range])) { scalars.append(scalar) }
    }
    return scalars
  }

  /// The number that a line begins with, behind the marks of quotes, as an item of a list is numbered.
  func listNumber(_ index: Int) -> Int? {
    guard indices.contains(index) else { return nil }
    let text = bytes[range(index)].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    let digits = text.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard let mark = text.dropFirst(digits.count).first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
      return nil
    }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// In Unicode scalars.
  func length(_ index: Int) -> Int { bytes[range(index)].count { $0 & 0xC0 != 0x80 } }

  /// Whether a table's row may hold more cells than its head. It holds none where its bars, each of them counted, stand around as many at most.
  func mayHoldMoreCells(_ index: Int, than columns: Int) -> Bool {
    let line = bytes[range(index)]
    let bars = line.count { $0 == UInt8(ascii: "|") }
    guard bars >= columns, bars > 0 else { return false }
    if bars > columns + 1 { return true }
    // What stands before the first and behind the last is no cell where nothing but blanks does, and the marks of quotes and lists.
    let first = line.first { !Self.isOfContainer($0) }
    let last = line.last { $0 != 0x20 && $0 != 0x09 }
    return first != UInt8(ascii: "|") || last != UInt8(ascii: "|")
  }

  private static func isOfContainer(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): true
    default: false
    }
  }

  /// Without its end.
  private func range(_ index: Int) -> Range<Int> {
    let start = starts[index]
    var end = index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }
}
