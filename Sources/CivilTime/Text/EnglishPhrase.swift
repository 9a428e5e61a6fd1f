/// A repetition as English sheets say it: `every Thursday`, `every Mon and Wed`, `every other Friday`, `weekdays`, `daily`. Chinese ones are read by
/// `DatePhrase`.
package enum EnglishPhrase {
  private static let days = [
    ("monday", "MO"), ("tuesday", "TU"), ("wednesday", "WE"), ("thursday", "TH"), ("friday", "FR"), ("saturday", "SA"),
    ("sunday", "SU"),
  ]

  /// As RFC 5545 has it; nil for what is none, or says more than which days.
  package static func rule(_ text: String) -> String? {
    guard text.allSatisfy({ $0.isASCII && ($0.isLetter || " ,;&/".contains($0)) }) else { return nil }
    var words = text.lowercased().split { !$0.isLetter }.map(String.init).filter { !["and", "on"].contains($0) }[...]
    let isWeekly = words.first == "weekly"
    if isWeekly || ["every", "each"].contains(words.first) {
      words.removeFirst()
    } else if words.count > 1 {
      return nil
    }
    if words.isEmpty { return isWeekly ? "FREQ=WEEKLY" : nil }
    if words == ["daily"] || words == ["day"] { return "FREQ=DAILY" }
    let isEveryOther = ["other", "second"].contains(words.first)
    if isEveryOther { words.removeFirst() }
    var codes: [String] = []
    for word in words {
      guard let found = Self.codes(of: word) else { return nil }
      codes += found.filter { !codes.contains($0) }
    }
    return codes.isEmpty ? nil : "FREQ=WEEKLY\(isEveryOther ? ";INTERVAL=2" : "");BYDAY=\(codes.joined(separator: ","))"
  }

  /// Of `thursday`, `thursdays`, `thu`, `thurs`, `weekdays`.
  private static func codes(of word: String) -> [String]? {
    if ["weekday", "weekdays"].contains(word) { return days.prefix(5).map(\.1) }
    return days.first { word == $0.0 + "s" || word.count >= 3 && $0.0.hasPrefix(word) }.map { [$0.1] }
  }
}
