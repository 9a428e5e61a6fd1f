/// The nearest known word to a mistyped one, for "did you mean".
package enum Suggestion {
  /// The candidate within an edit distance of 2 (1 for words of up to four characters), or nil.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let count = word.count
    guard count <= longest else { return nil }
    let limit = count <= 4 ? 1 : 2
    return candidates.lazy.filter { abs($0.count - count) <= limit }.map { ($0, distance(word, $0)) }
      .filter { $0.1 <= limit }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// Nobody mistypes a longer word; comparing takes the square of the length.
  private static let longest = 200

  /// Edits in characters, ignoring case, two neighbours that changed places being one (optimal string alignment distance).
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.lowercased())
    let b = Array(b.lowercased())
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var edits = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { edits = min(edits, before[j - 1] + 1) }
        row.append(edits)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
