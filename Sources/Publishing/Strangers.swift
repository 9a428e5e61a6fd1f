import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files in `public/` that this program did not put there (`CNAME`, `.htaccess`, a picture copied in by hand). A release holds what it was
/// made of and nothing else, so they leave `public/`; they are kept in `found/` for ever and told of, so that nobody's work is lost.
///
/// What a release consists of is noted by its directory's inode, which stays the same wherever the directory is moved, so that the note is
/// right after a kill at any moment and after a rollback.
struct Strangers {
  let output: String
  /// `.public.gongshi/`.
  let state: String

  private var lists: String { state + "/files" }
  var shelter: String { state + "/found" }

  private func list(of directory: String) -> String? {
    var status = stat()
    return stat(directory, &status) == 0 ? "\(lists)/\(status.st_ino)" : nil
  }

  private func known(_ directory: String) -> [Substring]? {
    guard let list = list(of: directory), let bytes = try? Files.read(list) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  /// Puts every stranger into safety; gives their paths. None where it is not known what the release consists of.
  ///
  /// - Parameter files: all that lies in `public/` now.
  func shelterAll(of files: [String]) throws(FileError) -> [String] {
    guard let known = known(output).map(Set.init) else { return [] }
    let strangers = files.filter { !known.contains($0[...]) }
    for path in strangers { try keep(path) }
    return strangers
  }

  /// All files in `public/`, hidden ones and links too. What a link leads to lies elsewhere and stays there.
  func filesPresent() throws(FileError) -> [String] {
    Files.isDirectory(output) ? try FileTree(below: output, hidden: true).everything : []
  }

  /// Notes what a release consists of. Where that can't be done nothing is known, and nothing taken for strange.
  func remember(_ files: [String], of directory: String) {
    guard let list = list(of: directory) else { return }
    do throws(FileError) {
      try Files.makeDirectory(lists)
      try Files.replace(list, with: Array((files.sorted().joined(separator: "\n") + "\n").utf8))
    } catch {
      try? Files.remove(list)
    }
  }

  /// Before an update in place, which may be killed halfway: the files of both releases are ours.
  func expect(_ files: [String]) {
    if let known = known(output) { remember(Array(Set(files).union(known.map(String.init))), of: output) }
  }

  /// Forgets releases that are gone.
  func forget(allBut directories: [String]) {
    let kept = Set(directories.compactMap(list(of:)))
    for name in (try? Files.names(in: lists)) ?? [] where !kept.contains("\(lists)/\(name)") {
      try? Files.remove("\(lists)/\(name)")
    }
  }

  private func keep(_ path: String) throws(FileError) {
    var target = shelter + "/" + path
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
