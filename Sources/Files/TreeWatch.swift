import CLinux

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Tells which files of some directories may have changed, whatever an editor does to save one: writes in place, renames another over it, moves or
/// makes directories. Hears it from the system (inotify); where that has no more watches to give, or the files lie on a share whose other
/// users nobody hears of, it looks at all of them once a second.
package final class TreeWatch {
  /// What was heard.
  package enum Change: Equatable, Sendable {
    /// Of these files, or of what lies below these directories; paths relative to the root.
    case of(Set<String>)
    /// More than the system could report.
    case ofAnything
  }

  /// Why it looks instead of listening.
  package enum Reason: Sendable, Equatable {
    case asked
    /// The system gives no more watches (`fs.inotify.max_user_watches`).
    case noWatchesLeft
    /// What others write there is not reported (network shares, folders of another system).
    case share
  }

  /// One directory that is watched.
  package struct Place: Sendable {
    let path: String
    let isDeep: Bool

    /// - Parameters:
    ///   - path: relative to the root; empty: the root itself.
    ///   - isDeep: with all below it.
    package init(_ path: String, isDeep: Bool) {
      self.path = path
      self.isDeep = isDeep
    }
  }

  private let root: String
  private let isOfInterest: @Sendable (String) -> Bool
  private var places: [Place] = []
  private var descriptor: Int32 = -1
  private var watched: [Int32: String] = [:]
  private var seen: [String: Stamp] = [:]
  /// nil while the system reports.
  package private(set) var polls: Reason?

  /// - Parameters:
  ///   - root: a directory.
  ///   - asksToPoll: look, whatever the system could report.
  ///   - isOfInterest: whether a path below the root can matter; what does not is never reported.
  package init(root: String, asksToPoll: Bool = false, isOfInterest: @escaping @Sendable (String) -> Bool) {
    self.root = root
    self.isOfInterest = isOfInterest
    polls = asksToPoll ? .asked : Self.isShare(root) ? .share : nil
    if polls == nil {
      descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      if descriptor < 0 { polls = .noWatchesLeft }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches these directories from now on, and no others; those that are not there yet too, from when they are.
  package func watch(_ places: [Place]) {
    self.places = places
    if polls != nil {
      seen = look()
      return
    }
    for place in places { add(place.path, isDeep: place.isDeep) }
    if polls != nil { seen = look() }
  }

  // MARK: Waiting

  /// How long after the last event it is quiet, in milliseconds: an editor's save is three or four events within one.
  private static let quiet: Int32 = 6
  /// The same after a file was written to and stays open: half of it may be there.
  private static let quietWhileOpen: Int32 = 40
  /// A part of a long burst is reported before its end.
  private static let longest = 400

  /// Waits until something was heard and it is quiet again.
  ///
  /// - Parameter timeout: milliseconds; nil is returned after them, or when nothing of interest was heard.
  package func next(timeout: Int32) -> Change? {
    if polls != nil { return nextByLooking(timeout) }
    guard wait(timeout) else { return nil }
    var heard = Heard()
    let start = milliseconds()
    repeat {
      read(into: &heard)
    } while milliseconds() - start < Self.longest
      && wait(heard.isOpen ? Self.quietWhileOpen : Self.quiet)
    if polls != nil {
      seen = look()
      return .ofAnything
    }
    if heard.hasOverflown {
      forgetAll()
      watch(places)
      return .ofAnything
    }
    return heard.paths.isEmpty ? nil : .of(heard.paths)
  }

  private struct Heard {
    var paths: Set<String> = []
    var isOpen = false
    var hasOverflown = false
  }

  private func wait(_ timeout: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, timeout) > 0
  }

  private func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  // MARK: Listening

  private static let mask =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MODIFY) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE)
    | UInt32(IN_DELETE) | UInt32(IN_ATTRIB) | UInt32(IN_ONLYDIR)

  private func read(into heard: inout Heard) {
    let size = 1 << 16
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: MemoryLayout<inotify_event>.alignment)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(descriptor, buffer, size)
      guard count > 0 else { return }
      var offset = 0
      while offset < count {
        let event = (buffer + offset).load(as: inotify_event.self)
        let name = (buffer + offset + MemoryLayout<inotify_event>.size).assumingMemoryBound(to: CChar.self)
        take(event, name: event.len > 0 ? String(cString: name) : "", heard: &heard)
        offset += MemoryLayout<inotify_event>.size + Int(event.len)
      }
    }
  }

  private func take(_ event: inotify_event, name: String, heard: inout Heard) {
    func has(_ bits: Int32) -> Bool { event.mask & UInt32(bits) != 0 }
    if has(IN_Q_OVERFLOW) { heard.hasOverflown = true }
    if has(IN_IGNORED) { watched[event.wd] = nil }
    guard let directory = watched[event.wd], !name.isEmpty else { return }
    let path = directory.isEmpty ? name : directory + "/" + name
    guard isOfInterest(path) else { return }
    if event.mask & UInt32(IN_ISDIR) != 0 {
      if has(IN_MOVED_FROM) { forget(path) }
      // What was put into it before it was watched is reported with it.
      if has(IN_CREATE) || has(IN_MOVED_TO), isWatchedDeeply(path) { add(path, isDeep: true) }
      if has(IN_ATTRIB), !has(IN_MOVED_TO) { return }
    } else {
      if has(IN_MODIFY) { heard.isOpen = true }
      if has(IN_CLOSE_WRITE) || has(IN_MOVED_TO) { heard.isOpen = false }
    }
    heard.paths.insert(path)
  }

  private func isWatchedDeeply(_ path: String) -> Bool {
    places.contains { $0.isDeep && ($0.path == path || path.hasPrefix($0.path + "/") || $0.path.hasPrefix(path + "/")) }
      || places.contains { $0.path == path }
  }

  private func add(_ path: String, isDeep: Bool) {
    let full = path.isEmpty ? root : root + "/" + path
    let watch = inotify_add_watch(descriptor, full, Self.mask)
    guard watch >= 0 else {
      if errno == ENOSPC || errno == ENOMEM { polls = .noWatchesLeft }
      return
    }
    watched[watch] = path
    guard isDeep, let names = try? Files.names(in: full) else { return }
    for name in names where polls == nil {
      let below = path.isEmpty ? name : path + "/" + name
      if isOfInterest(below), Self.isOwnDirectory(full + "/" + name) { add(below, isDeep: true) }
    }
  }

  private func forget(_ path: String) {
    for (watch, directory) in watched where directory == path || directory.hasPrefix(path + "/") {
      inotify_rm_watch(descriptor, watch)
      watched[watch] = nil
    }
  }

  private func forgetAll() {
    for watch in watched.keys { inotify_rm_watch(descriptor, watch) }
    watched = [:]
  }

  private static func isOwnDirectory(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  // MARK: Looking

  private struct Stamp: Equatable {
    let inode: UInt64
    let size: Int64
    let modified: [Int]
    /// Cannot be set by anybody.
    let changed: [Int]
  }

  private func nextByLooking(_ timeout: Int32) -> Change? {
    usleep(UInt32(min(max(timeout, 1), 1000)) * 1000)
    let now = look()
    defer { seen = now }
    let others = Set(now.keys).union(seen.keys).filter { now[$0] != seen[$0] }
    return others.isEmpty ? nil : .of(others)
  }

  private func look() -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for place in places { look(place.path, isDeep: place.isDeep, &stamps) }
    return stamps
  }

  private func look(_ path: String, isDeep: Bool, _ stamps: inout [String: Stamp]) {
    let full = path.isEmpty ? root : root + "/" + path
    guard let names = try? Files.names(in: full) else { return }
    for name in names {
      let below = path.isEmpty ? name : path + "/" + name
      var status = stat()
      guard isOfInterest(below), lstat(full + "/" + name, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        if isDeep { look(below, isDeep: true, &stamps) }
        continue
      }
      if status.st_mode & S_IFMT == S_IFLNK { _ = stat(full + "/" + name, &status) }
      stamps[below] = Stamp(
        inode: UInt64(status.st_ino), size: Int64(status.st_size),
        modified: [status.st_mtim.tv_sec, status.st_mtim.tv_nsec],
        changed: [status.st_ctim.tv_sec, status.st_ctim.tv_nsec])
    }
  }

  /// File systems whose other users change files without a word: NFS, SMB, CIFS, 9P (folders of Windows in WSL), FUSE.
  private static let shares: Set<UInt32> = [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x0102_1997, 0x6573_5546]

  private static func isShare(_ path: String) -> Bool {
    shares.contains(gongshi_filesystem_type(path))
  }
}
