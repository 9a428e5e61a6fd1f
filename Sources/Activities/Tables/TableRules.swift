import CivilTime
import Diagnostics
import Vocabulary

/// A CHECK of the schema in people's words, so that a broken one is told at its cell with what to do, and all of a row at once.
struct TableRule {
  /// What the rule is about; the first that a sheet has is where it is told.
  let columns: [String]
  let message: Message
  let hint: Message
  /// Whether a row's values keep it; nothing (`.null`) is a value too.
  let holds: @Sendable (_ value: (String) -> StoredValue) -> Bool

  static func all(of table: String) -> [TableRule] { tables[table] ?? [] }

  private static let tables: [String: [TableRule]] = [
    "unit": unit, "venue": venue, "activity": activity, "activity_change": change, "attendance": attendance,
    "roster_holder": holder, "almanac": almanac,
  ]
}

// MARK: Kinds of rules

extension TableRule {
  private static func number(
    _ column: String, zh: String, en: String, hint: Message, _ isRight: @escaping @Sendable (Double) -> Bool
  ) -> TableRule {
    TableRule(columns: [column], message: Message(zh: zh, en: en), hint: hint) { value in
      // A guard, because Swift 6.3.1's optimizer crashes on `.map(isRight) ?? true` here.
      guard let number = value(column).number else { return true }
      return isRight(number)
    }
  }

  private static func webAddress(_ column: String) -> TableRule {
    TableRule(
      columns: [column],
      message: Message(
        zh: "网址应以 https:// 开头，不含空格", en: "an address begins with https:// and holds no spaces"),
      hint: Message(
        zh: "从浏览器的地址栏复制完整的网址；没有就留空", en: "copy the whole address from a browser, or leave it empty")
    ) { value in
      guard let address = text(value(column)) else { return true }
      return CheckedRow.isWebAddress(address)
    }
  }

  private static let endsAfterStart = TableRule(
    columns: ["ends_at", "duration", "starts_at"],
    message: Message(zh: "结束时间不晚于开始时间", en: "it ends before it starts"),
    hint: Message(zh: "改正其中一个；过了零点写“次日6:00”", en: "mend one of them; past midnight, write 次日6:00")
  ) { value in
    guard let start = text(value("starts_at")), let end = text(value("ends_at")) else { return true }
    return end > start
  }

  private static func text(_ value: StoredValue) -> String? { value.filledText }
}

// MARK: Tables

extension TableRule {
  private static let unit = [
    TableRule(
      columns: ["parent_id"], message: Message(zh: "上级不能是它自己", en: "a unit does not stand below itself"),
      hint: Message(zh: "写上一级单位，最上一级留空", en: "name the unit above it; leave it empty for the topmost")
    ) { value in text(value("parent_id")).map { $0 != text(value("id")) } ?? true }
  ]

  private static let venue = [
    number(
      "latitude", zh: "纬度应在 -90 到 90 之间", en: "a latitude is from -90 to 90",
      hint: Message(zh: "国内的纬度在 3 到 54 之间；是不是和经度写反了？", en: "are latitude and longitude the wrong way round?")
    ) { (-90...90).contains($0) },
    number(
      "longitude", zh: "经度应在 -180 到 180 之间", en: "a longitude is from -180 to 180",
      hint: Message(zh: "国内的经度在 73 到 136 之间，用度的小数写，如 117.0252", en: "write it in decimal degrees, such as 117.0252")
    ) { (-180...180).contains($0) },
    TableRule(
      columns: ["longitude", "latitude"],
      message: Message(zh: "经度和纬度要么都写，要么都不写", en: "latitude and longitude come together or not at all"),
      hint: Message(zh: "补上另一个，或两个都留空", en: "add the other, or leave both empty")
    ) { value in value("latitude").isNull == value("longitude").isNull },
    number(
      "area_m2", zh: "面积要大于 0", en: "an area is more than 0",
      hint: Message(zh: "写平方米数，不知道就留空", en: "write square metres, or leave it empty")
    ) { $0 > 0 && $0 <= 1e12 },
  ]

  private static let activity = [
    // CheckedRow's rule: a classroom has a track, and nothing else has one.
    TableRule(
      columns: ["track", "kind"], message: Message(zh: "先锋课堂必须写明课程类别", en: "a classroom has a track"),
      hint: Message(zh: "在“课程类别”列写理论培训、实践操作或远程线上", en: "set track to theory, practice or remote")
    ) { value in text(value("kind")) != ActivityKind.classroom.rawValue || !value("track").isNull },
    TableRule(
      columns: ["track", "kind"], message: Message(zh: "只有先锋课堂写课程类别", en: "only a classroom has a track"),
      hint: Message(zh: "清空“课程类别”，或把类型改为先锋课堂", en: "empty track, or set kind to classroom")
    ) { value in
      text(value("kind")).map { $0 == ActivityKind.classroom.rawValue } ?? true || value("track").isNull
    },
    endsAfterStart,
    number(
      "capacity", zh: "名额要大于 0", en: "a capacity is more than 0",
      hint: Message(zh: "不限就留空，或写“不限”", en: "leave it empty where there is no limit")
    ) { $0 > 0 },
    number(
      "fee_yuan", zh: "费用不能小于 0", en: "a fee is 0 or more",
      hint: Message(zh: "写元数，不收费写 0 或“免费”", en: "write yuan; 0 is free")
    ) { (0...1e12).contains($0) },
    number(
      "points", zh: "积分不能小于 0", en: "points are 0 or more",
      hint: Message(zh: "没有积分就留空", en: "leave it empty where there are none")
    ) { $0 >= 0 },
    webAddress("online_url"), webAddress("signup_url"),
    TableRule(
      columns: ["page"],
      message: Message(zh: "页面写本站的路径，以 / 开头", en: "a page is a path of this site that begins with /"),
      hint: Message(zh: "如 /notices/reading/，没有就留空", en: "such as /notices/reading/, or leave it empty")
    ) { value in text(value("page"))?.hasPrefix("/") ?? true },
  ]

  private static let change = [
    endsAfterStart,
    TableRule(
      columns: ["ends_at", "duration", "starts_at"],
      message: Message(zh: "新的开始和结束时间要么都写，要么都不写", en: "starts_at and ends_at come together or not at all"),
      hint: Message(zh: "补上另一个，或两个都留空", en: "add the other, or leave both empty")
    ) { value in value("starts_at").isNull == value("ends_at").isNull },
    TableRule(
      columns: ["change"], message: Message(zh: "调整要写新的时间或新的场所", en: "moved needs a new time or a new venue"),
      hint: Message(
        zh: "写“新开始时间”“新结束时间”，或“新场所”；不办了写“取消”", en: "give starts_at and ends_at, or venue_id; else write cancelled")
    ) { value in
      text(value("change")) != "moved" || !value("starts_at").isNull || !value("venue_id").isNull
    },
    TableRule(
      columns: ["venue_id", "starts_at", "ends_at", "change"],
      message: Message(zh: "结束一个系列不写新的时间和场所", en: "the end of a series has no new time and no new venue"),
      hint: Message(zh: "清空新的时间和场所，或把变更改为“调整”", en: "empty them, or write moved")
    ) { value in text(value("change")) != "ended" || value("starts_at").isNull && value("venue_id").isNull },
    TableRule(
      columns: ["venue_id", "change"],
      message: Message(zh: "取消一场不写新的场所", en: "a cancelled occurrence has no new venue"),
      hint: Message(zh: "清空新场所，或把变更改为“调整”", en: "empty venue_id, or write moved")
    ) { value in text(value("change")) != "cancelled" || !value("starts_at").isNull || value("venue_id").isNull },
  ]

  private static let attendance = ["enrolled", "attended"].map { column in
    number(
      column, zh: "人数不能小于 0", en: "a number of people is 0 or more",
      hint: Message(zh: "改正人数；还不知道就留空", en: "mend it, or leave it empty")
    ) { $0 >= 0 }
  }

  private static let almanac = [
    number(
      "year", zh: "年份应在 1 到 9999 之间", en: "a year is from 1 to 9999",
      hint: Message(zh: "写四位数的年份；每年都有的日子留空", en: "write four digits; leave it empty for a day that every year has")
    ) { (1...9999).contains($0) },
    TableRule(
      columns: ["month_day", "year"], message: Message(zh: "那一年没有 2 月 29 日", en: "that year has no February 29"),
      hint: Message(zh: "改正月日或年份", en: "mend the day or the year")
    ) { value in
      guard let day = text(value("month_day")).flatMap({ TimeText.parseMonthDay($0) }),
        let year = value("year").integer, (1...9999).contains(year)
      else { return true }
      return day.date(in: year) != nil
    },
  ]

  private static let holder = [
    number(
      "position", zh: "顺序从 1 开始", en: "positions count from 1",
      hint: Message(zh: "从 1 起连续编号", en: "number them from 1 without gaps")
    ) { $0 >= 1 }
  ]
}
