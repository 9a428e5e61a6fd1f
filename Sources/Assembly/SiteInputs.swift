import Activities
import Artifacts
package import Content
import Digests
import Encoding
import Files
import Parallel
import Pictures
import ShareCards

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// All that a site's release is made of but the moment and what was published before: the bytes of each file that may be read, the program, the fonts of
/// its share cards, and what the command line says. One digest of it says whether a release would be the same once more. [0077]
///
/// More is taken in than any one build reads (themes that are not used, files that nothing names): what is in it too much costs a build that was not
/// needed, what were missing would leave a release as it was. Bytes count, never times; times say only whether anything was touched while a site
/// was read, so that the digest is of what was read.
package struct SiteInputs: Sendable {
  /// 64 hexadecimal digits.
  package let digest: String
  /// Of what the file system says of each file.
  private let states: Bytes
  private let reading: Reading

  /// - Parameters:
  ///   - program: what distinguishes this program from others (`ProgramIdentity`).
  ///   - site: as `site.yaml` has it now.
  /// - Returns: nil where it can't be said what a build would read: links, pipes, names that are no text, files that may not be read.
  package init?(_ options: Site.Options, of site: SiteConfiguration, program: String) {
    guard let reading = Reading(options, site, program), let read = reading.digests() else { return nil }
    self.reading = reading
    (digest, states) = read
  }

  /// Whether every file is as it was when it was digested, and no other has come.
  package var areUntouched: Bool { reading.states() == states }
}

/// What is digested, and how.
private struct Reading: Sendable {
  private let directory: String
  private let settings: Bytes
  private let singles: [String]
  private let jobs: Jobs

  /// Below the site's directory; names that begin with a dot are read by nobody, but for the approved editions.
  private static let roots = ["content", "themes", ApprovedEditions.directory]
  /// Files of no more bytes are read at once.
  private static let small = 1 << 18

  init?(_ options: Site.Options, _ site: SiteConfiguration, _ program: String) {
    directory = options.directory
    jobs = options.jobs
    let database = ActivityDatabase(path: directory + "/" + site.database, shownPath: site.database)
    let data = ["", "-wal", "-journal"].map { database.path + $0 } + [ImportedSheets.file(of: database)]
    let key = site.signingKey.map { $0.hasPrefix("/") ? $0 : options.directory + "/" + $0 }
    singles = data + (key.map { [$0] } ?? [])
    var settings = Bytes()
    for part in [
      program, directory, Files.eventualPath(directory), options.output.map(Files.eventualPath) ?? "",
      options.baseURL ?? "", options.includeDrafts ? "drafts" : "",
      ShareCardFonts.typefaces(site, options)?.identity ?? "",
      Self.hasDocuments(options.directory) ? PageRenderer.find(in: options.programs ?? [])?.version ?? "" : "",
      options.approving.sorted().joined(separator: "\n"),
    ] + Self.roots.map({ Files.realPath(options.directory + "/" + $0) ?? "" }) {
      settings += Bytes(part.utf8) + [0]
    }
    self.settings = settings
    guard Files.isDirectory(directory + "/content") else { return nil }
  }

  /// Whether pages of documents may be drawn: what draws them is asked for its version then alone.
  private static func hasDocuments(_ directory: String) -> Bool {
    func hasAny(_ directory: BytePath) -> Bool {
      guard let stream = directory.call({ opendir($0) }) else { return false }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { Bytes($0.prefix { $0 != 0 }) }
        if name.first == UInt8(ascii: ".") { continue }
        if MediaType(fileName: String(decoding: name, as: UTF8.self)) == .pdf { return true }
        if Int32(entry.pointee.d_type) == Int32(DT_DIR), hasAny(directory.appending(name)) { return true }
      }
      return false
    }
    return hasAny(BytePath(directory + "/content/files"))
  }

  // MARK: Which files

  private struct Listing {
    var files: [BytePath] = []
    /// Directories too: of some it counts that they are there.
    var names = Bytes()
    /// That of the site, open.
    let site: OpenDirectory
    /// The length of its path, which all begin with.
    let siteLength: Int

    /// A file's path below the site's directory.
    func below(_ path: BytePath) -> BytePath { BytePath(bytes: Array(path.bytes[siteLength...])) }

    func state(of path: BytePath) -> FileState? { below(path).call { FileState(of: $0, below: site) } }
  }

  private var listing: Listing? {
    let path = BytePath(directory)
    guard let site = OpenDirectory(path) else { return nil }
    var listing = Listing(site: site, siteLength: path.bytes.count + 1)
    for root in Self.roots where Files.exists(directory + "/" + root) {
      guard Files.isDirectory(directory + "/" + root), list(BytePath(directory + "/" + root), &listing) else {
        return nil
      }
    }
    return listing
  }

  private func list(_ directory: BytePath, _ listing: inout Listing) -> Bool {
    guard let stream = directory.call({ opendir($0) }) else { return false }
    defer { closedir(stream) }
    var directories: [BytePath] = []
    while let entry = readdir(stream) {
      let (name, isText) = withUnsafeBytes(of: &entry.pointee.d_name) { raw -> (Bytes, Bool) in
        let name = Bytes(raw.prefix { $0 != 0 })
        return (name, name.allSatisfy { $0 < 0x80 } || String(validating: name, as: UTF8.self) != nil)
      }
      if name.first == UInt8(ascii: ".") || Self.isOfDatabaseInUse(name) { continue }
      guard isText else { return false }
      let path = directory.appending(name)
      switch Int32(entry.pointee.d_type) {
      case Int32(DT_REG): listing.files.append(path)
      case Int32(DT_DIR): directories.append(path)
      case Int32(DT_UNKNOWN):
        guard let state = path.call({ FileState(of: $0) }) else { return false }
        if state.isDirectory { directories.append(path) } else { listing.files.append(path) }
        guard state.isDirectory || state.isRegular else { return false }
      default: return false
      }
    }
    for path in directories {
      listing.names += path.bytes + [0]
      guard list(path, &listing) else { return false }
    }
    return true
  }

  /// What SQLite makes and removes while it reads.
  private static func isOfDatabaseInUse(_ name: Bytes) -> Bool {
    name.suffix(4).elementsEqual("-shm".utf8) || name.suffix(4).elementsEqual("-wal".utf8)
  }

  // MARK: What they are

  private typealias Part = (content: Bytes, states: Bytes)

  func digests() -> (digest: String, states: Bytes)? {
    guard let listing else { return nil }
    let parts = jobs.map(Self.runs(of: listing.files), grain: 1) { run -> Part? in
      let reader = SmallFileReader(capacity: Self.small)
      var part: Part = ([], [])
      for path in listing.files[run] {
        let read = listing.below(path).call { reader.read($0, below: listing.site) { Self.digest($0) } }
        guard let (digest, state) = read ?? Self.large(path) else {
          return nil
        }
        part.content += path.bytes + [0] + digest
        state.append(to: &part.states)
      }
      return (SHA256.digest(part.content), SHA256.digest(part.states))
    }
    var (content, states) = (settings + listing.names, settings + listing.names)
    for part in parts {
      guard let part else { return nil }
      content += part.content
      states += part.states
    }
    for file in singles {
      guard let (described, state) = single(file, reads: true) else { return nil }
      content += described
      states += state
    }
    return (SHA256.hexadecimal(content), SHA256.digest(states))
  }

  func states() -> Bytes? {
    guard let listing else { return nil }
    let parts = jobs.map(Self.runs(of: listing.files), grain: 1) { run -> Bytes? in
      var states = Bytes()
      for path in listing.files[run] {
        guard let state = listing.state(of: path) else { return nil }
        state.append(to: &states)
      }
      return SHA256.digest(states)
    }
    var states = settings + listing.names
    for part in parts {
      guard let part else { return nil }
      states += part
    }
    for file in singles {
      guard let (_, state) = single(file, reads: false) else { return nil }
      states += state
    }
    return SHA256.digest(states)
  }

  private static func runs(of files: [BytePath]) -> [Range<Int>] {
    stride(from: 0, to: files.count, by: 64).map { $0..<min(files.count, $0 + 64) }
  }

  private static func digest(_ bytes: UnsafeRawBufferPointer) -> Bytes {
    SHA256.digest(bytes)
  }

  /// A film is digested piece by piece.
  private static func large(_ path: BytePath) -> (Bytes, FileState)? {
    guard let state = path.call({ FileState(of: $0) }), state.isRegular, let file = try? OpenFile(path) else {
      return nil
    }
    var digests = Bytes()
    var offset = 0
    while offset < file.size {
      guard let piece = try? file.bytes(at: offset, count: 1 << 20), !piece.isEmpty else { return nil }
      digests += SHA256.digest(piece)
      offset += piece.count
    }
    return (SHA256.digest(digests), state)
  }

  /// A file that is read by its name, wherever links lead: what it says, and who else may read it; an empty one is none.
  private func single(_ file: String, reads: Bool) -> (content: Bytes, state: Bytes)? {
    guard let path = Files.realPath(file), let state = FileState(of: path), state.isDirectory || state.size > 0 else {
      return ([0], [0])
    }
    guard state.isRegular else { return nil }
    var described = Bytes("\(path) \(state.permissions)".utf8)
    var states = Bytes(path.utf8)
    state.append(to: &states)
    if reads {
      guard let (digest, _) = Self.large(BytePath(path)) else { return nil }
      described += digest
    }
    return (described, states)
  }
}
