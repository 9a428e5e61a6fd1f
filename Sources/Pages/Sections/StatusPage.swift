import Artifacts
import CivilTime
import Community
import Content
package import Vocabulary
import Words

/// What of a screen's feed its keeper compares with the screen's corner.
package struct ScreenStatus: Sendable {
  package let id: ScreenID
  package let feedURL: String
  /// Of its feed.
  package let generation: Int
  /// Eight digits.
  package let digest: String
  package let isSigned: Bool

  package init(id: ScreenID, feedURL: String, generation: Int, digest: String, isSigned: Bool) {
    self.id = id
    self.feedURL = feedURL
    self.generation = generation
    self.digest = digest
    self.isSigned = isSigned
  }
}

/// `/status/`: every screen with its feed's generation, digest and how long it holds.
struct StatusPage {
  private let context: PortalContext
  private let status: @Sendable () -> [ScreenStatus]

  init(_ context: PortalContext, _ status: @escaping @Sendable () -> [ScreenStatus]) {
    self.context = context
    self.status = status
  }

  func artifact() -> Artifact {
    context.page(
      .status, title: context.words.screenStatus, description: context.words.screenStatusLead, template: "status"
    ) { [context, status] in
      let byID = Dictionary(status().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let screens = context.community.screens.compactMap { screen in
        byID[screen.id].map { ScreenStatusView(screen: screen, status: $0, community: context.community) }
      }
      return StatusView(
        screens: screens, horizon: context.horizon, words: context.words,
        isSigned: screens.contains { $0.status.isSigned },
        isSecure: context.community.site.baseURL.hasPrefix("https://"))
    }
  }
}
