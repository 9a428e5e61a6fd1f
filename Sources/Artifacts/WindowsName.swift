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
    if let sign = name.unicodeScalars.first(where: { "<>:\"|?*\\".unicodeScalars.contains($0) || $0.value < 0x20 }) {
      return .character(sign)
    }
    if let last = name.unicodeScalars.last, last == "." || last == " " { return .end }
    return isDevice(name) ? .device : nil
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
