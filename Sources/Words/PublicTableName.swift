package import Vocabulary

/// A public table's name: its feed's, and what a playlist writes for its slide.
///
/// A public table is a table whose rows readers see as they stand (`PublicRecord` in room Activities). Which there are is said by
/// `PublicTableWords`, each language's by all of them.
package struct PublicTableName: Term, ExpressibleByStringLiteral {
  package let rawValue: String

  package init(stringLiteral name: String) { rawValue = name }

  /// nil where no public table is called so.
  package init?(rawValue: String) {
    self.rawValue = rawValue
    guard SimplifiedChinese.words.publicTables[self] != nil else { return nil }
  }

  /// By name.
  package static let allCases = SimplifiedChinese.words.publicTables.keys.sorted { $0.rawValue < $1.rawValue }
}

/// What public tables are called.
package protocol PublicTableWords: Sendable {
  /// Over a public table's slide, and over its rows on a page.
  var publicTables: [PublicTableName: String] { get }
}

extension PublicTableWords {
  package func title(_ table: PublicTableName) -> String { publicTables[table] ?? table.rawValue }
}

/// What an entry of a playlist shows: a kind of slide, or a public table by its name.
package enum SlideName: Term {
  case kind(SlideKind)
  case table(PublicTableName)

  package static let allCases = SlideKind.allCases.map(SlideName.kind) + PublicTableName.allCases.map(SlideName.table)

  package init?(rawValue: String) {
    guard
      let found = SlideKind(rawValue: rawValue).map(SlideName.kind)
        ?? PublicTableName(rawValue: rawValue).map(Self.table)
    else { return nil }
    self = found
  }

  package var rawValue: String {
    switch self {
    case .kind(let kind): kind.rawValue
    case .table(let table): table.rawValue
    }
  }

  package var alsoWritten: [String] {
    switch self {
    case .kind(let kind): kind.alsoWritten
    case .table(let table): table.alsoWritten
    }
  }
}

extension Words {
  /// What a slide of a screen is called that has no title of its own.
  package func title(_ slide: SlideName) -> String {
    switch slide {
    case .kind(let kind): title(kind)
    case .table(let table): title(table)
    }
  }
}
