import CivilTime

/// Dates and times as Chinese readers of either script expect them (GB/T 15835: Arabic figures for dates and times). A language says in which
/// characters.
protocol ChineseTime: TimeWords {
  var characters: ChineseCharacters { get }
}

/// What the two scripts write differently in times and rules.
struct ChineseCharacters: Sendable {
  /// 周 of 每周三.
  let week: String
  /// 两 of 每两天.
  let two: String
  /// 个 of 每3个月.
  let counter: String
  /// 最后 of 每月最后一天.
  let last: String
  /// 倒数 of 倒数第2天.
  let fromEnd: String
  /// 闰 of 闰二月.
  let leap: String
  /// 腊 of 腊月, the twelfth month.
  let twelfth: String
  /// On a leaf: a day off, and a weekend that is worked.
  let off: String
  let worked: String
  /// 后 of 节后2天.
  let after: String
  /// Of opening hours: 法定节假日, 休息, 开放, 不一定开放, 全天开放.
  let publicHolidays: String
  let open: String
  let notCertain: String
  let closed: String
  let always: String
}

extension ChineseTime {
  package func date(_ date: CivilDate) -> String {
    let (year, month, day) = date.parts
    return "\(year)年\(month)月\(day)日"
  }

  package func monthDay(_ date: CivilDate) -> String {
    let (year, month, day) = date.parts
    return isOfAnotherYear(date) ? "\(year)年\(month)月\(day)日" : "\(month)月\(day)日"
  }

  package func month(_ month: Int, of year: Int) -> String { "\(year)年\(month)月" }

  package func month(_ month: Int) -> String { "\(month)月" }

  package func year(_ year: Int) -> String { "\(year)年" }

  private func figure(_ weekday: Weekday) -> String { ["一", "二", "三", "四", "五", "六", "日"][weekday.rawValue] }

  package func weekday(_ weekday: Weekday) -> String { characters.week + figure(weekday) }

  package func weekdayName(_ weekday: Weekday) -> String { "星期" + figure(weekday) }

  package func weekdayColumn(_ weekday: Weekday) -> (spare: String, rest: String) {
    (characters.week, figure(weekday))
  }

  package func day(_ date: CivilDate) -> String { monthDay(date) + " " + weekday(date.weekday) }

  package func fullDay(_ date: CivilDate) -> String { self.date(date) + " " + weekday(date.weekday) }

  package func wallDay(_ date: CivilDate) -> String { monthDay(date) + " " + weekdayName(date.weekday) }

  package func columnDay(_ date: CivilDate) -> String { "\(date.month)/\(date.day)" }

  package func days(_ days: ClosedRange<CivilDate>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return monthDay(first) }
    return monthDay(first) + "–"
      + (first.month == last.month && first.year == last.year ? "\(last.day)日" : monthDay(last))
  }

  package func stretch(_ first: String, _ last: String) -> String { "\(first) 至 \(last)" }

  package var allDay: String { "全天" }

  package func allDay(over days: ClosedRange<CivilDate>) -> String {
    "\(monthDay(days.lowerBound))–\(monthDay(days.upperBound)) \(allDay)"
  }

  /// `14:30–16:00`, `22:00–次日 06:00`, `09:00–第3天 17:00`, `全天`, `3天`.
  package func times(from start: LocalDateTime, to end: LocalDateTime) -> String {
    let days = (end + -1).date - start.date
    if TimeText.isAllDay(from: start, to: end) { return days == 0 ? allDay : "\(days + 1)天" }
    if days == 0 { return TimeText.time(start) + "–" + TimeText.endTime(end) }
    return TimeText.time(start) + "–" + (days == 1 ? "次日 " : "第\(days + 1)天 ") + TimeText.endTime(end)
  }

  /// `每周三、周五`, `每两周周六`, `每月5日`, `每3个月最后一个周五`, `每月周一至周五中的最后一天`.
  package func rule(_ rule: RecurrenceRule, from start: LocalDateTime) -> String {
    let text = ChineseRule(rule, start: start.date, language: self).text
    return switch rule.end {
    case .never: text
    case .count(let count): "\(text)（共 \(count) 次）"
    case .until(let limit): "\(text)（至 \(date(limit.date))）"
    }
  }

  /// `周一至周五 08:30–17:30；周六 休息`.
  package func openingHours(_ hours: String) -> String {
    OpeningHoursText(
      words: ChineseOpeningHours(characters: characters, weekdayNames: Weekday.allCases.map(weekday))
    ).text(hours)
  }

  package func holiday(_ announced: String) -> String {
    Festival.announced(as: announced).map { $0.festival.map(name) ?? $0.name }.joined(separator: "、")
  }

  /// `十月十三`, `小雪`, `国庆节 休`, `春节 休 正月初一`, `班 八月初十`.
  package func leaf(_ labels: DayLabels) -> String? {
    let title: String? =
      switch labels.title {
      case .festivals(let festivals): festivals.map(name).joined(separator: " ")
      case .holiday(let announced): holiday(announced)
      case .solarTerm(let term): name(term)
      case nil: nil
      }
    let mark: String? =
      switch labels.dayKind {
      case .holiday: characters.off
      case .makeUpWorkday: characters.worked
      case .workday, .weekend, .unknown: nil
      }
    let lunar = labels.tellsLunarDate ? self.lunar(labels.lunar) : nil
    return [title, mark, labels.termBesideTitle.map(name), lunar].compactMap(\.self).joined(separator: " ")
  }

  /// `正月初一`, `闰十一月初一`, `腊月三十`.
  func lunar(_ date: LunarDate) -> String {
    let months = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", characters.twelfth]
    let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    let last = digits[(date.day - 1) % 10]
    let day =
      switch date.day {
      case 1...10: "初" + last
      case 11...19: "十" + last
      case 20: "二十"
      case 30: "三十"
      default: "廿" + last
      }
    return (date.isLeapMonth ? characters.leap : "") + months[date.month - 1] + "月" + day
  }
}
