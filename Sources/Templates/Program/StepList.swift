import Encoding

extension [Step] {
  /// Text after text is one step.
  mutating func append(text: Bytes) {
    if case .text(var before)? = last {
      removeLast()
      before += text
      append(.text(before))
    } else if !text.isEmpty {
      append(.text(text))
    }
  }

  mutating func append(joining steps: [Step]) {
    for step in steps {
      if case .text(let text) = step { append(text: text) } else { append(step) }
    }
  }

  /// A call of a template, whose lines are shifted by an indentation; nil where it stands within a line.
  mutating func append(call routine: Int, indentation: Bytes?, isIndented: Bool) {
    if isIndented ? indentation == [] : indentation?.isEmpty != false {
      append(.call(routine))
    } else {
      append(.indented(indentation, [.call(routine)]))
    }
  }
}
