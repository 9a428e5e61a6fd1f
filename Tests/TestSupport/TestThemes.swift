import Foundation

@testable package import Content

extension ThemeSource {
  /// A theme of a test's own, by its templates' texts.
  package static func printing(_ templates: [String: String]) -> ThemeSource {
    ThemeSource(
      name: "test",
      templates: templates.sorted { $0.key < $1.key }.map {
        Template(name: $0.key, file: "\($0.key).mustache", text: $0.value)
      }, statics: [])
  }

  /// The theme that every site has who names none.
  package static func standard() throws -> ThemeSource {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let (theme, problems) = try load(site: root.path, name: "default")
    guard let theme, problems.isEmpty else { throw CommunityFixtureError(problems: problems) }
    return theme
  }
}
