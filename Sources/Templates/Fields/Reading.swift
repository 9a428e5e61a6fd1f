/// How a value is read from the view that a name belongs to, without that view's type: what a name is resolved to.
@usableFromInline
enum Reading: Sendable {
  case text(@Sendable (Address) -> String?)
  case html(@Sendable (Address) -> String?)
  case flag(@Sendable (Address) -> Bool)
  /// Nil where the view that has it isn't there.
  case number(@Sendable (Address) -> Int?)
  /// Shows the view, if it is there; says whether it is.
  case view(ViewSchema, ViewReader)
  case list(ListReading)

  @usableFromInline typealias ViewReader = @Sendable (Address, (Address) -> Void) -> Bool
}

@usableFromInline
struct ListReading: Sendable {
  let element: ContextItem
  let read: @Sendable (Address, (Elements) -> Void) -> Void

  @usableFromInline
  init(of element: ContextItem, _ read: @escaping @Sendable (Address, (Elements) -> Void) -> Void) {
    self.element = element
    self.read = read
  }

  func count(_ address: Address) -> Int {
    var count = 0
    read(address) { count = $0.count }
    return count
  }
}

/// What a place of the context stack holds: a view with names, or a value that is `{{.}}`.
@usableFromInline
indirect enum ContextItem: Sendable {
  case view(ViewSchema)
  case value(Reading)
}

/// The names of a kind of view.
@usableFromInline
package struct ViewSchema: Sendable {
  let identity: ObjectIdentifier
  private let table: @Sendable () -> [String: Reading]

  @usableFromInline
  init<View: TemplateView>(_ type: View.Type) {
    self.init(identity: ObjectIdentifier(type)) { View.fields }
  }

  /// - Parameter identity: one for each kind of view.
  package init<Value>(
    identity: ObjectIdentifier, _ fields: @escaping @Sendable () -> [String: TemplateField<Value>]
  ) {
    self.identity = identity
    table = { fields().mapValues(\.reading) }
  }

  var readings: [String: Reading] { table() }
}

extension Reading {
  /// `site.title`: read from the view that another reading shows.
  func within(_ outer: @escaping ViewReader) -> Reading {
    switch self {
    case .text(let get): .text { Self.value($0, in: outer, get) ?? nil }
    case .html(let get): .html { Self.value($0, in: outer, get) ?? nil }
    case .flag(let get): .flag { Self.value($0, in: outer, get) ?? false }
    case .number(let get): .number { Self.value($0, in: outer, get) ?? nil }
    case .view(let schema, let read):
      .view(schema) { address, show in
        var isThere = false
        _ = outer(address) { isThere = read($0, show) }
        return isThere
      }
    case .list(let list):
      .list(
        ListReading(of: list.element) { address, show in
          if !outer(address, { list.read($0, show) }) { show(Elements(start: nil, count: 0, stride: 0)) }
        })
    }
  }

  private static func value<Value>(
    _ address: Address, in outer: ViewReader, _ get: @escaping @Sendable (Address) -> Value
  ) -> Value? {
    var value: Value?
    _ = outer(address) { value = get($0) }
    return value
  }
}
