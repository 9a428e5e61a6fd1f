import Diagnostics

/// A YAML text as a `FieldReader`, with its syntax errors as diagnostics.
enum YAMLSource {
  /// The same for a text that stands in its file without an indent.
  static func reader(_ text: String, path: String, lineOffset: Int, problems: ProblemList) -> FieldReader? {
    reader(text, at: SourcePlace(path: path, lineOffset: lineOffset), problems: problems)
  }

  /// nil when the text is no mapping; the reason is then among `problems`.
  static func reader(_ text: String, at place: SourcePlace, problems: ProblemList) -> FieldReader? {
    let problem = YAMLProblem(text: text, place: place)
    if let line = YAMLAliases.tooManyLine(text) {
      problems.add(problem.tooManyAliases(line: line))
      return nil
    }
    if let punctuation = FlowPunctuation(text, at: place).problem {
      problems.add(punctuation)
      return nil
    }
    do {
      guard let node = try YAMLNode.compose(text), case .mapping(let mapping) = node else {
        problems.add(problem.notAMapping)
        return nil
      }
      YAMLComments(text, at: place)?.problems(in: mapping).forEach(problems.add)
      return FieldReader(mapping, at: place, problems: problems)
    } catch {
      problems.add(problem.diagnostic(for: error))
      return nil
    }
  }
}
