/// What a name in a template stands for.
enum ResolvedName {
  /// A value that is read from the view in a slot.
  case reading(Reading, slot: Int)
  /// `.`, where a view with names stands.
  case top
  /// `first()` …
  case listPlace(ListPlace)
  /// `index()`
  case index

  /// What a section on it pushes onto the context stack.
  var pushed: ContextItem? {
    switch self {
    case .reading(.view(let schema, _), _): .view(schema)
    case .reading(.list(let list), _): list.element
    case .reading(.text, _): .value(.text { address in address.read { (text: String) in text } })
    case .reading(.html, _): .value(.html { address in address.read { (text: String) in text } })
    case .reading(.number, _): .value(.number { address in address.read { (number: Int) in number } })
    case .reading(.flag, _), .top, .listPlace, .index: nil
    }
  }
}

/// Looks names up in the fields that views declare, at the time a theme is read.
struct NameTable {
  private var tables: [ObjectIdentifier: [String: Reading]] = [:]
  private var below: [ObjectIdentifier: Set<ObjectIdentifier>] = [:]

  enum Problem: Error {
    case unknownName(String, offered: [String])
    case unknownTransform
    case unfitTransform(String)
  }

  mutating func resolve(_ name: TemplateName, in stack: ContextStack) -> Result<ResolvedName, Problem> {
    if name.path.isEmpty { return Self.place(name) }
    switch found(name, in: stack) {
    case .success(let found):
      guard case .reading(var reading, let slot) = found else { return transformed(found, name) }
      for transform in name.transforms.reversed() {
        guard let next = reading.transformed(by: transform) else { return .failure(.unfitTransform(transform)) }
        reading = next
      }
      return .success(.reading(reading, slot: slot))
    case .failure(let problem): return .failure(problem)
    }
  }

  // MARK: Looking up

  private mutating func found(_ name: TemplateName, in stack: ContextStack) -> Result<ResolvedName, Problem> {
    if name.path == ["."] {
      guard let top = stack.top, case .value(let reading) = top.item else { return .success(.top) }
      return .success(.reading(reading, slot: top.slot))
    }
    // Only the first part is looked for in all the views around.
    var offered: [String] = []
    for (schema, slot) in stack.views {
      let table = table(schema)
      if let reading = table[name.path[0]] {
        return follow(name.path.dropFirst(), from: reading).map { .reading($0, slot: slot) }
      }
      offered += table.keys
    }
    return .failure(.unknownName(name.path[0], offered: offered))
  }

  private mutating func follow(_ path: ArraySlice<String>, from first: Reading) -> Result<Reading, Problem> {
    var reading = first
    for part in path {
      guard case .view(let schema, let read) = reading else { return .failure(.unknownName(part, offered: [])) }
      let table = table(schema)
      guard let inner = table[part] else { return .failure(.unknownName(part, offered: table.keys.sorted())) }
      reading = inner.within(read)
    }
    return .success(reading)
  }

  private func transformed(_ found: ResolvedName, _ name: TemplateName) -> Result<ResolvedName, Problem> {
    name.transforms.last.map { .failure(.unfitTransform($0)) } ?? .success(found)
  }

  private static func place(_ name: TemplateName) -> Result<ResolvedName, Problem> {
    guard name.transforms.count == 1 else { return .failure(.unknownTransform) }
    if name.transforms == ["index"] { return .success(.index) }
    return ListPlace(rawValue: name.transforms[0]).map { .success(.listPlace($0)) } ?? .failure(.unknownTransform)
  }

  private mutating func table(_ schema: ViewSchema) -> [String: Reading] {
    if let table = tables[schema.identity] { return table }
    let table = schema.readings
    tables[schema.identity] = table
    return table
  }

  // MARK: Views within views

  /// Whether a view of one kind may hold, at any depth, a view of another: whether going down from the other comes back to its kind.
  mutating func leads(from schema: ViewSchema, back other: ViewSchema?) -> Bool {
    guard let other else { return false }
    return schema.identity == other.identity || kinds(below: schema).contains(other.identity)
  }

  private mutating func kinds(below schema: ViewSchema) -> Set<ObjectIdentifier> {
    if let kinds = below[schema.identity] { return kinds }
    var kinds = Set<ObjectIdentifier>()
    var open = [schema]
    while let next = open.popLast() {
      for reading in table(next).values {
        guard let inner = reading.schema, kinds.insert(inner.identity).inserted else { continue }
        open.append(inner)
      }
    }
    below[schema.identity] = kinds
    return kinds
  }
}

extension Reading {
  /// Of the view, or of each in the list, that is read.
  fileprivate var schema: ViewSchema? {
    switch self {
    case .view(let schema, _): schema
    case .list(let list): list.element.schema
    case .text, .html, .flag, .number: nil
    }
  }
}

extension ContextItem {
  fileprivate var schema: ViewSchema? {
    switch self {
    case .view(let schema): schema
    case .value(let reading): reading.schema
    }
  }
}

extension ContextStack {
  /// Of the view in a slot.
  func schema(in slot: Int) -> ViewSchema? { views.first { $0.slot == slot }?.schema }
}
