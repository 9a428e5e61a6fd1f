/// A field as it was declared, without its record's type: what outputs are written and described by.
package struct FieldForm: Sendable {
  package let name: String
  /// What it is, for a stranger who has nothing but this line and the name.
  package let about: String
  /// What a number counts or measures, in the plural: `seconds`, `square metres`.
  package let unit: String?
  /// May be absent: a text or number that is not there, a flag that is false, a list that is empty.
  package let isOptional: Bool
  package let reading: Reading

  @usableFromInline
  package init(name: String, about: String, unit: String? = nil, isOptional: Bool = false, reading: Reading) {
    self.name = name
    self.about = about
    self.unit = unit
    self.isOptional = isOptional
    self.reading = reading
  }

  /// What it is and in which unit.
  package var description: String { unit.map { "\(about), in \($0)" } ?? about }
}

/// The fields of a kind of record, without that kind's type.
@usableFromInline
package struct RecordForm: Sendable {
  /// The same for the same kind.
  package let identity: ObjectIdentifier
  /// What the kind is called among those who work on the program.
  package let name: String
  /// What one such record is; empty where the field that holds it says so.
  package let about: String
  private let make: @Sendable () -> [FieldForm]

  /// - Parameters:
  ///   - identity: one for each kind of record.
  ///   - fields: asked for when they are needed, since a record may hold records of its own kind.
  package init<Record>(
    identity: ObjectIdentifier, name: String = "\(Record.self)", about: String = "",
    _ fields: @escaping @Sendable () -> [Field<Record>]
  ) {
    self.identity = identity
    self.name = name
    self.about = about
    make = { fields().map(\.form) }
  }

  @usableFromInline
  package init<Record>(_ fields: [Field<Record>]) {
    self.init(identity: ObjectIdentifier(Record.self)) { fields }
  }

  @usableFromInline
  package init<Record: HasFields>(_ type: Record.Type) {
    self.init(identity: ObjectIdentifier(type), about: Record.about) { Record.fields }
  }

  package var fields: [FieldForm] { make() }
}
