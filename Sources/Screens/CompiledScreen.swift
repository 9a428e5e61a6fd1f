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
    let material = ScreenMaterial(community, screen)
    var made = Fitted(community, screen, material, player, signer, room: .all)
    for room in ScreenRoom.steps.dropFirst() where made.map({ !$0.fits }) ?? true {
      made = Fitted(community, screen, material, player, signer, room: room) ?? made
    }
    // With the least room: what is still too large is one text that somebody put there.
    guard let fitted = made ?? Fitted(community, screen, material, player, signer, room: .least, within: .max) else {
      preconditionFailure("there is room for everything")
    }
    let feed = fitted.feed
    var programme = fitted.programme
    programme.generation = feed.envelope.generation
    programme.madeAt = feed.envelope.moment
    return CompiledScreen(
      id: screen.id, programme: programme, feed: feed.bytes, digest: feed.digest, player: player,
      key: signer?.publicKey)
  }
}

/// A programme with as much as a room holds, and its feed.
private struct Fitted {
  private(set) var programme: Programme
  private(set) var feed: (bytes: Bytes, digest: String, envelope: Envelope)
  var fits: Bool { feed.bytes.count <= ScreenRoom.bytes }

  /// nil where its items alone are too much.
  init?(
    _ community: Community, _ screen: ScreenConfiguration, _ material: ScreenMaterial, _ player: ScreenPlayer,
    _ signer: FeedSigner?, room: ScreenRoom, within most: Int = ScreenRoom.bytes
  ) {
    var compiler = ProgrammeCompiler(community, screen, room: room, material: material)
    guard let programme = compiler.programme(within: most) else { return nil }
    func edition(_ programme: Programme) -> (bytes: Bytes, digest: String, envelope: Envelope) {
      ProgrammeFeed(programme: programme, player: player.version).edition(
        at: .screenFeed(screen.id), Envelope(community)
      ) { signer?.sign($0) ?? $0 }
    }
    self.programme = programme
    feed = edition(programme)
    guard !fits else { return }
    // Pictures go first: a page asks for them, and in a package they lie beside it. Base64 makes four bytes of three.
    let travelling = PictureFile.read(programme).filter(\.travels).reduce(0) { $0 + $1.bytes.count }
    guard travelling > 0 else { return }
    self.programme.pictureRoom = max(0, travelling - (feed.bytes.count - ScreenRoom.bytes + 3) / 4 * 3 - 3)
    feed = edition(self.programme)
  }
}
