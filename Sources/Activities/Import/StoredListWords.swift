import Vocabulary

/// The words of lists, asked for once each.
struct StoredListWords {
  private struct Key: Hashable {
    let list: String
    let kind: ListWordKind
  }

  private var words: [Key: [ColumnForm.Word]] = [:]
  private var titles: [String: String] = [:]

  mutating func words(
    of list: String, _ kind: ListWordKind, in connection: Connection
  ) throws -> (title: String, words: [ColumnForm.Word]) {
    let key = Key(list: list, kind: kind)
    if let known = words[key] { return (titles[list] ?? list, known) }
    titles[list] = try connection.rows("SELECT title FROM list WHERE id = ?", [.text(list)]).first?["title"].text
    let found = try connection.rows(
      "SELECT id, label FROM list_word WHERE list_id = ? AND kind = ? ORDER BY position, id",
      [.text(list), .text(kind.rawValue)]
    ).compactMap { row in
      row["id"].text.map { ColumnForm.Word(code: $0, labels: [row["label"].text].compactMap { $0 }) }
    }
    words[key] = found
    return (titles[list] ?? list, found)
  }
}
