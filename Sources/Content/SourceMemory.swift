import Digests
package import Files
import Synchronization
import Vocabulary

/// What was read of a site's files and made of it, for whoever reads the site again and again. A file of which nothing was heard since is as it
/// was; one of which something was heard is read, and made anew where its bytes are others. A time stamp is never believed.
///
/// What is made of a file follows from its bytes and from what all of them are read with (`Context`): where that is another, nothing is kept.
package final class SourceMemory: Sendable {
  /// What all pages and files are read with.
  struct Context: Hashable {
    /// The bytes of `site.yaml` and `terms.yaml`.
    let settings: [[UInt8]]
    let names: PublishedNames
    let rows: RowNames
    let editions: Set<String>
    let approving: Set<String>
  }

  private struct Entry {
    var isFresh = true
    /// Of the bytes that it was made of; nil: of them alone it does not follow.
    let digest: [UInt8]?
    let value: any Sendable
  }

  private struct State {
    var context: Context?
    var entries: [String: Entry] = [:]
    /// Which files there are, as they were found last.
    var listing: (any Sendable)?
    /// What changed since they were found; nil: more than the system could report.
    var heard: Set<String>?
    /// How often anything was made anew.
    var made = 0
  }

  private let state = Mutex(State())

  package init() {}

  /// Something was heard of these files, or of all that lies below these directories; paths are relative to the site's directory.
  package func hear(of paths: some Sequence<String>) {
    let paths = Set(paths.map(Self.own))
    if paths.count > 100 { return hearOfAll() }
    state.withLock { state in
      state.heard?.formUnion(paths)
      for path in paths {
        if state.entries[path] != nil {
          state.entries[path]?.isFresh = false
          continue
        }
        for key in state.entries.keys where Self.concerns(path, key) { state.entries[key]?.isFresh = false }
      }
    }
  }

  /// The same, or one lies below the other: of a theme its directory is kept as one.
  private static func concerns(_ path: String, _ key: String) -> Bool {
    path == key || key.hasPrefix(path + "/") || path.hasPrefix(key + "/")
  }

  /// Nothing is known of any file.
  package func hearOfAll() {
    state.withLock { state in
      state.heard = nil
      for key in state.entries.keys { state.entries[key]?.isFresh = false }
    }
  }

  /// How many pages and files were made anew so far: what tests hold it to.
  package var made: Int { state.withLock { $0.made } }

  /// An approved edition is part of its page.
  private static func own(_ path: String) -> String {
    path.hasPrefix(ApprovedEditions.directory + "/")
      ? "content/" + path.dropFirst(ApprovedEditions.directory.count + 1) : path
  }

  // MARK: While a site is read

  func begin(_ context: Context) {
    state.withLock { state in
      if state.context == context { return }
      state.entries = state.entries.filter { $0.key.hasPrefix(Self.database) }
      state.context = context
    }
  }

  /// What is made of a file; read only where something was heard of it.
  ///
  /// - Parameter isOwn: whether it follows from the file's bytes alone; else it is made anew whatever they are.
  func value<Value: Sendable>(
    of path: String, isOwn: Bool = true, read: () throws(FileError) -> [UInt8],
    make: ([UInt8]) throws(FileError) -> Value
  ) throws(FileError) -> Value {
    let known = state.withLock { $0.entries[path] }
    if let known, known.isFresh, let value = known.value as? Value { return value }
    let bytes = try read()
    let digest = isOwn ? SHA256.digest(bytes) : nil
    if let known, let digest, known.digest == digest, let value = known.value as? Value {
      state.withLock { $0.entries[path]?.isFresh = true }
      return value
    }
    let value = try make(bytes)
    state.withLock { state in
      state.entries[path] = Entry(digest: digest, value: value)
      state.made += 1
    }
    return value
  }

  /// The same of what is not read by itself: an attachment of any size, a theme's directory.
  package func value<Value: Sendable>(
    of path: String, make: () throws(FileError) -> Value
  ) throws(FileError) -> Value {
    func read() throws(FileError) -> [UInt8] { [] }
    func remake(_: [UInt8]) throws(FileError) -> Value { try make() }
    return try value(of: path, isOwn: false, read: read, make: remake)
  }

  /// Which files there are: looked for anew unless all that was heard since is of files that were read, and those are still there.
  ///
  /// - Parameters:
  ///   - isThere: whether a file, by its path below the site's directory, is still one.
  ///   - find: what it finds is kept only where it says so: where a link leads may change without a word.
  func listing<Value: Sendable>(
    isThere: (String) -> Bool, find: () throws(FileError) -> (value: Value, isKept: Bool)
  ) throws(FileError) -> Value {
    let (known, heard) = state.withLock { state in
      (state.listing as? Value, state.heard.flatMap { $0.allSatisfy { state.entries[$0] != nil } ? $0 : nil })
    }
    if let known, let heard, heard.allSatisfy(isThere) {
      state.withLock { $0.heard?.subtract(heard) }
      return known
    }
    // What is heard while they are looked for counts for the next time.
    state.withLock { $0.heard = [] }
    let (value, isKept) = try find()
    state.withLock { $0.listing = isKept ? value : nil }
    return value
  }

  /// Files that are gone need no room.
  func keep(only paths: Set<String>) {
    state.withLock { state in
      state.entries = state.entries.filter { entry in
        !entry.key.hasPrefix("content/") || paths.contains(entry.key)
      }
    }
  }

  // MARK: The database

  private static let database = "database "

  /// What was read of the database; kept as long as the bytes of its files are the same, whatever is heard: reading one makes events itself.
  ///
  /// - Parameters:
  ///   - part: a name of what is read.
  ///   - files: the database and what SQLite keeps beside it; those that are not there count as empty.
  ///   - settings: what else it follows from.
  package func rows<Value: Sendable>(
    _ part: String, of files: [String], settings: [UInt8] = [], read: () throws(FileError) -> Value
  ) throws(FileError) -> Value {
    var digest = settings
    for file in files { digest += SHA256.digest((try? Files.read(file)) ?? []) }
    let key = Self.database + part
    if let known = state.withLock({ $0.entries[key] }), known.digest == digest, let value = known.value as? Value {
      return value
    }
    let value = try read()
    state.withLock { $0.entries[key] = Entry(digest: digest, value: value) }
    return value
  }
}
