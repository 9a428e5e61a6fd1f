#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes that are no UTF-8, as a person can read them.
package enum LegacyText {
  /// Whether they are a text of GB 18030, which GBK is a part of.
  package static func isGB18030(_ bytes: [UInt8]) -> Bool { gb18030(bytes) != nil }

  /// Read as GB 18030, as names in old Chinese archives are; else with `\xB1` for what is not ASCII.
  package static func shown(_ bytes: [UInt8]) -> String {
    gb18030(bytes) ?? bytes.map { $0 < 0x7F && $0 >= 0x20 ? String(UnicodeScalar($0)) : "\\x" + hex($0) }.joined()
  }

  private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }

  private static func gb18030(_ bytes: [UInt8]) -> String? {
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 4)
    let written: Int? = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        var left = input.count
        var room = output.count
        guard iconv(converter, &from, &left, &to, &room) != -1, left == 0 else { return nil }
        return output.count - room
      }
    }
    guard let written else { return nil }
    return String(validating: output[..<written].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
