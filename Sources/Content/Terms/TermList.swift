package import Diagnostics
import Files
import PublicText
import Vocabulary

/// `content/terms.yaml`: how this site writes what is often written otherwise.
package struct TermList: Sendable {
  /// One word.
  struct Rule: Sendable {
    enum Level: String, Term {
      case error, warning
    }

    let wrong: String
    let right: String
    let level: Level
    /// Phrases with the word in them in which it is right.
    let exceptions: [String]
    /// Who says so.
    let source: String?
    let location: Location
    /// Where the exceptions are written.
    let exceptionPlaces: [Location]
  }

  static let none = TermList(rules: [])
  static let file = "content/terms.yaml"

  let rules: [Rule]
  private let finder: TermFinder

  init(rules: [Rule]) {
    self.rules = rules
    finder = TermFinder(rules.map { TermFinder.Term(word: $0.wrong, exceptions: $0.exceptions) })
  }

  package var isEmpty: Bool { rules.isEmpty }

  // MARK: Reading

  static func load(
    _ directory: String, _ officePhones: Set<String>, _ officeEmails: Set<String>, _ problems: ProblemList
  ) throws(FileError) -> TermList {
    let path = directory + "/" + file
    guard Files.exists(path) else { return .none }
    if let problem = SourceTree.problem(with: file, site: directory) {
      problems.add(problem)
      return .none
    }
    guard let text = TextFile.decode(try Files.read(path), path: file, problems: problems) else { return .none }
    PersonalNumberCheck(path: file, officePhones: officePhones, officeEmails: officeEmails, problems: problems).source(
      text)
    return read(text, problems)
  }

  static func read(_ text: Substring, _ problems: ProblemList) -> TermList {
    guard let fields = YAMLSource.reader(String(text), path: file, lineOffset: 0, problems: problems) else {
      return .none
    }
    let rules = fields.readers("terms").compactMap(rule)
    fields.requireItems("terms")
    fields.finish()
    let list = TermList(rules: rules)
    TermListCheck(list).problems().forEach(problems.add)
    return list
  }

  private static func rule(_ fields: FieldReader) -> Rule? {
    defer { fields.finish() }
    let wrong = fields.requiredText("wrong")
    let right = fields.requiredText("right")
    let level = fields.term("level", Rule.Level.self)
    let exceptions = fields.placed("except", Message(zh: "短语或短语的列表", en: "a phrase or a list of phrases")) {
      HiddenCharacter.isBlank($0) ? nil : $0
    }
    let source = fields.text("source")
    guard let wrong, let right else { return nil }
    return Rule(
      wrong: wrong, right: right, level: level ?? .warning, exceptions: exceptions.map(\.value), source: source,
      location: fields.location(of: "wrong"), exceptionPlaces: exceptions.map(\.location))
  }

  // MARK: Looking

  func hits(in text: UnsafeBufferPointer<UInt8>, as surface: TextSurface) -> [TermFinder.Hit] {
    finder.hits(in: text, as: surface)
  }

  func hits(in text: String) -> [TermFinder.Hit] { finder.hits(in: text) }

  /// What is wrong with a text that has no lines of its own: a value of a row.
  package func problems(in text: String, at location: Location) -> [Diagnostic] {
    var said: Set<Int> = []
    return hits(in: text).compactMap { hit in
      said.insert(hit.term).inserted ? problem(rules[hit.term], at: location) : nil
    }
  }

  /// What is wrong with a stretch of a file, by line and column.
  ///
  /// - Parameter lineOffset: lines of the file before the text.
  func problems(in text: Substring, of path: String, as surface: TextSurface, lineOffset: Int = 0) -> [Diagnostic] {
    guard !isEmpty else { return [] }
    var text = text
    return text.withUTF8 { bytes in
      var line = 1 + lineOffset
      var lineStart = 0
      var seen = 0
      return hits(in: bytes, as: surface).map { hit in
        for index in seen..<hit.range.lowerBound where bytes[index] == UInt8(ascii: "\n") {
          line += 1
          lineStart = index + 1
        }
        seen = hit.range.lowerBound
        let column = String(decoding: bytes[lineStart..<hit.range.lowerBound], as: UTF8.self).count + 1
        return problem(rules[hit.term], at: .file(path: path, line: line, column: column))
      }
    }
  }

  /// What is wrong with the site's title and footer.
  func problems(inSettingsOf directory: String) throws(FileError) -> [Diagnostic] {
    guard !isEmpty,
      let text = String(validating: try Files.read(directory + "/" + SiteConfiguration.file), as: UTF8.self)
    else { return [] }
    return problems(in: text[...], of: SiteConfiguration.file, as: .yaml)
  }

  /// What is wrong with a theme's own words.
  package func problems(in theme: ThemeSource) -> [Diagnostic] {
    theme.templates.flatMap { problems(in: $0.text[...], of: $0.file, as: .template) }
  }

  private func problem(_ rule: Rule, at location: Location) -> Diagnostic {
    let source = Message(
      zh: "依据：\(rule.source ?? "\(rule.location)")", en: "says \(rule.source ?? "\(rule.location)")")
    return Diagnostic(
      rule.level == .error ? .error : .warning, "term.wrong",
      Message(zh: "“\(rule.wrong)”应写作“\(rule.right)”", en: "“\(rule.wrong)” is to be written “\(rule.right)”"),
      hint: Message(
        zh: "\(source.zh)；这里写得对，就把整个短语加进 \(Self.file) 的 except",
        en: "\(source.en); where it is right, add the whole phrase to its `except` in \(Self.file)"), at: location)
  }
}
