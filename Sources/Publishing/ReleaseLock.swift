import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Held while a build publishes; the system gives it back when the process ends, however it ends.
final class ReleaseLock {
  private let descriptors: [Int32]
  /// What a file of mode 0644 shows on this file system.
  let mode: UInt32

  init(_ place: OutputPlace) throws(PublishingError) {
    var descriptors: [Int32] = []
    do throws(PublishingError) {
      // Two programs may see one volume at two places, each with a state beside it.
      if place.isMount, let descriptor = try Self.lock(place.output, O_RDONLY | O_DIRECTORY, isNeeded: false) {
        descriptors.append(descriptor)
      }
      do throws(FileError) { try place.makeState() } catch { throw .file(error, .untouched) }
      let file = try Self.lock(place.state + "/lock", O_RDWR | O_CREAT, isNeeded: true)
      guard let descriptor = file else { throw PublishingError.locked }
      descriptors.append(descriptor)
      _ = fchmod(descriptor, mode_t(PublishedMode.file))
      var status = stat()
      mode = fstat(descriptor, &status) == 0 ? UInt32(status.st_mode & 0o7777) : PublishedMode.file
    } catch {
      for descriptor in descriptors { close(descriptor) }
      throw error
    }
    self.descriptors = descriptors
  }

  /// A child that another thread has just begun holds what this process held, until it runs its own program: for some milliseconds.
  private static let (tries, pause) = (20, useconds_t(10_000))

  private static func lock(_ path: String, _ flags: Int32, isNeeded: Bool) throws(PublishingError) -> Int32? {
    let descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else {
      if !isNeeded { return nil }
      throw .file(FileError("open", path), .untouched)
    }
    var code: Int32 = 0
    for attempt in 0..<tries {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
      code = errno
      guard code == EWOULDBLOCK, attempt + 1 < tries else { break }
      usleep(pause)
    }
    close(descriptor)
    if code == EWOULDBLOCK { throw .locked }
    // A network's file system may lock files, and directories not.
    if !isNeeded { return nil }
    throw .file(FileError("flock", path, code: code), .untouched)
  }

  deinit { for descriptor in descriptors { close(descriptor) } }
}
