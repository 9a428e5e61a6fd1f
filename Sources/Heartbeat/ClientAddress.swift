#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Who asked, as a log has it.
enum ClientAddress {
  /// What stands for an address that is none.
  static let unknown = "?"

  /// An IP address or a host name as it is written; anything else, which could steer a terminal, as `?`.
  static func shown(_ bytes: LogBytes) -> String {
    guard (1...253).contains(bytes.count), bytes.allSatisfy(isPlain) else { return unknown }
    return bytes.text
  }

  static func isIP(_ bytes: LogBytes) -> Bool {
    guard (2...45).contains(bytes.count), bytes.allSatisfy(isPlain) else { return false }
    var room = in6_addr()
    return inet_pton(AF_INET, bytes.text, &room) == 1 || inet_pton(AF_INET6, bytes.text, &room) == 1
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"),
      UInt8(ascii: "_"),
      UInt8(ascii: "%"):
      true
    default: false
    }
  }
}
