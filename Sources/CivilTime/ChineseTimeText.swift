/// Dates and times as a Chinese reader expects them (GB/T 15835: Arabic figures for dates and times).
public enum ChineseTimeText {
  /// `2026年11月25日`.
  public static func date(_ date: CivilDate) -> String {
    let (year, month, day) = date.parts
    return "\(year)年\(month)月\(day)日"
  }

  /// `11月25日`.
  public static func monthDay(_ date: CivilDate) -> String {
    let (_, month, day) = date.parts
    return "\(month)月\(day)日"
  }

  /// `周三`.
  public static func weekday(_ weekday: Weekday) -> String {
    "周" + ["一", "二", "三", "四", "五", "六", "日"][weekday.rawValue]
  }

  /// `11月25日 周三`.
  public static func day(_ date: CivilDate) -> String {
    monthDay(date) + " " + weekday(date.weekday)
  }

  /// `14:30–16:00`; with days where it runs over midnight: `11月25日 22:00 – 11月26日 06:00`.
  public static func range(from start: LocalDateTime, to end: LocalDateTime) -> String {
    if isAllDay(from: start, to: end) {
      let last = (end + -1).date
      return last == start.date ? "全天" : "\(monthDay(start.date))–\(monthDay(last)) 全天"
    }
    if start.date == end.date { return TimeText.time(start) + "–" + TimeText.time(end) }
    return "\(monthDay(start.date)) \(TimeText.time(start)) – \(monthDay(end.date)) \(TimeText.time(end))"
  }

  /// Whole days: from midnight to a midnight.
  public static func isAllDay(from start: LocalDateTime, to end: LocalDateTime) -> Bool {
    start.minuteOfDay == 0 && end.minuteOfDay == 0 && start < end
  }
}

extension ChineseTimeText {
  /// The last moment before `time`, as people say it: `2026年11月30日` where it is a midnight, else with the time.
  public static func until(_ time: LocalDateTime) -> String {
    time.minuteOfDay == 0 ? date((time + -1).date) : "\(date(time.date)) \(TimeText.time(time))"
  }

  /// `每周三、周五`, `每两周周六`, `每月5日`, `每3个月最后一个周五`.
  public static func rule(_ rule: RecurrenceRule, from start: LocalDateTime) -> String {
    var text = pattern(rule, from: start.date)
    switch rule.end {
    case .never: break
    case .count(let count): text += "（共 \(count) 次）"
    case .until(let limit): text += "（至 \(date(limit.date))）"
    }
    return text
  }

  private static func pattern(_ rule: RecurrenceRule, from start: CivilDate) -> String {
    let every = interval(rule)
    let months = rule.byMonth.isEmpty ? "" : rule.byMonth.map { "\($0)月" }.joined(separator: "、")
    let days = days(rule, from: start)
    switch rule.frequency {
    case .daily: return every + months + (rule.byDay.isEmpty ? "" : days)
    case .weekly:
      let isWorkweek = Set(rule.byDay.map(\.weekday)) == [.monday, .tuesday, .wednesday, .thursday, .friday]
      if isWorkweek, rule.interval == 1 { return "周一至周五" + (months.isEmpty ? "" : "（\(months)）") }
      // 每周 + 周三 is said 每周三.
      return every + (rule.interval == 1 ? String(days.dropFirst()) : days) + (months.isEmpty ? "" : "（\(months)）")
    case .monthly: return every + months + days
    case .yearly: return every + (months.isEmpty ? "\(start.month)月" : months) + days
    }
  }

  private static func interval(_ rule: RecurrenceRule) -> String {
    let unit =
      switch rule.frequency {
      case .daily: "天"
      case .weekly: "周"
      case .monthly: "月"
      case .yearly: "年"
      }
    if rule.interval == 1 { return "每" + unit }
    let count = rule.interval == 2 ? "两" : "\(rule.interval)"
    return "每\(count)\(rule.frequency == .monthly ? "个月" : unit)"
  }

  private static func days(_ rule: RecurrenceRule, from start: CivilDate) -> String {
    let monthDays = rule.byMonthDay.map { $0 > 0 ? "\($0)日" : $0 == -1 ? "最后一天" : "倒数第\(-$0)天" }
    if !monthDays.isEmpty { return monthDays.joined(separator: "、") }
    if rule.byDay.isEmpty {
      return rule.frequency == .weekly ? weekday(start.weekday) : rule.frequency == .daily ? "" : "\(start.day)日"
    }
    return rule.byDay.map { item in
      switch item.ordinal {
      case 0: weekday(item.weekday)
      case -1: "最后一个\(weekday(item.weekday))"
      case ..<0: "倒数第\(-item.ordinal)个\(weekday(item.weekday))"
      default: "第\(item.ordinal)个\(weekday(item.weekday))"
      }
    }.joined(separator: "、")
  }
}

extension ChineseTimeText {
  /// `11月25日 周三 14:30–16:00`.
  public static func dayAndTime(from start: LocalDateTime, to end: LocalDateTime) -> String {
    let range = range(from: start, to: end)
    // Ranges over several days name them already.
    return (end + -1).date == start.date ? "\(day(start.date)) \(range)" : range
  }

  /// `11月1日–30日`, `11月30日–12月6日`.
  public static func days(_ days: ClosedRange<CivilDate>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return monthDay(first) }
    return monthDay(first) + "–"
      + (first.month == last.month && first.year == last.year ? "\(last.day)日" : monthDay(last))
  }
}
