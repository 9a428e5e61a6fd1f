package import PublicText

/// Something in a file that should not be published, or not unseen.
package enum Finding: Sendable, Hashable {
  /// It can be opened with a password only, or says who may do what with it.
  case password
  /// A program within it.
  case macros
  /// JavaScript in a PDF, a control in an office file.
  case script
  /// It would start another program.
  case launch
  /// Other files within it, which are not looked into.
  case embeddedFiles(Int)
  /// A part of it can't be read; empty for the whole.
  case damaged(String)
  /// It unpacks to more than this program looks through.
  case tooLarge
  case number(PersonalNumber, Place)
  /// An e-mail address, or what else identifies a person.
  case detail(PersonalDetail, Place)
  /// So many more numbers than are named.
  case moreNumbers(Int)
  case author(String, Role)
  case comments(Int)
  case trackedChanges(Int)
  case hiddenSheet(String)
  /// Where a picture or film was taken; the picture's name, where it stands in another file.
  case position(String?)
  /// In what stands beside a picture is a web page, a PDF or an archive.
  case otherFile
  /// So many bytes stand behind a picture's end.
  case moreBehind(Int)

  /// Where in a file a text stands.
  package enum Place: Sendable, Hashable {
    case body, header, footer, notes, comments, deleted, properties, links, drawing
    /// Text of a PDF that stands beside its pages: its title, notes, forms, links.
    case annotations
    /// Of a sheet; counted from 1.
    case cell(sheet: String, row: Int, column: Int)
    /// A text of a workbook that no cell shows any more.
    case unusedText
    /// A part that has no name among readers.
    case part(String)
  }

  package enum Role: Sendable, Hashable {
    case author, lastModifiedBy, manager
  }
}

/// Residents' numbers of one file and what else identifies them, but for what may be published.
final class NumberSearch {
  /// What was found in one text.
  struct Hits {
    let numbers: [PersonalNumber]
    let details: [PersonalDetail]

    var isEmpty: Bool { numbers.isEmpty && details.isEmpty }
    static let none = Hits(numbers: [], details: [])
  }

  /// One list of residents is said in ten lines, not in five hundred.
  private static let most = 10

  private let allowed: Set<String>
  /// nil where details are not looked for.
  private let emails: Set<String>?
  private var seen: Set<Finding> = []
  private var digits: Set<String> = []
  private(set) var findings: [Finding] = []
  private var left = 0

  /// - Parameters:
  ///   - allowed: digits of office numbers.
  ///   - emails: addresses and domains (`@example.org`) of offices; nil: other details than numbers are not looked for.
  init(allowing allowed: Set<String>, emails: Set<String>? = nil) {
    self.allowed = allowed
    self.emails = emails
  }

  func hits(in text: UnsafeBufferPointer<UInt8>) -> Hits {
    Hits(numbers: numbers(in: text), details: details(in: text))
  }

  private func details(in text: UnsafeBufferPointer<UInt8>) -> [PersonalDetail] {
    guard let emails else { return [] }
    return PersonalDetail.find(in: text).filter { !$0.isOffice(emails) }
  }

  func numbers(in text: UnsafeBufferPointer<UInt8>) -> [PersonalNumber] {
    PersonalNumber.find(in: text).filter { !allowed.contains($0.digits) }
  }

  func look(at text: [UInt8], _ place: Finding.Place) {
    // The shortest address: `a@qq.com`, and the shortest number plate.
    guard text.count >= Self.shortest else { return }
    text.withUnsafeBufferPointer { note(hits(in: $0), place) }
  }

  /// In bytes, of anything that is looked for.
  static let shortest = 6

  /// The same of a text that was looked at in parts: what was found in one of them isn't said again.
  func look(atWhole text: [UInt8], _ place: Finding.Place) {
    guard text.count >= 11 else { return }
    let found = text.withUnsafeBufferPointer { numbers(in: $0) }
    note(found.filter { !digits.contains($0.digits) }, place)
  }

  func look(atAddress text: String, _ place: Finding.Place) {
    note(PersonalNumber.find(inAddress: text).filter { !allowed.contains($0.digits) }, place)
    var text = text
    text.withUTF8 { note(details(in: $0), place) }
  }

  func note(_ hits: Hits, _ place: Finding.Place) {
    note(hits.numbers, place)
    note(hits.details, place)
  }

  func note(_ details: [PersonalDetail], _ place: Finding.Place) {
    for detail in details {
      let finding = Finding.detail(detail, place)
      guard seen.insert(finding).inserted else { continue }
      if findings.count < Self.most { findings.append(finding) } else { left += 1 }
    }
  }

  func note(_ numbers: [PersonalNumber], _ place: Finding.Place) {
    for number in numbers {
      let finding = Finding.number(number, place)
      guard seen.insert(finding).inserted else { continue }
      digits.insert(number.digits)
      if findings.count < Self.most { findings.append(finding) } else { left += 1 }
    }
  }

  var all: [Finding] { findings + (left > 0 ? [.moreNumbers(left)] : []) }
}
