import Encoding

/// The screen page's script: classic ES5 in one closure, for engines from Chromium 38 on, made of the parts in this folder.
enum ScreenPlayer {
  private static let head: StaticString = #"""
    (function () {
      "use strict";
      var page = document.documentElement, SCREEN = page.getAttribute("data-screen"), VERSION = page.getAttribute("data-player"),
        FEED = page.getAttribute("data-feed"), KEY = JSON.parse(page.getAttribute("data-key") || "null"),
        ROOT = page.getAttribute("data-root") || "", SITE = page.getAttribute("data-site"),
        changes = 0, ticks = 0, opened = null, programme;
      function byID(id) { return document.getElementById(id); }

    """#

  private static let begin: StaticString = #"""
    programme = programmeOf(byID("feed").textContent);

    """#

  private static let tail: StaticString = "}());\n"

  static let script: Bytes = {
    let parts = [head, moment, time, programme, begin, chart, blocks, pages, stage, contact, main, tail]
    var script = Bytes()
    for part in parts { script.append(part) }
    return script
  }()

  /// Changes when the player does: a box takes a new one over when its feed names it.
  static let version = ProgrammeFeed.shortDigest(script + style)
}
