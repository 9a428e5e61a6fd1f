import Content
import Diagnostics

/// Checks a theme's sheet for screens. It stands inside pages that play without a network and from a stick, on engines from Chromium 38 on: it may
/// not end its `<style>` nor load anything, and what the oldest boxes pass over is reported. What stands within `@supports` is guarded.
struct StyleCheck {
  private struct Block {
    /// Declarations, not rules, stand in it.
    let isRule: Bool
    let isGuarded: Bool
    /// Selectors of other rules are percentages.
    var isAnimation = false
  }

  private let style: ThemeSource.ScreenStyle
  private let text: [UInt8]
  /// The last place that was reported: the next lies behind it, nearly always.
  private var lastPlace = (offset: 0, line: 1, column: 1)
  private var blocks: [Block] = []
  private(set) var problems: [Diagnostic] = []

  init(_ style: ThemeSource.ScreenStyle) {
    self.style = style
    text = Array(style.text.utf8)
  }

  mutating func check() {
    checkEnd()
    var scanner = StyleScanner(text)
    let tokens = scanner.tokens()
    checkAddresses(tokens)
    var statement: [StyleToken] = []
    var depth = 0
    for token in tokens {
      switch token.kind {
      case .function, .mark(UInt8(ascii: "(")), .mark(UInt8(ascii: "[")): depth += 1
      case .mark(UInt8(ascii: ")")), .mark(UInt8(ascii: "]")): depth = max(0, depth - 1)
      case .mark(UInt8(ascii: "{")) where depth == 0:
        open(statement)
        statement = []
        continue
      case .mark(UInt8(ascii: ";")) where depth == 0, .mark(UInt8(ascii: "}")) where depth == 0:
        end(statement)
        statement = []
        if token.kind == .mark(UInt8(ascii: "}")) { _ = blocks.popLast() }
        continue
      default: break
      }
      statement.append(token)
    }
    end(statement)
  }

  // MARK: What may not be

  /// In the text as it stands: a browser that looks for the end knows no comments and no strings of CSS.
  private mutating func checkEnd() {
    let end = Array("</style".utf8)
    for place in text.indices where text[place] == end[0] && place + end.count <= text.count {
      guard zip(text[place...], end).allSatisfy({ $0 | ($0 >= 0x41 ? 0x20 : 0) == $1 }) else { continue }
      problems.append(
        .error(
          "screen-style.end", zh: "这里会提前结束屏页面的样式", en: "this would end the style of the screens' pages",
          hint: Message(zh: "删去 </style", en: "take </style out"), at: location(place)))
    }
  }

  private mutating func checkAddresses(_ tokens: [StyleToken]) {
    var functions: [String] = []
    for token in tokens {
      switch token.kind {
      case .function(let name): functions.append(name)
      case .mark(UInt8(ascii: "(")): functions.append("")
      case .mark(UInt8(ascii: ")")): _ = functions.popLast()
      case .at("import"):
        problems.append(
          .error(
            "screen-style.import", zh: "屏样式不能引入别的样式表", en: "a sheet for screens can't import another",
            hint: Message(zh: "屏要断网也能放：把内容抄进来", en: "screens play without a network: copy what is in it"),
            at: location(token.offset)))
      case .address(let address): checkAddress(address, token)
      case .string(let address) where functions.last.map(Self.loads) ?? false: checkAddress(address, token)
      default: break
      }
    }
  }

  private static func loads(_ function: String) -> Bool {
    ["url", "src", "image", "image-set", "-webkit-image-set"].contains(function)
  }

  private mutating func checkAddress(_ address: String, _ token: StyleToken) {
    guard !address.lowercased().hasPrefix("data:"), !address.hasPrefix("#") else { return }
    problems.append(
      .error(
        "screen-style.address", zh: "屏样式不能去别处取文件：\(address)", en: "a sheet for screens can't load a file: \(address)",
        hint: Message(
          zh: "屏要断网也能放：小图用 data: 写在里面", en: "screens play without a network: put small pictures in it as data:"),
        at: location(token.offset)))
  }

  // MARK: What the oldest boxes don't know

  private var isGuarded: Bool { blocks.last?.isGuarded ?? false }

  private mutating func open(_ prelude: [StyleToken]) {
    let isAnimation = blocks.last?.isAnimation ?? false
    if case .at(let name)? = prelude.first?.kind {
      checkRule(name, prelude[0])
      let isKnown = StyleNovelties.rules[name] == nil
      blocks.append(
        Block(
          isRule: name == "font-face" || name == "page", isGuarded: isGuarded || name == "supports" || !isKnown,
          isAnimation: name.hasSuffix("keyframes")))
      return
    }
    if blocks.last?.isRule ?? false, let first = prelude.first { report("{ … {", version: 112, token: first) }
    if !isAnimation { checkSelector(prelude) }
    blocks.append(Block(isRule: true, isGuarded: isGuarded))
  }

  private mutating func end(_ statement: [StyleToken]) {
    guard let first = statement.first else { return }
    if case .at(let name) = first.kind { return checkRule(name, first) }
    guard blocks.last?.isRule ?? false, case .name(let property) = first.kind, statement.count > 1,
      statement[1].kind == .mark(UInt8(ascii: ":"))
    else { return }
    if let version = StyleNovelties.property(property) { report(property, version: version, token: first) }
    for token in statement.dropFirst(2) {
      switch token.kind {
      case .name(let value): StyleNovelties.value(value, of: property).map { report(value, version: $0, token: token) }
      case .function(let name): StyleNovelties.functions[name].map { report(name + "()", version: $0, token: token) }
      case .number(let unit): StyleNovelties.units[unit].map { report(unit, version: $0, token: token) }
      case .hash(let digits) where digits.count == 4 || digits.count == 8:
        report("#" + digits, version: 62, token: token)
      default: break
      }
    }
  }

  private mutating func checkRule(_ name: String, _ token: StyleToken) {
    if let version = StyleNovelties.rules[name] { report("@" + name, version: version, token: token) }
  }

  private mutating func checkSelector(_ prelude: [StyleToken]) {
    for (before, token) in zip(prelude, prelude.dropFirst()) where before.kind == .mark(UInt8(ascii: ":")) {
      switch token.kind {
      case .name(let name), .function(let name):
        StyleNovelties.selectors[name].map { report(":" + name, version: $0, token: token) }
      default: break
      }
    }
  }

  private mutating func report(_ what: String, version: Int, token: StyleToken) {
    guard !isGuarded else { return }
    problems.append(
      .warning(
        "screen-style.too-new", zh: "旧盒子不认识 \(what)：Chromium \(version) 才有，屏要支持 38 起",
        en: "old boxes don't know \(what): it came with Chromium \(version), screens play from 38 on",
        hint: Message(zh: "换一种写法，或放在 @supports 里", en: "say it otherwise, or within @supports"),
        at: location(token.offset)))
  }

  private mutating func location(_ offset: Int) -> Location {
    if offset < lastPlace.offset { lastPlace = (0, 1, 1) }
    var lines = text[lastPlace.offset..<offset].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let rest = String(decoding: lines.removeLast(), as: UTF8.self).count
    lastPlace = (offset, lastPlace.line + lines.count, lines.isEmpty ? lastPlace.column + rest : rest + 1)
    return .file(path: style.file, line: lastPlace.line, column: lastPlace.column)
  }
}
