#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a text file as UTF-8, whatever Excel or WPS wrote them in: by the byte order mark, else UTF-8 where it is that without
/// a fault, else GB18030 (GBK lacks 䶮 and 𠮷).
enum TextDecoding {
  /// UTF-8 without a byte order mark.
  static func utf8(_ bytes: [UInt8]) throws(SpreadsheetProblem) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try validated(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes) { UInt16($1) << 8 | UInt16($0) } }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes) { UInt16($0) << 8 | UInt16($1) } }
    // A zero byte stands in no text: a picture, a document of another program.
    if let zero = bytes.firstIndex(of: 0) { throw undecodable(bytes, at: zero) }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    // Rows in another encoding below a header in UTF-8: as GB18030 all of it would be 缂栧彿.
    if beginsInUTF8(bytes) { throw undecodable(bytes, at: firstFault(bytes)) }
    return try gb18030(bytes)
  }

  /// Whether the first line is UTF-8 with Chinese characters, which no text in GB18030 happens to be.
  private static func beginsInUTF8(_ bytes: [UInt8]) -> Bool {
    let line = bytes[..<(bytes.firstIndex(of: 0x0A) ?? bytes.count)]
    return line.count { (0xE4...0xE9).contains($0) } > 1 && String(validating: line, as: UTF8.self) != nil
  }

  private static func validated(_ bytes: [UInt8]) throws(SpreadsheetProblem) -> [UInt8] {
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    throw undecodable(bytes, at: firstFault(bytes))
  }

  /// Where bytes cease to be UTF-8.
  private static func firstFault(_ bytes: [UInt8]) -> Int {
    // A fault never reaches over a line feed.
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A), String(validating: bytes[start..<end], as: UTF8.self) != nil {
      start = end + 1
    }
    var index = start
    while index < bytes.count {
      let rest = bytes[index...]
      guard let length = (1...4).first(where: { String(validating: rest.prefix($0), as: UTF8.self) != nil }) else {
        break
      }
      index += length
    }
    return index
  }

  private static func utf16(_ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16) throws(SpreadsheetProblem) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    guard bytes.count % 2 == 0, let text = String(validating: units, as: UTF16.self) else {
      throw SpreadsheetProblem(.undecodable)
    }
    return Array(text.utf8)
  }

  /// By the C library's iconv, which says where it stopped.
  private static func gb18030(_ bytes: [UInt8]) throws(SpreadsheetProblem) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
      throw SpreadsheetProblem(.undecodable)
    }
    defer { iconv_close(converter) }
    var input = bytes
    var read = 0
    // Two bytes become three at most, four become four, one stays one.
    let decoded = [UInt8](unsafeUninitializedCapacity: bytes.count * 3 / 2 + 4) { output, count in
      input.withUnsafeMutableBytes { source in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        output.withMemoryRebound(to: CChar.self) { target in
          var to = target.baseAddress
          var room = target.count
          _ = iconv(converter, &from, &left, &to, &room)
          count = target.count - room
        }
        read = source.count - left
      }
    }
    // What is UTF-8 up to a fault far in has a fault there; in GB18030 it would have an earlier one.
    if read < bytes.count { throw undecodable(bytes, at: max(read, firstFault(bytes))) }
    return decoded
  }

  private static func undecodable(_ bytes: [UInt8], at offset: Int) -> SpreadsheetProblem {
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return SpreadsheetProblem(
      .undecodable, row: bytes[..<offset].count { $0 == 0x0A } + 1, byte: offset - start + 1)
  }
}
