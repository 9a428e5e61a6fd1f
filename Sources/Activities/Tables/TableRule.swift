import Diagnostics
import PublicText

/// A CHECK of the schema in people's words, so that a broken one is reported at its cell or row with what to do, and all of a row at once.
struct TableRule: Sendable {
  typealias Values = (_ column: String) -> StoredValue

  /// What the rule is about; the first that a sheet or table has is where it is reported.
  let columns: [String]
  let message: Message
  let hint: Message
  /// Whether a row's values keep it; nothing (`.null`) is a value too.
  let holds: @Sendable (_ value: Values) -> Bool

  init(
    _ columns: [String], zh: String, en: String, hint: Message, holds: @escaping @Sendable (_ value: Values) -> Bool
  ) {
    self.columns = columns
    message = Message(zh: zh, en: en)
    self.hint = hint
    self.holds = holds
  }

  init(_ rule: ValueRule, of column: String) {
    columns = [column]
    message = rule.message
    hint = rule.hint
    holds = { value in rule.holds(value(column)) }
  }
}

extension TableRule {
  /// Of a time that has a start and an end.
  static let endsAfterStart = TableRule(
    ["ends_at", "duration", "starts_at"], zh: "结束时间不晚于开始时间", en: "it ends before it starts",
    hint: Message(zh: "改正其中一个；过了零点写“次日6:00”", en: "mend one of them; past midnight, write 次日6:00")
  ) { value in
    guard let start = value("starts_at").filledText, let end = value("ends_at").filledText else { return true }
    return end > start
  }
}

extension TableRule {
  /// Of two days, where both are there.
  static func inOrder(_ first: String, _ second: String, zh: String, en: String) -> TableRule {
    TableRule([second, first], zh: zh, en: en, hint: Message(zh: "改正其中一个", en: "mend one of them")) { value in
      guard let earlier = value(first).filledText, let later = value(second).filledText else { return true }
      return earlier <= later
    }
  }
}

/// What a column's value must be beside its kind. Nothing keeps every rule.
struct ValueRule: Sendable {
  let message: Message
  let hint: Message
  let holds: @Sendable (StoredValue) -> Bool

  /// A number within bounds.
  static func number(
    in range: ClosedRange<Double>, zh: String, en: String, hint: Message
  ) -> ValueRule {
    ValueRule(message: Message(zh: zh, en: en), hint: hint) { value in
      // A guard, because Swift 6.3.1's optimizer crashes on `.map(range.contains) ?? true` here.
      guard let number = value.number else { return true }
      return range.contains(number)
    }
  }

  static func text(
    zh: String, en: String, hint: Message, holds: @escaping @Sendable (String) -> Bool
  ) -> ValueRule {
    ValueRule(message: Message(zh: zh, en: en), hint: hint) { value in
      guard let text = value.filledText else { return true }
      return holds(text)
    }
  }

  /// Only what a browser opens without running it.
  static let webAddress = text(
    zh: "网址应以 https:// 开头，不含空格", en: "an address begins with https:// and holds no spaces",
    hint: Message(zh: "从浏览器的地址栏复制完整的网址；没有就留空", en: "copy the whole address from a browser, or leave it empty")
  ) { text in
    guard case .web = WebAddress.of(text) else { return false }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  static let sitePath = text(
    zh: "页面写本站的路径，以 / 开头", en: "a page is a path of this site that begins with /",
    hint: Message(zh: "如 /notices/reading/，没有就留空", en: "such as /notices/reading/, or leave it empty")
  ) { $0.hasPrefix("/") && WebAddress.of($0) == .site }

  /// - Parameters:
  ///   - header: the column's, in Chinese.
  ///   - name: the column's, in the database.
  static func notNegative(_ header: String, _ name: String) -> ValueRule {
    number(
      in: 0...1e15, zh: "“\(header)”不能小于 0", en: "\(name) is 0 or more",
      hint: Message(zh: "改正它，不知道就留空", en: "mend it, or leave it empty"))
  }

  static let people = number(
    in: 0...1e12, zh: "人数不能小于 0", en: "a number of people is 0 or more",
    hint: Message(zh: "改正人数；还不知道就留空", en: "mend it, or leave it empty"))
}
