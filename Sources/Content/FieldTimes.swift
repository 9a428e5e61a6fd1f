import CivilTime
import Diagnostics

// Days, times and periods, as programs and as people write them.
extension FieldReader {
  func date(_ key: String) -> CivilDate? {
    parsed(key, expected: Message(zh: "日期，如 2026-11-21", en: "a date like 2026-11-21")) { Self.day($0) }
  }

  /// A day, a month or a year.
  func partialDate(_ key: String) -> PartialDate? {
    parsed(
      key,
      expected: Message(
        zh: "年、年月或日期，如 2023、2023-05、2023-05-18", en: "a year, a month or a date, like 2023, 2023-05, 2023-05-18")
    ) { PartialDate(phrase: $0) }
  }

  func requiredPartialDate(_ key: String) -> PartialDate? {
    required(key) { partialDate(key) }
  }

  /// A month, quarter, half or whole year.
  func period(_ key: String) -> CivilPeriod? {
    parsed(
      key,
      expected: Message(
        zh: "一个月、季度、半年或年，如 2026-07、2026-Q3、2026-H2、2026（也可以写 2026年第三季度）",
        en: "a month, quarter, half year or year, like 2026-07, 2026-Q3, 2026-H2, 2026")
    ) { CivilPeriod($0) }
  }

  func requiredDate(_ key: String) -> CivilDate? {
    required(key) { date(key) }
  }

  /// A local time; a date alone stands for its first minute, or with `endOfDay` for the midnight after it, which is its 24:00 too.
  func localTime(_ key: String, endOfDay: Bool = false) -> LocalDateTime? {
    let expected = Message(
      zh: "日期或时间，如 2026-11-21 或 2026-11-21T09:00", en: "a date or a local time like 2026-11-21 or 2026-11-21T09:00")
    return parsed(key, expected: expected) { written in
      let text = endOfDay ? Self.end(written) : written
      if let date = Self.day(text) { return LocalDateTime(endOfDay && date < Self.lastDay ? date + 1 : date) }
      if let time = TimeText.parseLocal(text) { return time }
      // 2026年12月5日 18:00
      guard let phrase = try? DatePhrase.parse(text, isEnd: endOfDay), let date = phrase.date,
        let minute = phrase.startMinute, phrase.rule == nil, phrase.endMinute == nil, phrase.endDate == nil
      else { return nil }
      return LocalDateTime(date, minuteOfDay: date < Self.lastDay ? minute : min(minute, 1439))
    }
  }

  /// What an end says beside its day: `至2026年12月31日止`, `长期有效`.
  private static func end(_ written: String) -> String {
    if ["长期", "长期有效", "永久", "永久有效", "長期", "長期有效"].contains(written) { return TimeText.date(lastDay) }
    var text = written[...]
    for word in ["截至", "截止", "至", "到"] where text.hasPrefix(word) {
      text = text.dropFirst(word.count)
      break
    }
    for word in ["为止", "截止", "止"] where text.hasSuffix(word) {
      text = text.dropLast(word.count)
      break
    }
    return String(text)
  }

  func requiredLocalTime(_ key: String) -> LocalDateTime? {
    required(key) { localTime(key) }
  }

  /// 2026-12-05, and as it is written into sheets: 2026年12月5日, 2026/12/5, 2026.12.5（周六）.
  private static func day(_ text: String) -> CivilDate? {
    if let date = TimeText.parseDate(text) { return date }
    if let phrase = try? DatePhrase.parse(text), let date = phrase.date {
      var day = DatePhrase()
      day.date = date
      return phrase == day ? date : nil
    }
    guard text.utf8.contains(where: { $0 >= 0x80 }), let partial = PartialDate(phrase: text), let month = partial.month,
      let day = partial.day
    else { return nil }
    return CivilDate(year: partial.year, month: month, day: day)
  }

  /// “Never” is often written so; the day after it has a year of five digits, which RFC 3339 does not know.
  private static let lastDay = CivilDate(year: 9999, month: 12, day: 31)!

  /// A time of day as the minute of the day, 0…1439, at an end to 1440.
  func requiredTime(_ key: String, isEnd: Bool = false) -> Int? {
    required(key) {
      parsed(key, expected: Message(zh: "时刻，如 22:00", en: "a time of day like 22:00")) {
        Self.minute($0, isEnd: isEnd)
      }
    }
  }

  /// `22:00`, and as people write it: `6:00`, `早上6点`.
  private static func minute(_ text: String, isEnd: Bool) -> Int? {
    if let minute = TimeText.parseTime(text, isEnd: isEnd) { return minute }
    guard let phrase = try? DatePhrase.parse(text, isEnd: isEnd), phrase.date == nil, phrase.rule == nil,
      phrase.endMinute == nil, phrase.endDate == nil, !phrase.endsNextDay, phrase.onHolidays == nil
    else { return nil }
    return phrase.startMinute
  }

  // MARK: What is wrong with one that is nearly right

  static func reason(_ day: ImpossibleDay) -> Message {
    day.isMonthRight
      ? Message(
        zh: "\(day.year) 年 \(day.month) 月没有 \(day.day) 日", en: "\(day.year)-\(day.month) has no day \(day.day)")
      : Message(zh: "一年没有 \(day.month) 月", en: "there is no month \(day.month)")
  }

  /// What a value that is nearly right lacks, or has too much of.
  static func slip(_ text: String) -> Message? {
    if let first = text.first, "“”‘’「『".contains(first) {
      return Message(zh: "去掉中文引号", en: "take the Chinese quotes away")
    }
    if text.contains("T"), text.contains(#/\d[+-]\d\d:?\d\d$|\dZ$/#) {
      return Message(
        zh: "写本地时间，去掉最后的时区，如 2026-11-21T09:00", en: "write the local time, without a zone: 2026-11-21T09:00")
    }
    do throws(DatePhrase.Problem) {
      let phrase = try DatePhrase.parse(text, isEnd: true)
      guard let date = phrase.date, phrase.rule == nil, phrase.startMinute != nil || phrase.endDate != nil else {
        return nil
      }
      if phrase.endDate != nil || phrase.endMinute != nil {
        return Message(zh: "这里只写一天，或一个时间，不写到什么时候", en: "write one day or one time here, without an end")
      }
      let day = TimeText.date(date)
      return phrase.startMinute == 1440
        ? Message(zh: "24:00 写成第二天的 00:00", en: "24:00 is 00:00 of the next day")
        : Message(zh: "这里只写日期：\(day)", en: "write the day alone: \(day)")
    } catch {
      return slip(text, error)
    }
  }

  private static func slip(_ text: String, _ problem: DatePhrase.Problem) -> Message? {
    switch problem {
    case .missingYear:
      let isFirst = text.first?.isNumber == true && text.contains("月")
      return Message(
        zh: isFirst ? "前面写上年份，如 2026年\(text)" : "写上年份，如 2026-11-21", en: "write the year before it")
    case .missingDay: return Message(zh: "写上是哪一日，如 2026-11-21", en: "write the day of the month too, like 2026-11-21")
    case .wrongWeekday: return Message(zh: "日期和星期不是同一天，改正其中一个", en: "that day has another weekday: mend one of them")
    case .noSuchDay: return Message(zh: "没有这一天", en: "there is no such day")
    case .noSuchTime: return Message(zh: "没有这个时刻", en: "there is no such time of day")
    case .ambiguousDay(let monthFirst, let dayFirst):
      let (one, other) = (TimeText.date(monthFirst), TimeText.date(dayFirst))
      return Message(
        zh: "月在前还是日在前？写成 \(one) 或 \(other)", en: "is the month first, or the day? write \(one) or \(other)")
    case .shortYear(let likely):
      let example = likely.map(TimeText.date) ?? "2026-11-21"
      return Message(zh: "年份写四位，如 \(example)", en: "write the year with four digits, like \(example)")
    case .ambiguousHour(let hour):
      return Message(
        zh: "\(hour) 点是上午还是下午？用 24 小时制写", en: "is \(hour) o'clock before or after noon? use the 24-hour clock")
    case .ambiguousTwelve:
      return Message(
        zh: "12 点是中午还是半夜？中午写 12:00，一天结束写 24:00",
        en: "is 12 o'clock at noon or at night? noon is 12:00, the end of a day 24:00")
    default: return nil
    }
  }
}
