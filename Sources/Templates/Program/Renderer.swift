import Encoding
import Fields

/// Runs a program: appends bytes.
struct Renderer {
  private(set) var bytes = Bytes()
  private let code: MachineCode
  /// The context stack: the view of each kind that is the innermost of its kind.
  private var slots: [Address]
  private var indentation = Bytes()
  /// In the innermost list around.
  private var index = 0
  private var count = 0

  init(_ program: TemplateProgram, _ views: [Address]) {
    code = program.code
    slots = views
    // They are filled before they are read: the compiler orders them by how deep they stand.
    if let first = views.first, program.slots > views.count {
      slots += Array(repeating: first, count: program.slots - views.count)
    }
    bytes.reserveCapacity(1 << 14)
  }

  mutating func run(_ routine: Int) { run(code.routines[routine]) }

  /// What is shown within an instruction follows it: a condition that holds goes on there, one that doesn't after its end.
  private mutating func run(_ range: Range<Int>) {
    var next = range.lowerBound
    while next < range.upperBound {
      let step = code.instructions[next]
      next += 1
      let view = Int(step.slot)
      let operand = Int(step.operand)
      let inner = next..<max(next, Int(step.end))
      switch step.operation {
      case .text:
        code.text.withUnsafeBufferPointer {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[operand..<Int(step.end)]))
        }
      case .lineStart: bytes.append(contentsOf: indentation)
      case .show: if let text = code.texts[operand](slots[view]) { bytes.append(text) }
      case .showEscaped: if let text = code.texts[operand](slots[view]) { bytes.append(escaping: text) }
      case .showNumber: if let number = code.numbers[operand](slots[view]) { bytes.append(decimal: number) }
      case .showIndex: if index < count { bytes.append(decimal: index) }
      case .when: if code.flags[operand](slots[view]) != step.isTrue { next = inner.upperBound }
      case .whenPlace: if code.places[operand].holds(index, of: count) != step.isTrue { next = inner.upperBound }
      case .withText:
        if let text = code.texts[operand](slots[view]), !text.isEmpty { run(inner, with: text, in: step.into) }
        next = inner.upperBound
      case .withoutText:
        if code.texts[operand](slots[view])?.isEmpty == false { next = inner.upperBound }
      case .withNumber:
        if let number = code.numbers[operand](slots[view]) { run(inner, with: number, in: step.into) }
        next = inner.upperBound
      case .withoutNumber: if code.numbers[operand](slots[view]) != nil { next = inner.upperBound }
      case .withView:
        _ = code.views[operand](slots[view]) { run(inner, at: $0, in: step.into) }
        next = inner.upperBound
      case .withoutView: if code.views[operand](slots[view], { _ in }) { next = inner.upperBound }
      case .each:
        code.lists[operand].read(slots[view]) { each($0, inner, in: step.into) }
        next = inner.upperBound
      case .whenEmpty: if code.lists[operand].count(slots[view]) != 0 { next = inner.upperBound }
      case .indented:
        let outer = indentation
        indentation = code.indentations[operand].map { outer + $0 } ?? []
        run(inner)
        indentation = outer
        next = inner.upperBound
      case .call: run(code.routines[operand])
      }
    }
  }

  private mutating func each(_ elements: Elements, _ steps: Range<Int>, in slot: Int32) {
    let outer = (index, count)
    count = elements.count
    index = 0
    while let element = elements.address(index) {
      run(steps, at: element, in: slot)
      index += 1
    }
    (index, count) = outer
  }

  private mutating func run<Value>(_ steps: Range<Int>, with value: Value, in slot: Int32) {
    withUnsafePointer(to: value) { run(steps, at: Address($0), in: slot) }
  }

  private mutating func run(_ steps: Range<Int>, at address: Address, in slot: Int32) {
    let outer = slots[Int(slot)]
    slots[Int(slot)] = address
    run(steps)
    slots[Int(slot)] = outer
  }
}
