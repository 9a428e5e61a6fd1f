import Diagnostics
import Vocabulary

/// Finds the column that a header means.
struct HeaderNames {
  private let columns: [ColumnForm]
  private let byName: [String: ColumnForm]

  /// - Parameter columns: what the table's sheet may hold.
  init(_ columns: [ColumnForm]) {
    self.columns = columns
    var byName: [String: ColumnForm] = [:]
    // Database names go before headers, first headers before others.
    for column in columns { byName[Self.folded(column.name)] = column }
    for column in columns {
      for header in column.headers { byName[Self.folded(header)] = byName[Self.folded(header)] ?? column }
    }
    self.byName = byName
  }

  /// `费用（元）` is 费用 unless it is known as a whole.
  func column(_ header: String) -> ColumnForm? {
    byName[Self.folded(header)] ?? byName[Self.folded(Self.withoutBrackets(header))]
  }

  /// Columns that people keep for themselves: what the others say already, and those whose header is in brackets: `（备注）`.
  static func isPassedOver(_ header: String) -> Bool {
    let text = header.withoutOuterBlanks
    if let first = text.first, let last = text.last, "(（[【".contains(first), ")）]】".contains(last) { return true }
    return isWeekday(header) || ["序号", "行号", "编次", "no", "no.", "#"].contains(folded(header))
  }

  /// A column that says the weekday of a date beside it.
  static func isWeekday(_ header: String) -> Bool {
    ["星期", "周几", "星期几", "礼拜", "星期（周）", "weekday", "day of week"].map(folded).contains(folded(header))
  }

  /// The known header nearest to a mistyped one, in the language in which it is written.
  func nearest(to header: String) -> String? {
    let names = columns.flatMap { [$0.name] + $0.headers }
    if let near = Suggestion.nearest(to: header, among: names) { return near }
    // A longer header that ends with a known one: 活动开始时间 is one, 名额说明 is no 名额.
    let wanted = Self.folded(header)
    return columns.lazy.flatMap(\.headers).filter { $0.count > 1 && wanted.hasSuffix(Self.folded($0)) }
      .max { $0.count < $1.count }
  }

  /// Case, width, blanks, what takes no room, hyphens, line breaks and the asterisk of a required field don't matter.
  static func folded(_ text: String) -> String { WrittenName.folded(text) }

  static func withoutBrackets(_ text: String) -> String {
    String(text.prefix { !"(（[【".contains($0) })
  }
}
