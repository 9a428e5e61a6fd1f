import Content
import Diagnostics

/// Checks a theme against what its pages offer. Mustache renders an unknown name, partial or transform as nothing; here each is an error
/// with its place.
struct TemplateCheck {
  private let trees: [String: [TemplateNode]]
  private var visited: Set<String> = []
  private(set) var problems: [Diagnostic] = []

  init(_ theme: ThemeSource) {
    var trees: [String: [TemplateNode]] = [:]
    for template in theme.templates {
      var parser = TemplateParser(template)
      trees[template.name] = parser.parse()
      problems += parser.problems
    }
    self.trees = trees
  }

  /// Checks the template of a page with what is offered, outermost first.
  mutating func check(template: String, theme: String, offering types: [any TemplateView.Type]) {
    guard let tree = trees[template] else {
      problems.append(
        .error(
          "theme.missing-template", zh: "主题缺少模板 \(template).mustache", en: "the theme lacks \(template).mustache",
          at: .file(path: "themes/\(theme)/templates/\(template).mustache")))
      return
    }
    check(tree, types, blocks: [:], within: template)
  }

  private mutating func check(
    _ nodes: [TemplateNode], _ stack: [any TemplateView.Type], blocks: [String: [TemplateNode]], within template: String
  ) {
    for node in nodes {
      switch node {
      case .variable(let name, let isEscaped, let location): checkVariable(name, isEscaped, stack, location)
      case .section(let name, let isInverted, let body, let location):
        guard let shape = resolve(name, stack, location) else { continue }
        let inner: [any TemplateView.Type] =
          switch shape {
          case .view(let type) where !isInverted, .list(let type) where !isInverted: stack + [type]
          default: stack
          }
        check(body, inner, blocks: blocks, within: template)
      case .partial(let name, let location): enter(name, stack, blocks: [:], location)
      case .parent(let name, let own, let location):
        enter(name, stack, blocks: blocks.merging(own) { outer, _ in outer }, location)
      case .block(let name, let body, _):
        check(blocks[name] ?? body, stack, blocks: blocks, within: template)
      }
    }
  }

  private mutating func enter(
    _ name: String, _ stack: [any TemplateView.Type], blocks: [String: [TemplateNode]], _ location: Location
  ) {
    guard let tree = trees[name] else {
      let near = Suggestion.nearest(to: name, among: trees.keys)
      problems.append(
        .error(
          "template.unknown-partial", zh: "没有模板“\(name)”", en: "there is no template “\(name)”",
          hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }, at: location))
      return
    }
    // Partials may call themselves; once with the same views around them is enough. Heirs differ by their blocks and are always read.
    if blocks.isEmpty {
      let key = name + "|" + stack.map { "\($0)" }.joined(separator: "|")
      guard visited.insert(key).inserted else { return }
    }
    check(tree, stack, blocks: blocks, within: name)
  }

  private mutating func checkVariable(
    _ name: TemplateName, _ isEscaped: Bool, _ stack: [any TemplateView.Type], _ location: Location
  ) {
    if name.path == ["."] { return }
    guard let shape = resolve(name, stack, location) else { return }
    switch shape {
    case .text, .number:
      guard !isEscaped else { return }
      problems.append(
        .error(
          "template.unescaped-text", zh: "“\(name.text)”是文字，要用两个花括号", en: "“\(name.text)” is text: use two braces",
          hint: Message(zh: "写成 {{\(name.text)}}", en: "write {{\(name.text)}}"), at: location))
    case .html:
      guard isEscaped else { return }
      problems.append(
        .error(
          "template.escaped-html", zh: "“\(name.text)”是 HTML，要用三个花括号", en: "“\(name.text)” is HTML: use three braces",
          hint: Message(zh: "写成 {{{\(name.text)}}}", en: "write {{{\(name.text)}}}"), at: location))
    case .flag, .texts, .view, .list:
      problems.append(
        .error(
          "template.not-text", zh: "“\(name.text)”不是文字，只能用作 {{#\(name.text)}}…{{/\(name.text)}}",
          en: "“\(name.text)” is no text: use it as {{#\(name.text)}}…{{/\(name.text)}}", at: location))
    }
  }

  /// What a name stands for where it is used; nil, with a problem noted, when nothing offers it.
  private mutating func resolve(
    _ name: TemplateName, _ stack: [any TemplateView.Type], _ location: Location
  ) -> TemplateShape? {
    if name.path.isEmpty { return sequenceTransform(name, location) }
    if name.path == ["."] { return .text }
    guard var shape = Self.shape(of: name.path[0], in: stack) else {
      var known: [String] = []
      for type in stack { known += type.names }
      return unknown(name.path[0], known, location)
    }
    for part in name.path.dropFirst() {
      guard case .view(let type) = shape else { return unknown(part, [], location) }
      guard let next = type.shape(of: part) else { return unknown(part, type.names, location) }
      shape = next
    }
    for transform in name.transforms.reversed() {
      guard let next = Self.transformed(shape, by: transform) else {
        problems.append(
          .error(
            "template.unknown-transform", zh: "“\(name.text)”不能用变换“\(transform)”",
            en: "“\(transform)” can't be applied in “\(name.text)”", at: location))
        return nil
      }
      shape = next
    }
    return shape
  }

  private static func shape(of name: String, in stack: [any TemplateView.Type]) -> TemplateShape? {
    for type in stack.reversed() {
      if let shape = type.shape(of: name) { return shape }
    }
    return nil
  }

  private mutating func unknown(_ name: String, _ known: [String], _ location: Location) -> TemplateShape? {
    let near = Suggestion.nearest(to: name, among: known)
    let list = Set(known).sorted().joined(separator: ", ")
    problems.append(
      .error(
        "template.unknown-name", zh: "页面没有提供“\(name)”", en: "the page offers no “\(name)”",
        hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
          ?? Message(zh: "这里可以用：\(list)", en: "offered here: \(list)"), at: location))
    return nil
  }

  /// `first()`, `last()` … speak of the place in the list around.
  private mutating func sequenceTransform(_ name: TemplateName, _ location: Location) -> TemplateShape? {
    if name.transforms == ["index"] { return .number }
    if ["first", "last", "even", "odd"].contains(where: { name.transforms == [$0] }) { return .flag }
    problems.append(
      .error(
        "template.unknown-transform", zh: "没有变换“\(name.text)”", en: "there is no transform “\(name.text)”", at: location
      ))
    return nil
  }

  private static func transformed(_ shape: TemplateShape, by transform: String) -> TemplateShape? {
    switch (shape, transform) {
    case (.text, "capitalized"), (.text, "lowercased"), (.text, "uppercased"): .text
    case (.texts, "count"), (.list, "count"): .number
    case (.texts, "empty"), (.list, "empty"): .flag
    case (.texts, "reversed"), (.list, "reversed"): shape
    case (.list(let type), "first"), (.list(let type), "last"): .view(type)
    case (.number, "equalzero"), (.number, "even"), (.number, "odd"): .flag
    case (.number, "plusone"), (.number, "minusone"): .number
    default: nil
    }
  }
}
