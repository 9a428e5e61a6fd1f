/// The root of a published site: scheme, host, perhaps a port, perhaps a path below which it lies, and nothing else. All absolute addresses are
/// made by putting paths behind it, and it stands in markup and feeds.
package enum BaseURL {
  /// Without the closing slash; nil for anything but `https://www.example.cn`, `http://127.0.0.1:8080`, `https://example.org/community/` and the
  /// like.
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
      host = rest.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") }
      let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard labels.allSatisfy(isLabel) else { return nil }
    }
    let behind = rest[host.endIndex...]
    let port = behind.prefix { $0 != UInt8(ascii: "/") }
    guard port.isEmpty || isPort(port), isPath(behind[port.endIndex...]) else { return nil }
    // The address of a page, as it is copied from a browser.
    guard
      ![".html", ".htm", ".php"].contains(where: String(decoding: rest, as: UTF8.self).lowercased().hasSuffix)
        || behind[port.endIndex...].isEmpty
    else { return nil }
    return scheme + String(decoding: rest, as: UTF8.self)
  }

  /// `/community`, without a slash at its end; empty at its host's root. Of a normalized address.
  package static func path(of baseURL: String) -> String {
    let authority = authority(of: baseURL)
    guard let start = baseURL.firstRange(of: "://")?.upperBound else { return "" }
    return String(baseURL[start...].dropFirst(authority.count))
  }

  /// Host and port: `www.example.cn`, `127.0.0.1:8080`. Of a normalized address.
  package static func authority(of baseURL: String) -> String {
    guard let start = baseURL.firstRange(of: "://")?.upperBound else { return "" }
    return String(baseURL[start...].prefix { $0 != "/" })
  }

  /// Parts of letters, digits and `-._~`, none of which is `.` or `..`.
  private static func isPath(_ path: Substring.UTF8View) -> Bool {
    path.isEmpty
      || path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && !part.allSatisfy { $0 == UInt8(ascii: ".") }
          && part.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-._~".utf8.contains(byte)
          }
      }
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
