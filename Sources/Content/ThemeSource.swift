package import Artifacts
import BuiltIn
package import Diagnostics
package import Files

/// A theme's files below `themes/<name>/`: Mustache templates in `templates/`, everything in `static/` published as it is.
package struct ThemeSource: Sendable {
  package struct Template: Sendable {
    /// The name a template is called by: `notice`, `partials/card`.
    package let name: String
    /// Relative to the site's directory.
    package let file: String
    package let text: String
  }

  /// The theme's sheet for screens.
  package struct ScreenStyle: Sendable {
    /// Relative to the site's directory.
    package let file: String
    package let text: String

    package init(file: String, text: String) {
      self.file = file
      self.text = text
    }
  }

  package let name: String
  package let templates: [Template]
  /// Static files by their path below `/assets/`.
  package let statics: [(path: SitePath, mediaType: MediaType, file: String, bytes: [UInt8])]
  /// `static/screen.css`: it stands inside the screens' pages, and not below `/assets/`.
  package var screenStyle: ScreenStyle?

  /// Whether a template, a sheet or a script of it says an address.
  package func says(_ address: String) -> Bool {
    if templates.contains(where: { $0.text.contains(address) }) || screenStyle?.text.contains(address) == true {
      return true
    }
    return statics.contains { file in
      [.css, .javaScript, .html].contains(file.mediaType)
        && String(decoding: file.bytes, as: UTF8.self).contains(address)
    }
  }

  /// The site's own theme of that name; where it has none called `default`, the one that is part of the program.
  package static func load(
    site directory: String, name: String
  ) throws(FileError) -> (theme: ThemeSource?, [Diagnostic]) {
    let root = "themes/" + name
    let problems = ProblemList()
    if name == builtInName, !Files.exists(directory + "/" + root) {
      return (make(of: BuiltInFile.theme.map { ($0.path, $0.bytes) }, root: root, name: name, problems), [])
    }
    guard Files.isDirectory(directory + "/" + root + "/templates") else {
      let problem = Diagnostic.error(
        "theme.missing", zh: "找不到主题“\(name)”", en: "there is no theme “\(name)”",
        hint: Message(
          zh: "主题模板应在 \(root)/templates/ 下；gongshi theme eject \(name) 把自带的主题放到那里",
          en:
            "its templates should lie in \(root)/templates/; `gongshi theme eject \(name)` puts the built-in theme there"
        ),
        at: .file(path: SiteConfiguration.file))
      return (nil, [problem])
    }
    var files: [(path: String, bytes: [UInt8])] = []
    for (part, isRead) in parts where Files.isDirectory("\(directory)/\(root)/\(part)") {
      for file in try SourceTree.files(below: "\(root)/\(part)", site: directory, problems: problems, where: isRead) {
        files.append(("\(part)/\(file)", try Files.read("\(directory)/\(root)/\(part)/\(file)")))
      }
    }
    return (make(of: files, root: root, name: name, problems), problems.diagnostics)
  }

  /// The theme that is part of the program.
  package static let builtInName = "default"

  /// What of a theme's directory is read.
  private static let parts: [(name: String, isRead: @Sendable (String) -> Bool)] = [
    ("templates", { $0.hasSuffix(templateEnding) }), ("static", { _ in true }),
  ]
  private static let templateEnding = ".mustache"

  /// - Parameters:
  ///   - files: by their paths below the theme's directory.
  ///   - root: the theme's directory, by which messages name its files.
  private static func make(
    of files: [(path: String, bytes: [UInt8])], root: String, name: String, _ problems: ProblemList
  ) -> ThemeSource {
    var templates: [Template] = []
    var statics: [(path: SitePath, mediaType: MediaType, file: String, bytes: [UInt8])] = []
    var screenStyle: ScreenStyle?
    for (path, bytes) in files {
      let file = root + "/" + path
      let below = String(path[path.index(after: path.firstIndex(of: "/") ?? path.startIndex)...])
      if path.hasPrefix("templates/") {
        guard let text = TextFile.decode(bytes, path: file, problems: problems, isForReaders: false) else { continue }
        templates.append(Template(name: String(below.dropLast(templateEnding.count)), file: file, text: String(text)))
      } else if below == "screen.css" {
        screenStyle = TextFile.decode(bytes, path: file, problems: problems, isForReaders: false).map {
          ScreenStyle(file: file, text: String($0))
        }
      } else if let published = SitePath(file: "assets/" + below) {
        statics.append((published, MediaType(fileName: below), file, bytes))
      } else {
        problems.add(
          .error(
            "theme.file-name", zh: "文件名写不成网址，或者太长",
            en: "the file's name can't be written in an address, or is too long",
            hint: Message(zh: "用字母、数字、连字符，200 字节以内", en: "use letters, digits and hyphens, at most 200 bytes"),
            at: .file(path: file)))
      }
    }
    return ThemeSource(name: name, templates: templates, statics: statics, screenStyle: screenStyle)
  }
}
