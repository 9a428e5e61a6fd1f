import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files in `public/` that this program did not put there (`CNAME`, `.htaccess`, a picture copied in by hand). A release holds what it was
/// made of and nothing else, so they leave `public/`; they are kept in `found/` for ever and told of, so that nobody's work is lost.
struct Strangers {
  let output: String
  /// `.public.gongshi/`.
  let state: String

  private var list: String { state + "/files" }
  /// Of the release before: a rollback makes it public again.
  private var previousList: String { state + "/files.previous" }
  var shelter: String { state + "/found" }

  /// Puts every stranger into safety; gives their paths. None where the last release's files are not known.
  ///
  /// - Parameter files: all that lies in `public/` now.
  func shelterAll(of files: [String]) throws(FileError) -> [String] {
    guard Files.exists(list) else { return [] }
    var known = Set<Substring>()
    for list in [list, previousList] where Files.exists(list) {
      known.formUnion(String(decoding: try Files.read(list), as: UTF8.self).split(separator: "\n"))
    }
    let strangers = files.filter { !known.contains($0[...]) }
    for path in strangers { try keep(path) }
    return strangers
  }

  /// All files in `public/`, hidden ones too.
  func filesPresent() -> [String] {
    var found: [String] = []
    func walk(_ prefix: String) {
      for name in (try? Files.names(in: output + "/" + prefix)) ?? [] {
        if Files.isDirectory(output + "/" + prefix + name) {
          walk(prefix + name + "/")
        } else {
          found.append(prefix + name)
        }
      }
    }
    if Files.isDirectory(output) { walk("") }
    return found
  }

  /// Notes what the release that is public now consists of. Where that can't be done nothing is known, and nothing taken for strange.
  func remember(_ files: [String]) {
    do throws(FileError) {
      if Files.exists(list), rename(list, previousList) != 0 { throw FileError("rename", list) }
      try Files.replace(list, with: Array((files.sorted().joined(separator: "\n") + "\n").utf8))
    } catch {
      try? Files.remove(list)
    }
  }

  private func keep(_ path: String) throws(FileError) {
    let target = shelter + "/" + path
    if let slash = target.lastIndex(of: "/") { try Files.makeDirectory(String(target[..<slash])) }
    try Files.remove(target)
    // A second name is enough; elsewhere (a mount) a copy.
    if link(output + "/" + path, target) != 0 { try Files.write(try Files.read(output + "/" + path), to: target) }
  }
}
