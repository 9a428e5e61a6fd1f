package import CivilTime
import Diagnostics
package import Vocabulary

/// What happened on a day of some year, or what each year's day is kept for.
package struct AlmanacRecord: Sendable, Hashable {
  package let id: AlmanacID
  package let monthDay: MonthDay
  /// nil for a day that every year has; else the year has this day.
  package let year: Int?
  package let title: String
  package let text: String?
  /// nil for all.
  package let unit: UnitID?
}

extension Tables {
  static let almanac = Table<AlmanacRecord>(
    "almanac", "史上今天", ["历史上的今天", "党史上的今天", "纪念日", "almanacs"], key: ["id"], title: "title",
    about: "what happened on a day of the year, or what the day is kept for",
    columns:
      Column<AlmanacID>.id("条目编号", "编号", "代码"),
    Column<MonthDay>.monthDay("month_day", "月日", "日期", "date", about: "`02-29` is shown in leap years only"),
    Column<Int?>.optionalInteger(
      "year", "年份", "年", quantity: .init(units: ["年"], none: ["每年"]), about: "empty for what every year has",
      rules: [
        .number(
          in: 1...9999, zh: "年份应在 1 到 9999 之间", en: "a year is from 1 to 9999",
          hint: Message(zh: "写四位数的年份；每年都有的日子留空", en: "write four digits; leave it empty for a day that every year has"))
      ]),
    Column<String>.text("title", "标题", "名称", "事件", "name"),
    Column<String?>.optionalText("text", "正文", "内容", "说明", "简介", "description"),
    Column<UnitID?>.optionalReference("unit_id", to: "unit", "单位", "所属单位", "社区", "unit", about: "empty for all"),
    rules: [
      TableRule(
        ["month_day", "year"], zh: "那一年没有 2 月 29 日", en: "that year has no February 29",
        hint: Message(zh: "改正月日或年份", en: "mend the day or the year")
      ) { value in
        guard let day = value("month_day").filledText.flatMap({ TimeText.parseMonthDay($0) }),
          let year = value("year").integer, (1...9999).contains(year)
        else { return true }
        return day.date(in: year) != nil
      }
    ]
  ) { _, id, monthDay, year, title, text, unit in
    AlmanacRecord(id: id, monthDay: monthDay, year: year, title: title, text: text, unit: unit)
  }
}
