import Artifacts
import Community
import Words

/// `/search/`: the frame in which the search's script shows what it finds.
struct SearchPage {
  private let context: PortalContext
  private let script: String

  /// - Parameter script: its URL.
  init(_ context: PortalContext, script: String) {
    self.context = context
    self.script = script
  }

  func artifact() -> Artifact {
    context.page(
      .search, title: context.words.search, description: context.words.searchLead, template: "search"
    ) { [script] in SearchView(script: script) }
  }
}
