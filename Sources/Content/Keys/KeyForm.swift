package import Diagnostics
package import Vocabulary

/// One key of a YAML file that people write, as it is declared: the documents list it, and tests hold what is read to it.
package struct KeyForm: Sendable {
  package let name: String
  package let kind: KeyKind
  package let isRequired: Bool
  /// What holds where it is not written, as one would write it; nil: nothing.
  package let standard: String?
  /// What it is, for who writes it.
  package let about: Message
  /// A value, as YAML.
  package let example: String
  /// Of a group, or of each group in a list.
  package let members: [KeyForm]

  /// - Parameters:
  ///   - zh: what it is, in Chinese.
  ///   - en: the same in English.
  ///   - example: left out for a group, which is exemplified by its members.
  init(
    _ name: String, _ kind: KeyKind, required isRequired: Bool = false, else standard: String? = nil, zh: String,
    en: String, example: String = "", _ members: [KeyForm] = []
  ) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.standard = standard
    about = Message(zh: zh, en: en)
    self.example = example
    self.members = members
  }

  /// What people may call it in Chinese; nil where it has its one name.
  package var chineseName: String? { KeyNames.names(of: name).first }

  /// The keys that a file may have, as `playlist.seconds`.
  package static func paths(_ keys: [KeyForm], below path: String = "") -> [String] {
    keys.flatMap { [path + $0.name] + paths($0.members, below: path + $0.name + ".") }
  }

  /// A value as YAML in one line.
  package var sample: String {
    guard !members.isEmpty, example.isEmpty else { return example }
    let group = "{\(members.map { "\($0.name): \($0.sample)" }.joined(separator: ", "))}"
    switch kind {
    case .groups, .entries: return "[\(group)]"
    default: return group
    }
  }
}

/// What a key holds.
package enum KeyKind: Sendable {
  case text
  case texts
  case flag
  case integer(ClosedRange<Int>)
  case number
  /// A number, perhaps with a fraction or below nothing.
  case decimal(ClosedRange<Int>)
  /// A time with its offset.
  case instant
  case date
  /// A day, a month or a year.
  case partialDate
  /// A day, or a day and a time.
  case moment
  case clock
  /// One of these.
  case words([String])
  /// An id or a name of the database, or a page's slug.
  case reference(Message)
  case references(Message)
  case group
  case groups
  /// Texts or groups.
  case entries

  static func term<Word: Term>(_: Word.Type) -> KeyKind { .words(Word.allCases.map(\.rawValue)) }

  package var text: Message {
    switch self {
    case .text: Message(zh: "文字", en: "text")
    case .texts: Message(zh: "几段文字", en: "list of texts")
    case .flag: Message(zh: "是、否", en: "`true` or `false`")
    case .integer(let range):
      range.upperBound >= 1_000_000
        ? Message(zh: "整数", en: "whole number")
        : Message(
          zh: "整数，\(range.lowerBound) 到 \(range.upperBound)",
          en: "whole number, \(range.lowerBound) to \(range.upperBound)")
    case .number: Message(zh: "数字", en: "number, 0 or more")
    case .decimal(let range):
      Message(
        zh: "数字，\(range.lowerBound) 到 \(range.upperBound)", en: "number, \(range.lowerBound) to \(range.upperBound)")
    case .instant: Message(zh: "时间", en: "time, RFC 3339")
    case .date: Message(zh: "日期", en: "date")
    case .partialDate: Message(zh: "年、月或日", en: "year, month or day")
    case .moment: Message(zh: "日期或时间", en: "date, or date and time")
    case .clock: Message(zh: "时刻", en: "time of day")
    case .words(let words):
      Message(zh: "其中之一", en: words.map { "`\($0)`" }.joined(separator: ", "))
    case .reference(let what): Message(zh: what.zh, en: what.en)
    case .references(let what): Message(zh: what.zh + "，可以几个", en: what.en + ", one or a list")
    case .group: Message(zh: "一组", en: "group")
    case .groups: Message(zh: "几组", en: "list of groups")
    case .entries: Message(zh: "文字或几组", en: "list of texts or groups")
    }
  }
}
