import CivilTime
import Diagnostics
import Words

/// What can be wrong with the columns that say together when something takes place.
extension CellProblem {
  /// The series ends before it begins.
  static func noOccurrence(before first: CivilDate) -> CellProblem {
    CellProblem(
      "import.bad-time", zh: "到这一天为止，一场也没有：第一场是 \(TimeText.date(first))",
      en: "no occurrence takes place up to this day: the first is on \(TimeText.date(first))",
      hint: Message(zh: "写系列最后一场的日期，或改开始日期", en: "write the day of the last occurrence, or mend the first day"))
  }

  /// Two columns end the series on different days.
  static func anotherEnd(than header: String) -> CellProblem {
    CellProblem(
      "import.contradiction", zh: "与“\(header)”里写的结束不一致",
      en: "it differs from the end that stands under “\(header)”",
      hint: Message(zh: "只在一处写到哪天为止", en: "say in one place only when the series ends"))
  }

  static func notADay(_ header: String) -> CellProblem {
    CellProblem(
      "import.bad-time", zh: "“\(header)”应当是一个日期",
      en: "“\(header)” must be a day",
      hint: Message(zh: "写成 2026-11-21", en: "write it as 2026-11-21"))
  }

  static func noDate(isSeries: Bool) -> CellProblem {
    CellProblem(
      "import.no-first-date", zh: isSeries ? "写了重复，没有写从哪一天开始" : "没有写日期",
      en: isSeries ? "it repeats, but does not say from which day on" : "the date is missing",
      hint: Message(
        zh: isSeries
          ? "加一列“起始日期”，写上从哪一天开始，如 2026-11-25；每行都一样的话，也可以加 --fill 起始日期=2026-11-25"
          : "加一列“起始日期”，写上第一次的日期，如 2026-11-25",
        en: isSeries
          ? "add a column starts_on (起始日期) with the first day, such as 2026-11-25, or say --fill starts_on=2026-11-25 for all rows"
          : "add a column starts_on (起始日期) with the first day, such as 2026-11-25"))
  }

  /// `12月2日至4日`, and how long it lasts on one of them.
  static let severalDays = CellProblem(
    "import.several-days", zh: "写了好几天，按时长却只有一天", en: "several days are written, but it lasts for one alone",
    hint: Message(
      zh: "每天都有，在“重复”里写“每天”，“结束日期”写最后一天；连着几天不停，写结束时间；只有一天就只写那一天",
      en:
        "if it takes place on each of them, write 每天 under rrule and the last day under ends_on; if it goes on, write when it ends; else write the one day"
    ))

  static func durationWithoutUnit(_ text: String) -> CellProblem {
    let number = text.withoutOuterBlanks
    return CellProblem(
      zh: "时长“\(number.quoted)”是分钟还是小时？", en: "“\(number.quoted)”: minutes or hours?",
      hint: Message(
        zh: "写 \(number.quoted)小时 或 \(number.quoted)分钟",
        en: "write \(number.quoted)小时 (hours) or \(number.quoted)分钟 (minutes)"))
  }

  static let noTime = CellProblem(
    "import.no-time", zh: "没有写几点开始", en: "the time of day is missing",
    hint: Message(zh: "写成 2026-11-21 15:00；一整天写“全天”", en: "write 2026-11-21 15:00; for a whole day, 全天"))

  /// Something that stands in a column that a sheet doesn't have, or whose header was not understood.
  static func isForMissingColumn(_ problem: Diagnostic) -> Bool {
    ["import.no-first-date", "import.no-time", "import.no-end"].contains(problem.code)
  }

  static func weekdayBeside(_ stated: String, header: String, date: CivilDate) -> CellProblem {
    CellProblem(
      "import.bad-time",
      zh:
        "“\(header)”写的是“\(stated)”，\(SimplifiedChinese.words.date(date))是\(SimplifiedChinese.words.weekday(date.weekday))",
      en: "“\(header)” says “\(stated)”, \(TimeText.date(date)) is a \(date.weekday)",
      hint: Message(zh: "改正日期或星期", en: "mend the date or the weekday"))
  }

  /// - Parameter next: the first time that the rule does produce.
  static func startOffRule(next: LocalDateTime?) -> CellProblem {
    CellProblem(
      "import.start-off-rule", zh: "开始时间不在它自己的重复规则里", en: "its own recurrence rule does not produce the start",
      hint: next.map {
        Message(
          zh: "把开始时间改成 \(TimeText.local($0))，或改重复规则", en: "set the start to \(TimeText.local($0)), or mend the rule")
      })
  }

  static func lastDayBeforeFirst(_ last: CivilDate, first: CivilDate) -> CellProblem {
    CellProblem(
      "import.start-off-rule", zh: "最后一天 \(TimeText.date(last)) 早于第一天 \(TimeText.date(first))",
      en: "the last day \(TimeText.date(last)) is before the first, \(TimeText.date(first))",
      hint: Message(zh: "改正其中一个", en: "mend one of them"))
  }

  static let noEnd = CellProblem(
    "import.no-end", zh: "没有写什么时候结束", en: "it does not say when it ends",
    hint: Message(
      zh: "写结束时间或时长，或把时间写成 15:00-16:30", en: "give an end or a duration, or a range such as 15:00-16:30"))

  static let endsBeforeStart = CellProblem(
    "import.bad-time", zh: "结束时间不晚于开始时间", en: "it ends before it starts",
    hint: Message(zh: "过了零点写“次日6:00”", en: "past midnight, write 次日6:00"))

  static func unreadableDuration(_ text: String) -> CellProblem {
    CellProblem(
      zh: "看不懂时长“\(text.quoted)”", en: "the duration can't be read: “\(text.quoted)”",
      hint: Message(zh: "写分钟数，或 90分钟、1.5小时", en: "write minutes, or 90分钟, 1.5小时"))
  }
}
