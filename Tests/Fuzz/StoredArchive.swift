/// A ZIP archive whose entries are not deflated (APPNOTE.TXT 4.3): whatever its parts hold reaches the XML reader with a right checksum.
enum StoredArchive {
  struct Entry {
    var name: String
    var bytes: [UInt8]
  }

  static func bytes(_ entries: [Entry]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = archive.count
      let fields = header(entry)
      archive += little(0x0403_4B50, 4) + fields + Array(entry.name.utf8) + entry.bytes
      // Version made by; then comment, disk, attributes and the local header's place.
      directory += little(0x0201_4B50, 4) + little(20, 2) + fields + little(0, 2 + 2 + 2 + 4) + little(offset, 4)
      directory += Array(entry.name.utf8)
    }
    let end = little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
    return archive + directory + end + little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
  }

  /// What the local and the central header have in common: version, flags, method, time, date, checksum, sizes, lengths.
  private static func header(_ entry: Entry) -> [UInt8] {
    little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2) + little(Int(checksum(entry.bytes)), 4)
      + little(entry.bytes.count, 4) + little(entry.bytes.count, 4) + little(entry.name.utf8.count, 2) + little(0, 2)
  }

  private static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }
}
