package import CivilTime
import Diagnostics
package import Vocabulary

package struct ActivityRecord: Sendable, Hashable {
  package let id: ActivityID
  package let title: String
  package let kind: ActivityKind
  /// For classrooms, always; else nil.
  package let track: Track?
  package let unit: UnitID
  package let venue: VenueID?
  package let host: String?
  package let audience: String?
  package let summary: String?
  package let start: LocalDateTime
  /// Later than `start`.
  package let end: LocalDateTime
  package let rule: RecurrenceRule?
  package let capacity: Int?
  package let feeYuan: Double?
  package let points: Int?
  package let onlineURL: String?
  package let signupURL: String?
  package let status: ActivityStatus
  package let onHoliday: HolidayPolicy
  /// The URL path of a page about it.
  package let page: String?
  /// What is owed that it meets.
  package let duty: DutyID?
  package let updatedAt: LocalDateTime
}

extension Tables {
  static let activity = Table<ActivityRecord>(
    "activity", "活动", ["活动表", "活动安排", "活动安排表", "活动计划", "课程表", "课表", "课程安排", "activities", "events"], key: ["id"],
    title: "title",
    about: "something that happens once or by a rule",
    columns:
      Column<ActivityID>.id("活动编号", "编号", "代码"),
    Column<String>.text("title", "活动名称", "名称", "标题", "活动", "课程名称", "主题", "name"),
    Column<ActivityKind>.term("kind", "类型", "类别", "活动类型", "活动类别", "type"),
    Column<Track?>.optionalTerm(
      "track", "课程类别", "轨道", "课程类型",
      more: [.theory: ["理论"], .practice: ["实践"], .remote: ["远程", "线上"]], about: "of classrooms, always and only"),
    Column<UnitID>.reference("unit_id", to: "unit", "单位", "主办社区", "主办单位", "所属单位", "社区", "unit"),
    Column<VenueID?>.optionalReference(
      "venue_id", to: "venue", "场所", "地点", "阵地", "场地", "活动地点", "活动阵地", "venue", "place", "location"),
    Column<String?>.optionalText(
      "host", "主办", "主讲", "主讲人", "主持", "主持人", "讲师", "speaker", about: "a role or an organisation"),
    Column<String?>.optionalText("audience", "对象", "面向", "面向对象", "参加对象", "活动对象"),
    Column<String?>.optionalText("summary", "简介", "说明", "内容", "活动内容", "活动简介", "description"),
    Column<Void>.sheetDay("starts_on", "起始日期", "开始日期", "日期", "活动日期", "首次日期", "date", "start date"),
    Column<LocalDateTime>.time(
      "starts_at", "开始时间", "时间", "活动时间", "开始", "start", "time",
      about: "of the first occurrence; the rule must produce it"),
    Column<Void>.sheetDay("ends_on", "结束日期", "截止日期", "终止日期", "end date"),
    Column<LocalDateTime>.time("ends_at", "结束时间", "结束", "end", about: "of the first occurrence, not of the series"),
    Column<Void>.duration,
    Column<RecurrenceRule?>.recurrence(
      "rrule", from: "starts_at", until: "ends_at", "重复", "频次", "周期", "重复规则", "repeat", "recurrence",
      about: "RFC 5545 without DTSTART"),
    Column<HolidayPolicy>.term(
      "on_holiday", "节假日", "节假日安排", "遇节假日",
      more: [
        .held: ["照常举行", "照常", "不变"], .skipped: ["停办", "暂停", "停止", "取消"],
        .nextWorkday: ["顺延", "顺延至下一工作日", "顺延到下一个工作日", "下一工作日"],
      ], about: "what a series does on public holidays; see below"),
    Column<Int?>.optionalInteger(
      "capacity", "名额", "人数", "人数上限", "容量", quantity: .init(units: ["人", "名", "个", "位"], none: ["不限"]),
      about: "places; empty where there is no limit",
      rules: [
        .number(
          in: 1...1e15, zh: "名额要大于 0", en: "a capacity is more than 0",
          hint: Message(zh: "不限就留空，或写“不限”", en: "leave it empty where there is no limit"))
      ]),
    Column<Double?>.optionalNumber(
      "fee_yuan", "费用", "收费", "费用元", "fee", "price", quantity: .init(units: ["元"], zero: ["免费", "free", "公益"]),
      about: "yuan a person; 0 is free",
      rules: [
        .number(
          in: 0...1e12, zh: "费用不能小于 0", en: "a fee is 0 or more",
          hint: Message(zh: "写元数，不收费写 0 或“免费”", en: "write yuan; 0 is free"))
      ]),
    Column<Int?>.optionalInteger(
      "points", "积分", quantity: .init(units: ["分", "积分"], none: ["无"]), about: "for attending",
      rules: [
        .number(
          in: 0...1e15, zh: "积分不能小于 0", en: "points are 0 or more",
          hint: Message(zh: "没有积分就留空", en: "leave it empty where there are none"))
      ]),
    Column<String?>.optionalText("online_url", "直播地址", "直播链接", "线上地址", "回放地址", "online", rules: [.webAddress]),
    Column<String?>.optionalText("signup_url", "报名地址", "报名链接", "signup", rules: [.webAddress]),
    Column<ActivityStatus>.term(
      "status", "状态", more: [.scheduled: ["正常", "已发布"], .cancelled: ["取消"], .postponed: ["延期", "推迟"]]),
    Column<String?>.optionalText(
      "page", "页面", "网页", "相关页面", about: "the path of a page of the site about it", rules: [.sitePath]),
    Column<DutyID?>.optionalReference(
      "duty_id", to: "duty", "公开事项", "所属公开事项", "履行事项", "duty", about: "what is owed that each of its occurrences meets"),
    Column<LocalDateTime>.time(
      "updated_at", "更新时间", "修改时间", "最后修改", "updated", about: "set it when you change the row or one of its changes"),
    rules: [
      TableRule(
        ["track", "kind"], zh: "先锋课堂必须写明课程类别", en: "a classroom has a track",
        hint: Message(zh: "在“课程类别”列写理论培训、实践操作或远程线上", en: "set track to theory, practice or remote")
      ) { value in value("kind").filledText != ActivityKind.classroom.rawValue || !value("track").isNull },
      TableRule(
        ["track", "kind"], zh: "只有先锋课堂写课程类别", en: "only a classroom has a track",
        hint: Message(zh: "清空“课程类别”，或把类型改为先锋课堂", en: "empty track, or set kind to classroom")
      ) { value in
        value("kind").filledText.map { $0 == ActivityKind.classroom.rawValue } ?? true || value("track").isNull
      },
      .endsAfterStart,
    ], record: ActivityRecord.make)
}

extension ActivityRecord {
  /// In the order of the columns; nothing is taken of those that are in spreadsheets alone.
  fileprivate static func make(
    _ row: CheckedRow, _ id: ActivityID, _ title: String, _ kind: ActivityKind, _ track: Track?, _ unit: UnitID,
    _ venue: VenueID?, _ host: String?, _ audience: String?, _ summary: String?, _: Void, _ start: LocalDateTime,
    _: Void,
    _ end: LocalDateTime, _: Void, _ rule: RecurrenceRule?, _ onHoliday: HolidayPolicy, _ capacity: Int?,
    _ fee: Double?,
    _ points: Int?, _ online: String?, _ signup: String?, _ status: ActivityStatus, _ page: String?,
    _ duty: DutyID?, _ updated: LocalDateTime
  ) -> ActivityRecord? {
    ActivityRecord(
      id: id, title: title, kind: kind, track: track, unit: unit, venue: venue, host: host, audience: audience,
      summary: summary, start: start, end: end, rule: rule, capacity: capacity, feeYuan: fee, points: points,
      onlineURL: online, signupURL: signup, status: status, onHoliday: onHoliday, page: page, duty: duty,
      updatedAt: updated)
  }
}
