package import Diagnostics

extension Content {
  /// Problems as this site takes them: warnings that it lists under `errors` are errors, but those of pages that are held back, which stop
  /// nothing.
  package func judging(_ problems: [Diagnostic]) -> [Diagnostic] {
    if site.errors.isEmpty { return problems }
    let files = Set(held.map(\.file))
    return problems.map { problem in
      guard problem.severity == .warning, site.errors.contains(problem.code),
        problem.location.map({ !files.contains($0.path) }) ?? true
      else { return problem }
      var problem = problem
      problem.severity = .error
      return problem
    }
  }
}
