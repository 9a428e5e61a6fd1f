/// The root of a published site: scheme, host and perhaps a port, and nothing else. All absolute addresses are made by putting paths
/// behind it, and it stands in markup and feeds.
package enum BaseURL {
  /// Without the closing slash; nil for anything but `https://www.example.cn`, `http://127.0.0.1:8080` and the like.
  package static func normalized(_ text: String) -> String? {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
    var rest = text.utf8.dropFirst(scheme.utf8.count)
    if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
    let host: Substring.UTF8View
    if rest.first == UInt8(ascii: "[") {
      guard let close = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      let address = rest[rest.index(after: rest.startIndex)..<close]
      guard address.count >= 2, address.allSatisfy({ isHexadecimal($0) || $0 == 0x3A || $0 == 0x2E }) else {
        return nil
      }
      host = rest[...close]
    } else {
      host = rest.prefix { $0 != UInt8(ascii: ":") }
      let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard labels.allSatisfy(isLabel) else { return nil }
    }
    let port = rest[host.endIndex...]
    guard port.isEmpty || isPort(port) else { return nil }
    return scheme + String(decoding: rest, as: UTF8.self)
  }

  private static func isLabel(_ label: Substring.UTF8View) -> Bool {
    !label.isEmpty && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
      && label.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-") }
  }

  private static func isPort(_ text: Substring.UTF8View) -> Bool {
    guard text.first == UInt8(ascii: ":"), text.count <= 6, text.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    return Int(String(decoding: text.dropFirst(), as: UTF8.self)).map { (1...65535).contains($0) } ?? false
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
