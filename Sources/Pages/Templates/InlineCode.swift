import BrowserFiles
import Content
import Diagnostics
import Encoding

/// What a theme's templates would have a browser run from within a page. A script or a style that is the same on every page is allowed by its
/// digest (`PagePolicy`); what is made of data, stands in an attribute, or comes from another site is not, and is named here.
struct InlineCode {
  private(set) var policy = PagePolicy()
  private(set) var problems: [Diagnostic] = []

  init(_ theme: ThemeSource) {
    for template in theme.templates { look(at: template) }
  }

  private mutating func look(at template: ThemeSource.Template) {
    let tags = TemplateTags(template.text)
    for tag in tags.all() {
      func place(_ offset: Int) -> Location {
        let (line, column) = tags.place(offset)
        return .file(path: template.file, line: line, column: column)
      }
      for attribute in tag.attributes {
        if let problem = Self.problem(attribute, of: tag, at: place(attribute.offset)) { problems.append(problem) }
      }
      allow(tag, at: place(tag.offset))
    }
  }

  private mutating func allow(_ tag: TemplateTags.Tag, at place: Location) {
    let isStyle = tag.name == "style"
    guard isStyle || tag.name == "script" && tag.value("src") == nil && Self.isScript(tag.value("type")) else { return }
    if tag.content.firstRange(of: Array("{{".utf8)) != nil {
      problems.append(
        .warning(
          isStyle ? "theme.inline-style" : "theme.inline-script",
          zh: "<\(tag.name)> 里有随页面变的内容，浏览器不会执行",
          en: "this <\(tag.name)> differs from page to page: browsers will not run it",
          hint: Self.hint, at: place))
      return
    }
    // A browser reads every line's end as one character.
    let text = tag.content.filter { $0 != UInt8(ascii: "\r") }
    if isStyle { policy.allow(style: text) } else { policy.allow(script: text) }
  }

  /// JavaScript; other types are data.
  private static func isScript(_ type: String?) -> Bool {
    guard let type = type?.lowercased(), !type.isEmpty else { return true }
    return type == "module" || type.hasSuffix("javascript") || type.hasSuffix("ecmascript")
  }

  private static let hint = Message(
    zh: "把它放进主题 static/ 里的文件；随数据变的样式改用 class 或 SVG 的属性",
    en: "put it into a file in the theme's static/; for a style that follows data use classes, or attributes of SVG")

  private static func problem(
    _ attribute: TemplateTags.Attribute, of tag: TemplateTags.Tag, at place: Location
  ) -> Diagnostic? {
    let value = attribute.value.lowercased().filter { $0 > " " }
    if attribute.name == "style" {
      return .warning(
        "theme.inline-style", zh: "浏览器不理会页面里的 style 属性", en: "browsers will not follow a style attribute in a page",
        hint: hint, at: place)
    }
    if attribute.name.hasPrefix("on") && attribute.name.count > 2 || value.hasPrefix("javascript:") {
      return .warning(
        "theme.inline-script", zh: "浏览器不会执行写在 \(attribute.name) 属性里的脚本",
        en: "browsers will not run a script in the attribute \(attribute.name)", hint: hint, at: place)
    }
    let loads: Set<String> = ["script", "iframe", "embed", "video", "audio", "source", "link", "object"]
    let isStylesheet = tag.name != "link" || tag.value("rel")?.lowercased().contains("stylesheet") == true
    guard ["src", "href", "data"].contains(attribute.name), loads.contains(tag.name), isStylesheet,
      ["https:", "http:", "//"].contains(where: value.hasPrefix)
    else { return nil }
    return .warning(
      "theme.remote-file", zh: "浏览器不会从别的网站取这个文件", en: "browsers will not take this file from another site",
      hint: Message(zh: "把文件放进主题的 static/", en: "put the file into the theme's static/"), at: place)
  }
}
