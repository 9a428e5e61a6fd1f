#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file of any size, of which only what is asked for is read.
package final class OpenFile {
  package let size: Int
  private let path: String
  private let descriptor: Int32

  package convenience init(_ path: String) throws(FileError) { try self.init(BytePath(path)) }

  package init(_ name: BytePath) throws(FileError) {
    path = name.shown
    let (descriptor, status) = try Files.openFile(name)
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  private static let piece = 1 << 20

  /// Compared piece by piece.
  package func hasBytes(of other: OpenFile) throws(FileError) -> Bool {
    guard size == other.size else { return false }
    var offset = 0
    while offset < size {
      let bytes = try bytes(at: offset, count: Self.piece)
      if try bytes != other.bytes(at: offset, count: Self.piece) { return false }
      if bytes.isEmpty { return true }
      offset += bytes.count
    }
    return true
  }

  /// Creates or replaces a file, readable by all.
  ///
  /// - Parameter mode: whatever the process's mask says; nil: what the mask leaves of 0644.
  /// - Returns: how many bytes it has.
  @discardableResult
  package func copy(to target: String, mode: UInt32? = nil) throws(FileError) -> Int {
    try copy(to: BytePath(target), mode: mode)
  }

  @discardableResult
  package func copy(to name: BytePath, mode: UInt32? = nil) throws(FileError) -> Int {
    let target = name.shown
    let writing = name.call { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }
    guard writing >= 0 else { throw FileError("create", target) }
    if let mode, let error = Files.setMode(mode, of: writing, target) {
      close(writing)
      throw error
    }
    var offset = 0
    do throws(FileError) {
      while case let bytes = try bytes(at: offset, count: Self.piece), !bytes.isEmpty {
        guard Self.append(bytes, to: writing) else { throw FileError("write", target) }
        offset += bytes.count
      }
    } catch {
      close(writing)
      throw error
    }
    // Some file systems report a full disk only here.
    guard close(writing) == 0 else { throw FileError("close", target) }
    return offset
  }

  private static func append(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return false }
        written += count
      }
      return true
    }
  }

  /// - Returns: fewer bytes where the file ends before.
  package func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    guard offset >= 0, count > 0 else { return [] }
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(descriptor, buffer.baseAddress! + filled, count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = FileError("read", path) }
        if got <= 0 { break }
        filled += got
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
