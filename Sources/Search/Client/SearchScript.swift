import Encoding

/// The search page's script: classic ES5 in one closure, without a library, for any engine with typed arrays (Chromium 38 has them).
enum SearchScript {
  private static let head: StaticString = #"""
    (function () {
      "use strict";
      var box = document.querySelector("[data-results]"), form = document.querySelector("form[data-search]"), status = document.querySelector("[data-status]"),
        field = form.elements.q, ROOT = "/search/", run = 0;

    """#

  private static let tail: StaticString = "}());\n"

  static let script: Bytes = {
    var script = Bytes()
    script.append(head)
    script += TraditionalCharacters.script
    for part in [finder, results, main, tail] { script.append(part) }
    return script
  }()
}
