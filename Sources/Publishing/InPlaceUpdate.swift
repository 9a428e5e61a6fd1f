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
  /// Gets a copy of the files as they were.
  let previous: String

  func run(_ order: [String]) throws(FileError) {
    let existing = Files.exists(output) ? try Files.tree(below: output) : []
    try Files.remove(previous)
    for file in existing { try copy(output + "/" + file, to: previous + "/" + file) }
    for file in order { try replace(file) }
    let wanted = Set(order)
    for file in existing where !wanted.contains(file) { try Files.remove(output + "/" + file) }
    try removeEmptyDirectories(output, isRoot: true)
  }

  private func replace(_ file: String) throws(FileError) {
    let bytes = try Files.read(source + "/" + file)
    let target = output + "/" + file
    if let old = try? Files.read(target), old == bytes { return }
    let fresh = target + ".gongshi-new"
    try write(bytes, to: fresh)
    guard rename(fresh, target) == 0 else { throw FileError("rename", target) }
  }

  private func copy(_ file: String, to target: String) throws(FileError) {
    try write(try Files.read(file), to: target)
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
