import Files

/// Where other file systems begin, as the kernel lists them for this process (proc(5), `mountinfo`). Elsewhere than on Linux nothing is known.
struct MountTable {
  private let points: [BytePath]

  init() { self.init((try? Files.read("/proc/self/mountinfo")) ?? []) }

  /// - Parameter table: a line a mount; its place is the fifth word, with `\040` for a blank.
  init(_ table: [UInt8]) {
    points = table.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 5, omittingEmptySubsequences: false)
      return words.count > 5 ? BytePath(bytes: Self.unescaped(words[4])) : nil
    }
  }

  private static func unescaped(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = word
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) }) {
        bytes.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }))
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// The places of mounts below a directory, relative to it.
  ///
  /// - Parameter directory: absolute, without links.
  func below(_ directory: String) -> [BytePath] {
    let prefix = Array((directory == "/" ? directory : directory + "/").utf8)
    return points.filter { $0.bytes.count > prefix.count && $0.bytes.starts(with: prefix) }
      .map { BytePath(bytes: Array($0.bytes.dropFirst(prefix.count))) }.sorted()
  }
}
