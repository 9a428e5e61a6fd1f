/// A text with its blanks filled in, each as the place asks for: a scalar in YAML, a field in CSV, text elsewhere.
struct FilledText {
  private let values: [String: String]

  init(_ values: [String: String]) {
    self.values = values
  }

  private enum Form {
    case yaml, csv, text
  }

  /// - Parameter path: the file's; its ending says what it is.
  func fill(_ text: String, of path: String) -> [UInt8] {
    let isCSV = path.hasSuffix(".csv")
    var form: Form = isCSV ? .csv : path.hasSuffix(".yaml") ? .yaml : .text
    var out: [UInt8] = isCSV ? [0xEF, 0xBB, 0xBF] : []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().enumerated() {
      // Front matter is YAML from the page's first line to the next `---`.
      if !isCSV, line == "---" { form = number == 0 ? .yaml : .text }
      guard let filled = fill(line, form) else { continue }
      out += filled.utf8
      out += (isCSV ? "\r\n" : "\n").utf8
    }
    return out
  }

  /// nil where a blank has no value.
  private func fill(_ line: Substring, _ form: Form) -> String? {
    var out = ""
    var rest = line
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      guard let value = values[String(rest[open.upperBound..<close.lowerBound])] else { return nil }
      out += rest[..<open.lowerBound]
      switch form {
      case .yaml: out += Self.scalar(value)
      case .csv: out += Self.field(value)
      case .text: out += value
      }
      rest = rest[close.upperBound...]
    }
    return out + rest
  }

  /// Plain where YAML takes it for the same text, as people would write it; else between quotes.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last?.isWhitespace == false
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -_（）《》“”「」、，。·".contains($0) }
      && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    // A day is written as one.
    if isPlain || text.wholeMatch(of: #/\d{4}-\d{2}-\d{2}/#) != nil { return text }
    return "\"" + text.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "\""
  }

  /// RFC 4180.
  static func field(_ text: String) -> String {
    text.contains { ",\"\n\r".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
