import Encoding

/// A template as a tree of its tags.
indirect enum TemplateNode: Sendable {
  case text(Bytes)
  /// A line of the template begins: what it is indented by goes here.
  case lineStart
  case variable(TemplateName, isEscaped: Bool, TemplatePlace)
  case section(TemplateName, isInverted: Bool, [TemplateNode], TemplatePlace)
  /// `{{>name}}`. `indentation` is that of a standalone tag, nil for one within a line.
  case partial(String, indentation: Bytes?, TemplatePlace)
  /// `{{<name}}`: a template to inherit from, with the blocks that are replaced: its arguments.
  case parent(String, arguments: [String: TemplateBlock], indentation: Bytes?, TemplatePlace)
  /// `{{$name}}` where it may be replaced: a parameter.
  case parameter(TemplateBlock, indentation: Bytes, isStandalone: Bool)

  /// Of its tag.
  var place: TemplatePlace? {
    switch self {
    case .text, .lineStart: nil
    case .variable(_, _, let place), .section(_, _, _, let place), .partial(_, _, let place): place
    case .parent(_, _, _, let place): place
    case .parameter(let block, _, _): block.place
    }
  }
}

/// `{{$name}}…{{/name}}`: as a parameter its body is what stands there if nothing replaces it, as an argument what replaces a parameter.
struct TemplateBlock: Sendable {
  let name: String
  let body: [TemplateNode]
  let place: TemplatePlace
}

/// A place in one of a theme's templates; becomes a line and a column when a problem is reported.
struct TemplatePlace: Hashable {
  /// Its number among the theme's templates.
  let template: Int
  /// In bytes.
  let offset: Int
}

/// `occurrence.title`, `.`, or with transforms `count(items)`.
struct TemplateName: Sendable {
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
