import CivilTime

/// Days and times in a screen's language.
extension ScreenWords {
  var times: any TimePhrases.Type { isEnglish ? EnglishTimeText.self : ChineseTimeText.self }

  /// `星期六`.
  func weekday(_ day: CivilDate) -> String { weekdays[day.weekday.rawValue] }

  /// `11月21日 星期六`, `Sat 21 Nov`.
  func day(_ day: CivilDate) -> String {
    isEnglish ? EnglishTimeText.day(day) : "\(ChineseTimeText.monthDay(day)) \(weekday(day))"
  }

  /// `11/21`, `21 Nov`: below a narrow column.
  func columnDay(_ day: CivilDate) -> String {
    isEnglish ? EnglishTimeText.monthDay(day) : "\(day.month)/\(day.day)"
  }

  /// What a calendar leaf says of a day: `十月十三`, `国庆节 休`; on an English screen nil where the day has no name.
  func line(of labels: DayLabels?) -> String? { isEnglish ? labels?.englishLine : labels?.line }

  /// `截至11月15日`.
  func asOf(_ date: String) -> String { isEnglish ? "as of \(date)" : "截至\(date)" }
}
