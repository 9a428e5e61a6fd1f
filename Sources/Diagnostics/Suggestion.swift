import Pinyin

/// The nearest known word to a mistyped one, for "did you mean". It is a slip of the hand that is mended, never what was meant:
///
/// - a Chinese character is mistaken for one of the same sound, as input methods offer it (会义 → 会议), and for no other (日期 is not 周期);
/// - one is left out or doubled in words of four and more, and nothing else is wrong then (东区网格 is not 西区网格);
/// - a digit is right (第1网格 is not 第2网格).
package enum Suggestion {
  /// The candidate within an edit distance of 2 (1 for words of up to four characters), or nil.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let count = word.count
    guard count <= longest else { return nil }
    let limit = count <= 4 ? 1 : 2
    return candidates.lazy.filter { abs($0.count - count) <= limit }.map { ($0, distance(word, $0, within: limit)) }
      .filter { $0.1 <= limit }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// Nobody mistypes a longer word; comparing takes the square of the length.
  private static let longest = 200
  /// More than any slip is.
  private static let never = 3
  /// The fewest characters of a word of which a Chinese one may be left out.
  private static let leastWithAnother = 4

  /// Edits in characters, ignoring case, two neighbours that changed places being one (optimal string alignment distance).
  ///
  /// - Parameter limit: what still counts as near. A Chinese character that is left out uses it up.
  static func distance(_ a: String, _ b: String, within limit: Int) -> Int {
    let a = Array(a.lowercased())
    let b = Array(b.lowercased())
    let isShort = max(a.count, b.count) < leastWithAnother
    func omission(_ character: Character) -> Int {
      if character.isNumber { return never }
      return isHan(character) ? isShort ? never : limit : 1
    }

    var before: [Int] = []
    var last = [0]
    for character in b { last.append(last[last.count - 1] + omission(character)) }
    for i in 0..<a.count {
      var row = [last[0] + omission(a[i])]
      for j in 0..<b.count {
        var edits = min(
          last[j] + replacement(a[i], b[j]), last[j + 1] + omission(a[i]), row[j] + omission(b[j]))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { edits = min(edits, before[j - 1] + 1) }
        row.append(edits)
      }
      before = last
      last = row
    }
    return last[b.count]
  }

  private static func replacement(_ a: Character, _ b: Character) -> Int {
    if a == b { return 0 }
    if a.isNumber || b.isNumber { return never }
    guard isHan(a) || isHan(b) else { return 1 }
    guard let sound = sound(a), sound == self.sound(b) else { return never }
    return 1
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first?.properties.isIdeographic == true
  }

  private static func sound(_ character: Character) -> String? {
    character.unicodeScalars.first.flatMap(Pinyin.reading)
  }
}
