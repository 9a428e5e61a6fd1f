import Artifacts

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
      .search, title: "搜索", description: "查找活动、公告、服务和场所。", template: "search"
    ) { [script] in SearchView(script: script) }
  }
}
