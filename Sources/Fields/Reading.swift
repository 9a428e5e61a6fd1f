/// What kind of value a field has, and how it is read from a record's address, without the record's type.
@usableFromInline
package enum Reading: Sendable {
  /// Nil where there is none.
  case text(TextForm, @Sendable (Address) -> String?)
  case flag(@Sendable (Address) -> Bool)
  /// Nil where there is none.
  /// - `least`: the smallest that can be, where one is known.
  case integer(least: Int?, @Sendable (Address) -> Int?)
  /// Finite; nil where there is none.
  case number(@Sendable (Address) -> Double?)
  /// Shows the record within, if it is there; says whether it is.
  case record(RecordForm, RecordReader)
  case list(ListReading)

  @usableFromInline package typealias RecordReader = @Sendable (Address, (Address) -> Void) -> Bool
}

/// What a text holds.
@usableFromInline
package enum TextForm: Sendable, Hashable {
  /// For people to read, or a code that stays the same.
  case plain
  /// HTML that the program made itself: it stands in a page as it is.
  case html
  /// A moment as RFC 3339 has it, with seconds and offset: `2026-11-21T14:30:00+08:00`.
  case dateTime
  /// A day: `2026-11-21`.
  case date
  /// An absolute URL.
  case address
  /// What the regular expression (ECMA 262) describes.
  case pattern(String)
  /// One of a closed list.
  case word([String])
}

@usableFromInline
package struct ListReading: Sendable {
  package let element: ElementForm
  package let isNeverEmpty: Bool
  package let read: @Sendable (Address, (Elements) -> Void) -> Void

  @usableFromInline
  package init(
    of element: ElementForm, neverEmpty: Bool = false,
    _ read: @escaping @Sendable (Address, (Elements) -> Void) -> Void
  ) {
    self.element = element
    isNeverEmpty = neverEmpty
    self.read = read
  }

  package func count(_ address: Address) -> Int {
    var count = 0
    read(address) { count = $0.count }
    return count
  }
}

/// What a list holds: records that have fields, or values without names.
@usableFromInline
package indirect enum ElementForm: Sendable {
  case record(RecordForm)
  case value(Reading)
}
