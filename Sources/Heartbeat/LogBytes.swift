import CLinux
import Encoding
import Scanning

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A stretch of a log: any bytes, seen once, never held on to.
typealias LogBytes = UnsafeBufferPointer<UInt8>

extension LogBytes {
  /// A part of it, without copying.
  func part(_ range: Range<Int>) -> LogBytes { LogBytes(rebasing: self[range]) }

  func part(from start: Int) -> LogBytes { part(start..<count) }

  func holds(_ text: StaticString) -> Bool {
    guard let base = baseAddress else { return false }
    return gongshi_find(base, count, text.utf8Start, text.utf8CodeUnitCount) != nil
  }

  func begins(with text: StaticString, at start: Int = 0) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count - start >= length, let base = baseAddress else { return false }
    return memcmp(base + start, text.utf8Start, length) == 0
  }

  func equals(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && begins(with: text) }

  /// Its parts between single bytes.
  func split(_ byte: UInt8) -> [LogBytes] {
    var parts: [LogBytes] = []
    var start = 0
    while let end = first(of: byte, from: start) {
      parts.append(part(start..<end))
      start = end + 1
    }
    return parts + [part(from: start)]
  }

  /// Up to 15 digits and nothing else.
  var number: Int? {
    guard (1...15).contains(count), allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Three digits: how a server answered.
  var status: Int? { count == 3 ? number : nil }

  var text: String { String(decoding: self, as: UTF8.self) }
}
