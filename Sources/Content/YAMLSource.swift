import Diagnostics
import Yams

/// A YAML text as a `FieldReader`, with its syntax errors as diagnostics.
enum YAMLSource {
  /// nil when the text is no mapping; the reason is then among `problems`.
  static func reader(_ text: String, path: String, lineOffset: Int, problems: ProblemList) -> FieldReader? {
    do {
      // Without rules for types no regular expression runs (9 % of a build of 10,000 pages), and with a named encoding the environment is
      // not read for each page (5 %).
      guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8), case .mapping(let mapping) = node else {
        problems.add(
          .error(
            "yaml.not-a-mapping", zh: "这里应当是“键: 值”的形式", en: "`key: value` lines are expected here",
            at: .file(path: path, line: lineOffset + 1, column: 1)))
        return nil
      }
      return FieldReader(mapping, path: path, lineOffset: lineOffset, problems: problems)
    } catch {
      problems.add(diagnostic(for: error, text: text, path: path, lineOffset: lineOffset))
      return nil
    }
  }

  private static func diagnostic(for error: any Error, text: String, path: String, lineOffset: Int) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
      .composer(_, let problem, let mark, _)?:
      return .error(
        "yaml.syntax", zh: "YAML 写法有误（\(problem)）", en: "YAML syntax: \(problem)",
        hint: Message(
          zh: "检查冒号后的空格、缩进和引号；值里有冒号或 # 时用引号括起来",
          en: "check the space after the colon, the indentation and the quotes; quote values that hold `: ` or ` #`"),
        at: .file(path: path, line: mark.line + lineOffset, column: mark.column))
    case .duplicatedKeysInMapping(let duplicates, _)?:
      // Yams gives the mapping's start only; the second line that begins with the key is where the eye should go.
      let key = duplicates.first ?? ""
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let places = lines.indices.filter { lines[$0].drop { $0 == " " }.hasPrefix(key + ":") }
      let line = places.dropFirst().first ?? places.first ?? 0
      let column = lines.indices.contains(line) ? lines[line].prefix { $0 == " " }.count + 1 : 1
      return .error(
        "yaml.duplicate-key", zh: "“\(key)”写了两次", en: "“\(key)” stands twice",
        hint: Message(zh: "删去其中一行", en: "remove one of the two"),
        at: .file(path: path, line: line + 1 + lineOffset, column: column))
    default:
      return .error(
        "yaml.syntax", zh: "YAML 写法有误（\(error)）", en: "YAML syntax: \(error)",
        at: .file(path: path, line: lineOffset + 1, column: 1))
    }
  }
}
