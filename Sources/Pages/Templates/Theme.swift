import Content
import Diagnostics
import Encoding
import Mustache

/// A theme whose templates have been checked, ready to render.
struct Theme: Sendable {
  private let library: MustacheLibrary

  /// - Parameter site: what is the same on all pages: its names are put into the templates as text now, once, instead of being looked up
  ///   on each page.
  init(_ source: ThemeSource, site: SiteView? = nil) throws(ThemeError) {
    let constants = site.map(Self.constants) ?? [:]
    MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
    var library = MustacheLibrary()
    for template in source.templates {
      do {
        try library.register(Self.prepared(template.text, constants), named: template.name)
      } catch {
        throw ThemeError(file: template.file, reason: "\(error)")
      }
    }
    self.library = library
  }

  func render(_ view: some MustacheParent, template: String) -> Bytes {
    guard let text = library.render(view, withTemplate: template) else {
      preconditionFailure("template \(template) was not checked")
    }
    return Bytes(text.utf8)
  }

  /// `{{site.title}}` and its like with what they show. A value with braces of its own stays a name.
  private static func constants(_ site: SiteView) -> [String: String] {
    var constants: [String: String] = [:]
    for (name, field) in SiteView.fields {
      guard case .text(let get) = field else { continue }
      let value = Markup.escaped(get(site) ?? "")
      if !value.contains("{{") { constants["{{site.\(name)}}"] = value }
    }
    return constants
  }

  /// Every template escapes bytewise (the library's own way passes `"` before a combining mark), and calls of other templates stand at
  /// the line's start, since the library would push the lines of what is called to the right, text of `pre` too.
  private static func prepared(_ text: String, _ constants: [String: String]) -> String {
    var text = text
    for (tag, value) in constants where text.contains(tag) { text = text.replacing(tag, with: value) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      let start = line.drop { $0 == " " || $0 == "\t" }
      return ["{{>", "{{<", "{{$", "{{/"].contains(where: start.hasPrefix) ? start : line
    }
    return "{{% CONTENT_TYPE:\(EscapedHTML.name)}}\n" + lines.joined(separator: "\n")
  }
}

/// A template that the library refuses although the check let it pass.
struct ThemeError: Error {
  let file: String
  let reason: String
}

private struct EscapedHTML: MustacheContentType {
  static let name = "GONGSHI"

  func escapeText(_ text: String) -> String { Markup.escaped(text) }
}
