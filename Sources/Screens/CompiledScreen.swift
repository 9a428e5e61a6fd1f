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
  /// What the screen's corner shows beside the generation.
  package let digest: String
  let player: ScreenPlayer
  /// What its player checks feeds with.
  let key: PublicKey?

  static func make(
    _ community: Community, _ screen: ScreenConfiguration, _ player: ScreenPlayer, _ signer: FeedSigner?
  ) -> CompiledScreen {
    var compiler = ProgrammeCompiler(community, screen)
    let programme = compiler.programme()
    let feed = ProgrammeFeed(programme: programme, player: player.version).bytes(Envelope(community))
    return CompiledScreen(
      id: screen.id, programme: programme, feed: signer?.sign(feed.bytes) ?? feed.bytes, digest: feed.digest,
      player: player, key: signer?.publicKey)
  }
}
