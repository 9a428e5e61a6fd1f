import Encoding

/// Diagnostics as text: `path:line:column: error[code]: message`, the source line with a caret below it, and what to do.
package struct DiagnosticPrinter: Sendable {
  package enum Format: String, Sendable, CaseIterable {
    case text
    case json
    case github
  }

  package var language: MessageLanguage
  package var format: Format
  /// Gives the text of a line (counted from 1) of a file, for the excerpt; nil where it can't be had.
  package var sourceLine: @Sendable (_ path: String, _ line: Int) -> String?

  package init(
    language: MessageLanguage, format: Format = .text,
    sourceLine: @escaping @Sendable (_ path: String, _ line: Int) -> String? = { _, _ in nil }
  ) {
    self.language = language
    self.format = format
    self.sourceLine = sourceLine
  }

  package func print(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.inReadingOrder().map(line(for:)).joined()
  }

  private func line(for diagnostic: Diagnostic) -> String {
    switch format {
    case .text: text(diagnostic)
    case .json: json(diagnostic)
    case .github: github(diagnostic)
    }
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { "\($0): " } ?? ""
    var out = VisibleText.line(
      "\(place)\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(diagnostic.message[language])")
    out += "\n"
    if case .file(let path, let line, let column)? = diagnostic.location, line > 0, column > 0,
      let source = sourceLine(path, line)
    {
      out += excerpt(of: source, line: line, column: column)
    }
    if let hint = diagnostic.hint {
      out += "  \(language == .zh ? "办法" : "help"): \(VisibleText.line(hint[language]))\n"
    }
    return out
  }

  /// The line and a caret below the column. Wide characters take two cells of a terminal, so the caret is padded with U+3000 below them.
  private func excerpt(of source: String, line: Int, column: Int) -> String {
    let shown = VisibleText.line(String((source.last == "\r" ? source.dropLast() : source[...]).prefix(160)))
    let padding = shown.prefix(column - 1).map { character -> Character in
      if character == "\t" { return "\t" }
      return character.unicodeScalars.first.map { $0.value >= 0x1100 } == true ? "\u{3000}" : " "
    }
    guard padding.count == column - 1 else { return "" }
    return "  \(line) | \(shown)\n  \(String(repeating: " ", count: "\(line)".count)) | \(String(padding))^\n"
  }

  /// One JSON object a line: severity, code, message, hint, path, line, column.
  private func json(_ diagnostic: Diagnostic) -> String {
    var json = JSONWriter()
    json.object {
      $0.field("severity", diagnostic.severity.rawValue)
      $0.field("code", diagnostic.code)
      $0.field("message", diagnostic.message[language])
      if let hint = diagnostic.hint { $0.field("hint", hint[language]) }
      switch diagnostic.location {
      case .file(let path, let line, let column)?:
        $0.field("path", path)
        if line > 0 { $0.field("line", line) }
        if column > 0 { $0.field("column", column) }
      case .cell(let path, let sheet, let row, let column)?:
        $0.field("path", path)
        if let sheet { $0.field("sheet", sheet) }
        if row > 0 { $0.field("line", row) }
        if column > 0 { $0.field("column", column) }
      case .row(let database, let table, let key, let column)?:
        $0.field("path", database)
        $0.field("table", table)
        $0.field("row", key)
        if let column { $0.field("field", column) }
      case nil: break
      }
    }
    return json.string + "\n"
  }

  /// GitHub Actions' workflow commands. What would end a line or a property is written as GitHub's own runner reads it back, so that no
  /// text of a page begins a command.
  private func github(_ diagnostic: Diagnostic) -> String {
    var properties = ["title=\(Self.property(diagnostic.code))"]
    var message = diagnostic.message[language]
    switch diagnostic.location {
    case .file(let path, let line, let column)?, .cell(let path, nil, let line, let column)?:
      properties.insert("file=\(Self.property(path))", at: 0)
      if line > 0 { properties.append("line=\(line)") }
      if column > 0 { properties.append("col=\(column)") }
    case .cell?, .row?: message = "\(diagnostic.location!): \(message)"
    case nil: break
    }
    if let hint = diagnostic.hint { message += "\n\(hint[language])" }
    return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(Self.data(message))\n"
  }

  /// By scalars: `\r\n` is one `Character`.
  private static func data(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }

  private static func property(_ text: String) -> String {
    data(text).unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case ":": out += "%3A"
      case ",": out += "%2C"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}
