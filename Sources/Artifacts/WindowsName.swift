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

  /// nil for a name that can be held. A part of a path, without slashes. By bytes: a site has tens of thousands of names.
  package static func fault(_ name: some StringProtocol) -> Fault? {
    var last: UInt8 = 0
    for byte in name.utf8 {
      if byte < 0x20 || signs.contains(byte) { return .character(Unicode.Scalar(byte)) }
      last = byte
    }
    if last == UInt8(ascii: ".") || last == UInt8(ascii: " ") { return .end }
    return isDevice(name) ? .device : nil
  }

  private static let signs = Array("<>:\"|?*\\".utf8)

  private static func isDevice(_ name: some StringProtocol) -> Bool {
    let stem = name.utf8.prefix { $0 != UInt8(ascii: ".") }
    let blanks = stem.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    guard (3...7).contains(stem.count - blanks) else { return false }
    let word = String(decoding: stem.dropLast(blanks), as: UTF8.self).uppercased()
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(word) { return true }
    return (word.hasPrefix("COM") || word.hasPrefix("LPT")) && word.count == 4 && "0123456789¹²³".contains(word.last!)
  }
}
