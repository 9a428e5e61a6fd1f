package import Diagnostics
import Encoding
import PublicText
import Spreadsheets

/// What may not be published of a cell, by the same detectors and lists as a build goes by.
package struct PrivacyRules: Sendable {
  /// Digits of office numbers that look like mobile numbers.
  package var officePhones: Set<String>
  /// Office e-mail addresses, or `@` and their domains.
  package var officeEmails: Set<String>
  /// Codes of warnings that are errors on the site.
  package var errors: Set<String>
  /// What else is wrong with a text that may be published: words that are to be written otherwise.
  package var check: (@Sendable (_ text: String, _ place: Location) -> [Diagnostic])?

  package init(
    officePhones: Set<String> = [], officeEmails: Set<String> = [], errors: Set<String> = [],
    check: (@Sendable (_ text: String, _ place: Location) -> [Diagnostic])? = nil
  ) {
    self.officePhones = officePhones
    self.officeEmails = officeEmails
    self.errors = errors
    self.check = check
  }

  func problems(of cell: Cell, _ column: ColumnForm, at location: Location) -> [Diagnostic] {
    guard let text = searched(cell, column) else { return [] }
    var problems = PersonalNumber.find(inAddress: text).filter { !officePhones.contains($0.digits) }
      .map { PersonalNumberDiagnostic.make($0, at: location) }
    if case .text = column.kind {
      problems += PersonalDetail.find(in: text).filter { !$0.isOffice(officeEmails) }
        .map { PersonalDetailDiagnostic.make($0, at: location) }
      if let boxed = PrivateUse.problem(in: text, at: location) { problems.append(boxed) }
      problems += check?(text, location) ?? []
    }
    if errors.isEmpty { return problems }
    return problems.map { problem in
      var problem = problem
      if errors.contains(problem.code) { problem.severity = .error }
      return problem
    }
  }

  /// The kinds of columns that `CheckedRow` looks through.
  private func searched(_ cell: Cell, _ column: ColumnForm) -> String? {
    switch column.kind {
    case .text, .identifier, .listWord: cell.shownText
    case .integer, .number:
      if case .number(let number) = cell {
        abs(number) >= 13_000_000_000 ? NumberText.digits(number) : nil
      } else {
        cell.shownText
      }
    case .reference, .term, .flag, .time, .date, .partialDate, .month, .monthDay, .rule, .day, .duration: nil
    }
  }
}
