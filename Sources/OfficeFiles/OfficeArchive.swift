import CZip

/// The ZIP archive that an office file is (ECMA-376 Part 2), read entry by entry through libzip. The bytes that come out are counted, not
/// believed: an archive that would unpack to more than the limit is refused, whatever its directory says.
package final class OfficeArchive {
  /// What one file may make this program unpack.
  package struct Limits: Sendable {
    /// Of all parts that are read.
    package var unpackedBytes: Int
    package var entries: Int

    package init(unpackedBytes: Int = 200 << 20, entries: Int = 10_000) {
      self.unpackedBytes = unpackedBytes
      self.entries = entries
    }
  }

  /// What the archive's directory says of an entry.
  package struct Entry: Sendable, Hashable {
    package let name: String
    package let isEncrypted: Bool
  }

  private let archive: OpaquePointer
  /// Where an archive in memory is read from, for as long as it is open.
  private let bytes: UnsafeMutableBufferPointer<UInt8>?
  private var remaining: Int

  /// An archive in memory.
  package init(_ content: [UInt8], limits: Limits = Limits()) throws(PartProblem) {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: content.count)
    _ = bytes.initialize(from: content)
    self.bytes = bytes
    remaining = limits.unpackedBytes
    guard LibzipStart.isReady, let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil)
    else {
      bytes.deallocate()
      throw PartProblem(.damaged("zip"))
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      bytes.deallocate()
      throw PartProblem(.damaged("zip"))
    }
    self.archive = archive
    try checkEntries(limits)
  }

  /// An archive on the disk, of which no more is read than is asked for.
  package init(file path: String, limits: Limits = Limits()) throws(PartProblem) {
    bytes = nil
    remaining = limits.unpackedBytes
    guard LibzipStart.isReady, let archive = zip_open(path, ZIP_RDONLY, nil) else {
      throw PartProblem(.damaged("zip"))
    }
    self.archive = archive
    try checkEntries(limits)
  }

  deinit {
    zip_discard(archive)
    bytes?.deallocate()
  }

  private func checkEntries(_ limits: Limits) throws(PartProblem) {
    if zip_get_num_entries(archive, 0) > limits.entries { throw PartProblem(.tooLarge) }
  }

  package func contains(_ name: String) -> Bool { index(of: name) >= 0 }

  /// Where an entry stands; negative for none. Some programs write `xl\workbook.xml` or `/xl/workbook.xml`.
  private func index(of name: String) -> Int64 {
    let exact = zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE))
    return exact >= 0 ? exact : unusualNames[name.lowercased()] ?? -1
  }

  /// Entries whose names are not as they should be, by what they mean.
  private lazy var unusualNames: [String: Int64] = {
    var names: [String: Int64] = [:]
    for index in 0..<max(0, zip_get_num_entries(archive, 0)) {
      guard let name = zip_get_name(archive, UInt64(index), 0).map({ String(cString: $0) }) else { continue }
      let parts = name.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." }
      let usual = parts.joined(separator: "/")
      if usual != name, names[usual.lowercased()] == nil { names[usual.lowercased()] = index }
    }
    return names
  }()

  /// In the archive's order; names that are no UTF-8 are read as libzip guesses.
  package var entries: [Entry] {
    (0..<max(0, zip_get_num_entries(archive, 0))).compactMap { index in
      var status = zip_stat_t()
      guard zip_stat_index(archive, UInt64(index), 0, &status) == 0, let name = status.name else { return nil }
      return Entry(name: String(cString: name), isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE))
    }
  }

  /// What is written into the archive itself: its comment, its entries' names and their comments. No program of offices shows them.
  package var remarks: [[UInt8]] {
    let raw = UInt32(ZIP_FL_ENC_RAW)
    var count: Int32 = 0
    var remarks: [[UInt8]] = []
    if let comment = zip_get_archive_comment(archive, &count, raw), count > 0 {
      remarks.append(Self.bytes(comment, Int(count)))
    }
    for index in 0..<max(0, zip_get_num_entries(archive, 0)) {
      var length: UInt32 = 0
      if let comment = zip_file_get_comment(archive, UInt64(index), &length, raw), length > 0 {
        remarks.append(Self.bytes(comment, Int(length)))
      }
      if let name = zip_get_name(archive, UInt64(index), 0) { remarks.append(Array(String(cString: name).utf8)) }
    }
    return remarks
  }

  private static func bytes(_ text: UnsafePointer<CChar>, _ count: Int) -> [UInt8] {
    text.withMemoryRebound(to: UInt8.self, capacity: count) { Array(UnsafeBufferPointer(start: $0, count: count)) }
  }

  /// Hands an entry's bytes on, piece by piece.
  ///
  /// - Returns: false when there is no such entry.
  package func read(
    _ name: String, _ take: (UnsafeBufferPointer<UInt8>) throws(PartProblem) -> Void
  ) throws(PartProblem) -> Bool {
    let index = index(of: name)
    guard index >= 0 else { return false }
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else { throw PartProblem(.damaged(name)) }
    defer { zip_fclose(file) }
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { buffer.deallocate() }
    while true {
      let count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
      // Also when the checksum is wrong.
      guard count >= 0 else { throw PartProblem(.damaged(name)) }
      if count == 0 { return true }
      remaining -= Int(count)
      guard remaining >= 0 else { throw PartProblem(.tooLarge) }
      try take(UnsafeBufferPointer(rebasing: buffer[..<Int(count)]))
    }
  }

  /// The first bytes of an entry, fewer where it is shorter or can't be read to that length.
  package func head(_ name: String, count: Int) -> [UInt8] {
    let index = index(of: name)
    guard index >= 0, let file = zip_fopen_index(archive, UInt64(index), 0) else { return [] }
    defer { zip_fclose(file) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = zip_fread(file, buffer.baseAddress! + filled, UInt64(count - filled))
        guard got > 0 else { break }
        filled += Int(got)
      }
    }
  }
}

/// libzip 1.7.3 notes at its first archive what it needs of a source, in two variables without a lock (`ZipWriter`): where files are read
/// side by side, the first is opened alone.
enum LibzipStart {
  static let isReady: Bool = {
    guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { return false }
    guard let archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
      zip_source_free(source)
      return false
    }
    zip_discard(archive)
    return true
  }()
}
