/// A path as somebody typed it.
enum TypedPath {
  /// As messages show it, without `./` before it and a slash behind; what it leads to stays the same.
  static func shown(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") || path.hasSuffix("/.") { path.removeLast() }
    return path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }
}
