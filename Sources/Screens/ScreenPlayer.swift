import BrowserFiles
import Encoding

/// The screen page's script and style: classic ES5 in one closure, for engines from Chromium 38 on. Their files are in `Player/`.
enum ScreenPlayer {
  static let script: Bytes = BrowserFile.player.enclosed
  static let style: Bytes = BrowserFile.screenStyle.published
  /// `/screens/worker.js`: a service worker, where there is HTTPS.
  static let worker: Bytes = BrowserFile.screenWorker.published

  /// Changes when the player does: a box takes a new one over when its feed names it.
  static let version = ProgrammeFeed.shortDigest(script + style)
}
