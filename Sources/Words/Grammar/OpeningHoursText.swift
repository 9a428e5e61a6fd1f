import CivilTime

/// OpenStreetMap's opening_hours in a language's words: `Mo-Fr 08:30-17:30; Sa off` becomes `周一至周五 08:30–17:30；周六 休息`, or
/// `Mon–Fri 08:30–17:30; Sat closed`.
struct OpeningHoursText {
  /// As they are written.
  static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private let words: [Substring: String]
  /// Between rules, between the parts of a list, and between the ends of a stretch of days.
  private let semicolon: String
  private let comma: String
  private let to: String

  /// - Parameters:
  ///   - weekdays: the names, Monday first.
  ///   - words: for PH, SH, off, closed and 24/7.
  init(weekdays: [String], words: [Substring: String], semicolon: String, comma: String, to: String) {
    let codes: [Substring] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    self.words = words.merging(zip(codes, weekdays)) { word, _ in word }
    self.semicolon = semicolon
    self.comma = comma
    self.to = to
  }

  func text(_ hours: String) -> String {
    hours.split(separator: ";").map { rule in
      rule.split(separator: " ").map(word).joined(separator: " ")
    }.joined(separator: semicolon)
  }

  private func word(_ word: Substring) -> String {
    if let known = words[word] { return known }
    if word.first?.isNumber == true {
      return word.split(separator: ",").map { $0.replacing("-", with: "–") }.joined(separator: comma)
    }
    return word.split(separator: ",").map { part in
      part.split(separator: "-").map { words[$0] ?? String($0) }.joined(separator: to)
    }.joined(separator: comma)
  }
}
