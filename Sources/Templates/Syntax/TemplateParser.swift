import Diagnostics
import Encoding

/// Reads a template: the one parser that there is. Goes on behind a problem, to find the next.
///
/// Mustache's specification asks for more than tags where lines are concerned. A tag that has its lines for itself (*standalone*) leaves
/// none behind. A standalone partial or parent shifts the lines of what it calls. A block's indentation is taken away where it is
/// written and added where it goes.
struct TemplateParser {
  /// Sections and blocks within each other: reading, checking and rendering them take the machine's stack.
  static let deepest = 100

  private let number: Int
  private let text: TemplateText
  private var reader: TagReader
  /// What is before it has become nodes.
  private var position = 0
  /// What is open around, from the outside in.
  private var open: [Tag] = []
  /// An end that was read too early.
  private var pending: Tag?
  /// How many blanks the lines of the block around lose.
  private var dedent = 0
  /// Where the innermost parent's last block ends, and whether that block's text has lines of its own.
  private var lastArgument: (end: Int, isApart: Bool)?
  /// The tag by which something was ended last.
  private var end = 0..<0
  private var isAborted = false
  private(set) var problems: [Diagnostic] = []

  /// - Parameter number: the template's among the theme's.
  init(_ text: TemplateText, number: Int) {
    self.text = text
    self.number = number
    reader = TagReader(text.bytes)
  }

  mutating func parse() -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    read(into: &nodes)
    return nodes
  }

  // MARK: Bodies

  /// Up to the end of what is open, or of the text.
  private mutating func read(into nodes: inout [TemplateNode]) {
    while let tag = nextTag() {
      switch tag.kind {
      case .end:
        if close(tag, &nodes) { return }
      case .variable, .unescaped:
        appendText(upTo: tag.range.lowerBound, beforeTag: true, &nodes)
        position = tag.range.upperBound
        nodes.append(.variable(TemplateName(tag.name), isEscaped: tag.kind == .variable, place(tag)))
      case .section, .inverted:
        _ = leave(tag, &nodes)
        let body = body(of: tag)
        nodes.append(.section(TemplateName(tag.name), isInverted: tag.kind == .inverted, body, place(tag)))
      case .partial:
        let indentation = leave(tag, &nodes)
        nodes.append(.partial(tag.name, indentation: indentation, place(tag)))
      case .parent: parent(tag, &nodes)
      case .block: parameter(tag, &nodes)
      case .comment, .delimiters: _ = leave(tag, &nodes)
      case .unknown:
        _ = leave(tag, &nodes)
        problem("template.unsupported", zh: "模板里不能用这种标签", en: "this kind of tag is not allowed in themes", tag)
      }
    }
    appendText(upTo: text.bytes.count, beforeTag: false, &nodes)
    position = text.bytes.count
    if let opening = open.last { unclosed(opening) }
  }

  private mutating func body(of tag: Tag) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    guard open.count < Self.deepest else {
      problem("template.too-deep", zh: "模板嵌套得太深", en: "too many tags within each other", tag)
      isAborted = true
      position = text.bytes.count
      return nodes
    }
    open.append(tag)
    read(into: &nodes)
    open.removeLast()
    return nodes
  }

  /// Whether an end tag ends what is open.
  private mutating func close(_ tag: Tag, _ nodes: inout [TemplateNode]) -> Bool {
    if let opening = open.last, opening.name == tag.name {
      end = tag.range
      // What is around the end of a parent's blocks is not shown: it is no part of them either.
      if opening.kind == .parent || isArgument {
        appendText(
          upTo: text.blankStart(before: tag.range.lowerBound) ?? tag.range.lowerBound, beforeTag: false, &nodes)
        position = tag.range.upperBound
      } else {
        _ = leave(tag, &nodes)
      }
      return true
    }
    _ = leave(tag, &nodes)
    if let opening = open.last, open.dropLast().contains(where: { $0.name == tag.name }) {
      // The end of one further out: it is the inner one that lacks its end.
      unclosed(opening)
      pending = tag
      return true
    }
    problem("template.unopened", zh: "“\(tag.name)”没有对应的开头", en: "nothing named “\(tag.name)” is open here", tag)
    return false
  }

  /// Whether the innermost of what is open is a block that replaces another.
  private var isArgument: Bool {
    open.count > 1 && open[open.count - 1].kind == .block && open[open.count - 2].kind == .parent
  }

  // MARK: Inheritance

  private mutating func parent(_ tag: Tag, _ nodes: inout [TemplateNode]) {
    let textStart = position
    position = tag.range.upperBound
    let outer = lastArgument
    lastArgument = nil
    var arguments: [String: TemplateBlock] = [:]
    for case .parameter(let block, _, _) in body(of: tag) { arguments[block.name] = block }
    // All between opening and end is as if it weren't there: together they are one tag.
    let line = isEndAlone(of: tag) ? text.blankEnd(after: position) : nil
    let end = line ?? position
    let start = line == nil ? nil : text.blankStart(before: tag.range.lowerBound)
    lastArgument = outer
    position = textStart
    appendText(upTo: start ?? tag.range.lowerBound, beforeTag: start == nil, &nodes)
    position = end
    let indentation = start.map { ownIndentation($0..<tag.range.lowerBound) }
    nodes.append(.parent(tag.name, arguments: arguments, indentation: indentation, place(tag)))
  }

  /// Whether nothing that is shown stands before a parent's end on its line. A block whose text has lines of its own may end there.
  private func isEndAlone(of parent: Tag) -> Bool {
    // It may lack its end.
    guard end.upperBound == position else { return false }
    if text.blankStart(before: end.lowerBound) != nil { return true }
    if let lastArgument { return lastArgument.isApart && text.isBlank(from: lastArgument.end, to: end.lowerBound) }
    return text.isBlank(from: parent.range.upperBound, to: end.lowerBound)
      && text.blankStart(before: parent.range.lowerBound) != nil
  }

  private mutating func parameter(_ tag: Tag, _ nodes: inout [TemplateNode]) {
    if open.last?.kind == .parent { return argument(tag, &nodes) }
    let start = text.blankStart(before: tag.range.lowerBound)
    let isStandalone = text.standalone(tag.range) != nil
    _ = leave(tag, &nodes)
    let bodyStart = position
    let body = body(of: tag)
    // That of its own text, if it has any, else that of the tag.
    let own = start.map { ownIndentation($0..<tag.range.lowerBound) } ?? []
    let indentation = isStandalone && !body.isEmpty ? Bytes(text.indentation(from: bodyStart).dropFirst(dedent)) : own
    nodes.append(
      .parameter(
        TemplateBlock(name: tag.name, body: body, place: place(tag)), indentation: indentation,
        isStandalone: isStandalone))
  }

  private mutating func argument(_ tag: Tag, _ nodes: inout [TemplateNode]) {
    let outer = dedent
    let line = text.blankEnd(after: tag.range.upperBound)
    position = line ?? tag.range.upperBound
    dedent = line.map { text.indentation(from: $0).count } ?? 0
    let body = body(of: tag)
    lastArgument = (position, isApart: line != nil)
    dedent = outer
    nodes.append(
      .parameter(
        TemplateBlock(name: tag.name, body: body, place: place(tag)), indentation: [], isStandalone: false))
  }

  // MARK: Tags and text

  private mutating func nextTag() -> Tag? {
    if isAborted { return nil }
    if let tag = pending {
      pending = nil
      return tag
    }
    switch reader.next(from: position) {
    case .tag(let tag): return tag
    case .unclosed(let offset):
      problems.append(
        .error("template.unclosed", zh: "标签没有结束", en: "the tag is not closed", at: text.location(of: offset)))
      return nil
    case nil: return nil
    }
  }

  /// Takes the text before a tag and leaves the tag: its whole lines if it is standalone, whose indentation is then returned.
  private mutating func leave(_ tag: Tag, _ nodes: inout [TemplateNode]) -> Bytes? {
    guard let lines = text.standalone(tag.range) else {
      appendText(upTo: tag.range.lowerBound, beforeTag: true, &nodes)
      position = max(position, tag.range.upperBound)
      return nil
    }
    appendText(upTo: lines.lowerBound, beforeTag: false, &nodes)
    position = max(position, lines.upperBound)
    return ownIndentation(lines.lowerBound..<tag.range.lowerBound)
  }

  /// The blanks before a tag, without those that the block around loses.
  private func ownIndentation(_ range: Range<Int>) -> Bytes { Bytes(text.bytes[range].dropFirst(dedent)) }

  /// - Parameter beforeTag: whether a tag follows that is part of its line.
  private mutating func appendText(upTo end: Int, beforeTag: Bool, _ nodes: inout [TemplateNode]) {
    var literal = Bytes()
    func flush() {
      if !literal.isEmpty { nodes.append(.text(literal)) }
      literal = []
    }
    while position < end || (beforeTag && position == end && text.isLineStart(position)) {
      let isTagNext = position == end
      if text.isLineStart(position) {
        flush()
        if isTagNext || !text.isEmptyLine(position) { nodes.append(.lineStart) }
        position = text.skipBlanks(position, atMost: dedent, end: end)
      }
      if isTagNext { break }
      let rest = text.bytes[position..<end]
      let next = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
      literal += text.bytes[position..<next]
      position = next
    }
    flush()
  }

  private func place(_ tag: Tag) -> TemplatePlace { TemplatePlace(template: number, offset: tag.range.lowerBound) }

  // MARK: Problems

  private mutating func unclosed(_ tag: Tag) {
    if isAborted { return }
    problem("template.unclosed", zh: "“\(tag.name)”没有结束", en: "“\(tag.name)” is not closed", tag)
  }

  private mutating func problem(_ code: String, zh: String, en: String, _ tag: Tag) {
    problems.append(.error(code, zh: zh, en: en, at: text.location(of: tag.range.lowerBound)))
  }
}
