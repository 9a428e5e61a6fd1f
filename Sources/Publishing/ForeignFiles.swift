import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files in `public/` that this program did not put there (`CNAME`, `.htaccess`, a picture copied in by hand). A release holds what it was
/// made of and nothing else, so they leave `public/`; they are kept in `found/` for ever and reported, so that nobody's work is lost.
///
/// What a release consists of is noted by its directory's inode, which stays the same wherever the directory is moved, so that the note is
/// right after a kill at any moment and after a rollback.
struct ForeignFiles {
  let output: String
  /// `.public.gongshi/`.
  let state: String

  private var manifests: String { state + "/files" }
  var foundDirectory: String { state + "/found" }

  private func manifestPath(of directory: String) -> String? {
    var status = stat()
    return stat(directory, &status) == 0 ? "\(manifests)/\(status.st_ino)" : nil
  }

  private func manifest(of directory: String) -> [Substring]? {
    guard let path = manifestPath(of: directory), let bytes = try? Files.read(path) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  /// What is public now consists of; none where that is not known.
  var knownFiles: [String] { manifest(of: output).map { $0.map(String.init) } ?? [] }

  /// Sets every foreign file aside; gives their paths. None where it is not known what the release consists of.
  ///
  /// - Parameter files: all that lies in `public/` now.
  func setAsideForeign(among files: [String]) throws(FileError) -> [String] {
    guard let known = manifest(of: output).map(Set.init) else { return [] }
    let foreignFiles = files.filter { !known.contains($0[...]) }
    for path in foreignFiles { try keep(path) }
    return foreignFiles
  }

  /// All files in `public/`, hidden ones and links too. What a link leads to lies elsewhere and stays there.
  func filesPresent() throws(FileError) -> [String] {
    Files.isDirectory(output) ? try FileTree(below: output, hidden: true).everything : []
  }

  /// Notes what a release consists of. Where that can't be done nothing is known, and nothing taken for foreign.
  func recordManifest(_ files: [String], of directory: String) {
    guard let path = manifestPath(of: directory) else { return }
    do throws(FileError) {
      try Files.makeDirectory(manifests)
      try Files.replace(path, with: Array((files.sorted().joined(separator: "\n") + "\n").utf8))
    } catch {
      try? Files.remove(path)
    }
  }

  /// Before an update in place, which may be killed halfway: the files of both releases are ours.
  func extendManifest(by files: [String]) {
    if let known = manifest(of: output) { recordManifest(Array(Set(files).union(known.map(String.init))), of: output) }
  }

  /// Removes the manifests of releases that are gone.
  func removeManifests(exceptOf directories: [String]) {
    let kept = Set(directories.compactMap(manifestPath(of:)))
    for name in (try? Files.names(in: manifests)) ?? [] where !kept.contains("\(manifests)/\(name)") {
      try? Files.remove("\(manifests)/\(name)")
    }
  }

  private func keep(_ path: String) throws(FileError) {
    var target = foundDirectory + "/" + path
    // A directory that was kept under this name stays.
    while Files.isDirectory(target) { target += "~" }
    if let slash = target.lastIndex(of: "/") { try Files.makeDirectory(String(target[..<slash])) }
    try Files.remove(target)
    let source = output + "/" + path
    // A second name is enough; elsewhere (a mount) a copy, of a link the link.
    if link(source, target) == 0 { return }
    if let destination = Files.destination(ofLink: source) {
      guard symlink(destination, target) == 0 else { throw FileError("symlink", target) }
    } else {
      try Files.write(try Files.read(source), to: target)
    }
  }
}
