package import Artifacts
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

  package static func load(
    site directory: String, name: String
  ) throws(FileError) -> (theme: ThemeSource?, [Diagnostic]) {
    let root = "themes/" + name
    guard Files.isDirectory(directory + "/" + root + "/templates") else {
      let problem = Diagnostic.error(
        "theme.missing", zh: "找不到主题“\(name)”", en: "there is no theme “\(name)”",
        hint: Message(zh: "主题模板应在 \(root)/templates/ 下", en: "its templates should lie in \(root)/templates/"),
        at: .file(path: SiteConfiguration.file))
      return (nil, [problem])
    }
    let problems = ProblemList()
    var templates: [Template] = []
    for file in try SourceTree.files(
      below: root + "/templates", site: directory, problems: problems, where: { $0.hasSuffix(".mustache") })
    {
      let path = root + "/templates/" + file
      let bytes = try Files.read(directory + "/" + path)
      guard let text = TextFile.decode(bytes, path: path, problems: problems) else { continue }
      templates.append(Template(name: String(file.dropLast(".mustache".count)), file: path, text: String(text)))
    }
    var statics: [(path: SitePath, mediaType: MediaType, file: String, bytes: [UInt8])] = []
    var screenStyle: ScreenStyle?
    if Files.isDirectory(directory + "/" + root + "/static") {
      for file in try SourceTree.files(below: root + "/static", site: directory, problems: problems) {
        guard let path = SitePath(file: "assets/" + file) else {
          problems.add(
            .error(
              "theme.file-name", zh: "文件名写不成网址，或者太长",
              en: "the file's name can't be written in an address, or is too long",
              hint: Message(zh: "用字母、数字、连字符，200 字节以内", en: "use letters, digits and hyphens, at most 200 bytes"),
              at: .file(path: root + "/static/" + file)))
          continue
        }
        let bytes = try Files.read(directory + "/" + root + "/static/" + file)
        if file == "screen.css" {
          screenStyle = TextFile.decode(bytes, path: root + "/static/" + file, problems: problems).map {
            ScreenStyle(file: root + "/static/" + file, text: String($0))
          }
        } else {
          statics.append((path, MediaType(fileName: file), root + "/static/" + file, bytes))
        }
      }
    }
    let theme = ThemeSource(name: name, templates: templates, statics: statics, screenStyle: screenStyle)
    return (theme, problems.diagnostics)
  }
}
