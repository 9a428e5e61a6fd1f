import BrowserFiles
package import Content
package import Diagnostics
import Encoding
import Markdown
import Templates
import Words

/// A theme whose templates are compiled for the pages that they show.
package struct Theme: Sendable {
  private let statics: ThemeStatics
  /// What its pages may do.
  let policy: PagePolicy
  private let program: TemplateProgram

  /// Reads and checks all templates of a theme; needs no content.
  ///
  /// - Returns: the theme, to be rendered with when none of the problems is an error.
  package static func compile(_ source: ThemeSource) -> (theme: Theme, [Diagnostic]) {
    var compiler = TemplateCompiler(
      source.templates.map { TemplateSource(name: $0.name, file: $0.file, text: $0.text) })
    var missing: [Diagnostic] = []
    for page in PageTemplate.all where !compiler.compile(page.name, for: page.offers) {
      missing.append(
        .error(
          "theme.missing-template", zh: "主题缺少模板 \(page.name).mustache", en: "the theme lacks \(page.name).mustache",
          at: .file(path: "themes/\(source.name)/templates/\(page.name).mustache")))
    }
    let inline = InlineCode(source)
    let theme = Theme(statics: source.statics, policy: inline.policy, program: compiler.finished())
    return (theme, compiler.problems + missing + inline.problems)
  }

  /// Its static files as a site of these words publishes them.
  func assets(_ words: any Words) -> ThemeAssets {
    ThemeAssets(statics, scriptWords: ScriptWords.json(words))
  }

  func render(_ view: some TemplateView, template: String) -> Bytes {
    Self.checked(program.render(view, with: template), template)
  }

  func render(_ view: some TemplateView, in frame: FrameView, template: String) -> Bytes {
    UnbrokenTitles.applied(to: Self.checked(program.render(view, in: frame, with: template), template))
  }

  private static func checked(_ bytes: Bytes?, _ template: String) -> Bytes {
    guard let bytes else { preconditionFailure("PageTemplate.all does not offer \(template) what it is given") }
    return bytes
  }
}
