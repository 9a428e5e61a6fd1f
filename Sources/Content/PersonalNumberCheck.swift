import Diagnostics
import Encoding
import Markdown
import PublicText
import Vocabulary

/// Residents' numbers in a source file are errors with their place: deny by default (Promise 4). The file is looked at as it is written,
/// and as it is read: YAML's values without escapes and folds, Markdown's text without its marks, addresses without percent-encoding.
final class PersonalNumberCheck {
  private let path: String
  private let officePhones: Set<String>
  /// nil where other details than numbers are not looked for.
  private let officeEmails: Set<String>?
  private let problems: ProblemList
  /// What has been named where it is written is not named again where it is read.
  private var reported: Set<String> = []

  init(path: String, officePhones: Set<String>, officeEmails: Set<String>? = nil, problems: ProblemList) {
    self.officeEmails = officeEmails
    self.path = path
    self.officePhones = officePhones
    self.problems = problems
  }

  /// The file's text as it is written; to be called first.
  func source(_ text: Substring) {
    var text = text
    text.withUTF8 { bytes in
      var line = 1
      var lineStart = 0
      var seen = 0
      func place(_ offset: Int) -> Location {
        for index in seen..<offset where bytes[index] == UInt8(ascii: "\n") {
          line += 1
          lineStart = index + 1
        }
        seen = offset
        let column = String(decoding: bytes[lineStart..<offset], as: UTF8.self).count + 1
        return .file(path: path, line: line, column: column)
      }
      for number in PersonalNumber.find(in: bytes) where !officePhones.contains(number.digits) {
        reported.insert(number.digits)
        problems.add(PersonalNumberDiagnostic.make(number, at: place(number.offset)))
      }
      (line, lineStart, seen) = (1, 0, 0)
      for detail in details(PersonalDetail.find(in: bytes)) {
        problems.add(PersonalDetailDiagnostic.make(detail, at: place(detail.offset)))
      }
    }
  }

  /// What is written with references (`&#49;`) or percent-encoding, or with tags within, of a template or a static file as a whole.
  func decoded(_ text: String) {
    var forms = [text]
    if text.utf8.contains(UInt8(ascii: "<")) { forms.append(Self.withoutTags(text)) }
    for form in forms where forms.count > 1 || form.utf8.contains(UInt8(ascii: "%")) || form.contains("&#") {
      for number in PersonalNumber.find(inAddress: CharacterReferences.decoded(form)) {
        report(number, at: .file(path: path))
      }
    }
  }

  /// With a blank in place of each: `<tspan>138</tspan><tspan>12345678</tspan>`.
  private static func withoutTags(_ text: String) -> String {
    var out: [UInt8] = []
    var isWithin = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): isWithin = true
      case UInt8(ascii: ">"):
        isWithin = false
        out.append(UInt8(ascii: " "))
      default: if !isWithin { out.append(byte) }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether values may differ from what is written: by escapes, percent-encoding or lines that are folded into one. Most front matters
  /// have none, and `source` has seen all of them.
  static func mayReadOtherwise(_ yaml: String) -> Bool {
    var yaml = yaml
    return yaml.withUTF8 { bytes in
      var before = UInt8(ascii: "\n")
      for byte in bytes {
        if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "%") { return true }
        if before == UInt8(ascii: "\n"), byte == 0x20 || byte == 0x09 { return true }
        before = byte
      }
      return false
    }
  }

  /// All values and keys of a YAML text.
  func values(_ fields: FieldReader) {
    fields.forEachScalar { text, location in
      for number in PersonalNumber.find(inAddress: text) { report(number, at: location()) }
    }
  }

  /// What identifies a person in the values of a front matter; all of it is looked through, escaped or not.
  func detailValues(_ fields: FieldReader) {
    fields.forEachScalar { text, location in
      for detail in details(PersonalDetail.find(in: text)) {
        problems.add(PersonalDetailDiagnostic.make(detail, at: location()))
      }
    }
  }

  /// Those that are no office's; each once.
  private func details(_ found: @autoclosure () -> [PersonalDetail]) -> [PersonalDetail] {
    guard let officeEmails else { return [] }
    let found = found()
    return found.filter { !$0.isOffice(officeEmails) && reported.insert($0.text).inserted }
  }

  /// What a reader sees of a body, and where its links lead.
  func body(_ document: Document, lineOffset: Int) {
    document.withReaderText { text, lines in
      for number in PersonalNumber.find(in: text) {
        report(number, at: .file(path: path, line: lines.line(at: number.offset) + lineOffset))
      }
      for detail in details(PersonalDetail.find(in: text)) {
        let location = Location.file(path: path, line: lines.line(at: detail.offset) + lineOffset)
        problems.add(PersonalDetailDiagnostic.make(detail, at: location))
      }
    }
    for link in document.links {
      for number in PersonalNumber.find(inAddress: link.destination) {
        report(number, at: .file(path: path, line: link.line + lineOffset, column: link.column))
      }
      let written = link.destination.lowercased().hasPrefix("mailto:") ? link.destination : ""
      for detail in details(PersonalDetail.find(in: written)) {
        let location = Location.file(path: path, line: link.line + lineOffset, column: link.column)
        problems.add(PersonalDetailDiagnostic.make(detail, at: location))
      }
    }
  }

  /// The name, which becomes part of an address.
  func fileName() {
    for number in PersonalNumber.find(in: path) where !officePhones.contains(number.digits) {
      problems.add(PersonalNumberDiagnostic.make(number, at: .file(path: path)))
    }
  }

  private func report(_ number: PersonalNumber, at location: Location) {
    guard !officePhones.contains(number.digits), reported.insert(number.digits).inserted else { return }
    problems.add(PersonalNumberDiagnostic.make(number, at: location))
  }
}
