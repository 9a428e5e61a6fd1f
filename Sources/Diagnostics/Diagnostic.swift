/// A problem in what the user wrote: content, data, configuration or theme. Problems are values: they are collected, never thrown
/// at the first, so that one run names them all.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, Comparable {
    case error
    case warning

    package static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
  }

  package var severity: Severity
  /// A permanent name, `area.problem`, that tools and search engines can rely on.
  package var code: String
  package var message: Message
  /// What to do about it.
  package var hint: Message?
  package var location: Location?

  package init(
    _ severity: Severity = .error, _ code: String, _ message: Message, hint: Message? = nil,
    at location: Location? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.hint = hint
    self.location = location
  }

  package static func error(
    _ code: String, zh: String, en: String, hint: Message? = nil, at location: Location? = nil
  ) -> Diagnostic {
    Diagnostic(.error, code, Message(zh: zh, en: en), hint: hint, at: location)
  }

  package static func warning(
    _ code: String, zh: String, en: String, hint: Message? = nil, at location: Location? = nil
  ) -> Diagnostic {
    Diagnostic(.warning, code, Message(zh: zh, en: en), hint: hint, at: location)
  }
}

extension Sequence where Element == Diagnostic {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// Reading order: by place, errors before warnings at the same place; each problem once.
  package func inReadingOrder() -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    return filter { seen.insert($0).inserted }.sorted { a, b in
      switch (a.location, b.location) {
      case (let x?, let y?) where x != y: x < y
      case (nil, .some): true
      case (.some, nil): false
      default: (a.severity.rawValue, a.code, a.message.en) < (b.severity.rawValue, b.code, b.message.en)
      }
    }
  }
}
