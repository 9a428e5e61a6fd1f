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

  package init(_ path: String) throws(FileError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = FileError("stat", path)
      close(descriptor)
      throw error
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

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
