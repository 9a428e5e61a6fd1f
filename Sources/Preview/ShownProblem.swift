package import Diagnostics
package import Encoding

/// A problem as a browser shows it.
package struct ShownProblem: Sendable {
  let diagnostic: Diagnostic
  let language: MessageLanguage
  /// The line of the file that it speaks of.
  let source: String?

  package init(_ diagnostic: Diagnostic, in language: MessageLanguage, source: String?) {
    self.diagnostic = diagnostic
    self.language = language
    self.source = source
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("isError", diagnostic.severity == .error)
      json.field("code", diagnostic.code)
      json.field("place", diagnostic.location?.description ?? "")
      json.field("message", diagnostic.message[language])
      json.field("hint", diagnostic.hint?[language])
      json.field("source", source)
      guard case .file(_, let line, let column)? = diagnostic.location else { return }
      json.field("line", line)
      json.field("column", column)
    }
  }
}
