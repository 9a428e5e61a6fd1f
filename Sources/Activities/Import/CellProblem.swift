import CivilTime
import Diagnostics
import Words

/// What is wrong with one cell; its place is added by whoever knows it.
struct CellProblem: Error {
  let code: String
  let message: Message
  let hint: Message?
  /// Nothing of the text is understood; others are nearly right.
  private(set) var isUnreadable = false

  init(_ code: String = "import.bad-value", zh: String, en: String, hint: Message? = nil) {
    self.code = code
    message = Message(zh: zh, en: en)
    self.hint = hint
  }

  func diagnostic(at location: Location) -> Diagnostic {
    Diagnostic(.error, code, message, hint: hint, at: location)
  }
}

extension CellProblem {
  private static let timeHint = Message(
    zh: "写成 2026-11-21 15:00，或 2026年11月21日 下午3:00；每周的活动写 每周三 16:30",
    en: "write 2026-11-21 15:00; what repeats says so under rrule: every Wednesday")

  /// What is written, as of every week; 周三 for an example where it names no day of the week.
  private static func everyWeek(_ text: String) -> String {
    ["周", "星期", "礼拜"].contains(where: text.hasPrefix) && text.count <= 8 ? "每" + text : "每周三"
  }

  private static func fourDigits(_ likely: CivilDate?) -> Message {
    let example = likely.map(TimeText.date) ?? "2026-11-21"
    return Message(zh: "年份写四位，如 \(example)", en: "write the year with four digits, like \(example)")
  }

  /// Where the year goes: before a month that the text begins with, else somewhere within it.
  private static func year(before text: String) -> Message {
    let month = text.prefix { $0.isASCII && $0.isNumber }
    let isFirst =
      !month.isEmpty && text.dropFirst(month.count).first == "月" && !text.contains("周") && !text.contains("星期")
    return Message(
      zh: isFirst ? "前面写上年份，如 2026年\(text)" : "月份前面写上年份，如 2026年11月21日",
      en: "write the year before the month, as in 2026-11-21")
  }

  init(_ problem: DatePhrase.Problem, in written: String) {
    let text = written.quoted
    switch problem {
    case .empty, .unreadable:
      self.init(
        "import.bad-time", zh: "看不懂这个时间：“\(text)”", en: "the time can't be read: “\(text)”", hint: Self.timeHint)
      isUnreadable = true
    case .noSuchDay: self.init("import.bad-time", zh: "没有这一天：“\(text)”", en: "there is no such day: “\(text)”")
    case .noSuchTime:
      self.init("import.bad-time", zh: "没有这个钟点：“\(text)”", en: "there is no such time of day: “\(text)”")
    case .ambiguousDay(let monthFirst, let dayFirst):
      let (one, other) = (TimeText.date(monthFirst), TimeText.date(dayFirst))
      self.init(
        "import.bad-time",
        zh: "“\(text)”是 \(monthFirst.month) 月 \(monthFirst.day) 日，还是 \(dayFirst.month) 月 \(dayFirst.day) 日？",
        en: "“\(text)”: is it month \(monthFirst.month) and day \(monthFirst.day), or the other way round?",
        hint: Message(zh: "写成 \(one) 或 \(other)", en: "write \(one) or \(other)"))
    case .shortYear(let likely):
      self.init(
        "import.bad-time", zh: "“\(text)”里哪个数是年份？", en: "“\(text)”: which of the numbers is the year?",
        hint: Self.fourDigits(likely))
    case .missingYear:
      self.init(
        "import.bad-time", zh: "“\(text)”没有写年份", en: "“\(text)” has no year", hint: Self.year(before: text))
    case .missingDay:
      self.init(
        "import.bad-time", zh: "“\(text)”没有写是哪一日", en: "“\(text)” does not say which day of the month",
        hint: Message(zh: "写成 2026年11月21日", en: "write it as 2026-11-21"))
    case .missingDate:
      self.init(
        "import.bad-time", zh: "“\(text)”没有写是哪一天", en: "“\(text)” does not say which day",
        hint: Message(
          zh: "每周都有就写“\(Self.everyWeek(text))”，只有一次就写日期",
          en: text.utf8.allSatisfy { $0 < 0x80 }
            ? "write every Wednesday under rrule for every week, or the date"
            : "write \(Self.everyWeek(text)) for every week, or the date"))
    case .ambiguousHour(let hour):
      self.init(
        "import.bad-time", zh: "“\(text)”里的 \(hour) 点是上午还是下午？",
        en: "“\(text)”: is \(hour) o'clock before or after noon?",
        hint: Message(zh: "写明上午、下午，或用 24 小时制", en: "say 上午 or 下午, or use the 24-hour clock"))
    case .ambiguousTwelve:
      self.init(
        "import.bad-time", zh: "“\(text)”里的 12 点是中午还是半夜？", en: "“\(text)”: is 12 o'clock at noon or at night?",
        hint: Message(
          zh: "中午写 12:30；当天零点写 0:00；夜里十二点，开始写第二天的 0:00，结束写 24:00",
          en: "noon is 12:30; the beginning of the day 0:00; its end 24:00, or 0:00 of the next day for a start"))
    case .wrongWeekday(let stated, let actual):
      self.init(
        "import.bad-time",
        zh: "“\(text)”写的是\(SimplifiedChinese.words.weekday(stated))，那天是\(SimplifiedChinese.words.weekday(actual))",
        en: "“\(text)” says \(stated), that day is a \(actual)",
        hint: Message(zh: "改正日期或星期", en: "mend the date or the weekday"))
    case .endsBeforeStart:
      self.init(
        "import.bad-time", zh: "“\(text)”的结束早于开始", en: "“\(text)” ends before it starts",
        hint: Message(zh: "过了零点写“22:00-次日6:00”", en: "past midnight, write 22:00-次日6:00"))
    }
  }
}
