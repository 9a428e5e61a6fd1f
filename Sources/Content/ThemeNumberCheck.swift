import Artifacts
package import Diagnostics
package import Files
import Inspection
import PublicText

extension ThemeSource {
  /// Residents' numbers in a theme: its templates stand on every page, its static files are published as they are, pictures with what stands
  /// beside them, office files and PDFs with all that is in them. A text that is not UTF-8 could hide one.
  package func numberProblems(officePhones: Set<String>, officeEmails: Set<String>) throws(FileError) -> [Diagnostic] {
    let problems = ProblemList()
    func look(at text: String, _ file: String) {
      let numbers = PersonalNumberCheck(
        path: file, officePhones: officePhones, officeEmails: officeEmails, problems: problems)
      numbers.fileName()
      numbers.source(text[...])
      numbers.decoded(text)
    }
    for template in templates { look(at: template.text, template.file) }
    if let screenStyle { look(at: screenStyle.text, screenStyle.file) }
    for file in statics {
      if file.mediaType.isContentImage {
        for finding in try PictureInspection.findings(
          in: ByteSource(file.bytes), file.mediaType, allowing: officePhones)
        {
          problems.add(AttachmentProblem.finding(finding, at: .file(path: file.file)))
        }
      } else if file.mediaType.isText {
        if let text = String(validating: file.bytes, as: UTF8.self) {
          look(at: text, file.file)
        } else {
          _ = TextFile.decode(file.bytes, path: file.file, problems: problems, isForReaders: false)
        }
      } else {
        for finding in try FileInspection.of(file.bytes, allowing: officePhones, emails: officeEmails).findings {
          problems.add(AttachmentProblem.finding(finding, at: .file(path: file.file)))
        }
      }
    }
    return problems.diagnostics
  }
}
