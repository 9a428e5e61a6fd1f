import CZip

/// Why an archive could not be made: memory ran out, in practice.
package struct ZipError: Error, Sendable {
  /// As libzip says it.
  package let reason: String

  init(_ error: UnsafeMutablePointer<zip_error_t>?) {
    reason = error.flatMap { zip_error_strerror($0) }.map { String(cString: $0) } ?? "no reason given"
  }
}

/// Writes a ZIP archive into memory. The same entries give the same bytes: all carry the first day that ZIP knows, 1 January 1980.
package enum ZipWriter {
  /// libzip 1.7.3 notes at its first archive what it needs of a source, in two variables without a lock: of two threads that begin at
  /// once, one may find only half of it and take its source for read-only (9 of 2,500 builds). So the first is opened alone.
  private static let isReady: Bool = {
    guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { return false }
    guard let archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
      zip_source_free(source)
      return false
    }
    zip_discard(archive)
    return true
  }()

  package static func archive(_ entries: [(name: String, bytes: [UInt8])]) throws(ZipError) -> [UInt8] {
    guard isReady else { throw ZipError(nil) }
    guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw ZipError(nil) }
    defer { zip_source_free(target) }
    var problem = zip_error_t()
    zip_error_init(&problem)
    defer { zip_error_fini(&problem) }
    guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &problem) else {
      throw ZipError(&problem)
    }
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
        defer { zip_discard(archive) }
        throw ZipError(zip_get_error(archive))
      }
    }
    guard zip_close(archive) == 0 else {
      defer { zip_discard(archive) }
      throw ZipError(zip_get_error(archive))
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
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
      throw ZipError(zip_source_error(source))
    }
    defer { zip_source_close(source) }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.size)) { buffer, count in
      let read = zip_source_read(source, buffer.baseAddress, UInt64(buffer.count))
      count = max(0, Int(read))
      isWhole = count == buffer.count
    }
    guard isWhole else { throw ZipError(zip_source_error(source)) }
    return bytes
  }
}
