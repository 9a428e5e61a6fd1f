import CivilTime

/// Opening hours as offices write them, in OpenStreetMap's syntax: `周一至周五 9:00-11:30，14:00-17:00；节假日休息` →
/// `Mo-Fr 9:00-11:30,14:00-17:00; PH off`. What comes of it is offered to whoever wrote it, never taken for what is meant.
enum SpokenHours {
  /// nil where not all of it can be said so, or nothing of it had to be changed.
  static func proposal(for text: String) -> String? {
    guard text.utf8.count < 200 else { return nil }
    var words = text.narrow.withoutOuterBlanks
    for (spoken, written) in Self.words { words = words.replacing(spoken, with: written) }
    words = words.replacing(#/(?i)\b(Mo|Tu|We|Th|Fr|Sa|Su)[a-z]*\b/#) {
      $0.1.prefix(1).uppercased() + $0.1.dropFirst().lowercased()
    }
    // Blanks beside signs, and one between days and times.
    words = words.replacing(#/ *([-,;:]) */#) { String($0.1) }.replacing(#/,*;/#, with: "; ")
    words = words.replacing(#/([A-Za-z]{2})(\d)/#) { "\($0.1) \($0.2)" }.replacing(#/ {2,}/#, with: " ")
    while let last = words.last, ";, ".contains(last) { words.removeLast() }
    guard words != text, (try? OpeningHours.read(words)) != nil else { return nil }
    return words
  }

  /// The longer ones first.
  private static let words: [(String, String)] =
    [
      ("/", ","), ("法定节假日除外", ";PH off"), ("节假日除外", ";PH off"), ("法定节假日休息", ";PH off"), ("节假日休息", ";PH off"),
      ("节假日不开放", ";PH off"),
      ("节假日闭馆", ";PH off"), ("周末休息", ""), ("工作日", "Mo-Fr "), ("双休日", "Sa,Su "), ("周末", "Sa,Su "), ("每天", "Mo-Su "),
      ("每日", "Mo-Su "), ("全年无休", "24/7"), ("24小时开放", "24/7"), ("24小时", "24/7"), ("全天开放", "24/7"), ("全天", "24/7"),
      ("不开放", " off"), ("闭馆", " off"), ("休息", " off"), ("。", ""), ("；", ";"), ("，", ","), ("、", ","), ("：", ":"),
      ("（", ";"), ("(", ";"),
      ("）", ""), (")", ""), ("至", "-"), ("到", "-"), ("—", "-"), ("–", "-"), ("~", "-"), ("～", "-"), ("－", "-"),
      ("和", ","), ("上午", " "),
      ("\n", ";"),
    ]
    + zip("一二三四五六日天", ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "Su"]).flatMap { sign, day in
      ["每周", "周", "每星期", "星期", "礼拜"].map { ("\($0)\(sign)", day) }
    }
}
