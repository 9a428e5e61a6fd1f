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

  /// Whether any part of a path could be at fault: a quick look at its bytes, since a site has tens of thousands of names and nearly none that is.
  package static func mayBeFault(in path: String) -> Bool {
    var path = path
    return path.withUTF8 { bytes in
      var start = 0
      for index in 0...bytes.count {
        let byte = index < bytes.count ? bytes[index] : slash
        if isSign[Int(byte)] { return true }
        guard byte == slash else { continue }
        if index > start {
          let last = bytes[index - 1]
          if last == UInt8(ascii: ".") || last == UInt8(ascii: " ") { return true }
          if index - start > 2, beginsDevice(bytes[start], bytes[start + 1]) { return true }
        }
        start = index + 1
      }
      return false
    }
  }

  private static let slash = UInt8(ascii: "/")
  private static let isSign = (0..<256).map { $0 < 0x20 || signs.contains(UInt8($0)) }

  private static let devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
  /// With a digit behind them.
  private static let ports = ["COM", "LPT"]
  /// What they begin with, as small letters.
  private static let beginnings = Set((devices + ports).map { Array($0.lowercased().utf8.prefix(2)) })
    .map { ($0[0], $0[1]) }

  private static func beginsDevice(_ first: UInt8, _ second: UInt8) -> Bool {
    beginnings.contains { $0 == (first | 0x20, second | 0x20) }
  }

  /// nil for a name that can be held. A part of a path, without slashes.
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
    if devices.contains(word) { return true }
    return ports.contains { word.hasPrefix($0) } && word.count == 4 && "0123456789¹²³".contains(word.last!)
  }
}
