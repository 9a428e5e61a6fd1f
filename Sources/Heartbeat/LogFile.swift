import CZlib
import Encoding
import Files
import Scanning

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An access log on its way through: a file, packed with gzip or not, or a pipe. A line is seen once; memory does not grow with the log.
enum LogFile {
  /// What was read of a file.
  struct Extent: Sendable, Hashable {
    var bytes = 0
    var lines = 0
    /// False where a packed file is damaged or ends early.
    var isWhole = true
  }

  private static let bufferSize = 1 << 20

  /// Calls with each line, its number from 1, and whether a line feed ended it: the last one may be half written. Of a line that is too
  /// long only its beginning is given, one byte longer than the longest that is read.
  ///
  /// - Parameter path: `-` is standard input, which stays open.
  static func forEachLine(
    of path: String, _ body: (LogBytes, _ number: Int, _ isEnded: Bool) -> Void
  ) throws(FileError) -> Extent {
    let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", path) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw FileError("read", path, code: EISDIR)
    }
    // zlib tells packed files from plain ones by their first bytes, and reads plain ones straight into the buffer.
    guard let file = gzdopen(descriptor, "rb") else {
      close(descriptor)
      throw FileError("open", path, code: ENOMEM)
    }
    defer { gzclose(file) }
    gzbuffer(file, 1 << 17)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bufferSize)
    defer { buffer.deallocate() }
    var lines = LineCutter(buffer)
    var extent = Extent()
    while true {
      let count = gzread(file, buffer.baseAddress! + lines.held, UInt32(bufferSize - lines.held))
      if count <= 0 { break }
      extent.bytes += Int(count)
      lines.cut(Int(count), body)
    }
    var code: Int32 = 0
    gzerror(file, &code)
    if code == Z_ERRNO { throw FileError("read", path) }
    extent.isWhole = code == Z_OK || code == Z_STREAM_END
    lines.finish(body)
    extent.lines = lines.number
    return extent
  }

  /// Cuts what comes in parts at line feeds.
  private struct LineCutter {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    /// Bytes at the buffer's start that begin a line.
    private(set) var held = 0
    private(set) var number = 0
    /// The rest of a line whose beginning was given away already.
    private var isSkipping = false

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
      self.buffer = buffer
    }

    /// - Parameter count: bytes that came after those held.
    mutating func cut(_ count: Int, _ body: (LogBytes, Int, Bool) -> Void) {
      let bytes = LogBytes(rebasing: buffer[..<(held + count)])
      var start = 0
      var from = held
      while let end = bytes.first(of: UInt8(ascii: "\n"), from: from) {
        if isSkipping {
          isSkipping = false
        } else {
          number += 1
          body(bytes.part(start..<min(end, start + LogLine.longest + 1)), number, true)
        }
        start = end + 1
        from = start
      }
      held = bytes.count - start
      if isSkipping {
        held = 0
      } else if held > LogLine.longest {
        number += 1
        body(bytes.part(start..<start + LogLine.longest + 1), number, true)
        isSkipping = true
        held = 0
      } else if held > 0, start > 0 {
        memmove(buffer.baseAddress!, buffer.baseAddress! + start, held)
      }
    }

    mutating func finish(_ body: (LogBytes, Int, Bool) -> Void) {
      guard held > 0 else { return }
      number += 1
      body(LogBytes(rebasing: buffer[..<held]), number, false)
    }
  }
}
