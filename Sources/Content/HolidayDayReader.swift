import CivilTime
import Diagnostics
import Words

/// Reads the holidays of one file into their year, day by day, and says of each that can't stand why.
struct HolidayDayReader {
  private(set) var year: HolidayYear
  private(set) var locations: [CivilDate: Location] = [:]
  private let path: String
  private var names: [String] = []

  init(year: HolidayYear, path: String) {
    self.year = year
    self.path = path
  }

  /// The longest holiday there was is nine days (春节 2026); a longer run is a mistyped month.
  private static let longestSpan = 15

  /// One entry: `name`, `days`, `workdays`.
  mutating func read(_ fields: FieldReader) {
    let name = fields.requiredText("name")
    let days = fields.placed("days", Self.spanForm) { DaySpan($0) }
    fields.requireItems("days")
    let workdays = fields.placed("workdays", Self.dateForm) { TimeText.parseDate($0) }
    fields.finish()
    if let name { names.append(name) }

    // Without a name the days are entered all the same: what else is wrong with them is said in the same run.
    let holiday = name ?? ""
    for (span, location) in days where isSound(span, fields: fields, location: location) {
      var refusals: [HolidayYear.Refusal: [CivilDate]] = [:]
      for day in span.days {
        do throws(HolidayYear.Refusal) {
          try year.add(holiday: holiday, on: day)
          locations[day] = location
        } catch {
          refusals[error, default: []].append(day)
        }
      }
      for (refusal, days) in refusals { note(refusal, days: days, fields: fields, location: location) }
    }
    for (day, location) in workdays {
      do throws(HolidayYear.Refusal) {
        try year.add(makeUpWorkdayFor: holiday, on: day)
        locations[day] = location
      } catch {
        note(error, days: [day], fields: fields, location: location)
      }
    }
  }

  /// A list that leaves out one of the seven holidays of the law would make its days plain workdays.
  func noteMissingHolidays(at fields: FieldReader) {
    let missing = Self.holidays.filter { holiday in !names.contains { $0.contains(holiday) } }
    guard !missing.isEmpty else { return }
    fields.problem(
      .warning(
        "holidays.incomplete", zh: "没有写到：\(missing.joined(separator: "、"))",
        en: "not mentioned: \(missing.joined(separator: ", "))",
        hint: Message(
          zh: "没有列出的日子会当作普通的工作日或周末；请对照通知补全",
          en: "days that are not listed count as plain workdays and weekends; complete the list from the announcement"),
        at: fields.location(of: "holidays")))
  }

  /// 《全国年节及纪念日放假办法》, art. 2, without 节: 清明 and 清明节 are both written.
  private static let holidays = ["元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆"]

  private static let dateForm = Message(zh: "日期，如 2026-10-10", en: "a date like 2026-10-10")
  private static let spanForm = Message(
    zh: "日期或起止日期，如 2026-10-01 至 2026-10-07", en: "a date or two, like 2026-10-01 至 2026-10-07 or 2026-10-01..2026-10-07"
  )

  private func isSound(_ span: DaySpan, fields: FieldReader, location: Location) -> Bool {
    let text = "\(TimeText.date(span.first)) 至 \(TimeText.date(span.last))"
    if span.count < 1 {
      fields.problem(
        .error(
          "holidays.backwards", zh: "“\(text)”的结束早于开始", en: "“\(text)” ends before it begins",
          hint: Message(zh: "把两个日期对调，或改正其中一个", en: "exchange the dates, or mend one of them"), at: location))
    } else if span.count > Self.longestSpan {
      fields.problem(
        .error(
          "holidays.too-long", zh: "“\(text)”长达 \(span.count) 天", en: "“\(text)” is \(span.count) days long",
          hint: Message(
            zh: "一次放假不会超过 \(Self.longestSpan) 天，请核对月份",
            en: "no holiday is longer than \(Self.longestSpan) days: check the months"),
          at: location))
    }
    return (1...Self.longestSpan).contains(span.count)
  }

  private func note(_ refusal: HolidayYear.Refusal, days: [CivilDate], fields: FieldReader, location: Location) {
    let list = days.map { TimeText.date($0) }.joined(separator: "、")
    let other = days.compactMap { locations[$0] }.min()
    switch refusal {
    case .outsideYear:
      fields.problem(
        .error(
          "holidays.outside-year", zh: "\(list) 不属于 \(year.year) 年的安排",
          en: "\(list): not of the announcement for \(year.year)",
          hint: Message(
            zh: "可以写 \(year.year) 年的日子，以及上一年 12 月 25 日以后的日子",
            en: "it holds days of \(year.year), and those from 25 December of the year before"), at: location))
    case .listedTwice:
      fields.problem(
        .error(
          "holidays.listed-twice", zh: "\(list) 写了两次" + (other.map { "，另一处在 \($0)" } ?? ""),
          en: "\(list): listed twice" + (other.map { ", also at \($0)" } ?? ""),
          hint: Message(zh: "删去其中一处", en: "remove one of the two"), at: location))
    case .listedAsTheOther:
      fields.problem(
        .error(
          "holidays.conflict", zh: "\(list) 既是放假又是上班" + (other.map { "，另一处在 \($0)" } ?? ""),
          en: "\(list): both a holiday and a make-up workday" + (other.map { ", see \($0)" } ?? ""),
          hint: Message(zh: "对照通知，删去写错的一处", en: "remove the one that the announcement does not have"), at: location))
    case .notAtWeekend:
      let weekday = SimplifiedChinese.words.weekday(days[0].weekday)
      fields.problem(
        .error(
          "holidays.not-at-weekend", zh: "\(list) 是\(weekday)，调休上班日应当是周六或周日",
          en: "\(list) is a \(days[0].weekday), make-up workdays are Saturdays or Sundays",
          hint: Message(zh: "核对日期；放假的日子写在 days 里", en: "check the date; days off belong to `days`"), at: location))
    }
  }
}
