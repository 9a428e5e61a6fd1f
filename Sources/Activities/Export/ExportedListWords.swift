import Vocabulary

/// The words of all lists, as sheets show them.
struct ExportedListWords {
  private struct Word {
    let list: String
    let kind: ListWordKind
    let code: String
    let label: String
  }

  private var words: [Word] = []
  /// By list, kind and code; none where a label means two of a list, and would not read back.
  private var labels: [[String]: String] = [:]

  init(_ connection: Connection) throws {
    guard try !connection.columns(of: "list_word").isEmpty else { return }
    try connection.forEachRow("SELECT list_id, kind, id, label FROM list_word ORDER BY list_id, kind, position, id") {
      row in
      guard let list = row["list_id"].text, let kind = row["kind"].text.flatMap(ListWordKind.init),
        let code = row["id"].text, let label = row["label"].text
      else { return }
      words.append(Word(list: list, kind: kind, code: code, label: label))
    }
    let uses = Dictionary(grouping: words) { [$0.list, $0.kind.rawValue, HeaderNames.folded($0.label)] }
    for word in words where uses[[word.list, word.kind.rawValue, HeaderNames.folded(word.label)]]?.count == 1 {
      labels[[word.list, word.kind.rawValue, word.code]] = word.label
    }
  }

  func label(of code: String, _ kind: ListWordKind, in list: String) -> String? {
    labels[[list, kind.rawValue, code]]
  }

  /// Each word of a kind once.
  func all(_ kind: ListWordKind, asLabels: Bool) -> [String] {
    var seen: Set<String> = []
    return words.filter { $0.kind == kind }.map { asLabels ? $0.label : $0.code }.filter { seen.insert($0).inserted }
  }
}
