package import CivilTime
import Diagnostics
import PublicText
package import Vocabulary

/// A line of a duty sheet (值班表): who answers on a day, or on the days of a week, and in which hours. A roster is worked out ahead; this is as
/// it was put down, day by day.
package struct ShiftRecord: Sendable, Hashable {
  package let unit: UnitID
  package let firstDay: CivilDate
  /// The same as the first where nothing else is said.
  package let lastDay: CivilDate
  /// Which of the unit's duty sheets it stands on, without its period: 保安 of 2026年12月保安值班表. Empty: the plain one.
  package let sheet: String
  /// In which order they stand on a day of the sheet, from 1.
  package let position: Int
  /// What is manned: 白班, 带班领导, 值班.
  package let post: String
  /// nil: the whole day.
  package let hours: ShiftHours?
  /// A role or an office; a person's name only where the site says that it publishes them. nil: the number alone is published.
  package let holder: String?
  /// An office's, or a mobile number of which the middle is masked.
  package let phone: String?
  package let note: String?

  package init(
    unit: UnitID, firstDay: CivilDate, lastDay: CivilDate? = nil, sheet: String = "", position: Int = 1, post: String,
    hours: ShiftHours? = nil, holder: String? = nil, phone: String? = nil, note: String? = nil
  ) {
    self.unit = unit
    self.firstDay = firstDay
    self.lastDay = lastDay ?? firstDay
    self.sheet = sheet
    self.position = position
    self.post = post
    self.hours = hours
    self.holder = holder
    self.phone = phone
    self.note = note
  }
}

/// From one time of a day to another: `08:00-17:00`; `17:00-08:00` ends on the day after.
package struct ShiftHours: Sendable, Hashable {
  /// 0…1439.
  package let start: Int
  /// 1…2879, counted from the same midnight.
  package let end: Int

  /// - Parameter end: 0…1440 of the day; one that is not after the start is meant of the day after.
  init?(start: Int, end: Int) {
    guard (0..<1440).contains(start), (0...1440).contains(end) else { return nil }
    self.start = start
    self.end = end > start ? end : end + 1440
  }

  /// `HH:MM-HH:MM`, as the database has it; nil for anything else.
  package init?(_ text: String) {
    let times = text.split(separator: "-", omittingEmptySubsequences: false).map { time -> Int? in
      let parts = time.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.allSatisfy(\.isASCII) }),
        let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<60).contains(minute), (0...24).contains(hour)
      else { return nil }
      return hour * 60 + minute
    }
    guard times.count == 2, let start = times[0], let end = times[1] else { return nil }
    self.init(start: start, end: end)
  }

  var text: String { "\(TimeText.clock(start))-\(TimeText.clock(end > 1440 ? end - 1440 : end))" }
}

extension Tables {
  static let shift = Table<ShiftRecord>(
    "shift", "值班表", ["值班", "值班安排", "值班安排表", "值班公示", "排班", "排班表", "shifts", "duty sheet"],
    key: ["unit_id", "first_day", "sheet", "post", "position"], title: "post",
    about: "who answers on a day or in a week, and when: a line of a duty sheet",
    columns:
      Column<UnitID>.reference("unit_id", to: "unit", "单位", "所属单位", "社区", "unit"),
    Column<CivilDate>.date("first_day", "日期", "值班日期", "值班时间", "开始日期", "起始日期", "date", "day", "from"),
    Column<CivilDate?>.optionalDate(
      "last_day", "结束日期", "至", "last day", "until", about: "of several days, the last; else empty"),
    Column<String?>.textOrEmpty(
      "sheet", "值班表名", "值班表名称", "duty sheet",
      about: "which of the unit's duty sheets it stands on, where there are several: `保安` of 2026年12月保安值班表; else empty"),
    Column<String>.text(
      "post", "班次", "岗位", "值班岗位", "班别", "职务", "shift", about: "what is manned, such as 白班, 带班领导 or 值班"),
    Column<Int>.integer(
      "position", "顺序", "position", about: "in which order they stand on the day; 1 where nothing is said",
      rules: [
        .number(
          in: 1...1e15, zh: "顺序从 1 开始", en: "positions count from 1",
          hint: Message(zh: "从 1 起编号", en: "number them from 1"))
      ]),
    Column<String?>.optionalText(
      "hours", "时段", "时间", "值班时段", "起止时间", "hours",
      about: "`08:00-17:00`; `17:00-08:00` ends on the next day; empty: the whole day",
      rules: [
        .text(
          zh: "时段要写成 08:00-17:00 的样子", en: "hours are written as 08:00-17:00",
          hint: Message(zh: "过夜的写 17:00-08:00；全天就留空", en: "overnight is 17:00-08:00; the whole day is empty")
        ) { ShiftHours($0) != nil }
      ]),
    Column<String?>.optionalText(
      "holder", "值班人员", "值班人", "值班员", "值班单位", "值班科室", "值班部门", "值守人员", "姓名", "人员", "who", "on duty",
      about: "a role or an office; a person only where `site.yaml` says `dutyNames: public`"),
    Column<String?>.optionalText(
      "phone", "值班电话", "电话", "联系电话", "办公电话", "联系方式", "tel", "telephone",
      about: "an office's, or a mobile number masked as `138****1234`"),
    Column<String?>.optionalText("note", "备注", "说明"),
    rules: [
      .inOrder("first_day", "last_day", zh: "结束日期早于开始日期", en: "it ends before it begins"),
      TableRule(
        ["holder", "phone"], zh: "值班人员和电话至少写一个", en: "a shift has a holder or a telephone number",
        hint: Message(zh: "写岗位、科室或值班电话", en: "write a role, an office or a number")
      ) { value in value("holder").filledText != nil || value("phone").filledText != nil },
    ]
  ) { _, unit, first, last, sheet, post, position, hours, holder, phone, note in
    ShiftRecord(
      unit: unit, firstDay: first, lastDay: last, sheet: sheet ?? "", position: position, post: post,
      hours: hours.flatMap { ShiftHours($0) },
      holder: holder, phone: phone, note: note)
  }
}
