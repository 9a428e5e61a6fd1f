import Fields

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
  var pushed: ElementForm? {
    switch self {
    case .reading(.record(let form, _), _): .record(form)
    case .reading(.list(let list), _): list.element
    case .reading(.text(let form, _), _): .value(.text(form) { address in address.read { (text: String) in text } })
    case .reading(.integer, _):
      .value(.integer(least: nil) { address in address.read { (number: Int) in number } })
    case .reading(.number, _): .value(.text(.plain) { address in address.read { (digits: String) in digits } })
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
    for (form, slot) in stack.views {
      let table = table(form)
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
      guard case .record(let form, let read) = reading else { return .failure(.unknownName(part, offered: [])) }
      let table = table(form)
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

  private mutating func table(_ form: RecordForm) -> [String: Reading] {
    if let table = tables[form.identity] { return table }
    let table = Dictionary(form.fields.map { ($0.name, $0.reading) }) { first, _ in first }
    tables[form.identity] = table
    return table
  }

  // MARK: Views within views

  /// Whether a view of one kind may hold, at any depth, a view of another: whether going down from the other comes back to its kind.
  mutating func leads(from form: RecordForm, back other: RecordForm?) -> Bool {
    guard let other else { return false }
    return form.identity == other.identity || kinds(below: form).contains(other.identity)
  }

  private mutating func kinds(below form: RecordForm) -> Set<ObjectIdentifier> {
    if let kinds = below[form.identity] { return kinds }
    var kinds = Set<ObjectIdentifier>()
    var open = [form]
    while let next = open.popLast() {
      for reading in table(next).values {
        guard let inner = reading.recordForm, kinds.insert(inner.identity).inserted else { continue }
        open.append(inner)
      }
    }
    below[form.identity] = kinds
    return kinds
  }
}

extension Reading {
  /// Of the view, or of each in the list, that is read.
  fileprivate var recordForm: RecordForm? {
    switch self {
    case .record(let form, _): form
    case .list(let list): list.element.recordForm
    case .text, .flag, .integer, .number: nil
    }
  }
}

extension ElementForm {
  fileprivate var recordForm: RecordForm? {
    switch self {
    case .record(let form): form
    case .value(let reading): reading.recordForm
    }
  }
}

extension ContextStack {
  /// Of the view in a slot.
  func form(in slot: Int) -> RecordForm? { views.first { $0.slot == slot }?.form }
}
