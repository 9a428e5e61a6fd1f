package import Files

/// The bytes that are looked at, on a disk or in memory: never more of them at once than somebody asks for.
package struct ByteSource {
  package let count: Int
  private let fetch: (_ offset: Int, _ count: Int) throws(FileError) -> [UInt8]

  package init(_ file: OpenFile) {
    count = file.size
    fetch = { (offset, count) throws(FileError) in try file.bytes(at: offset, count: count) }
  }

  package init(_ bytes: [UInt8]) {
    count = bytes.count
    fetch = { (offset, count) throws(FileError) in
      guard offset >= 0, offset < bytes.count, count > 0 else { return [] }
      return Array(bytes[offset..<min(bytes.count, offset + count)])
    }
  }

  /// What stands from an offset on.
  func rest(from start: Int) -> ByteSource {
    ByteSource(count: max(0, count - start)) { (offset, count) throws(FileError) in
      try bytes(at: start + offset, count: count)
    }
  }

  private init(count: Int, _ fetch: @escaping (_ offset: Int, _ count: Int) throws(FileError) -> [UInt8]) {
    self.count = count
    self.fetch = fetch
  }

  /// - Returns: fewer where the file ends before.
  func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] { try fetch(offset, count) }
}

/// A source from its start to its end, byte by byte.
struct ByteStream {
  private static let length = 1 << 16

  private let source: ByteSource
  private var part: [UInt8] = []
  private var index = 0
  private var offset = 0

  init(_ source: ByteSource) {
    self.source = source
  }

  mutating func next() throws(FileError) -> UInt8? {
    if index == part.count, try !fill() { return nil }
    defer { index += 1 }
    return part[index]
  }

  mutating func peek() throws(FileError) -> UInt8? {
    if index == part.count, try !fill() { return nil }
    return part[index]
  }

  private mutating func fill() throws(FileError) -> Bool {
    part = try source.bytes(at: offset, count: Self.length)
    offset += part.count
    index = 0
    return !part.isEmpty
  }
}

/// Whole numbers of several bytes.
extension Sequence where Element == UInt8 {
  var bigEndian: Int { reduce(0) { ($0 & 0xFF_FFFF_FFFF_FFFF) << 8 | Int($1) } }
  var littleEndian: Int { reversed().bigEndian }
}
