#if canImport(Glibc)
  package import Glibc
#else
  package import Darwin
#endif

/// A path as the file system holds it: any bytes but NUL. What others put beside our files may be named in GBK, or in no code at all, and
/// can be moved and kept all the same.
package struct BytePath: Sendable, Hashable, Comparable {
  package private(set) var bytes: [UInt8]

  package init(_ text: String) { bytes = Array(text.utf8) }

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// A name or a relative path below it; below the empty path, that itself.
  package func appending(_ name: some Collection<UInt8>) -> BytePath {
    BytePath(bytes: bytes.isEmpty ? Array(name) : bytes + [UInt8(ascii: "/")] + name)
  }

  package func appending(_ path: BytePath) -> BytePath { appending(path.bytes) }

  /// For people: as UTF-8, else as far as it can be read.
  package var shown: String { String(validating: bytes, as: UTF8.self) ?? LegacyText.shown(bytes) }

  /// The directory that it lies in; nil for a name alone.
  package var parent: BytePath? {
    bytes.lastIndex(of: UInt8(ascii: "/")).map { BytePath(bytes: Array(bytes[..<$0])) }
  }

  /// A system call with this path.
  package func call<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    var terminated = bytes
    terminated.append(0)
    return terminated.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
    }
  }

  /// What is there, a link itself and not what it leads to; nil where nothing is.
  package var status: stat? {
    var status = stat()
    return call { lstat($0, &status) } == 0 ? status : nil
  }

  /// The names in a directory, as the file system gives them.
  package func names() throws(FileError) -> [[UInt8]] {
    guard let stream = call({ opendir($0) }) else { throw FileError("opendir", shown) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { [UInt8]($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw FileError("readdir", shown) }
    return names
  }

  package static func < (left: BytePath, right: BytePath) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
