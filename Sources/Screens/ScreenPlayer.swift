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
  /// What a page may do that plays with it.
  let policy: PagePolicy
  /// Changes when the player does: a box takes a new one over when its feed names it.
  let version: String

  /// - Parameter themeStyle: a sheet in which `StyleCheck` found no error.
  init(themeStyle: Bytes) {
    self.themeStyle = themeStyle
    var policy = PagePolicy()
    policy.allow(script: Self.embeddedScript)
    for style in Self.embedded([Self.style, themeStyle]) { policy.allow(style: style) }
    self.policy = policy
    version = ProgrammeFeed.shortDigest(Self.script + Self.style + themeStyle)
  }

  /// The sheets as they stand in a page, each by itself: what is not closed in one ends with it.
  func write(styleTo out: inout Bytes) {
    for style in Self.embedded([Self.style, themeStyle]) {
      out.append("<style>")
      out += style
      out.append("</style>\n")
    }
  }

  /// All between `<script>` and `</script>`, which a page's policy names by its digest.
  static let embeddedScript: Bytes = Bytes("\n".utf8) + script

  /// All between `<style>` and `</style>`; a browser reads every line's end as one character.
  private static func embedded(_ styles: [Bytes]) -> [Bytes] {
    styles.filter { !$0.isEmpty }.map { style in
      var text = Bytes("\n".utf8)
      text.reserveCapacity(style.count + 2)
      for index in style.indices {
        let isReturn = style[index] == UInt8(ascii: "\r")
        if isReturn, index + 1 < style.count, style[index + 1] == UInt8(ascii: "\n") { continue }
        text.append(isReturn ? UInt8(ascii: "\n") : style[index])
      }
      if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
      return text
    }
  }
}
