import CZip

/// A ZIP archive in memory, read entry by entry through libzip. The bytes that come out are counted, not believed: an archive that
/// would unpack to more than the limit is refused, whatever its directory says.
final class ZipArchive {
  private let archive: OpaquePointer
  /// libzip reads from here for as long as the archive is open.
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var remaining: Int

  init(_ content: [UInt8], limits: Workbook.Limits) throws(SpreadsheetProblem) {
    bytes = .allocate(capacity: content.count)
    _ = bytes.initialize(from: content)
    remaining = limits.unpackedBytes
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil) else {
      bytes.deallocate()
      throw SpreadsheetProblem(.damaged("zip"))
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      bytes.deallocate()
      throw SpreadsheetProblem(.damaged("zip"))
    }
    self.archive = archive
    if zip_get_num_entries(archive, 0) > limits.archiveEntries { throw SpreadsheetProblem(.tooLarge) }
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  func contains(_ name: String) -> Bool {
    zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE)) >= 0
  }

  /// Hands an entry's bytes on, piece by piece.
  ///
  /// - Returns: false when there is no such entry.
  func read(
    _ name: String, _ take: (UnsafeBufferPointer<UInt8>) throws(SpreadsheetProblem) -> Void
  ) throws(SpreadsheetProblem) -> Bool {
    let index = zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE))
    guard index >= 0 else { return false }
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else { throw SpreadsheetProblem(.damaged(name)) }
    defer { zip_fclose(file) }
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { buffer.deallocate() }
    while true {
      let count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
      // Also when the checksum is wrong.
      guard count >= 0 else { throw SpreadsheetProblem(.damaged(name)) }
      if count == 0 { return true }
      remaining -= Int(count)
      guard remaining >= 0 else { throw SpreadsheetProblem(.tooLarge) }
      try take(UnsafeBufferPointer(rebasing: buffer[..<Int(count)]))
    }
  }
}
