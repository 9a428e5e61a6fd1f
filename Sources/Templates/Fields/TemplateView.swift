/// What a template is given: a value whose names are declared once, in `fields`. Templates are compiled against that declaration, so a name
/// that a template uses and no page offers is found before anything is published.
@usableFromInline
package protocol TemplateView: Sendable {
  static var fields: [String: TemplateField<Self>] { get }
}

/// One name that a view offers: how its value is read.
@usableFromInline
package struct TemplateField<View>: Sendable {
  @usableFromInline let reading: Reading

  @usableFromInline init(_ reading: Reading) {
    self.reading = reading
  }

  /// Escaped where it is shown (`{{name}}`). Nothing or empty text is false in a section, and hides the same name of the views around.
  @inlinable
  package static func text(_ get: @escaping @Sendable (View) -> String?) -> Self {
    Self(.text { address in address.read(get) })
  }

  /// HTML that the program made itself, shown as it is (`{{{name}}}`).
  @inlinable
  package static func html(_ get: @escaping @Sendable (View) -> String?) -> Self {
    Self(.html { address in address.read(get) })
  }

  @inlinable
  package static func flag(_ get: @escaping @Sendable (View) -> Bool) -> Self {
    Self(.flag { address in address.read(get) })
  }

  @inlinable
  package static func number(_ get: @escaping @Sendable (View) -> Int) -> Self {
    Self(.number { address in address.read(get) })
  }

  /// Shown one by one as `{{.}}`.
  @inlinable
  package static func texts(_ get: @escaping @Sendable (View) -> [String]) -> Self {
    list(of: TemplateField<String>.text { $0 }, get)
  }

  @inlinable
  package static func view<Inner: TemplateView>(
    _ type: Inner.Type, _ get: @escaping @Sendable (View) -> Inner?
  ) -> Self {
    view(ViewSchema(type), get)
  }

  @inlinable
  package static func list<Inner: TemplateView>(
    _ type: Inner.Type, _ get: @escaping @Sendable (View) -> [Inner]
  ) -> Self {
    list(ViewSchema(type), get)
  }

  // MARK: Views whose names are known at run time only

  @inlinable
  package static func view<Inner>(_ schema: ViewSchema, _ get: @escaping @Sendable (View) -> Inner?) -> Self {
    Self(
      .view(schema) { address, show in
        guard let inner = address.read(get) else { return false }
        withUnsafePointer(to: inner) { show(Address($0)) }
        return true
      })
  }

  @inlinable
  package static func list<Inner>(_ schema: ViewSchema, _ get: @escaping @Sendable (View) -> [Inner]) -> Self {
    Self(.list(ListReading(of: .view(schema)) { address, show in Elements.with(address.read(get), show) }))
  }

  /// A list of values that have no names, `{{.}}` each.
  @inlinable
  package static func list<Inner>(
    of element: TemplateField<Inner>, _ get: @escaping @Sendable (View) -> [Inner]
  ) -> Self {
    Self(.list(ListReading(of: .value(element.reading)) { address, show in Elements.with(address.read(get), show) }))
  }
}
