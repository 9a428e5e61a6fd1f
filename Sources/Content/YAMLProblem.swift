import Diagnostics
import Vocabulary
import Yams

/// What is wrong with a YAML text, as the person who wrote it needs to hear it.
struct YAMLProblem {
  let text: String
  let place: SourcePlace

  /// Split at bytes: `\r\n` is one character.
  private var lines: [ArraySlice<UInt8>] {
    Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  var notAMapping: Diagnostic {
    colon(upTo: .max)
      ?? .error(
        "yaml.not-a-mapping", zh: "这里应当是“键: 值”的形式", en: "`key: value` lines are expected here",
        at: place.location(line: 1, column: 1))
  }

  func tooManyAliases(line: Int) -> Diagnostic {
    .error(
      "yaml.too-many-aliases", zh: "别名（*名称）超过 \(YAMLAliases.most) 个",
      en: "more than \(YAMLAliases.most) aliases (*name)",
      hint: Message(zh: "把内容直接写出来；文字里的 * 用引号括起来", en: "write the values out; put a text with a * in quotes"),
      at: place.location(line: line, column: 1))
  }

  func diagnostic(for error: any Error) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _)?, .parser(let context, let problem, let mark, _)?,
      .composer(let context, let problem, let mark, _)?:
      if let tab = tab(upTo: mark.line) { return tab }
      // A quote that is never closed swallows what follows: where it opens is where it is to be mended.
      if let context, context.text.contains("quoted scalar"), problem.contains("unexpected") {
        return openQuote(at: context.mark)
      }
      return colon(upTo: mark.line) ?? commentInBrackets(upTo: mark.line) ?? openBracket(context, mark)
        ?? syntax(problem, at: mark)
    case .reader(let problem, let offset, _, _)?:
      let line = 1 + text.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") }
      return syntax(problem, at: place.location(line: line, column: 1))
    case .duplicatedKeysInMapping(let duplicates, let context)?:
      return duplicate(duplicates.first ?? "", in: context.mark)
    default:
      return syntax("\(error)", at: place.location(line: 1, column: 1))
    }
  }

  // MARK: Syntax

  /// libyaml's sentences for the commonest mistakes, by a part of each.
  private static let reasons: [(part: String, zh: String)] = [
    ("mapping values are not allowed", "这里不能再有冒号：值里的冒号要用引号括起来，或者上一行的缩进不对"),
    ("could not find expected ':'", "这一行缺少英文冒号"), ("did not find expected key", "缩进与上面的行不一致，或多了符号"),
    ("did not find expected ',' or ']'", "方括号没有用 ] 结束，或项目之间缺少英文逗号"),
    ("did not find expected ',' or '}'", "花括号没有用 } 结束，或项目之间缺少英文逗号"),
    ("did not find expected '-' indicator", "列表的各行没有对齐"), ("block sequence entries are not allowed", "列表不能从这里开始，要另起一行"),
    ("cannot start any token", "值不能以这个符号（如 @、`、% 或制表符）开头，要用引号括起来"), ("unexpected end of stream", "引号没有结束"),
    ("unexpected document indicator", "引号没有结束"), ("unknown escape character", "双引号里不认识的 \\ 写法；路径请用单引号"),
    ("expected alphabetic or numeric character", "以 *、& 或 ! 开头的文字要用引号括起来"), ("undefined alias", "以 * 开头的文字要用引号括起来"),
    ("expected whitespace or line break", "以 *、& 或 ! 开头的文字要用引号括起来"), ("tab", "缩进要用空格，不能用制表符"),
    ("Maximum nesting level", "一层套一层，太深了"), ("control characters are not allowed", "有看不见的控制字符"),
    ("did not find expected node content", "括号里缺少内容，或没有结束"),
    ("expected comment or line break", "| 和 > 后面要换行；当作文字就用引号括起来"), ("mapping keys are not allowed", "以 ? 开头的文字要用引号括起来"),
    ("expected <document start>", "前面的内容已经结束，这里又多出了文字"), ("block mapping", "缩进与上面的行不一致"),
  ]

  private func syntax(_ problem: String, at location: Location) -> Diagnostic {
    let reason = Self.reasons.first { problem.contains($0.part) }?.zh
    return .error(
      "yaml.syntax", zh: "YAML 写法有误：\(reason ?? "这里看不懂")", en: "YAML syntax: \(problem)",
      hint: Message(
        zh: "检查冒号后的空格、缩进和引号；值里有冒号或 # 时用引号括起来",
        en: "check the space after the colon, the indentation and the quotes; quote values that hold `: ` or ` #`"),
      at: location)
  }

  private func syntax(_ problem: String, at mark: Mark) -> Diagnostic {
    let written = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : []
    let value = written.drop { $0 != UInt8(ascii: ":") }.dropFirst().drop { $0 == 0x20 }
    // `title: [紧急] 停水`.
    if problem.contains("did not find expected key"), let first = value.first, first == 0x5B || first == 0x7B {
      return .error(
        "yaml.syntax", zh: "YAML 写法有误：以 [ 或 { 开头的文字要用引号括起来",
        en: "YAML syntax: a text that begins with [ or { needs quotes", hint: Self.quoteIt,
        at: place.location(line: mark.line, column: value.startIndex - written.startIndex + 1))
    }
    return syntax(problem, at: place.location(line: mark.line, column: mark.column))
  }

  private static let quoteIt = Message(zh: "用引号括起来，如 title: \"[紧急] 停水\"", en: "put it in quotes")

  /// A list or a map in brackets that a ` #` cuts short: what is found fault with is a later line.
  private func commentInBrackets(upTo last: Int) -> Diagnostic? {
    for (number, line) in lines.prefix(last).enumerated().reversed().prefix(3) {
      guard let open = line.firstIndex(where: { $0 == 0x5B || $0 == 0x7B }) else { continue }
      let hash = line.indices.dropFirst().first { index in
        index > open && line[index] == UInt8(ascii: "#") && (line[index - 1] == 0x20 || line[index - 1] == 0x09)
          && index + 1 < line.endIndex && line[index + 1] > 0x20
      }
      guard let hash, line[open..<hash].count(where: { $0 == 0x22 || $0 == 0x27 }) % 2 == 0 else { continue }
      let column = String(decoding: line[..<hash], as: UTF8.self).unicodeScalars.count + 1
      return .error(
        "yaml.lost-to-comment", zh: "从“#”起被当作注释：YAML 把空格后面的 # 当作注释",
        en: "what stands behind the # is lost: a # behind a blank begins a comment",
        hint: Message(zh: "把有 # 的那一项用引号括起来", en: "put the value that holds it in quotes"),
        at: place.location(line: number + 1, column: column))
    }
    return nil
  }

  /// A bracket that is never closed swallows what follows.
  private func openBracket(_ context: YamlError.Context?, _ mark: Mark) -> Diagnostic? {
    guard let context, context.text.contains("flow"), context.mark.line < mark.line else { return nil }
    return .error(
      "yaml.syntax", zh: "YAML 写法有误：从这里开始的括号没有结束，或项目之间缺少英文逗号",
      en: "YAML syntax: the bracket that opens here is never closed, or a comma is missing",
      hint: Message(zh: "在末尾补上 ] 或 }，项目之间用英文逗号", en: "close it with ] or }, and put commas between"),
      at: place.location(line: context.mark.line, column: context.mark.column))
  }

  private func openQuote(at mark: Mark) -> Diagnostic {
    .error(
      "yaml.syntax", zh: "YAML 写法有误：从这里开始的引号没有结束", en: "YAML syntax: the quote that opens here is never closed",
      hint: Message(zh: "在这一行末尾补上同样的引号，或删去开头的那个", en: "close it at the end of the line, or take it away"),
      at: place.location(line: mark.line, column: mark.column))
  }

  /// YAML takes no tab for indentation, and finds fault with something else for it.
  private func tab(upTo last: Int) -> Diagnostic? {
    for (number, line) in lines.prefix(last).enumerated() {
      let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }
      guard indent.count < line.count, let tab = indent.firstIndex(of: 0x09) else { continue }
      return .error(
        "yaml.syntax", zh: "YAML 写法有误：这一行的缩进用了 Tab", en: "YAML syntax: this line is indented with a tab",
        hint: Message(zh: "请改成空格，和同一组的其他行对齐", en: "use spaces, as many as the other lines of its group have"),
        at: place.location(line: number + 1, column: tab - line.startIndex + 1))
    }
    return nil
  }

  // MARK: Colons

  /// The likeliest mistake of all: a full-width colon, or none but a colon without its space, behind a key. YAML finds fault with a later
  /// line, or with none.
  private func colon(upTo last: Int) -> Diagnostic? {
    for (number, line) in lines.prefix(last).enumerated() {
      let indent = line.prefix { $0 == 0x20 || $0 == UInt8(ascii: "-") }
      var key = line[indent.endIndex...].prefix { (0x41...0x5A).contains($0 & 0xDF) }
      if key.isEmpty { key = chineseKey(line[indent.endIndex...]) }
      guard !key.isEmpty else { continue }
      let rest = line[key.endIndex...].drop { $0 == 0x20 }
      let column = String(decoding: line[..<rest.startIndex], as: UTF8.self).unicodeScalars.count + 1
      let name = String(decoding: key, as: UTF8.self)
      if rest.starts(with: "：".utf8) {
        return .error(
          "yaml.full-width-colon", zh: "“\(name)”后面是中文冒号", en: "a full-width colon stands after “\(name)”",
          hint: Message(zh: "用英文冒号加空格：\(name): …", en: "write a plain colon and a space: `\(name): …`"),
          at: place.location(line: number + 1, column: column))
      }
      if rest.first == UInt8(ascii: ":"), let next = rest.dropFirst().first, next > 0x20, next != UInt8(ascii: "/") {
        return .error(
          "yaml.colon-without-space", zh: "“\(name)”的冒号后面缺少空格", en: "a space is missing after the colon of “\(name)”",
          hint: Message(zh: "用英文冒号加空格：\(name): …", en: "write a colon and a space: `\(name): …`"),
          at: place.location(line: number + 1, column: column))
      }
    }
    return nil
  }

  /// A key in Chinese that a line begins with, up to its colon; any other word may be part of a text.
  private func chineseKey(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = String(decoding: line.prefix(60), as: UTF8.self)
    let name = text.prefix { $0 != ":" && $0 != "：" }
    var word = name[...]
    while word.last == " " { word = word.dropLast() }
    guard name.endIndex < text.endIndex, !word.isEmpty, KeyNames.isKey(String(word)) else { return line.prefix(0) }
    return line.prefix(word.utf8.count)
  }

  // MARK: Keys

  /// Yams gives the mapping's start only; the second line that begins with the key is where the eye should go.
  private func duplicate(_ key: String, in mapping: Mark) -> Diagnostic {
    let all = lines
    let places = all.indices.dropFirst(max(0, mapping.line - 1)).filter { number in
      let line = all[number].drop { $0 == 0x20 }
      return line.startIndex - all[number].startIndex == mapping.column - 1
        && [key, "\"\(key)\"", "'\(key)'"].contains { line.starts(with: $0.utf8) && startsColon(line, after: $0) }
    }
    let second =
      places.dropFirst().first.map { place.location(line: $0 + 1, column: mapping.column) }
      ?? place.location(line: mapping.line, column: mapping.column)
    return .error(
      "yaml.duplicate-key", zh: "“\(key)”写了两次", en: "“\(key)” stands twice",
      hint: Message(zh: "删去其中一行", en: "remove one of the two"), at: second)
  }

  private func startsColon(_ line: ArraySlice<UInt8>, after key: String) -> Bool {
    line.dropFirst(key.utf8.count).drop { $0 == 0x20 }.first == UInt8(ascii: ":")
  }
}
