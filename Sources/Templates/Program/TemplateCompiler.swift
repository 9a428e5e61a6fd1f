package import Diagnostics
import Encoding
import Fields

/// Turns a theme's templates into a program. Mustache shows an unknown name, template or transform as nothing; here each is an error with its
/// place, found when the theme is read.
package struct TemplateCompiler {
  /// Sections and calls within each other, through all templates.
  private static let deepest = 200
  /// Tags of all templates in all their contexts; those of a theme are some thousands. Templates that call each other with more and more
  /// blocks replaced could come to any number.
  package static let most = 100_000

  private let texts: [TemplateText]
  private let trees: [[TemplateNode]]
  private let numbers: [String: Int]
  private var names: NameTable
  /// Of each template as it is called from one context.
  private var routines: [[Step]] = []
  private var entries: [String: TemplateProgram.Entry] = [:]
  private var slots = 0
  private var known: [RoutineKey: Routine] = [:]
  private var tags = 0
  private let most: Int
  private(set) package var problems: [Diagnostic] = []

  /// A template as it is called: with which views around it, and with which blocks replaced.
  private struct RoutineKey: Hashable {
    let template: Int
    let stack: ContextStack.Key
    let arguments: [String: TemplatePlace]
    let isIndented: Bool
  }

  private struct Routine {
    let number: Int
    /// How many ways down a recursive view there were when it was begun.
    let descents: Int
    /// Of what it calls; nil while it is being compiled.
    var height: Int?
  }

  /// What is around a node.
  private struct Context {
    var stack: ContextStack
    var arguments: [String: TemplateBlock] = [:]
    var isIndented = false
    var depth = 0
    var descents = 0
  }

  /// Reads all templates.
  package init(_ sources: [TemplateSource], most: Int = most) {
    self.most = most
    texts = sources.map(TemplateText.init)
    numbers = Dictionary(sources.indices.map { (sources[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    var trees: [[TemplateNode]] = []
    for (number, text) in texts.enumerated() {
      var parser = TemplateParser(text, number: number)
      trees.append(parser.parse())
      problems += parser.problems
    }
    self.trees = trees
    names = NameTable()
  }

  /// Compiles a template for views of certain kinds, outermost first.
  ///
  /// - Returns: whether there is such a template.
  package mutating func compile(_ name: String, for views: [any TemplateView.Type]) -> Bool {
    compile(name, in: views.map { .record(RecordForm($0)) }, identities: views.map { ObjectIdentifier($0) })
  }

  mutating func compile(_ name: String, in items: [ElementForm], identities: [ObjectIdentifier] = []) -> Bool {
    guard let template = numbers[name] else { return false }
    let context = Context(stack: ContextStack(items))
    let routine = routine(of: template, context)
    entries[name] = TemplateProgram.Entry(routine: routine.number, views: identities)
    return true
  }

  /// To be used when there is no error among `problems`: what is wrong is left out of it.
  package func finished() -> TemplateProgram {
    TemplateProgram(code: MachineCode(routines), entries: entries, slots: slots)
  }

  // MARK: Nodes

  /// - Returns: how deep they go.
  private mutating func compile(_ nodes: [TemplateNode], _ context: Context, into steps: inout [Step]) -> Int {
    var height = 0
    for node in nodes where !isTooMuch(node) { height = max(height, compile(node, context, into: &steps)) }
    return height
  }

  private mutating func compile(_ node: TemplateNode, _ context: Context, into steps: inout [Step]) -> Int {
    switch node {
    case .text(let text): steps.append(text: text)
    case .lineStart: if context.isIndented { steps.append(.lineStart) }
    case .variable(let name, let isEscaped, let place):
      if let value = resolve(name, context: context, place: place) {
        show(value, name: name, isEscaped: isEscaped, place: place, steps: &steps)
      }
    case .section(let name, let isInverted, let body, let place):
      guard !isTooDeep(context, place) else { return 0 }
      if let value = resolve(name, context: context, place: place) {
        return section(value, isInverted: isInverted, body: body, context: context, place: place, steps: &steps)
      }
      // What nobody offers is false.
      if isInverted { return compile(body, context, into: &steps) }
    case .partial(let name, let indentation, let place):
      return call(name, context: context, indentation: indentation, place: place, steps: &steps)
    case .parent(let name, let arguments, let indentation, let place):
      var context = context
      // Those of the heir come before those of what it inherits from.
      context.arguments.merge(arguments) { outer, _ in outer }
      return call(name, context: context, indentation: indentation, place: place, steps: &steps)
    case .parameter(let block, let indentation, let isStandalone):
      return parameter(block, context: context, indentation: indentation, isStandalone: isStandalone, steps: &steps)
    }
    return 0
  }

  private mutating func isTooMuch(_ node: TemplateNode) -> Bool {
    guard let place = node.place else { return false }
    tags += 1
    // Said once.
    if tags == most {
      problem("template.too-many", zh: "模板互相套用得太多", en: "the templates call each other in too many ways", place)
    }
    return tags >= most
  }

  private mutating func isTooDeep(_ context: Context, height: Int = 0, _ place: TemplatePlace) -> Bool {
    guard context.depth + height >= Self.deepest else { return false }
    problem("template.too-deep", zh: "模板嵌套得太深", en: "too many tags within each other", place)
    return true
  }

  // MARK: Variables

  private mutating func show(
    _ value: ResolvedName, name: TemplateName, isEscaped: Bool, place: TemplatePlace, steps: inout [Step]
  ) {
    let text = name.text
    switch value {
    case .reading(.text(.html, let get), let slot):
      if isEscaped {
        problem(
          "template.escaped-html", zh: "“\(text)”是 HTML，要用三个花括号", en: "“\(text)” is HTML: use three braces",
          hint: Message(zh: "写成 {{{\(text)}}}", en: "write {{{\(text)}}}"), place)
      }
      steps.append(.show(slot: slot, get, isEscaped: false))
    case .reading(.text(_, let get), let slot):
      if !isEscaped { isText(text, place) }
      steps.append(.show(slot: slot, get, isEscaped: isEscaped))
    case .reading(.integer(_, let get), let slot):
      if !isEscaped { isText(text, place) }
      steps.append(.showNumber(slot: slot, get))
    case .reading(.number(let get), let slot):
      if !isEscaped { isText(text, place) }
      steps.append(.show(slot: slot, Self.digits(get), isEscaped: isEscaped))
    case .index:
      if !isEscaped { isText(text, place) }
      steps.append(.showIndex)
    case .reading(.flag, _), .reading(.record, _), .reading(.list, _), .top, .listPlace:
      problem(
        "template.not-text", zh: "“\(text)”不是文字，只能用作 {{#\(text)}}…{{/\(text)}}",
        en: "“\(text)” is no text: use it as {{#\(text)}}…{{/\(text)}}", place)
    }
  }

  /// A number with a fraction is shown as text.
  private static func digits(_ get: @escaping @Sendable (Address) -> Double?) -> @Sendable (Address) -> String? {
    { get($0).map(NumberText.plain) }
  }

  private mutating func isText(_ name: String, _ place: TemplatePlace) {
    problem(
      "template.unescaped-text", zh: "“\(name)”是文字，要用两个花括号", en: "“\(name)” is text: use two braces",
      hint: Message(zh: "写成 {{\(name)}}", en: "write {{\(name)}}"), place)
  }

  // MARK: Sections

  private mutating func section(
    _ value: ResolvedName, isInverted: Bool, body: [TemplateNode], context: Context, place: TemplatePlace,
    steps: inout [Step]
  ) -> Int {
    var context = context
    context.depth += 1
    var into = 0
    if !isInverted, let item = value.pushed {
      if case .record(let form) = item, case .reading(_, let slot) = value,
        names.leads(from: form, back: context.stack.form(in: slot))
      {
        context.descents += 1
      }
      into = context.stack.push(item, origin: place)
      slots = max(slots, context.stack.count)
    }
    var inner: [Step] = []
    let height = compile(body, context, into: &inner) + 1
    switch value {
    case .reading(.text(_, let get), let slot):
      steps.append(isInverted ? .withoutText(slot: slot, get, inner) : .withText(slot: slot, get, into: into, inner))
    case .reading(.flag(let get), let slot): steps.append(.when(slot: slot, get, is: !isInverted, inner))
    case .reading(.number(let get), let slot):
      let digits = Self.digits(get)
      steps.append(
        isInverted ? .withoutText(slot: slot, digits, inner) : .withText(slot: slot, digits, into: into, inner))
    case .reading(.integer(_, let get), let slot):
      steps.append(
        isInverted ? .withoutNumber(slot: slot, get, inner) : .withNumber(slot: slot, get, into: into, inner))
    case .reading(.record(_, let read), let slot):
      steps.append(isInverted ? .withoutView(slot: slot, read, inner) : .withView(slot: slot, read, into: into, inner))
    case .reading(.list(let list), let slot):
      steps.append(isInverted ? .whenEmpty(slot: slot, list, inner) : .each(slot: slot, list, into: into, inner))
    case .listPlace(let test): steps.append(.whenPlace(test, is: !isInverted, inner))
    // They are always there.
    case .top, .index: if !isInverted { steps.append(joining: inner) }
    }
    return height
  }

  // MARK: Calls

  private mutating func call(
    _ name: String, context: Context, indentation: Bytes?, place: TemplatePlace, steps: inout [Step]
  ) -> Int {
    guard let template = numbers[name] else {
      let near = Suggestion.nearest(to: name, among: numbers.keys)
      problem(
        "template.unknown-partial", zh: "没有模板“\(name)”", en: "there is no template “\(name)”",
        hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }, place)
      return 0
    }
    guard !isTooDeep(context, place) else { return 0 }
    var inner = context
    inner.depth += 1
    inner.isIndented = indentation.map { context.isIndented || !$0.isEmpty } ?? false
    let routine = routine(of: template, inner)
    guard let height = routine.height else {
      // It is being compiled: it calls itself. That ends if each round goes a step down a view that holds views of its own kind.
      if context.descents > routine.descents {
        steps.append(call: routine.number, indentation: indentation, isIndented: context.isIndented)
      } else {
        problem(
          "template.endless", zh: "模板“\(name)”没完没了地调用自己", en: "the template “\(name)” calls itself without end", place)
      }
      return 0
    }
    guard !isTooDeep(context, height: height, place) else { return 0 }
    steps.append(call: routine.number, indentation: indentation, isIndented: context.isIndented)
    return height + 1
  }

  private mutating func routine(of template: Int, _ context: Context) -> Routine {
    let key = RoutineKey(
      template: template, stack: ContextStack.Key(context.stack), arguments: context.arguments.mapValues(\.place),
      isIndented: context.isIndented)
    if let routine = known[key] { return routine }
    var routine = Routine(number: routines.count, descents: context.descents)
    routines.append([])
    slots = max(slots, context.stack.count)
    known[key] = routine
    var steps: [Step] = []
    routine.height = compile(trees[template], context, into: &steps)
    routines[routine.number] = steps
    known[key] = routine
    return routine
  }

  // MARK: Blocks

  private mutating func parameter(
    _ block: TemplateBlock, context: Context, indentation: Bytes, isStandalone: Bool, steps: inout [Step]
  ) -> Int {
    guard let argument = context.arguments[block.name] else { return compile(block.body, context, into: &steps) }
    guard !isTooDeep(context, block.place) else { return 0 }
    var inner = context
    inner.depth += 1
    // Within itself a block is free to stand for something else, as in a box that has the same block as the page.
    inner.arguments[block.name] = nil
    inner.isIndented = context.isIndented || !indentation.isEmpty
    var body = argument.body
    // Its first line stands where the tag stood.
    if case .lineStart? = body.first { body.removeFirst() }
    if isStandalone, !body.isEmpty { body.insert(.lineStart, at: 0) }
    var replaced: [Step] = []
    let height = compile(body, inner, into: &replaced) + 1
    if indentation.isEmpty { steps.append(joining: replaced) } else { steps.append(.indented(indentation, replaced)) }
    return height
  }

  // MARK: Names

  /// What a name stands for where it is used; nil, with a problem noted, when nothing offers it.
  private mutating func resolve(_ name: TemplateName, context: Context, place: TemplatePlace) -> ResolvedName? {
    switch names.resolve(name, in: context.stack) {
    case .success(let value): return value
    case .failure(.unknownName(let part, let offered)):
      let near = Suggestion.nearest(to: part, among: offered)
      let list = Set(offered).sorted().joined(separator: ", ")
      problem(
        "template.unknown-name", zh: "页面没有提供“\(part)”", en: "the page offers no “\(part)”",
        hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
          ?? Message(zh: "这里可以用：\(list)", en: "offered here: \(list)"), place)
    case .failure(.unknownTransform):
      problem("template.unknown-transform", zh: "没有变换“\(name.text)”", en: "there is no transform “\(name.text)”", place)
    case .failure(.unfitTransform(let transform)):
      problem(
        "template.unknown-transform", zh: "“\(name.text)”不能用变换“\(transform)”",
        en: "“\(transform)” can't be applied in “\(name.text)”", place)
    }
    return nil
  }

  // MARK: Problems

  private mutating func problem(_ code: String, zh: String, en: String, hint: Message? = nil, _ place: TemplatePlace) {
    problems.append(
      .error(code, zh: zh, en: en, hint: hint, at: texts[place.template].location(of: place.offset)))
  }
}
