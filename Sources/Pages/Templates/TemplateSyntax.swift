import Content
import Diagnostics

/// A template as a tree of its tags, with their places: what swift-mustache does not show, and what the check needs.
indirect enum TemplateNode {
  case variable(TemplateName, isEscaped: Bool, Location)
  case section(TemplateName, isInverted: Bool, [TemplateNode], Location)
  case partial(String, Location)
  /// `{{<name}}`: a template to inherit from, with the blocks that are replaced.
  case parent(String, blocks: [String: [TemplateNode]], Location)
  /// `{{$name}}`: a block that an heir may replace.
  case block(String, [TemplateNode], Location)
}

/// `occurrence.title`, `.`, or with transforms `count(items)`.
struct TemplateName {
  let text: String
  /// From the outside in.
  let transforms: [String]
  let path: [String]

  init(_ text: String) {
    self.text = text
    var rest = text[...]
    var transforms: [String] = []
    while rest.hasSuffix(")"), let open = rest.firstIndex(of: "(") {
      transforms.append(String(rest[..<open]))
      rest = rest[rest.index(after: open)...].dropLast()
    }
    self.transforms = transforms
    path = rest == "." ? ["."] : rest.split(separator: ".").map(String.init)
  }
}

/// Reads Mustache's tags (the specification's, with inheritance).
struct TemplateParser {
  private let file: String
  private let text: Substring.UTF8View
  private var position: Substring.UTF8View.Index
  private var line = 1
  private var lineStart: Substring.UTF8View.Index
  /// Names of the sections and blocks around, from the outside in.
  private var open: [String] = []
  /// An end that was read too early.
  private var pending: Tag?
  private(set) var problems: [Diagnostic] = []

  init(_ template: ThemeSource.Template) {
    file = template.file
    text = template.text[...].utf8
    position = text.startIndex
    lineStart = position
  }

  mutating func parse() -> [TemplateNode] { nodes(until: nil) }

  private struct Tag {
    let sigil: Character?
    let name: String
    let location: Location
  }

  private mutating func nodes(until opening: Tag?) -> [TemplateNode] {
    if let opening { open.append(opening.name) }
    defer { if opening != nil { open.removeLast() } }
    var nodes: [TemplateNode] = []
    while let tag = nextTag() {
      switch tag.sigil {
      case "/":
        if let opening, opening.name == tag.name { return nodes }
        if let opening, open.dropLast().contains(tag.name) {
          // The end of one further out: it is the inner one that lacks its end.
          problem("template.unclosed", zh: "“\(opening.name)”没有结束", en: "“\(opening.name)” is not closed", opening)
          pending = tag
          return nodes
        }
        problem("template.unopened", zh: "“\(tag.name)”没有对应的开头", en: "nothing named “\(tag.name)” is open here", tag)
      case "#", "^":
        let body = self.nodes(until: tag)
        nodes.append(.section(TemplateName(tag.name), isInverted: tag.sigil == "^", body, tag.location))
      case "$": nodes.append(.block(tag.name, self.nodes(until: tag), tag.location))
      case "<":
        var blocks: [String: [TemplateNode]] = [:]
        for case .block(let name, let body, _) in self.nodes(until: tag) { blocks[name] = body }
        nodes.append(.parent(tag.name, blocks: blocks, tag.location))
      case ">": nodes.append(.partial(tag.name, tag.location))
      case "{", "&": nodes.append(.variable(TemplateName(tag.name), isEscaped: false, tag.location))
      case "!": break
      case "%", "=":
        problem("template.unsupported", zh: "模板里不能用这种标签", en: "this kind of tag is not allowed in themes", tag)
      default: nodes.append(.variable(TemplateName(tag.name), isEscaped: true, tag.location))
      }
    }
    if let opening {
      problem("template.unclosed", zh: "“\(opening.name)”没有结束", en: "“\(opening.name)” is not closed", opening)
    }
    return nodes
  }

  private mutating func problem(_ code: String, zh: String, en: String, _ tag: Tag) {
    problems.append(.error(code, zh: zh, en: en, at: tag.location))
  }

  /// The next `{{…}}`, or nil at the end.
  private mutating func nextTag() -> Tag? {
    if let tag = pending {
      pending = nil
      return tag
    }
    while position < text.endIndex {
      guard text[position...].starts(with: "{{".utf8) else {
        step()
        continue
      }
      let location = Location.file(
        path: file, line: line, column: String(text[lineStart..<position])!.count + 1)
      let isTriple = text[position...].starts(with: "{{{".utf8)
      let close = isTriple ? "}}}" : "}}"
      for _ in 0..<(isTriple ? 3 : 2) { step() }
      let start = position
      while position < text.endIndex, !text[position...].starts(with: close.utf8) { step() }
      guard position < text.endIndex else {
        problems.append(.error("template.unclosed", zh: "标签没有结束", en: "the tag is not closed", at: location))
        return nil
      }
      let inner = String(text[start..<position])!
      for _ in 0..<close.count { step() }
      if isTriple { return Tag(sigil: "{", name: inner.trimmingBlanks, location: location) }
      let sigil = inner.first.flatMap { "#^/>!<$&%=".contains($0) ? $0 : nil }
      return Tag(sigil: sigil, name: String(inner.dropFirst(sigil == nil ? 0 : 1)).trimmingBlanks, location: location)
    }
    return nil
  }

  private mutating func step() {
    let isNewline = text[position] == UInt8(ascii: "\n")
    position = text.index(after: position)
    if isNewline {
      line += 1
      lineStart = position
    }
  }
}

extension String {
  var trimmingBlanks: String {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" }
    return String(drop(while: blank).reversed().drop(while: blank).reversed())
  }
}
