import CZip

/// Why an archive could not be made: memory ran out, in practice.
public struct ZipError: Error, Sendable {}

/// Writes a ZIP archive into memory. The same entries give the same bytes: all carry the first day that ZIP knows, 1 January 1980.
public enum ZipWriter {
  public static func archive(_ entries: [(name: String, bytes: [UInt8])]) throws(ZipError) -> [UInt8] {
    guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw ZipError() }
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else { throw ZipError() }
    // Closing the archive gives its source up; this one is read afterwards.
    zip_source_keep(target)
    // libzip reads the entries when it closes the archive.
    let contents = entries.map { entry in
      let content = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: entry.bytes.count)
      _ = content.initialize(from: entry.bytes)
      return content
    }
    defer { for content in contents { content.deallocate() } }
    for (entry, content) in zip(entries, contents) {
      guard add(entry.name, content, to: archive) else {
        zip_discard(archive)
        throw ZipError()
      }
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw ZipError()
    }
    return try bytes(of: target)
  }

  private static func add(_ name: String, _ content: UnsafeMutableBufferPointer<UInt8>, to archive: OpaquePointer)
    -> Bool
  {
    guard let source = zip_source_buffer(archive, content.baseAddress, UInt64(content.count), 0) else { return false }
    let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    let firstDay: UInt16 = 1 << 5 | 1
    return zip_file_set_dostime(archive, UInt64(index), 0, firstDay, 0) == 0
  }

  private static func bytes(of source: OpaquePointer) throws(ZipError) -> [UInt8] {
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { throw ZipError() }
    defer { zip_source_close(source) }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.size)) { buffer, count in
      let read = zip_source_read(source, buffer.baseAddress, UInt64(buffer.count))
      count = max(0, Int(read))
      isWhole = count == buffer.count
    }
    guard isWhole else { throw ZipError() }
    return bytes
  }
}
