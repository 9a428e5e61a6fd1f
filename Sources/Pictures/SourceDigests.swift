import Digests
import Encoding
import Files
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The SHA-256 of files that have not changed since it was worked out, by what the file system says of them: a gigabyte of photos is not
/// read again for a word in a notice.
final class SourceDigests: Sendable {
  private struct Entry {
    let state: String
    let digest: String
  }
  private struct Known {
    var last: [String: Entry] = [:]
    var now: [String: Entry] = [:]
  }

  private static let head = "gongshi-picture-sources 1"
  /// A file that changed within this many seconds before the list was written may have changed once more unseen (as git's index has it).
  private static let margin = 2

  private let known: Mutex<Known>
  /// When the list was written, by its file system.
  private let written: Int
  private let list: String?

  init(list: String?) {
    self.list = list
    var status = stat()
    var last: [String: Entry] = [:]
    if let list, stat(list, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let bytes = try? Files.read(list),
      let lines = SealedText.lines(bytes),
      lines.first.map(String.init) == Self.head
    {
      for line in lines.dropFirst() {
        let parts = line.split(separator: "\t", maxSplits: 2)
        if parts.count == 3 { last[String(parts[2])] = Entry(state: String(parts[0]), digest: String(parts[1])) }
      }
    }
    written = Int(status.st_mtim.tv_sec)
    known = Mutex(Known(last: last))
  }

  /// Device, number, size and times; nil where the file is gone. The second: when it last changed, in whole seconds.
  private static func state(of file: String) -> (String, Int)? {
    var status = stat()
    guard stat(file, &status) == 0 else { return nil }
    let (modified, changed) = (status.st_mtim, status.st_ctim)
    let text =
      "\(status.st_dev)-\(status.st_ino)-\(status.st_size)-\(modified.tv_sec).\(modified.tv_nsec)"
      + "-\(changed.tv_sec).\(changed.tv_nsec)"
    return (text, max(modified.tv_sec, changed.tv_sec))
  }

  /// nil where it has to be worked out.
  func known(_ file: String) -> String? {
    guard let (state, changed) = Self.state(of: file) else { return nil }
    return known.withLock { known in
      guard let entry = known.last[file], entry.state == state, changed + Self.margin < written else { return nil }
      known.now[file] = entry
      return entry.digest
    }
  }

  /// Reads a file and notes its digest, by its state before it was read.
  func read(_ file: String) throws(FileError) -> (Bytes, digest: String) {
    let state = Self.state(of: file)
    let bytes = try Files.read(file)
    let digest = SHA256.hexadecimal(bytes)
    if let state, !file.contains("\n") {
      known.withLock { $0.now[file] = Entry(state: state.0, digest: digest) }
    }
    return (bytes, digest)
  }

  /// Writes the list, where it says something new or what it says was not trusted for its age.
  func save() {
    guard let list else { return }
    let text = known.withLock { known in
      "\(Self.head)\n"
        + known.now.sorted { $0.key < $1.key }.map { "\($1.state)\t\($1.digest)\t\($0)\n" }.joined()
    }
    let aside = "\(list).\(getpid()).new"
    guard (try? Files.write(SealedText.bytes(text), to: aside)) != nil else { return }
    if rename(aside, list) != 0 { unlink(aside) }
  }
}
