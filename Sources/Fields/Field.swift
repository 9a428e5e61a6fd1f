/// One name that a kind of record offers: what it is, and how its value is read. Said once; JSON and its schema, a template's names and the
/// lists in the documentation follow from it.
@usableFromInline
package struct Field<Record>: Sendable {
  package let form: FieldForm

  /// - Parameters:
  ///   - name: as outputs have it; it stays.
  ///   - about: what it is, for a stranger.
  ///   - unit: what a number counts or measures, in the plural: `seconds`.
  package init(_ name: String, _ about: String, unit: String? = nil, _ value: FieldValue<Record>) {
    form = FieldForm(name: name, about: about, unit: unit, isOptional: value.isOptional, reading: value.reading)
  }
}

/// A record whose fields are its type's own.
@usableFromInline
package protocol HasFields: Sendable {
  /// What one such record is, for a stranger.
  static var about: String { get }
  static var fields: [Field<Self>] { get }
}

/// A value without a name: its kind, and how it is read from a record.
@usableFromInline
package struct FieldValue<Record>: Sendable {
  @usableFromInline package let reading: Reading
  package let isOptional: Bool

  @usableFromInline init(_ reading: Reading, optional: Bool = false) {
    self.reading = reading
    isOptional = optional
  }
}

// MARK: Text

extension FieldValue {
  @inlinable
  package static func text(_ form: TextForm = .plain, _ get: @escaping @Sendable (Record) -> String) -> Self {
    Self(.text(form) { address in .some(address.read(get)) })
  }

  @inlinable
  package static func optionalText(_ form: TextForm = .plain, _ get: @escaping @Sendable (Record) -> String?) -> Self {
    Self(.text(form) { address in address.read(get) }, optional: true)
  }

  /// HTML that the program made itself.
  @inlinable
  package static func html(_ get: @escaping @Sendable (Record) -> String) -> Self {
    text(.html, get)
  }

  /// One of a closed list of words.
  @inlinable
  package static func word(_ words: [String], _ get: @escaping @Sendable (Record) -> String) -> Self {
    text(.word(words), get)
  }

  @inlinable
  package static func optionalWord(_ words: [String], _ get: @escaping @Sendable (Record) -> String?) -> Self {
    optionalText(.word(words), get)
  }
}

// MARK: Flags and numbers

extension FieldValue {
  /// - Parameter optional: where outputs leave out what is absent, a flag that is false is left out.
  @inlinable
  package static func flag(optional: Bool = false, _ get: @escaping @Sendable (Record) -> Bool) -> Self {
    Self(.flag { address in address.read(get) }, optional: optional)
  }

  @inlinable
  package static func integer(least: Int? = nil, _ get: @escaping @Sendable (Record) -> Int) -> Self {
    Self(.integer(least: least) { address in .some(address.read(get)) })
  }

  @inlinable
  package static func optionalInteger(least: Int? = nil, _ get: @escaping @Sendable (Record) -> Int?) -> Self {
    Self(.integer(least: least) { address in address.read(get) }, optional: true)
  }

  @inlinable
  package static func number(_ get: @escaping @Sendable (Record) -> Double) -> Self {
    Self(.number { address in .some(address.read(get)) })
  }

  @inlinable
  package static func optionalNumber(_ get: @escaping @Sendable (Record) -> Double?) -> Self {
    Self(.number { address in address.read(get) }, optional: true)
  }
}

// MARK: Records within records

extension FieldValue {
  @inlinable
  package static func record<Inner: HasFields>(
    _ type: Inner.Type, _ get: @escaping @Sendable (Record) -> Inner
  ) -> Self {
    record(RecordForm(type), optional: false) { get($0) }
  }

  @inlinable
  package static func optionalRecord<Inner: HasFields>(
    _ type: Inner.Type, _ get: @escaping @Sendable (Record) -> Inner?
  ) -> Self {
    record(RecordForm(type), optional: true, get)
  }

  @inlinable
  package static func record<Inner>(_ fields: [Field<Inner>], _ get: @escaping @Sendable (Record) -> Inner) -> Self {
    record(RecordForm(fields), optional: false) { get($0) }
  }

  /// - Parameter form: of `Inner`.
  @inlinable
  package static func record<Inner>(
    _ form: RecordForm, optional: Bool, _ get: @escaping @Sendable (Record) -> Inner?
  ) -> Self {
    Self(
      .record(form) { address, show in
        guard let inner = address.read(get) else { return false }
        withUnsafePointer(to: inner) { show(Address($0)) }
        return true
      }, optional: optional)
  }
}

// MARK: Lists

extension FieldValue {
  @inlinable
  package static func list<Inner: HasFields>(
    _ type: Inner.Type, optional: Bool = false, _ get: @escaping @Sendable (Record) -> [Inner]
  ) -> Self {
    list(RecordForm(type), optional: optional, get)
  }

  @inlinable
  package static func list<Inner>(
    _ fields: [Field<Inner>], optional: Bool = false, _ get: @escaping @Sendable (Record) -> [Inner]
  ) -> Self {
    list(RecordForm(fields), optional: optional, get)
  }

  /// - Parameter form: of `Inner`.
  @inlinable
  package static func list<Inner>(
    _ form: RecordForm, optional: Bool = false, _ get: @escaping @Sendable (Record) -> [Inner]
  ) -> Self {
    Self(
      .list(ListReading(of: .record(form)) { address, show in Elements.with(address.read(get), show) }),
      optional: optional)
  }

  /// A list of values that have no names.
  ///
  /// - Parameter optional: where outputs leave out what is absent, an empty list is left out.
  @inlinable
  package static func list<Inner>(
    of element: FieldValue<Inner>, optional: Bool = false, neverEmpty: Bool = false,
    _ get: @escaping @Sendable (Record) -> [Inner]
  ) -> Self {
    Self(
      .list(
        ListReading(of: .value(element.reading), neverEmpty: neverEmpty) { address, show in
          Elements.with(address.read(get), show)
        }), optional: optional)
  }

  @inlinable
  package static func texts(optional: Bool = false, _ get: @escaping @Sendable (Record) -> [String]) -> Self {
    list(of: FieldValue<String>.text { $0 }, optional: optional, get)
  }

  @inlinable
  package static func integers(least: Int? = nil, _ get: @escaping @Sendable (Record) -> [Int]) -> Self {
    list(of: FieldValue<Int>.integer(least: least) { $0 }, get)
  }
}
