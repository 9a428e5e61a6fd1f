import Encoding

/// A value as the database keeps it (SQLite's storage classes).
package enum StoredValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
  /// A text that can't be taken as one, and what is shown of it.
  case unreadable(Flaw, shown: String)

  package enum Flaw: Sendable, Hashable {
    case notUTF8
    /// Has so many bytes.
    case tooLong(Int)
  }

  /// Bytes. A text of a row is a title, a sentence, a paragraph; the longest of the sample has 500.
  package static let longestText = 262_144

  init(text: UnsafeBufferPointer<UInt8>) {
    if text.count > Self.longestText {
      self = .unreadable(.tooLong(text.count), shown: "")
    } else if let valid = String(validating: text, as: UTF8.self) {
      self = .text(valid)
    } else {
      self = .unreadable(.notUTF8, shown: String(decoding: text.prefix(40), as: UTF8.self))
    }
  }

  package var isNull: Bool { self == .null }

  /// The text, if it is one. No number is made into a text.
  package var text: String? {
    switch self {
    case .text(let text): text
    case .null, .integer, .real, .blob, .unreadable: nil
    }
  }

  /// A text that says something.
  var filledText: String? { text.flatMap { $0.isEmpty ? nil : $0 } }

  /// The whole number; 12.0 is one.
  package var integer: Int? {
    switch self {
    case .integer(let number): Int(exactly: number)
    case .real(let number): Int(exactly: number)
    case .null, .text, .blob, .unreadable: nil
    }
  }

  package var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    case .null, .text, .blob, .unreadable: nil
    }
  }

  /// The value as people read it; nil for nothing.
  package var shownText: String? {
    switch self {
    case .null: nil
    case .integer(let number): String(number)
    case .real(let number): NumberText.plain(number)
    case .text(let text): text
    case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
    case .unreadable(_, let shown): shown
    }
  }

  /// Whether a row that has one says the same as a row that has the other: 12 and 12.0 do, and so do nothing and an empty text, as a
  /// spreadsheet has one empty cell, and a build reads both alike.
  func saysTheSame(as other: StoredValue) -> Bool {
    switch (self, other) {
    case (.integer(let x), .real(let y)), (.real(let y), .integer(let x)): Double(x) == y
    case (.null, .text("")): true
    default: self == other
    }
  }
}
