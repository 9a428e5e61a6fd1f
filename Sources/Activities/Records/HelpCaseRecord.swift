package import CivilTime
import Diagnostics
package import Vocabulary

/// Something that a resident asked for. No output holds it: it is counted, and published where its text is approved.
package struct HelpCaseRecord: Sendable, Hashable {
  /// For those who keep the rows.
  package let id: CaseID
  package let unit: UnitID
  /// A word or two.
  package let category: String
  package let channel: CaseChannel
  /// nil until it is known.
  package let disposition: CaseDisposition?
  package let reportedAt: LocalDateTime
  /// When it was first answered.
  package let acceptedAt: LocalDateTime?
  /// The last day on which it is closed in time.
  package let dueOn: CivilDate?
  package let closedAt: LocalDateTime?
  package let ratedAt: LocalDateTime?
  /// Within how many minutes it was to be answered.
  package let promisedMinutes: Int?
  /// 1…5.
  package let rating: Int?
  package let publicText: String?
  package let approvedOn: CivilDate?

  package init(
    id: CaseID, unit: UnitID, category: String, channel: CaseChannel, disposition: CaseDisposition?,
    reportedAt: LocalDateTime, acceptedAt: LocalDateTime?, dueOn: CivilDate?, closedAt: LocalDateTime?,
    ratedAt: LocalDateTime?, promisedMinutes: Int?, rating: Int?, publicText: String?, approvedOn: CivilDate?
  ) {
    self.id = id
    self.unit = unit
    self.category = category
    self.channel = channel
    self.disposition = disposition
    self.reportedAt = reportedAt
    self.acceptedAt = acceptedAt
    self.dueOn = dueOn
    self.closedAt = closedAt
    self.ratedAt = ratedAt
    self.promisedMinutes = promisedMinutes
    self.rating = rating
    self.publicText = publicText
    self.approvedOn = approvedOn
  }
}

extension Tables {
  static let helpCase = Table<HelpCaseRecord>(
    "help_case", "事项登记", ["办件", "办件登记", "办件台账", "居民事项", "help cases", "cases"], key: ["id"],
    about:
      "something that a resident asked for; never published but as figures, and as the text that was approved for publication",
    columns:
      Column<CaseID>.id("登记编号", "编号", "事项编号", "代码"),
    Column<UnitID>.reference("unit_id", to: "unit", "单位", "网格", "所属单位", "社区", "unit"),
    Column<String>.caseCategory,
    Column<CaseChannel>.term(
      "channel", "渠道", "来源", "反映渠道",
      more: [
        .visit: ["来访", "当面", "窗口"], .phone: ["来电"], .hotline: ["12345", "热线转办"], .online: ["线上", "小程序", "微信"],
        .meeting: ["会议", "议事会"],
      ], about: "how it was reported"),
    Column<CaseDisposition?>.optionalTerm(
      "disposition", "办理方式", "处置", "办理级别",
      more: [
        .onTheSpot: ["现场办结", "现场"], .station: ["网格站"], .team: ["专班"], .referred: ["转办", "转部门"],
        .declined: ["不予办理", "办不了"],
      ], about: "who dealt with it; empty until it is known"),
    Column<LocalDateTime>.time("reported_at", "反映时间", "登记时间", "提出时间"),
    Column<LocalDateTime?>.optionalTime("accepted_at", "受理时间", "答复时间", "首次回话", about: "when it was first answered"),
    Column<CivilDate?>.optionalDate("due_on", "办结期限", "期限", about: "the last day on which it is closed in time"),
    Column<LocalDateTime?>.optionalTime("closed_at", "办结时间", "完成时间", about: "when the resident was given its outcome"),
    Column<LocalDateTime?>.optionalTime("rated_at", "评价时间", "回访时间"),
    Column<Int?>.optionalInteger(
      "promised_minutes", "承诺分钟", "承诺答复时间", "承诺时限", quantity: .init(units: ["分钟", "分"]),
      about: "within how many minutes it was to be answered",
      rules: [
        .number(
          in: 1...1e9, zh: "承诺分钟从 1 起", en: "a promise is 1 minute or more",
          hint: Message(zh: "写多少分钟内答复；没有承诺就留空", en: "within how many minutes; empty where nothing is promised"))
      ]),
    Column<Int?>.optionalInteger(
      "rating", "评分", "满意度", "打分", quantity: .init(units: ["分", "星"]), about: "1 to 5",
      rules: [
        .number(
          in: 1...5, zh: "评分是 1 到 5", en: "a rating is 1 to 5",
          hint: Message(zh: "5 是很满意，1 是很不满意；没评就留空", en: "5 is the best; empty where nobody rated"))
      ]),
    Column<String?>.optionalText(
      "public_text", "公开内容", "公开文字", "公开说明",
      about: "its story as it may be published, from which nobody can be recognised; only with approved_on"),
    Column<CivilDate?>.optionalDate("approved_on", "批准日期", "审批日期", about: "when that text was approved for the public"),
    rules: [
      .inOrder("reported_at", "accepted_at", zh: "受理时间早于反映时间", en: "it was accepted before it was reported"),
      .inOrder("accepted_at", "closed_at", zh: "办结时间早于受理时间", en: "it was closed before it was accepted"),
      .inOrder("closed_at", "rated_at", zh: "评价时间早于办结时间", en: "it was rated before it was closed"),
      TableRule(
        ["due_on", "reported_at"], zh: "办结期限早于反映那天", en: "it was due before it was reported",
        hint: Message(zh: "改正其中一个", en: "mend one of them")
      ) { value in
        guard let due = value("due_on").filledText, let reported = value("reported_at").filledText else { return true }
        return due >= reported.prefix(10)
      },
      TableRule(
        ["accepted_at", "closed_at"], zh: "办结的事项要有受理时间", en: "what is closed was accepted",
        hint: Message(zh: "填上第一次答复的时间；当场办的，与办结时间相同", en: "fill in when it was first answered")
      ) { value in value("closed_at").isNull || !value("accepted_at").isNull },
      TableRule(
        ["disposition", "closed_at"], zh: "办结的事项要写办理方式", en: "what is closed says who dealt with it",
        hint: Message(zh: "写现场办、网格站办、专班办、转部门办或说明原因", en: "fill in disposition")
      ) { value in value("closed_at").isNull || !value("disposition").isNull },
      TableRule(
        ["closed_at", "disposition"], zh: "已说明原因、不再办的，要写办结时间", en: "what is declined is closed",
        hint: Message(zh: "填上告知原因的时间", en: "fill in when the reason was given")
      ) { value in
        value("disposition").filledText != CaseDisposition.declined.rawValue || !value("closed_at").isNull
      },
      TableRule(
        ["rating", "rated_at"], zh: "评分和评价时间要么都写，要么都不写", en: "a rating and its time come together or not at all",
        hint: Message(zh: "补上另一个，或两个都留空", en: "add the other, or leave both empty")
      ) { value in value("rating").isNull == value("rated_at").isNull },
      TableRule(
        ["closed_at", "rated_at"], zh: "还没办结就有评价", en: "it was rated before it was closed",
        hint: Message(zh: "填上办结时间，或删去评价", en: "fill in closed_at, or remove the rating")
      ) { value in value("rated_at").isNull || !value("closed_at").isNull },
      TableRule(
        ["approved_on", "public_text"], zh: "公开内容还没有批准", en: "the public text is not approved",
        hint: Message(zh: "批准后连同批准日期一起填；没批准就先不写", en: "fill it in with approved_on once it is approved")
      ) { value in value("public_text").filledText == nil || !value("approved_on").isNull },
    ]
  ) {
    _, id, unit, category, channel, disposition, reported, accepted, due, closed, rated, promised, rating, text,
    approved in
    HelpCaseRecord(
      id: id, unit: unit, category: category, channel: channel, disposition: disposition, reportedAt: reported,
      acceptedAt: accepted, dueOn: due, closedAt: closed, ratedAt: rated, promisedMinutes: promised, rating: rating,
      publicText: text, approvedOn: approved)
  }
}

extension Column<String> {
  private static let longestCategory = 20

  /// Short, so that it names a sort of cases and not one of them: it is shown where five or more have it.
  fileprivate static let caseCategory = Column(
    form: ColumnForm(
      "category", ["类别", "分类", "事项类别"], isRequired: true,
      about: "a word or two, at most 20 characters; shown where five cases or more have the same",
      rules: [
        .text(
          zh: "类别太长", en: "a category is a word or two",
          hint: Message(zh: "写两到八个字的词，如“环境卫生”；细节不写在类别里", en: "such as 环境卫生; details do not belong here")
        ) { $0.unicodeScalars.count <= longestCategory }
      ])
  ) { $0.text("category") }
}
