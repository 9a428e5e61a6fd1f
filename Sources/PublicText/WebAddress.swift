/// Where an address leads, as browsers read it (WHATWG URL): decided by its first characters, without looking anything up.
package enum WebAddress: Sendable, Hashable {
  /// Within the site: a path, a part of the page, a relative address.
  case site
  /// Another site, by https or http; the host in small letters, without its port.
  case web(host: String, isSecure: Bool)
  /// `mailto:`, `tel:`, `weixin:` and all others; in small letters.
  case scheme(String)
  /// `//host`: which scheme it means, the page decides.
  case withoutScheme
  /// `https:/path`, `https://`: no host, or one that no name server knows.
  case withoutHost
  /// `https://gov.cn@elsewhere.example`: what stands before the @ looks like the host and is none.
  case withUser
  /// `https://www.gоv.cn` with a Cyrillic о: letters that look like others.
  case lookAlike(host: String)

  package static func of(_ address: String) -> WebAddress {
    var address = address
    return address.withUTF8 { of($0) }
  }

  /// Of a host that only this machine, or only this office's network, can reach: `localhost`, `127.0.0.1`, `192.168.1.8`, `pc.local`.
  package static func isLocal(host: String) -> Bool {
    if ["localhost", "0.0.0.0", "[::1]"].contains(host) { return true }
    if [".local", ".lan", ".localhost", ".internal"].contains(where: host.hasSuffix) { return true }
    // A name without a point is one of an office's network: http://nas/.
    if !host.contains("."), !host.contains(":") { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard parts.count == 4, let a = parts[0], let b = parts[1], parts[2] != nil, parts[3] != nil else { return false }
    return a == 127 || a == 10 || (a == 192 && b == 168) || (a == 172 && (16...31).contains(b))
      || (a == 169 && b == 254) || (a == 100 && (64...127).contains(b))
  }

  /// Whether it is worth asking: nearly all hosts end in a name like `.cn`, which nobody gives to a machine of an office.
  package static func mayBeLocal(_ address: String) -> Bool {
    guard let mark = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let rest = address.utf8[mark...].dropFirst().drop { isSlash($0) }
    let host = rest.prefix { byte in
      !isSlash(byte) && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#") && byte != UInt8(ascii: ":")
    }
    guard let point = host.lastIndex(of: UInt8(ascii: ".")) else { return true }
    let last = host[point...].dropFirst()
    guard !last.isEmpty, last.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else { return true }
    return ["localhost", "local", "lan", "internal"].contains(String(Substring(last)).lowercased())
  }

  private static func of(_ text: UnsafeBufferPointer<UInt8>) -> WebAddress {
    guard let first = text.first else { return .site }
    if isSlash(first) { return text.count > 1 && isSlash(text[1]) ? .withoutScheme : .site }
    guard (0x61...0x7A).contains(first | 0x20) else { return .site }
    guard let colon = text.firstIndex(where: { !isOfScheme($0) }), text[colon] == UInt8(ascii: ":") else {
      return .site
    }
    let scheme = String(decoding: text[..<colon], as: UTF8.self).lowercased()
    guard scheme == "https" || scheme == "http" else { return .scheme(scheme) }
    let rest = text[(colon + 1)...]
    guard rest.count > 2, isSlash(rest[colon + 1]), isSlash(rest[colon + 2]) else { return .withoutHost }
    // A browser takes \ for a slash, a program that escapes it does not: where it leads depends on who reads it.
    if text.contains(UInt8(ascii: "\\")) { return text.contains(UInt8(ascii: "@")) ? .withUser : .withoutHost }
    let authority = rest.dropFirst(2).prefix { !isSlash($0) && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    if authority.contains(UInt8(ascii: "@")) { return .withUser }
    let host = String(decoding: authority, as: UTF8.self).lowercased()
    let name = host.hasPrefix("[") ? host[...] : host.prefix { $0 != ":" }
    // Other characters for @ and /, and what is not seen: hosts that look like another's.
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    if !isASCII, name.unicodeScalars.contains(where: { imitations.contains($0.value) }) { return .withUser }
    guard !name.isEmpty, !name.hasPrefix("."), !(isASCII ? hasTwoPoints(name.utf8) : name.contains("..")),
      name.utf8.allSatisfy({ $0 > 0x20 && !isForbidden($0) })
    else {
      return .withoutHost
    }
    if !isASCII, !name.unicodeScalars.allSatisfy(isPlain) {
      return .lookAlike(host: String(name))
    }
    return .web(host: String(name), isSecure: scheme == "https")
  }

  /// ASCII, Chinese characters, and their full-width forms, which browsers take for ASCII. Hosts in letters of other scripts are not what
  /// Chinese offices link to, and most of these letters look like Latin ones (Unicode TS 39).
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || scalar.properties.isIdeographic || [0x3002, 0xFF0E, 0xFF61].contains(scalar.value)
      || (0xFF10...0xFF19).contains(scalar.value) || (0xFF21...0xFF3A).contains(scalar.value)
      || (0xFF41...0xFF5A).contains(scalar.value)
  }

  private static let imitations: Set<UInt32> = [
    0xFF20, 0xFE6B, 0x2044, 0x2215, 0x29F8, 0xFF0F, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD,
  ]

  private static func hasTwoPoints(_ name: Substring.UTF8View) -> Bool {
    zip(name, name.dropFirst()).contains { $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".") }
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "}"),
      UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  /// Browsers take both.
  private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

  private static func isOfScheme(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
  }
}
