import Encoding
import Fields

/// Runs a program: appends bytes.
struct Renderer {
  private(set) var bytes = Bytes()
  private let routines: [[Step]]
  /// The context stack: the view of each kind that is the innermost of its kind.
  private var slots: [Address]
  private var indentation = Bytes()
  /// In the innermost list around.
  private var index = 0
  private var count = 0

  init(_ program: TemplateProgram, _ views: [Address]) {
    routines = program.routines
    slots = views
    // They are filled before they are read: the compiler orders them by how deep they stand.
    if let first = views.first, program.slots > views.count {
      slots += Array(repeating: first, count: program.slots - views.count)
    }
    bytes.reserveCapacity(1 << 14)
  }

  mutating func run(_ steps: [Step]) {
    // By their places: a loop over the array itself takes a copy of each.
    for place in steps.indices { run(steps[place]) }
  }

  private mutating func run(_ step: Step) {
    switch step {
    case .text(let text): bytes.append(contentsOf: text)
    case .lineStart: bytes.append(contentsOf: indentation)
    case .show(let slot, let get, let isEscaped):
      guard let text = get(slots[slot]) else { return }
      if isEscaped { bytes.append(escaping: text) } else { bytes.append(text) }
    case .showNumber(let slot, let get):
      if let number = get(slots[slot]) { bytes.append(decimal: number) }
    case .showIndex:
      if index < count { bytes.append(decimal: index) }
    case .when(let slot, let get, let isTrue, let steps):
      if get(slots[slot]) == isTrue { run(steps) }
    case .whenPlace(let place, let isTrue, let steps):
      if place.holds(index, of: count) == isTrue { run(steps) }
    case .withText(let slot, let get, let inner, let steps):
      if let text = get(slots[slot]), !text.isEmpty { run(steps, with: text, in: inner) }
    case .withoutText(let slot, let get, let steps):
      if get(slots[slot])?.isEmpty != false { run(steps) }
    case .withNumber(let slot, let get, let inner, let steps):
      if let number = get(slots[slot]) { run(steps, with: number, in: inner) }
    case .withoutNumber(let slot, let get, let steps):
      if get(slots[slot]) == nil { run(steps) }
    case .withView(let slot, let read, let inner, let steps):
      _ = read(slots[slot]) { run(steps, at: $0, in: inner) }
    case .withoutView(let slot, let read, let steps):
      if !read(slots[slot], { _ in }) { run(steps) }
    case .each(let slot, let list, let inner, let steps):
      list.read(slots[slot]) { each($0, steps, in: inner) }
    case .whenEmpty(let slot, let list, let steps):
      if list.count(slots[slot]) == 0 { run(steps) }
    case .indented(let more, let steps):
      let outer = indentation
      indentation = more.map { outer + $0 } ?? []
      run(steps)
      indentation = outer
    case .call(let routine): run(routines[routine])
    }
  }

  private mutating func each(_ elements: Elements, _ steps: [Step], in slot: Int) {
    let outer = (index, count)
    count = elements.count
    index = 0
    while let element = elements.address(index) {
      run(steps, at: element, in: slot)
      index += 1
    }
    (index, count) = outer
  }

  private mutating func run<Value>(_ steps: [Step], with value: Value, in slot: Int) {
    withUnsafePointer(to: value) { run(steps, at: Address($0), in: slot) }
  }

  private mutating func run(_ steps: [Step], at address: Address, in slot: Int) {
    let outer = slots[slot]
    slots[slot] = address
    run(steps)
    slots[slot] = outer
  }
}
