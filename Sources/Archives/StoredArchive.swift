import CZlib

extension ZipWriter {
  /// The same archive; where memory does not suffice to pack it, its entries as they are: what is asked for a whole archive always gets one.
  package static func archive(orStored entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    (try? archive(entries)) ?? stored(entries)
  }

  /// An archive whose entries are not packed (APPNOTE 6.3.10, 4.3): nothing about it can fail. Names and bytes of less than 4 GB.
  package static func stored(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    func numbers(_ values: [(value: Int, count: Int)]) -> [UInt8] {
      values.flatMap { one in (0..<one.count).map { UInt8(truncatingIfNeeded: one.value >> (8 * $0)) } }
    }
    for (name, bytes) in entries {
      let check = bytes.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, UInt32(truncatingIfNeeded: $0.count))) }
      // Version 2.0, names in UTF-8, not packed, 1 January 1980.
      let about = numbers([
        (20, 2), (0x800, 2), (0, 2), (0, 2), (0x21, 2), (check, 4), (bytes.count, 4), (bytes.count, 4),
        (name.utf8.count, 2), (0, 2),
      ])
      directory += numbers([(0x0201_4b50, 4), (20, 2)])
      directory += about
      directory += numbers([(0, 2), (0, 2), (0, 2), (0, 4), (out.count, 4)])
      directory += Array(name.utf8)
      out += numbers([(0x0403_4b50, 4)])
      out += about
      out += Array(name.utf8)
      out += bytes
    }
    let start = out.count
    out += directory
    return out
      + numbers([
        (0x0605_4b50, 4), (0, 2), (0, 2), (entries.count, 2), (entries.count, 2), (directory.count, 4), (start, 4),
        (0, 2),
      ])
  }
}
