import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Publishes into a directory that can't be exchanged (a mount, a file system without RENAME_EXCHANGE): each file is replaced whole, in
/// an order in which what points to a thing comes after the thing; what is no longer there goes last.
struct InPlaceUpdate {
  let output: String
  let source: String

  /// - Parameter order: the files of the release.
  /// - Returns: how many files got other bytes.
  func run(_ order: [String]) throws(FileError) -> Int {
    let existing = Files.exists(output) ? try FileTree(below: output).everything : []
    var replaced = 0
    for file in order where try replace(file) { replaced += 1 }
    let wanted = Set(order)
    for file in existing where !wanted.contains(file) { try Files.remove(output + "/" + file) }
    try removeEmptyDirectories(output, isRoot: true)
    return replaced
  }

  /// A copy of what is public, for going back to it.
  func save(to copy: String) throws(FileError) {
    for file in try FileTree(below: output).files {
      try write(try Files.read(output + "/" + file), to: copy + "/" + file)
    }
  }

  private func replace(_ file: String) throws(FileError) -> Bool {
    let bytes = try Files.read(source + "/" + file)
    let target = output + "/" + file
    if let old = try? Files.read(target), old == bytes { return false }
    let fresh = target + ".gongshi-new"
    try write(bytes, to: fresh)
    guard rename(fresh, target) == 0 else { throw FileError("rename", target) }
    return true
  }

  private func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if let slash = path.lastIndex(of: "/") { try Files.makeDirectory(String(path[..<slash])) }
    try Files.write(bytes, to: path)
  }

  private func removeEmptyDirectories(_ directory: String, isRoot: Bool) throws(FileError) {
    for name in try Files.names(in: directory) where Files.isDirectory(directory + "/" + name) {
      try removeEmptyDirectories(directory + "/" + name, isRoot: false)
    }
    // Fails where something is left, as it should.
    if !isRoot { rmdir(directory) }
  }
}
