/// Which names a preview answers to (the Host header, RFC 9110 7.2). A page of another site can have its own name lead to this machine (DNS
/// rebinding) and then read what is previewed; its name gives it away.
package struct HostRule: Sendable {
  private let names: Set<String>

  /// - Parameters:
  ///   - host: where the preview listens.
  ///   - others: of this machine, where it listens to more than itself.
  package init(host: String, others: [String] = []) {
    names = Set((["localhost", "127.0.0.1", "::1", host] + others).map { $0.lowercased() })
  }

  /// - Parameter authority: `localhost:8080`, `[::1]:8080`.
  func allows(_ authority: String?) -> Bool {
    guard let authority, Self.isWhole(authority) else { return false }
    return names.contains(Self.name(authority).lowercased())
  }

  /// Whether nothing stands behind the name but a port (RFC 9110, 4.2.3): `[::1].elsewhere.example` begins with a name of this machine.
  private static func isWhole(_ authority: String) -> Bool {
    let isBracketed = authority.hasPrefix("[")
    if isBracketed, !authority.contains("]") { return false }
    let rest = isBracketed ? authority.drop { $0 != "]" }.dropFirst() : authority.drop { $0 != ":" }
    return rest.isEmpty || rest.first == ":" && rest.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  static func name(_ authority: String) -> String {
    if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
    let name = authority.prefix { $0 != ":" }
    return String(name.hasSuffix(".") ? name.dropLast() : name)
  }

  static func port(_ authority: String) -> String {
    let behind = authority.hasPrefix("[") ? authority.drop { $0 != "]" }.dropFirst() : authority.drop { $0 != ":" }
    let port = behind.dropFirst()
    return port.isEmpty || !port.allSatisfy(\.isNumber) ? "80" : String(port)
  }

  /// Whether only this machine can reach what listens there.
  package static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }
}
