import Diagnostics
import Files

/// The files of a source directory: what stands in a file's place and can't be read is named, never passed over in silence.
enum SourceTree {
  /// - Parameters:
  ///   - root: below the site's directory: `content`.
  ///   - isSource: whether a file of that name is read at all.
  /// - Returns: paths relative to the root, sorted.
  static func files(
    below root: String, site directory: String, problems: ProblemList, where isSource: (String) -> Bool = { _ in true }
  ) throws(FileError) -> [String] {
    try everything(below: root, site: directory, problems: problems, where: isSource).files.filter(isSource)
  }

  /// The same with the files that are no source, and whether any file is a link to another.
  static func everything(
    below root: String, site directory: String, problems: ProblemList, where isSource: (String) -> Bool
  ) throws(FileError) -> (files: [String], hasLinks: Bool) {
    let tree: FileTree
    do throws(FileError) {
      tree = try FileTree(below: directory + "/" + root, within: directory)
    } catch {
      guard error.isTooLong else { throw error }
      problems.add(tooLong(root, error: error, directory: directory))
      return ([], false)
    }
    // A pipe may stand in a directory's place.
    for (path, obstacle) in tree.obstacles
    where [.unreadableName, .directoryLink, .special].contains(obstacle) || isSource(path) {
      problems.add(diagnostic(for: obstacle, path: root + "/" + path))
    }
    return (tree.files, tree.hasLinks)
  }

  /// A file that is read by its own name.
  static func problem(with path: String, site directory: String) -> Diagnostic? {
    FileTree.obstacle(of: directory + "/" + path, within: directory).map { diagnostic(for: $0, path: path) }
  }

  private static func tooLong(_ root: String, error: FileError, directory: String) -> Diagnostic {
    let path = error.path.hasPrefix(directory + "/") ? String(error.path.dropFirst(directory.count + 1)) : root
    return .error(
      "file.path-too-long", zh: "文件夹套得太深，或名称太长，系统读不了",
      en: "the directories are nested too deep, or a name is too long, to be read",
      hint: Message(zh: "把里面的文件往上挪，改短名称", en: "move what is in it further up, with shorter names"),
      at: .file(path: String(path.prefix(200))))
  }

  private static func diagnostic(for obstacle: FileTree.Obstacle, path: String) -> Diagnostic {
    let location = Location.file(path: path)
    let copy = Message(zh: "把文件本身复制到这里", en: "copy the file itself to this place")
    switch obstacle {
    case .leadsOut:
      return .error(
        "file.outside", zh: "这个链接指向网站文件夹之外，不会读取", en: "this link leads out of the site's directory and is not read",
        hint: copy, at: location)
    case .dangling:
      return .error(
        "file.dangling-link", zh: "这个链接指向的文件不存在", en: "this link leads to nothing", hint: copy, at: location)
    case .loop:
      return .error(
        "file.link-loop", zh: "这个链接绕回了自己", en: "this link leads back to itself", hint: copy, at: location)
    case .directoryLink:
      return .error(
        "file.directory-link", zh: "这是指向文件夹的链接，不会进去读取", en: "this is a link to a directory and is not followed",
        hint: Message(zh: "把文件夹本身放到这里", en: "put the directory itself in this place"), at: location)
    case .special:
      return .error(
        "file.not-regular", zh: "这不是普通文件（而是管道、套接字或设备）", en: "this is no file but a pipe, a socket or a device",
        hint: Message(zh: "删去它", en: "remove it"), at: location)
    case .unreadableName:
      return .error(
        "file.name-not-utf8", zh: "文件名不是 UTF-8 编码，读不了", en: "the file's name is not UTF-8 and can't be read",
        hint: Message(
          zh: "改名即可；整个文件夹可用 convmv -f gb18030 -t utf8 -r --notest content",
          en: "rename it; `convmv -f gb18030 -t utf8 -r --notest content` renames a whole directory"), at: location)
    }
  }
}
