import Yams

/// What a YAML text says, each part with its place: texts, lists and groups of them. What is read is the text of a scalar and never YAML's guess at
/// its type; tags have no meaning, and an alias is what it stands for.
enum YAMLNode: Sendable, Hashable {
  /// A place in the text: line and column are counted from 1, columns in Unicode scalars.
  struct Mark: Sendable, Hashable {
    let line: Int
    let column: Int
  }

  struct Scalar: Sendable, Hashable {
    let string: String
    /// Neither in quotes nor a block of its own: `~` means nothing then.
    let isPlain: Bool
    let mark: Mark
  }

  /// In the order of the text.
  struct Sequence: Sendable, Hashable {
    let items: [YAMLNode]
    let mark: Mark
  }

  struct Entry: Sendable, Hashable {
    let key: YAMLNode
    let value: YAMLNode
  }

  /// In the order of the text; no two of its keys are the same.
  struct Mapping: Sendable, Hashable {
    let entries: [Entry]
    let mark: Mark
  }

  case scalar(Scalar)
  case sequence(Sequence)
  case mapping(Mapping)

  var mark: Mark {
    switch self {
    case .scalar(let scalar): scalar.mark
    case .sequence(let sequence): sequence.mark
    case .mapping(let mapping): mapping.mark
    }
  }

  var scalar: Scalar? {
    if case .scalar(let scalar) = self { scalar } else { nil }
  }
}

// MARK: Reading

extension YAMLNode {
  /// The first and only document of a text; nil where it holds none.
  ///
  /// - Throws: what Yams finds wrong with it.
  static func compose(_ text: String) throws -> YAMLNode? {
    // Most front matters are lines of `key: value`, for which libyaml's machinery takes ten times as long.
    if let mapping = PlainYAML.mapping(text) { return .mapping(mapping) }
    return try composeByYams(text)
  }

  /// The same of any text, whatever it holds.
  static func composeByYams(_ text: String) throws -> YAMLNode? {
    // Without rules for types no regular expression runs (9 % of a build of 10,000 pages), and with a named encoding the environment is
    // not read for each page (5 %).
    try Yams.compose(yaml: text, .basic, .default, .utf8).flatMap(YAMLNode.init)
  }

  /// nil for an alias by itself, which none is when it was read.
  private init?(_ node: Node) {
    switch node {
    case .scalar(let scalar):
      self = .scalar(Scalar(string: scalar.string, isPlain: scalar.style == .plain, mark: Mark(scalar.mark)))
    case .sequence(let sequence):
      self = .sequence(Sequence(items: sequence.compactMap(YAMLNode.init), mark: Mark(sequence.mark)))
    case .mapping(let mapping):
      let entries = mapping.compactMap { key, value in
        YAMLNode(key).flatMap { key in YAMLNode(value).map { Entry(key: key, value: $0) } }
      }
      self = .mapping(Mapping(entries: entries, mark: Mark(mapping.mark)))
    case .alias: return nil
    }
  }
}

extension YAMLNode.Mark {
  /// What was read has a place.
  fileprivate init(_ mark: Yams.Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}
