import Vocabulary

// The headers that community workers write, gathered from the forms they keep; a new one is added here and nowhere else.

extension TableForm {
  static let unit = TableForm(
    name: "unit", label: "单元", otherNames: ["单位", "组织", "组织架构", "units"], key: ["id"], title: "name",
    columns: [
      ColumnForm("id", "单位编号", "单元编号", "编号", "代码", kind: .identifier),
      ColumnForm("parent_id", "上级单位", "上级", "上级编号", "所属单位", "parent", kind: .reference("unit")),
      ColumnForm("level", "层级", "级别", "类型", kind: .terms(UnitLevel.self)),
      ColumnForm("name", "名称", "单位名称", "单元名称"),
      ColumnForm("short_name", "简称"),
      ColumnForm("phone", "电话", "联系电话", "咨询电话", "tel", "telephone"),
    ])

  static let venue = TableForm(
    name: "venue", label: "场所", otherNames: ["阵地", "场地", "活动阵地", "venues", "places"], key: ["id"], title: "name",
    columns: [
      ColumnForm("id", "场所编号", "阵地编号", "编号", "代码", kind: .identifier),
      ColumnForm("unit_id", "单位", "所属单位", "所属社区", "社区", "unit", kind: .reference("unit")),
      ColumnForm("name", "名称", "场所名称", "阵地名称"),
      ColumnForm("address", "地址", "详细地址"),
      ColumnForm("latitude", "纬度", "lat", kind: .number(.init())),
      ColumnForm("longitude", "经度", "lon", "lng", kind: .number(.init())),
      ColumnForm("area_m2", "面积", "面积平方米", "area", kind: .number(.init(units: ["平方米", "平米", "㎡", "m²", "m2"]))),
      ColumnForm("opening_hours", "开放时间", "营业时间", "hours"),
      ColumnForm("phone", "电话", "联系电话", "咨询电话", "tel", "telephone"),
    ])

  static let activity = TableForm(
    name: "activity", label: "活动", otherNames: ["活动表", "活动安排", "活动计划", "activities", "events"], key: ["id"],
    title: "title",
    columns: [
      ColumnForm("id", "活动编号", "编号", "代码", kind: .identifier),
      ColumnForm("title", "活动名称", "名称", "标题", "活动", "课程名称", "主题", "name"),
      ColumnForm("kind", "类型", "类别", "活动类型", "活动类别", "type", kind: .terms(ActivityKind.self)),
      ColumnForm(
        "track", "课程类别", "轨道", "课程类型",
        kind: .terms(Track.self, more: [.theory: ["理论"], .practice: ["实践"], .remote: ["远程", "线上"]])),
      ColumnForm("unit_id", "单位", "主办社区", "主办单位", "所属单位", "社区", "unit", kind: .reference("unit")),
      ColumnForm(
        "venue_id", "场所", "地点", "阵地", "场地", "活动地点", "活动阵地", "venue", "place", "location", kind: .reference("venue")),
      ColumnForm("host", "主办", "主讲", "主讲人", "主持", "主持人", "讲师", "speaker"),
      ColumnForm("audience", "对象", "面向", "面向对象", "参加对象", "活动对象"),
      ColumnForm("summary", "简介", "说明", "内容", "活动内容", "活动简介", "description"),
      ColumnForm("starts_on", "起始日期", "开始日期", "日期", "活动日期", "首次日期", "date", "start date", kind: .day, isStored: false),
      ColumnForm("starts_at", "开始时间", "时间", "活动时间", "start", "time", kind: .time),
      ColumnForm("ends_on", "结束日期", "截止日期", "终止日期", "end date", kind: .day, isStored: false),
      ColumnForm("ends_at", "结束时间", "end", kind: .time),
      ColumnForm("duration", "时长", "活动时长", "持续时间", "duration minutes", kind: .duration, isStored: false),
      ColumnForm("rrule", "重复", "频次", "周期", "重复规则", "repeat", "recurrence", kind: .rule),
      ColumnForm(
        "on_holiday", "节假日", "节假日安排", "遇节假日",
        kind: .terms(
          HolidayPolicy.self,
          more: [
            .held: ["照常举行", "照常", "不变"], .skipped: ["停办", "暂停", "停止", "取消"],
            .nextWorkday: ["顺延", "顺延至下一工作日", "顺延到下一个工作日", "下一工作日"],
          ])),
      ColumnForm(
        "capacity", "名额", "人数", "人数上限", "容量", kind: .integer(.init(units: ["人", "名", "个", "位"], none: ["不限"]))),
      ColumnForm(
        "fee_yuan", "费用", "收费", "费用元", "fee", "price", kind: .number(.init(units: ["元"], zero: ["免费", "free", "公益"]))),
      ColumnForm("points", "积分", kind: .integer(.init(units: ["分", "积分"], none: ["无"]))),
      ColumnForm("online_url", "直播地址", "直播链接", "线上地址", "回放地址", "online"),
      ColumnForm("signup_url", "报名地址", "报名链接", "signup"),
      ColumnForm(
        "status", "状态",
        kind: .terms(
          ActivityStatus.self,
          more: [.scheduled: ["正常", "已发布"], .cancelled: ["取消"], .postponed: ["延期", "推迟"]])),
      ColumnForm("page", "页面", "网页", "相关页面"),
      ColumnForm("updated_at", "更新时间", "修改时间", "最后修改", "updated", kind: .time),
    ])

  static let activityChange = TableForm(
    name: "activity_change", label: "变更", otherNames: ["活动变更", "调整", "活动调整", "changes"],
    key: ["activity_id", "occurs_at"], title: nil,
    columns: [
      .activityReference, .occurrence,
      ColumnForm("change", "变更", "变更类型", "调整", "类型", kind: .term(Self.changes)),
      ColumnForm("starts_at", "新开始时间", "开始时间", "改到", "调整后时间", "新时间", "start", kind: .time),
      ColumnForm("ends_at", "新结束时间", "结束时间", "end", kind: .time),
      ColumnForm("duration", "时长", "duration minutes", kind: .duration, isStored: false),
      ColumnForm("venue_id", "新场所", "场所", "地点", "新地点", "venue", "place", kind: .reference("venue")),
      ColumnForm("note", "备注", "说明", "原因"),
    ])

  static let attendance = TableForm(
    name: "attendance", label: "出席", otherNames: ["签到", "报名", "报名签到", "参加情况", "attendances"],
    key: ["activity_id", "occurs_at"], title: nil,
    columns: [
      .activityReference, .occurrence,
      ColumnForm("enrolled", "报名人数", "报名", "已报名", kind: .integer(.init(units: ["人", "名"]))),
      ColumnForm("attended", "到场人数", "签到人数", "实到", "实到人数", "出席人数", "到场", kind: .integer(.init(units: ["人", "名"]))),
    ])

  static let metric = TableForm(
    name: "metric", label: "指标", otherNames: ["数据", "数字", "metrics", "figures"], key: ["id"], title: "title",
    columns: [
      ColumnForm("id", "指标编号", "编号", "代码", kind: .identifier),
      ColumnForm("unit_id", "单位", "所属单位", "社区", "unit", kind: .reference("unit")),
      ColumnForm("title", "指标名称", "名称", "标题", "指标", "name"),
      ColumnForm("value", "数值", "值", kind: .number(.init())),
      ColumnForm("suffix", "计量单位", "量词"),
      ColumnForm("as_of", "截至日期", "统计日期", "日期", "date", kind: .date),
      ColumnForm("note", "备注", "说明"),
    ])

  static let metricHistory = TableForm(
    name: "metric_history", label: "指标历史", otherNames: ["历史数据", "指标历史数据", "metric histories"],
    key: ["metric_id", "as_of"], title: nil,
    columns: [
      ColumnForm("metric_id", "指标", "指标编号", "指标名称", "编号", "metric", kind: .reference("metric")),
      ColumnForm("as_of", "截至日期", "统计日期", "日期", "date", kind: .date),
      ColumnForm("value", "数值", "值", kind: .number(.init())),
    ])

  static let roster = TableForm(
    name: "roster", label: "轮值表", otherNames: ["轮值", "值班表", "rosters"], key: ["id"], title: "title",
    columns: [
      ColumnForm("id", "轮值编号", "编号", "代码", kind: .identifier),
      ColumnForm("unit_id", "单位", "所属单位", "社区", "unit", kind: .reference("unit")),
      ColumnForm("title", "轮值名称", "名称", "标题", "name"),
      ColumnForm(
        "period", "周期", "轮换周期",
        kind: .terms(RotationPeriod.self, more: [.week: ["周", "按周"], .month: ["月", "按月"]])),
      ColumnForm("starts_on", "起始日期", "开始日期", "start date", kind: .date),
      ColumnForm("note", "备注", "说明"),
    ])

  static let rosterHolder = TableForm(
    name: "roster_holder", label: "轮值名单", otherNames: ["轮值人员", "轮值单位", "值班人员", "roster holders"],
    key: ["roster_id", "position"], title: nil,
    columns: [
      .rosterReference, .position,
      ColumnForm("name", "名称", "单位", "轮值单位", "岗位", "人员", "姓名"),
      ColumnForm("phone", "电话", "联系电话", "tel", "telephone"),
    ])

  static let rosterSwap = TableForm(
    name: "roster_swap", label: "轮值调换", otherNames: ["换班", "调班", "roster swaps"], key: ["roster_id", "turn_start"],
    title: nil,
    columns: [
      .rosterReference,
      ColumnForm("turn_start", "轮次起始日期", "轮次", "起始日期", "日期", "date", kind: .date),
      .position,
      ColumnForm("note", "备注", "说明", "原因"),
    ])

  static let honour = TableForm(
    name: "honour", label: "荣誉", otherNames: ["获奖", "所获荣誉", "荣誉表", "honours", "honors", "awards"], key: ["id"],
    title: "title",
    columns: [
      ColumnForm("id", "荣誉编号", "编号", "代码", kind: .identifier),
      ColumnForm("unit_id", "单位", "所属单位", "获奖单位", "社区", "unit", kind: .reference("unit")),
      ColumnForm("title", "荣誉名称", "名称", "荣誉", "称号", "标题", "name"),
      ColumnForm("awarded_by", "授予单位", "授予机关", "颁发单位", "颁奖单位", "授予"),
      ColumnForm("awarded_on", "授予时间", "授予日期", "获奖时间", "获奖日期", "时间", "日期", "date", kind: .partialDate),
      ColumnForm("note", "备注", "说明"),
    ])

  static let almanac = TableForm(
    name: "almanac", label: "史上今天", otherNames: ["历史上的今天", "党史上的今天", "纪念日", "almanacs"], key: ["id"],
    title: "title",
    columns: [
      ColumnForm("id", "条目编号", "编号", "代码", kind: .identifier),
      ColumnForm("month_day", "月日", "日期", "date", kind: .monthDay),
      ColumnForm("year", "年份", "年", kind: .integer(.init(units: ["年"], none: ["每年"]))),
      ColumnForm("title", "标题", "名称", "事件", "name"),
      ColumnForm("text", "正文", "内容", "说明", "简介", "description"),
      ColumnForm("unit_id", "单位", "所属单位", "社区", "unit", kind: .reference("unit")),
    ])

  private static let changes: [ColumnForm.Word] = [
    .init(code: "cancelled", labels: ["已取消", "取消", "停办"]),
    .init(code: "moved", labels: ["已调整", "调整", "改期", "改时间", "改地点", "换地点"]),
    .init(code: "added", labels: ["加场", "增加", "新增", "加办"]), .init(code: "ended", labels: ["结束", "已结束", "终止", "不再举办"]),
  ]
}

extension ColumnForm {
  fileprivate static let activityReference = ColumnForm(
    "activity_id", "活动", "活动编号", "活动名称", "编号", "activity", kind: .reference("activity"))
  fileprivate static let occurrence = ColumnForm(
    "occurs_at", "原定时间", "场次", "场次时间", "原时间", "时间", "活动时间", "occurrence", kind: .time)
  fileprivate static let rosterReference = ColumnForm(
    "roster_id", "轮值表", "轮值", "轮值编号", "roster", kind: .reference("roster"))
  fileprivate static let position = ColumnForm("position", "顺序", "序号", "次序", "位置", kind: .integer(.init()))
}

extension ColumnForm.Kind {
  /// A vocabulary's codes, with their labels and what else people write.
  fileprivate static func terms<Word: Term>(_ type: Word.Type, more: [Word: [String]] = [:]) -> ColumnForm.Kind {
    .term(Word.allCases.map { .init(code: $0.rawValue, labels: [$0.label] + more[$0, default: []]) })
  }
}
