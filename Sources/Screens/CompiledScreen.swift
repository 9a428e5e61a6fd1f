import Artifacts
import Community
import Content
package import Encoding
import FeedFormat
import Signing
package import Vocabulary

/// One screen, worked out: its programme and its feed's bytes as they are published.
package struct CompiledScreen: Sendable {
  package let id: ScreenID
  package let programme: Programme
  package let feed: Bytes
  /// What the screen's corner shows: its feed's number and digest.
  package var generation: Int { programme.generation }
  package let digest: String
  let player: ScreenPlayer
  /// What its player checks feeds with.
  let key: PublicKey?

  static func make(
    _ community: Community, _ screen: ScreenConfiguration, _ player: ScreenPlayer, _ signer: FeedSigner?
  ) -> CompiledScreen {
    var compiler = ProgrammeCompiler(community, screen)
    var programme = compiler.programme()
    let feed = ProgrammeFeed(programme: programme, player: player.version).edition(
      at: .screenFeed(screen.id), Envelope(community)
    ) { signer?.sign($0) ?? $0 }
    programme.generation = feed.envelope.generation
    programme.madeAt = feed.envelope.moment
    return CompiledScreen(
      id: screen.id, programme: programme, feed: feed.bytes, digest: feed.digest, player: player,
      key: signer?.publicKey)
  }
}
