import Artifacts
import Community
import Content
import Encoding
import FeedFormat
import Vocabulary

/// One screen, worked out: its programme and its feed's bytes as they are published.
public struct CompiledScreen: Sendable {
  /// How feeds are signed, and how a player checks it.
  public struct Signature: Sendable {
    /// One JSON object → the same, signed.
    let sign: @Sendable (Bytes) -> Bytes
    /// The public key as a JSON Web Key (RFC 7517).
    let key: String

    public init(key: String, sign: @escaping @Sendable (Bytes) -> Bytes) {
      self.key = key
      self.sign = sign
    }
  }

  public let id: ScreenID
  public let programme: Programme
  public let feed: Bytes
  /// What the screen's corner shows beside the generation.
  public let digest: String
  let key: String?

  static func make(
    _ community: Community, _ screen: ScreenConfiguration, _ signature: Signature?
  ) -> CompiledScreen {
    var compiler = ProgrammeCompiler(community, screen)
    let programme = compiler.programme()
    let feed = ProgrammeFeed(programme: programme, envelope: Envelope(community)).bytes()
    return CompiledScreen(
      id: screen.id, programme: programme, feed: signature?.sign(feed.bytes) ?? feed.bytes, digest: feed.digest,
      key: signature?.key)
  }
}
