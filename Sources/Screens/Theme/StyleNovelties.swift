/// What style sheets may say today and Chromium 38 does not know, with the version that brought it. It names what people reach for, and no more:
/// the built-in sheet is held to the whole baseline by `Tests/Consumers/baseline.py`.
enum StyleNovelties {
  static func property(_ name: String) -> Int? {
    if name.hasPrefix("--") { return 49 }
    return properties[name] ?? families.first { name.hasPrefix($0.name) }?.version
  }

  static func value(_ value: String, of property: String) -> Int? {
    values[value].flatMap { $0.properties.contains(property) || $0.properties.isEmpty ? $0.version : nil }
  }

  static let functions: [String: Int] = [
    "var": 49, "min": 79, "max": 79, "clamp": 79, "env": 69, "color-mix": 111, "oklch": 111, "oklab": 111, "lab": 111,
    "lch": 111,
    "hwb": 101, "color": 111, "conic-gradient": 69, "repeating-conic-gradient": 69, "image-set": 113, "light-dark": 123,
    "minmax": 57, "repeat": 57, "fit-content": 57, "round": 125, "mod": 125, "rem": 125,
  ]

  static let units: [String: Int] = [
    "fr": 57, "dvh": 108, "dvw": 108, "svh": 108, "svw": 108, "lvh": 108, "lvw": 108, "dvmin": 108, "dvmax": 108,
    "vi": 108, "vb": 108,
    "cqw": 105, "cqh": 105, "cqi": 105, "cqb": 105, "cqmin": 105, "cqmax": 105, "lh": 109, "rlh": 111, "ic": 106,
    "cap": 118, "q": 63,
  ]

  /// Pseudo-classes and pseudo-elements.
  static let selectors: [String: Int] = [
    "is": 88, "where": 88, "has": 105, "focus-visible": 86, "focus-within": 60, "any-link": 65, "placeholder-shown": 47,
    "placeholder": 57, "marker": 86, "dir": 120, "defined": 54, "part": 73, "modal": 105, "popover-open": 114,
  ]

  static let rules: [String: Int] = [
    "layer": 99, "container": 105, "property": 85, "scope": 118, "starting-style": 117, "counter-style": 91,
    "font-feature-values": 111, "font-palette-values": 101, "view-transition": 126, "position-try": 125,
  ]

  private static let properties: [String: Int] = [
    "gap": 84, "row-gap": 84, "column-gap": 84, "inset": 87, "aspect-ratio": 88, "filter": 53, "backdrop-filter": 76,
    "translate": 104,
    "rotate": 104, "scale": 104, "accent-color": 93, "caret-color": 57, "user-select": 54, "contain": 52,
    "content-visibility": 85,
    "hyphens": 55, "line-break": 58, "writing-mode": 48, "text-orientation": 48, "clip-path": 55, "mix-blend-mode": 41,
    "background-blend-mode": 35, "isolation": 41, "image-rendering": 41, "color-scheme": 81, "font-display": 60,
    "inline-size": 57,
    "block-size": 57, "text-wrap": 114, "text-emphasis": 99, "animation": 43, "animation-name": 43,
    "animation-duration": 43, "columns": 50,
    "column-count": 50, "column-width": 50, "mask": 120, "mask-image": 120, "text-decoration-color": 57,
    "text-decoration-style": 57,
    "text-decoration-line": 57, "font-variant-numeric": 52, "font-variant-ligatures": 52, "font-variant-caps": 52,
    "overflow-anchor": 56,
  ].filter { $0.value > 38 }

  private static let families: [(name: String, version: Int)] = [
    ("grid", 57), ("inset-", 87), ("place-", 59), ("margin-inline", 69), ("margin-block", 69), ("padding-inline", 69),
    ("padding-block", 69),
    ("border-inline", 69), ("border-block", 69), ("overscroll-behavior", 63), ("scroll-snap", 69), ("container", 105),
    ("offset-", 55),
    ("text-underline-", 87), ("min-inline-", 57), ("max-inline-", 57), ("min-block-", 57), ("max-block-", 57),
    ("view-transition", 111),
  ]

  private static let values: [String: (version: Int, properties: Set<String>)] = [
    "grid": (57, ["display"]), "inline-grid": (57, ["display"]), "contents": (65, ["display"]),
    "flow-root": (58, ["display"]),
    "sticky": (56, ["position"]), "clip": (90, ["overflow", "overflow-x", "overflow-y"]),
    "space-evenly": (60, ["justify-content", "align-content"]),
    "min-content": (46, ["width", "height", "min-width", "max-width"]),
    "max-content": (46, ["width", "height", "min-width", "max-width"]),
    "fit-content": (46, ["width", "height", "min-width", "max-width"]), "keep-all": (44, ["word-break"]),
    "anywhere": (80, ["overflow-wrap", "word-wrap"]), "break-spaces": (76, ["white-space"]), "unset": (41, []),
    "revert": (84, []),
  ]
}
