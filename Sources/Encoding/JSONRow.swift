/// A value of a row: many like ones, whose names would be most of their bytes.
package enum JSONCell: Sendable {
  case text(String)
  case number(Int)
  case row([JSONCell])
  case nothing

  package static func text(_ text: String?) -> JSONCell { text.map { .text($0) } ?? .nothing }

  package static func number(_ number: Int?) -> JSONCell { number.map { .number($0) } ?? .nothing }
}

extension JSONWriter {
  /// An array of values that are known by their places.
  package mutating func row(_ cells: [JSONCell]) {
    array(cells) { json, cell in
      switch cell {
      case .text(let text): json.value(text)
      case .number(let number): json.value(number)
      case .row(let cells): json.row(cells)
      case .nothing: json.null()
      }
    }
  }
}
