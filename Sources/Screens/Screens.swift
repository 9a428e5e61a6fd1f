import Archives
package import Artifacts
package import Community
package import Content
package import Diagnostics
import Encoding
package import Parallel
package import Signing
package import Vocabulary

/// Feeds, pages and packages of the public screens, each screen worked out once.
package struct Screens: Sendable {
  private let community: Community
  private let compiled: Once<[ScreenID: CompiledScreen]>

  /// Checks a theme's sheet for screens; needs no content.
  package static func check(_ style: ThemeSource.ScreenStyle) -> [Diagnostic] {
    var check = StyleCheck(style)
    check.check()
    return check.problems
  }

  /// - Parameter theme: one in which `check` found no error.
  package init(_ community: Community, theme: ThemeSource, jobs: Jobs, signer: FeedSigner? = nil) {
    self.community = community
    let player = ScreenPlayer(themeStyle: Bytes((theme.screenStyle?.text ?? "").utf8))
    compiled = Once {
      let screens = jobs.map(community.screens, grain: 1) { CompiledScreen.make(community, $0, player, signer) }
      return Dictionary(screens.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Works all of them out, each on a core of its own: what asks for one from within a parallel map finds no core free for the others.
  package func workOut() { _ = compiled.value }

  /// Works it out if nobody has asked before.
  package func screen(_ id: ScreenID) -> CompiledScreen? { compiled.value[id] }

  /// Files that `/feeds/v1/index.json` lists.
  package func feeds() -> [Artifact] {
    community.screens.flatMap { screen in
      [
        artifact(screen.id, path: .screenFeed(screen.id), mediaType: .json) { $0.feed },
        artifact(screen.id, path: .screenPackage(screen.id), mediaType: .zip) { ScreenPackage(screen: $0).bytes() },
      ]
    }
  }

  /// Pages that play their screens by themselves, and the worker that keeps them for a box that starts without a network.
  package func pages() -> [Artifact] {
    guard !community.screens.isEmpty else { return [] }
    return community.screens.map { screen in
      artifact(screen.id, path: .screen(screen.id), mediaType: .html) { ScreenPage(screen: $0).html() }
    } + [Artifact(.at("screens/worker.js"), .javaScript, .bytes(ScreenPlayer.worker))]
  }

  package static func schemas(_ community: Community) -> [Artifact] {
    [
      ProgrammeFeed.schema(baseURL: community.site.baseURL, community.horizon.zone),
      WeatherSchema.artifact(baseURL: community.site.baseURL),
    ]
  }

  private func artifact(
    _ id: ScreenID, path: SitePath, mediaType: MediaType, make: @escaping @Sendable (CompiledScreen) -> Bytes
  ) -> Artifact {
    Artifact(path, mediaType, .made { [compiled] in compiled.value[id].map(make) ?? Bytes() })
  }
}
