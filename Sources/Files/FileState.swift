import CLinux

/// What the file system says of a file: its device, number, size, mode and times. Where its bytes or its place changed this is another one, since the
/// time of a change (`st_ctime`) is set by the system alone; a state that was taken in the same tick of the clock as a change may miss the next, so
/// who keeps one waits for a later tick (`FileClock`).
package struct FileState: Sendable {
  private var state = gongshi_state()

  fileprivate init(_ state: gongshi_state) { self.state = state }

  /// Of what is there itself, not of what a link leads to; nil where nothing is.
  package init?(of path: UnsafePointer<CChar>) {
    guard gongshi_state_of(path, &state) == 0 else { return nil }
  }

  /// Of what is below a directory.
  package init?(of path: UnsafePointer<CChar>, below directory: OpenDirectory) {
    guard gongshi_state_below(directory.descriptor, path, &state) == 0 else { return nil }
  }

  package init?(of path: String) {
    guard gongshi_state_of(path, &state) == 0 else { return nil }
  }

  package var size: Int { Int(state.size) }
  package var isRegular: Bool { state.mode & 0o170000 == 0o100000 }
  package var isDirectory: Bool { state.mode & 0o170000 == 0o040000 }
  package var permissions: UInt64 { state.mode & 0o7777 }

  /// When it changed last, by the file system's clock, in nanoseconds.
  package var changed: Int64 { state.changed &* 1_000_000_000 &+ state.changed_nanoseconds }

  /// All of it, to be digested.
  package func append(to bytes: inout [UInt8]) { withUnsafeBytes(of: state) { bytes.append(contentsOf: $0) } }
}

/// A directory whose files are looked at by their paths below it: the system walks these alone. The way down to a site was a quarter of what looks at its
/// files took. [0093]
package final class OpenDirectory: Sendable {
  fileprivate let descriptor: Int32

  /// nil where there is none, or it may not be looked into.
  package init?(_ path: BytePath) {
    descriptor = path.call { gongshi_open_directory($0) }
    if descriptor < 0 { return nil }
  }

  deinit { gongshi_close(descriptor) }
}

/// Reads small regular files with three calls each, into the same memory.
package struct SmallFileReader: ~Copyable {
  private let buffer: UnsafeMutableRawBufferPointer

  /// - Parameter capacity: of the largest file that it reads, in bytes.
  package init(capacity: Int) { buffer = .allocate(byteCount: capacity, alignment: 64) }

  deinit { buffer.deallocate() }

  /// What is made of a file's bytes, and its state after they were read; nil for a larger file, a link and whatever can't be read.
  package func read<Value>(
    _ path: UnsafePointer<CChar>, below directory: OpenDirectory, _ make: (UnsafeRawBufferPointer) -> Value
  ) -> (value: Value, state: FileState)? {
    var state = gongshi_state()
    let count = gongshi_read_small(directory.descriptor, path, buffer.baseAddress!, buffer.count, &state)
    guard count >= 0 else { return nil }
    return (make(UnsafeRawBufferPointer(rebasing: buffer[..<count])), FileState(state))
  }
}

/// The clock that a file system dates changes by.
package struct FileClock: Sendable {
  private let probe: String

  /// - Parameter probe: a file that it may write and remove, on the file system in question.
  package init(probe: String) { self.probe = probe }

  /// Waits for the next tick.
  ///
  /// - Returns: its time in nanoseconds: what changes from now on is dated so, or later, and what changed before, earlier. nil where the file system
  ///   does not date by a clock that goes on.
  package func nextTick() -> Int64? {
    defer { try? Files.remove(probe) }
    guard let first = touched() else { return nil }
    // A tick is 4 ms in most systems, 10 at the most; file systems of old count seconds.
    for _ in 0..<3000 {
      guard let time = touched() else { return nil }
      if time > first { return time }
      pause()
    }
    return nil
  }

  private func touched() -> Int64? {
    guard (try? Files.write([0], to: probe)) != nil else { return nil }
    return FileState(of: probe)?.changed
  }

  private func pause() { gongshi_pause(500) }
}

/// The files that this process runs: the program and its libraries.
package enum ProgramFiles {
  package struct File: Sendable, Hashable {
    /// What the linker made of its contents; nil where its options left it out.
    package let buildID: String?
    package let path: String
  }

  /// nil where it is not known.
  package static var all: [File]? {
    var length = -1
    let text = [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, count in
      length = buffer.withMemoryRebound(to: CChar.self) { gongshi_program_files($0.baseAddress!, $0.count) }
      count = max(0, length)
    }
    guard length > 0 else { return nil }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return parts.count == 2 ? File(buildID: parts[0] == "-" ? nil : String(parts[0]), path: String(parts[1])) : nil
    }
  }
}
