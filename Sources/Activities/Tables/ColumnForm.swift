import Vocabulary

/// A column: its name in the database, the headers that mean it, and how its cells are read and written.
struct ColumnForm: Sendable {
  enum Kind: Sendable {
    /// Taken as it is, blanks too, where it may have several lines.
    case text
    /// An id, made of `a-z`, `0-9` and hyphens.
    case identifier
    /// A row of that table, by id, name or short name.
    case reference(String)
    /// One of a few words, by code or by label.
    case term([Word])
    /// A word of the list that the row's `list_id` names, by id or label; with the words that every list knows.
    case listWord(ListWordKind, [Word])
    /// 0 or 1.
    case flag
    /// A whole number; these words after it, or in its place, mean what they say.
    case integer(Quantity)
    case number(Quantity)
    /// `YYYY-MM-DDTHH:MM`.
    case time
    case date
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    case partialDate
    /// `YYYY-MM`.
    case month
    /// `MM-DD`.
    case monthDay
    /// RFC 5545, or as people say it.
    case rule
    /// Only in spreadsheets: a day on which something begins or ends, written in a column of its own.
    case day
    /// Only in spreadsheets: how long something lasts, in minutes where nothing else is said.
    case duration
  }

  struct Word: Sendable, Hashable {
    let code: String
    /// The first is the one that is written.
    let labels: [String]
    /// Code and labels as they are compared (`WrittenName.folded`): each cell of the column asks for them.
    let folded: [String]

    init(code: String, labels: [String]) {
      (self.code, self.labels) = (code, labels)
      folded = ([code] + labels).map(HeaderNames.folded)
    }
  }

  struct Quantity: Sendable {
    /// `元`, `人`: may follow the number.
    var units: [String] = []
    /// `免费`: 0.
    var zero: [String] = []
    /// `不限`: nothing.
    var none: [String] = []
  }

  let name: String
  /// The first is the one that a Chinese export writes.
  let headers: [String]
  let kind: Kind
  /// May not be empty.
  let isRequired: Bool
  /// Where a sheet leaves it empty, the row that this other column names says it, in its column of the same name.
  let standIn: String?
  /// Whether the database has such a column, or a spreadsheet alone.
  let isStored: Bool
  /// What it says, for those who write rows; empty where its name and kind say it all.
  let about: String
  let rules: [ValueRule]

  /// Texts that stand on one line wherever they are shown, by what tables call them.
  private static let oneLine: Set = [
    "title", "name", "short_name", "label", "address", "road", "audience", "host", "holder", "provider", "raised_by",
    "awarded_by", "phone", "per", "suffix", "category", "channel", "url", "online_url", "signup_url", "video_url",
    "page",
  ]

  /// Whether line breaks and blanks around it are those of the cell alone.
  var isOneLine: Bool {
    if case .text = kind { Self.oneLine.contains(name) } else { false }
  }

  init(
    _ name: String, _ headers: [String] = [], kind: Kind = .text, isRequired: Bool = false, standIn: String? = nil,
    isStored: Bool = true, about: String = "", rules: [ValueRule] = []
  ) {
    self.name = name
    self.headers = headers
    self.kind = kind
    self.isRequired = isRequired
    self.standIn = standIn
    self.isStored = isStored
    self.about = about
    self.rules = rules
  }
}
