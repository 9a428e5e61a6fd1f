/// OpenStreetMap's opening_hours in Chinese words: `Mo-Fr 08:30-17:30; Sa off` becomes `周一至周五 08:30–17:30；周六 休息`.
public enum OpeningHoursText {
  /// Words that are not known stay as they are.
  public static func chinese(_ hours: String) -> String {
    hours.split(separator: ";").map { rule in
      rule.split(separator: " ").map(word).joined(separator: " ")
    }.joined(separator: "；")
  }

  private static let words: [Substring: String] = [
    "Mo": "周一", "Tu": "周二", "We": "周三", "Th": "周四", "Fr": "周五", "Sa": "周六", "Su": "周日", "PH": "法定节假日",
    "SH": "学校假期", "off": "休息", "closed": "休息", "24/7": "全天开放",
  ]

  private static func word(_ word: Substring) -> String {
    if let known = words[word] { return known }
    if word.first?.isNumber == true {
      return word.split(separator: ",").map { $0.replacing("-", with: "–") }.joined(separator: "、")
    }
    return word.split(separator: ",").map { part in
      let ends = part.split(separator: "-")
      let names = ends.map { words[$0] ?? String($0) }
      return names.joined(separator: "至")
    }.joined(separator: "、")
  }
}
