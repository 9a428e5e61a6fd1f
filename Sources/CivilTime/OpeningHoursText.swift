/// OpenStreetMap's opening_hours in words: `Mo-Fr 08:30-17:30; Sa off` becomes `周一至周五 08:30–17:30；周六 休息`, or
/// `Mon–Fri 08:30–17:30; Sat closed`.
package enum OpeningHoursText {
  /// Words that are not known stay as they are.
  package static func chinese(_ hours: String) -> String { inChinese.text(hours) }

  package static func english(_ hours: String) -> String { inEnglish.text(hours) }

  private struct Language {
    let words: [Substring: String]
    /// Between rules, between the parts of a list, and between the ends of a stretch of days.
    let semicolon: String
    let comma: String
    let to: String

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

  private static let inChinese = Language(
    words: [
      "Mo": "周一", "Tu": "周二", "We": "周三", "Th": "周四", "Fr": "周五", "Sa": "周六", "Su": "周日", "PH": "法定节假日",
      "SH": "学校假期", "off": "休息", "closed": "休息", "24/7": "全天开放",
    ], semicolon: "；", comma: "、", to: "至")

  private static let inEnglish = Language(
    words: [
      "Mo": "Mon", "Tu": "Tue", "We": "Wed", "Th": "Thu", "Fr": "Fri", "Sa": "Sat", "Su": "Sun",
      "PH": "public holidays",
      "SH": "school holidays", "off": "closed", "closed": "closed", "24/7": "always",
    ], semicolon: "; ", comma: ", ", to: "–")
}
