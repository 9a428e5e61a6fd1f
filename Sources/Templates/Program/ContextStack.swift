import Fields

/// Mustache's context stack as it is known when a template is compiled: which kinds of view stand around a tag, from the outside in, and in
/// which slots of the renderer they will lie.
///
/// A name is looked for from the inside out. So of two views of the same kind the outer one is never reached: a kind has one slot, which
/// the inner view takes for as long as it is there. That keeps the number of different stacks finite, also for templates that call
/// themselves.
struct ContextStack: Sendable {
  struct Entry: Sendable {
    let item: ElementForm
    let slot: Int
    /// Which tag pushed a value without names.
    let origin: TemplatePlace?
  }

  /// What distinguishes stacks.
  struct Key: Hashable {
    private let parts: [Part]

    private struct Part: Hashable {
      let view: ObjectIdentifier?
      let origin: TemplatePlace?
      let slot: Int
    }

    init(_ stack: ContextStack) {
      parts = stack.entries.map { entry in
        if case .record(let form) = entry.item { return Part(view: form.identity, origin: nil, slot: entry.slot) }
        return Part(view: nil, origin: entry.origin, slot: entry.slot)
      }
    }
  }

  private(set) var entries: [Entry] = []

  init(_ items: [ElementForm]) {
    for item in items { _ = push(item, origin: nil) }
  }

  var count: Int { entries.count }
  var top: Entry? { entries.last }

  /// Views, from the inside out.
  var views: [(form: RecordForm, slot: Int)] {
    entries.reversed().compactMap { entry in
      if case .record(let form) = entry.item { (form, entry.slot) } else { nil }
    }
  }

  /// - Returns: the slot that the item will lie in.
  mutating func push(_ item: ElementForm, origin: TemplatePlace?) -> Int {
    var slot = entries.count
    if let known = entries.firstIndex(where: { $0.item.isHidden(by: item) }) { slot = entries.remove(at: known).slot }
    entries.append(Entry(item: item, slot: slot, origin: origin))
    return slot
  }
}

extension ElementForm {
  /// A value without names is reached at the top only.
  fileprivate func isHidden(by other: ElementForm) -> Bool {
    switch (self, other) {
    case (.record(let a), .record(let b)): a.identity == b.identity
    case (.value, .value): true
    default: false
    }
  }
}
