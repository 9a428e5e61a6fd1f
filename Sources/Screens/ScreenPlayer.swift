import BrowserFiles
import Encoding

/// What plays a screen: classic ES5 in one closure and a sheet, for engines from Chromium 38 on, whose files are in `Player/`; and the theme's own
/// sheet, which stands after ours.
struct ScreenPlayer: Sendable {
  static let script: Bytes = BrowserFile.player.enclosed
  static let style: Bytes = BrowserFile.screenStyle.published
  /// `/screens/worker.js`: a service worker, where there is HTTPS.
  static let worker: Bytes = BrowserFile.screenWorker.published

  /// Empty where the theme has none.
  let themeStyle: Bytes
  /// Changes when the player does: a box takes a new one over when its feed names it.
  let version: String

  /// - Parameter themeStyle: a sheet in which `StyleCheck` found no error.
  init(themeStyle: Bytes) {
    self.themeStyle = themeStyle
    version = ProgrammeFeed.shortDigest(Self.script + Self.style + themeStyle)
  }

  /// The sheets as they stand in a page, each by itself: what is not closed in one ends with it.
  func write(styleTo out: inout Bytes) {
    for style in [Self.style, themeStyle] where !style.isEmpty {
      out.append("<style>\n")
      out += style
      out.append(style.last == UInt8(ascii: "\n") ? "</style>\n" : "\n</style>\n")
    }
  }
}
