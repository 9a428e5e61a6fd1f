/// Names of files and directories that Windows can't hold: a site that is copied there, unpacked or checked out loses what is called so.
package enum WindowsName {
  package enum Fault: Sendable, Hashable {
    /// `con`, `aux.md`, `COM1`: devices, whatever ending stands behind them.
    case device
    /// `a:b.md`.
    case character(Unicode.Scalar)
    /// A point or a blank at the end, which Windows drops.
    case end
  }

  /// nil for a name that can be held. A part of a path, without slashes.
  package static func fault(_ name: some StringProtocol) -> Fault? {
    guard mayHaveFault(name) else { return nil }
    if let sign = name.unicodeScalars.first(where: { "<>:\"|?*\\".unicodeScalars.contains($0) || $0.value < 0x20 }) {
      return .character(sign)
    }
    if let last = name.unicodeScalars.last, last == "." || last == " " { return .end }
    return isDevice(name) ? .device : nil
  }

  /// By its bytes: a site has tens of thousands of names, and hardly one of them is wrong.
  private static func mayHaveFault(_ name: some StringProtocol) -> Bool {
    var (first, second, last, count) = (UInt8(0), UInt8(0), UInt8(0), 0)
    for byte in name.utf8 {
      switch byte {
      case 0..<0x20, 0x22, 0x2A, 0x3A, 0x3C, 0x3E, 0x3F, 0x5C, 0x7C: return true
      default: break
      }
      if count == 0 { first = byte | 0x20 } else if count == 1 { second = byte | 0x20 }
      last = byte
      count += 1
    }
    if last == UInt8(ascii: ".") || last == UInt8(ascii: " ") { return true }
    // con, com; prn; aux; nul; lpt.
    switch (first, second) {
    case (0x63, 0x6F), (0x70, 0x72), (0x61, 0x75), (0x6E, 0x75), (0x6C, 0x70): return true
    default: return false
    }
  }

  private static func isDevice(_ name: some StringProtocol) -> Bool {
    let stem = name.prefix { $0 != "." }
    let end = stem.lastIndex { $0 != " " }.map(stem.index(after:)) ?? stem.startIndex
    let word = stem[..<end]
    guard (3...7).contains(word.utf8.count) else { return false }
    let upper = word.uppercased()
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(upper) { return true }
    guard upper.count == 4, upper.hasPrefix("COM") || upper.hasPrefix("LPT"), let last = upper.last else {
      return false
    }
    return "0123456789¹²³".contains(last)
  }
}
