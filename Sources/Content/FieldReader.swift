import CivilTime
import Diagnostics
import PublicText
import Vocabulary
import Words

/// Where the problems of one file are gathered while it is read.
final class ProblemList {
  private(set) var diagnostics: [Diagnostic] = []
  /// The keys that are asked for, as `playlist.seconds`; only where a test wants to know.
  var asked: Set<String>?

  func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Drops all but the first so many.
  func forget(after count: Int) { diagnostics.removeSubrange(count...) }
}

/// Reads a YAML mapping key by key into typed values. Nothing stops at the first problem: a wrong value is noted with its line and
/// column and read as nil, and keys that nobody asked for are noted by `finish()`.
///
/// Scalars are read from their text, not from YAML's guess at a type: `0123` stays `0123`, and no regular expression is run.
final class FieldReader {
  private let place: SourcePlace
  private var problems: ProblemList
  private let mapping: YAMLNode.Mapping
  /// Beside their values: looking for a key among both would copy a tree at each step, which was 3 % of a build.
  private var keys: [String] = []
  private var fields: [(keyMark: YAMLNode.Mark, value: YAMLNode)] = []
  /// One may stand there more than once.
  private var asked: [String] = []
  /// Which of the mapping's keys are among them, as they are written.
  private var isAsked: [Bool] = []
  /// Keys that are written otherwise than they are asked for: 标题, Title.
  private var taken: [Int: String] = [:]
  private let mayHaveOtherNames: Bool
  /// Where the mapping stands in its file: `playlist.`
  private let path: String

  init(_ mapping: YAMLNode.Mapping, at place: SourcePlace, problems: ProblemList, path: String = "") {
    self.place = place
    self.path = path
    self.problems = problems
    self.mapping = mapping
    mayHaveOtherNames = mapping.entries.contains { entry in
      guard case .scalar(let scalar) = entry.key, let first = scalar.string.utf8.first else { return false }
      return scalar.string.utf8.contains { $0 >= 0x80 || $0 == UInt8(ascii: "_") } || (0x41...0x5A).contains(first)
    }
    keys.reserveCapacity(mapping.entries.count)
    fields.reserveCapacity(mapping.entries.count)
    asked.reserveCapacity(64)
    for entry in mapping.entries {
      if case .scalar(let scalar) = entry.key {
        keys.append(scalar.string)
        fields.append((scalar.mark, entry.value))
      } else {
        problems.add(
          .error("front-matter.bad-key", zh: "键必须是文字", en: "a key must be text", at: location(entry.key.mark)))
      }
    }
    isAsked = Array(repeating: false, count: keys.count)
  }

  // MARK: Places

  func location(_ mark: YAMLNode.Mark) -> Location { place.location(line: mark.line, column: mark.column) }

  /// The place of a key's value, or of the mapping where the key is missing.
  func location(of key: String) -> Location {
    location(index(of: key).map { fields[$0].value.mark } ?? mapping.mark)
  }

  /// The key itself, else one that is written in Chinese or in other letters.
  private func index(of key: String) -> Int? {
    // What is asked for is ASCII: of another length none is the same.
    let length = key.utf8.count
    if let index = keys.firstIndex(where: { $0.utf8.count == length && $0 == key }) { return index }
    guard mayHaveOtherNames else { return nil }
    return keys.indices.first { (taken[$0] ?? key) == key && KeyNames.means(keys[$0], key) }
  }

  /// As the file calls a key, else as Chinese messages do.
  private func shownName(_ key: String) -> String {
    if let index = index(of: key) { return keys[index] }
    return key
  }

  /// With its Chinese name where the file has it in English.
  private func named(_ key: String) -> String {
    let shown = shownName(key)
    return shown == key ? Self.listed(key) : shown
  }

  private static func listed(_ key: String) -> String {
    KeyNames.names(of: key).first.map { "\($0)（\(key)）" } ?? key
  }

  // MARK: Scalars

  /// Every text of the mapping, its keys and those of the groups and lists in it too.
  func forEachScalar(_ body: (String, () -> Location) -> Void) {
    var waiting: [YAMLNode] = mapping.entries.flatMap { [$0.key, $0.value] }.reversed()
    while let node = waiting.popLast() {
      switch node {
      case .scalar(let scalar): body(scalar.string) { location(scalar.mark) }
      case .sequence(let sequence): waiting += sequence.items.reversed()
      case .mapping(let mapping): waiting += mapping.entries.flatMap { [$0.key, $0.value] }.reversed()
      }
    }
  }

  func text(_ key: String) -> String? {
    scalar(key).flatMap { shown($0, key) }
  }

  func requiredText(_ key: String) -> String? {
    required(key) { text(key) }
  }

  func flag(_ key: String) -> Bool {
    parsed(key, expected: Message(zh: "true（是）或 false（否）", en: "true or false")) {
      switch $0.lowercased() {
      case "true", "是", "yes", "y", "√", "✓", "对": true
      case "false", "否", "no", "n", "×", "不", "不是": false
      default: nil
      }
    } ?? false
  }

  func integer(_ key: String, in range: ClosedRange<Int> = 0...1_000_000) -> Int? {
    parsed(
      key,
      expected: Message(
        zh: "\(range.lowerBound) 到 \(range.upperBound) 之间的整数",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    ) { Int($0).flatMap { range.contains($0) ? $0 : nil } }
  }

  func requiredInteger(_ key: String, in range: ClosedRange<Int>) -> Int? {
    required(key) { integer(key, in: range) }
  }

  func number(_ key: String) -> Double? {
    parsed(key, expected: Message(zh: "不小于 0 的数字", en: "a number of 0 or more")) { text in
      Double(text).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    }
  }

  func requiredValue<Value>(_ key: String, expected: Message, parse: (String) -> Value?) -> Value? {
    required(key) { parsed(key, expected: expected, parse: parse) }
  }

  /// A value of another kind, written as `expected` says.
  func optionalValue<Value>(_ key: String, expected: Message, parse: (String) -> Value?) -> Value? {
    parsed(key, expected: expected, parse: parse)
  }

  func identifier<Subject>(_ key: String) -> Identifier<Subject>? {
    guard let scalar = scalar(key) else { return nil }
    return named(scalar, key)
  }

  /// By id, or by what people call the row.
  private func named<Subject>(_ scalar: YAMLNode.Scalar, _ key: String) -> Identifier<Subject>? {
    let text = scalar.string
    if let id = Identifier<Subject>(text) { return id }
    let rows = place.rows
    let ids = rows.ids(named: text, Subject.self)
    if ids.count == 1 { return ids[0] }
    // Without the database it is not known whom a name means.
    if !rows.isRead, RowNames.hasNames(Subject.self), text.unicodeScalars.contains(where: { $0.value > 0x2E7F }) {
      return nil
    }
    if ids.count > 1 {
      let list = ids.map(\.text).joined(separator: ", ")
      problems.add(
        .error(
          "front-matter.ambiguous-name", zh: "叫“\(text)”的不止一个（\(list)）",
          en: "several rows are called “\(text)” (\(list))",
          hint: Message(zh: "改写编号", en: "write the id"), at: location(scalar.mark)))
      return nil
    }
    let names = rows.names(Subject.self)
    let near = names.count > 2000 ? nil : Suggestion.nearest(to: text, among: names) ?? Self.whole(text, of: names)
    let expected = RowNames.hasNames(Subject.self) ? Self.nameForm(names) : Self.identifierForm
    wrong(key, expected, found: text, suggestion: near, at: scalar.mark)
    return nil
  }

  /// The one name of which a part was written, or more than all of it: `桃园`, `桃园社区居委会`.
  private static func whole(_ text: String, of names: [String]) -> String? {
    guard text.count > 1 else { return nil }
    let found = names.filter {
      $0.count > 1 && ($0.contains(text) || text.contains($0)) && !$0.utf8.allSatisfy { $0 < 0x80 }
    }
    return Set(found).count == 1 ? found[0] : nil
  }

  private static func nameForm(_ names: [String]) -> Message {
    let shown = names.filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
    guard (1...8).contains(shown.count) else { return nameForm }
    return Message(
      zh: "以下名称之一：\(shown.joined(separator: "、"))；也可以写编号",
      en: "one of \(shown.joined(separator: ", ")), or an identifier")
  }

  private static let nameForm = Message(
    zh: "数据库里的名称，或编号：小写字母、数字和连字符，如 songtai-center",
    en: "a name of the database, or an identifier of a-z, 0-9 and hyphens, like songtai-center")

  func requiredIdentifier<Subject>(_ key: String) -> Identifier<Subject>? {
    required(key) { identifier(key) }
  }

  /// A term by its code, or by what readers or sheets call it in any language.
  func term<Word: Term>(_ key: String, _ type: Word.Type = Word.self) -> Word? {
    parsed(
      key, expected: Self.oneOf(type),
      suggest: { text in
        Suggestion.nearest(
          to: text, among: Word.allCases.map(\.rawValue) + Word.allCases.compactMap { TermLabels.chinese($0) })
      },
      parse: { Self.term($0) })
  }

  private static func oneOf<Word: Term>(_ type: Word.Type) -> Message {
    let listed = type.allCases.map { word in TermLabels.chinese(word).map { "\($0)（\(word.rawValue)）" } ?? word.rawValue
    }
    return Message(
      zh: "以下之一：\(listed.joined(separator: "、"))",
      en: "one of \(type.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  static func term<Word: Term>(_ text: String) -> Word? {
    Word(rawValue: text) ?? TermLabels.term(text)
  }

  /// A language by its tag, or by what people plainly mean: `zh-CN`, `en-GB`.
  func language(_ key: String) -> Language? {
    let tags = Language.allCases.map(\.tag)
    let list = tags.joined(separator: ", ")
    return parsed(
      key, expected: Message(zh: "以下之一：\(list)", en: "one of \(list)"),
      suggest: { Suggestion.nearest(to: $0, among: tags) }, parse: { Language(tag: $0) })
  }

  func requiredTerm<Word: Term>(_ key: String, _ type: Word.Type = Word.self) -> Word? {
    required(key) { term(key, type) }
  }

  // MARK: Lists and mappings

  /// A list of short texts, none of which holds a comma: `[停水，维修]` is two, and `停水、维修` without brackets is too.
  func shortTexts(_ key: String) -> [String] {
    let isJoined = value(key)?.scalar?.string.contains(where: Self.isSeparator) ?? false
    let all = texts(key, orSingle: isJoined).flatMap { text -> [String] in
      text.split(whereSeparator: Self.isSeparator).map { part in
        String(
          part.drop { $0.isWhitespace || "【［[".contains($0) }.reversed().drop { $0.isWhitespace || "】］]".contains($0) }
            .reversed())
      }
    }
    var seen = Set<String>()
    return all.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private static func isSeparator(_ character: Character) -> Bool { "，、；,;".contains(character) }

  func texts(_ key: String, orSingle: Bool = false) -> [String] {
    items(key, orSingle: orSingle).compactMap { node in
      guard case .scalar(let scalar) = node, !HiddenCharacter.isBlank(scalar.string) else {
        wrong(key, Message(zh: "由文字组成的列表", en: "a list of texts"), at: node.mark)
        return nil
      }
      return shown(scalar, key)
    }
  }

  /// A list of identifiers; a single one may stand without brackets.
  func identifiers<Subject>(_ key: String) -> [(id: Identifier<Subject>, location: Location)] {
    items(key, orSingle: true).compactMap { node in
      guard case .scalar(let scalar) = node else {
        wrong(key, Self.identifierForm, at: node.mark)
        return nil
      }
      return named(scalar, key).map { (id: $0, location: location(node.mark)) }
    }
  }

  /// A list of values, each with its place, written as `expected` says; a single one may stand without brackets.
  func placed<Value>(
    _ key: String, _ expected: Message, parse: (String) -> Value?
  ) -> [(value: Value, location: Location)] {
    items(key, orSingle: true).compactMap { node in
      guard case .scalar(let scalar) = node, let value = parse(scalar.string) else {
        wrong(key, expected, found: node.scalar?.string, at: node.mark)
        return nil
      }
      return (value, location(node.mark))
    }
  }

  /// An entry of a list that is written short or at length.
  enum Entry {
    case text(String, Location)
    case group(FieldReader)
  }

  /// A list of texts and groups; a single text may stand without brackets.
  func entries(_ key: String) -> [Entry] {
    items(key, orSingle: true).compactMap { node in
      switch node {
      case .scalar(let scalar) where !HiddenCharacter.isBlank(scalar.string):
        return shown(scalar, key).map { .text($0, location(scalar.mark)) }
      case .mapping(let mapping):
        return .group(FieldReader(mapping, at: place, problems: problems, path: path + key + "."))
      default:
        wrong(key, Message(zh: "由文字或“键: 值”组成的列表", en: "a list of texts or of `key: value` groups"), at: node.mark)
        return nil
      }
    }
  }

  func readers(_ key: String) -> [FieldReader] {
    items(key).compactMap { node in
      guard case .mapping(let mapping) = node else {
        wrong(key, Message(zh: "由“键: 值”组成的列表", en: "a list of `key: value` groups"), at: node.mark)
        return nil
      }
      return FieldReader(mapping, at: place, problems: problems, path: path + key + ".")
    }
  }

  /// Notes a list that is missing or empty.
  ///
  /// - Parameter example: how it may be written.
  func requireItems(_ key: String, like example: String = "…") {
    guard let value = value(key) else { return noteMissing(key, like: example) }
    if case .sequence(let sequence) = value, sequence.items.isEmpty { noteMissing(key, like: example) }
  }

  func reader(_ key: String) -> FieldReader? {
    guard let value = value(key) else { return nil }
    guard case .mapping(let mapping) = value else {
      wrong(key, Message(zh: "一组“键: 值”", en: "a group of `key: value`"), at: value.mark)
      return nil
    }
    return FieldReader(mapping, at: place, problems: problems, path: path + key + ".")
  }

  func isPresent(_ key: String) -> Bool { index(of: key) != nil }

  func problem(_ diagnostic: Diagnostic) { problems.add(diagnostic) }

  /// The same keys and values read once more, with problems that nobody hears of.
  func trial() -> FieldReader { FieldReader(mapping, at: place, problems: ProblemList()) }

  /// Values of these keys read once more, with problems that nobody hears of.
  func again<Value>(_ read: (FieldReader) -> Value) -> Value {
    let heard = problems
    problems = ProblemList()
    defer { problems = heard }
    return read(self)
  }

  /// Takes keys that another reader was asked for as asked for here.
  func allowKeys(of other: FieldReader) {
    asked += other.asked
    for index in keys.indices where other.asked.contains(keys[index]) { isAsked[index] = true }
  }

  /// Notes every key that was never asked for.
  ///
  /// - Parameter known: the keys that are declared, which messages list in that order; nil: those that were asked for.
  func finish(knows known: [String]? = nil) {
    for (index, key) in keys.enumerated()
    where !(known.map { $0.contains(key) } ?? isAsked[index]) && taken[index] == nil {
      var seen: Set<String> = []
      let asked = known ?? asked.filter { seen.insert($0).inserted }
      let keyMark = fields[index].keyMark
      if mayHaveOtherNames, let same = KeyNames.keys(meantBy: key, among: asked).first {
        // Of a page whose kind is not known nothing was read.
        if self.index(of: same) == index { continue }
        problems.add(
          .error(
            "front-matter.key-twice", zh: "“\(key)”和“\(shownName(same))”是同一项",
            en: "“\(key)” and “\(shownName(same))” are the same",
            hint: Message(zh: "删去其中一行", en: "remove one of them"), at: location(keyMark)))
        continue
      }
      let near = Suggestion.nearest(to: key, among: asked + asked.flatMap(KeyNames.names))
      let known = asked.joined(separator: ", ")
      let listed = asked.map(Self.listed).joined(separator: "、")
      problems.add(
        .error(
          "front-matter.unknown-key", zh: "不认识的键“\(key)”", en: "unknown key “\(key)”",
          hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
            ?? Message(zh: "这里可以用：\(listed)", en: "known here: \(known)"),
          at: location(keyMark)))
    }
  }

  // MARK: Reading

  private static let identifierForm = Message(
    zh: "编号：小写字母、数字和连字符，如 songtai-center", en: "an identifier of a-z, 0-9 and hyphens, like songtai-center")

  /// nil also for an empty value and for `~` or `null`, which YAML means as nothing.
  private func value(_ key: String) -> YAMLNode? {
    asked.append(key)
    problems.asked?.insert(path + key)
    guard let index = index(of: key) else { return nil }
    if keys[index] == key { isAsked[index] = true } else { taken[index] = key }
    let value = fields[index].value
    if case .scalar(let scalar) = value, scalar.isPlain, ["", "~", "null"].contains(scalar.string) {
      return nil
    }
    return value
  }

  private func scalar(_ key: String) -> YAMLNode.Scalar? {
    guard let value = value(key) else { return nil }
    guard case .scalar(let scalar) = value else {
      wrong(key, Message(zh: "一个值，而不是列表或分组", en: "a single value, not a list or a group"), at: value.mark)
      return nil
    }
    return scalar
  }

  /// A text as it may be published: nil for blanks alone, and where something in it is not seen but does harm.
  private func shown(_ scalar: YAMLNode.Scalar, _ key: String) -> String? {
    if let hidden = HiddenCharacter.first(in: scalar.string) {
      let name = HiddenCharacter.name(hidden)
      problems.add(
        .error(
          "front-matter.hidden-character", zh: "“\(key)”里有看不见的控制字符 \(name)",
          en: "“\(key)” holds the control character \(name)", hint: Message(zh: "删去它", en: "remove it"),
          at: location(scalar.mark)))
      return nil
    }
    return HiddenCharacter.isBlank(scalar.string) ? nil : scalar.string
  }

  func parsed<Value>(
    _ key: String, expected: @autoclosure () -> Message, suggest: (String) -> String? = { _ in nil },
    parse: (String) -> Value?
  ) -> Value? {
    guard let scalar = scalar(key) else { return nil }
    if let value = parse(scalar.string) { return value }
    wrong(key, expected(), found: scalar.string, suggestion: suggest(scalar.string), at: scalar.mark)
    return nil
  }

  func required<Value>(_ key: String, _ read: () -> Value?) -> Value? {
    if let value = read() { return value }
    // A value that is there but wrong has been noted already.
    if value(key) == nil || text(key) == nil && scalarIsEmpty(key) { noteMissing(key) }
    return nil
  }

  private func noteMissing(_ key: String, like example: String = "…") {
    problems.add(
      .error(
        "front-matter.missing-key", zh: "缺少必填的“\(Self.listed(key))”", en: "“\(key)” is missing",
        hint: Message(zh: "加上一行：\(key): \(example)", en: "add a line `\(key): \(example)`"), at: location(of: key)))
  }

  private func scalarIsEmpty(_ key: String) -> Bool {
    if case .scalar(let scalar)? = value(key) { return HiddenCharacter.isBlank(scalar.string) }
    return false
  }

  private func items(_ key: String, orSingle: Bool = false) -> [YAMLNode] {
    guard let value = value(key) else { return [] }
    if case .sequence(let sequence) = value { return sequence.items }
    if orSingle, case .scalar = value { return [value] }
    wrong(key, Message(zh: "列表，如 [甲, 乙]", en: "a list like [one, two]"), at: value.mark)
    return []
  }

  private func wrong(
    _ key: String, _ expected: Message, found: String? = nil, suggestion: String? = nil, at mark: YAMLNode.Mark
  ) {
    // A resident's number is not repeated.
    let was =
      found.flatMap { PersonalNumber.find(in: $0).isEmpty ? $0 : nil }.map {
        Message(zh: "，现在是“\($0)”", en: ", found “\($0)”")
      } ?? Message(zh: "", en: "")
    problems.add(
      .error(
        "front-matter.wrong-value", zh: "“\(named(key))”应当是\(expected.zh)\(was.zh)",
        en: "“\(key)” must be \(expected.en)\(was.en)",
        hint: suggestion.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
          ?? found.flatMap(ImpossibleDay.init).map(Self.reason) ?? found.flatMap(Self.slip), at: location(mark)))
  }
}
