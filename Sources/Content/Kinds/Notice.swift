package import CivilTime
package import Diagnostics
package import Vocabulary

package struct NoticeDetails: Sendable {
  /// How long a 公示 stands open to objections.
  package struct Period: Sendable {
    /// 1…60.
    package let workdays: Int
    /// Its first day, where that is not the working day after publication.
    package let from: CivilDate?
    package let location: Location
  }

  package let category: NoticeCategory
  package let isPinned: Bool
  package let period: Period?
  package let activity: ActivityID?
  package let contact: String?
  /// Given, the notice interrupts all screens of its unit until it expires.
  package let severity: AlertSeverity?
  /// What to do, in one sentence.
  package let instruction: String?
  /// What is owed that it meets.
  package let duty: DutyFulfilment?
}

/// That a notice meets a duty, as its front matter says.
package struct DutyFulfilment: Sendable {
  package let duty: DutyID
  /// Which period it is for, where its day does not say: what is published late, or ahead.
  package let period: CivilPeriod?
  package let location: Location
  package let periodLocation: Location
}

extension NoticeDetails {
  init(_ reader: inout FrontMatterReader) {
    let fields = reader.fields
    _ = fields.requiredDate("date")
    let period = Self.period(fields)
    self.init(
      category: fields.term("category") ?? reader.categoryOfKind ?? (period == nil ? .announcement : .publicNotice),
      isPinned: fields.flag("pinned"), period: period, activity: reader.reference("activity") { .activity($0) },
      contact: fields.text("contact"), severity: Self.severity(fields), instruction: fields.text("instruction"),
      duty: Self.duty(&reader))
  }

  private static func duty(_ reader: inout FrontMatterReader) -> DutyFulfilment? {
    let duty: DutyID? = reader.reference("duty") { .duty($0) }
    let fields = reader.fields
    let period = fields.period("dutyPeriod")
    if !fields.isPresent("duty"), fields.isPresent("dutyPeriod") {
      fields.problem(
        .error(
          "notice.period-without-duty", zh: "写了“dutyPeriod”，没写是哪项公开事项", en: "“dutyPeriod” without a duty",
          hint: Message(zh: "加一行 duty: 公开事项的编号", en: "add `duty: ID`"), at: fields.location(of: "dutyPeriod")))
    }
    return duty.map {
      DutyFulfilment(
        duty: $0, period: period, location: fields.location(of: "duty"),
        periodLocation: fields.location(of: "dutyPeriod"))
    }
  }

  private static func period(_ fields: FieldReader) -> Period? {
    let from = fields.date("publicNoticeFrom")
    let days = noticeDays(fields)
    if days == nil, fields.isPresent("publicNoticeFrom"), !fields.isPresent("publicNoticeDays") {
      fields.problem(
        .error(
          "notice.period-without-days", zh: "写了“publicNoticeFrom”，没写公示几个工作日",
          en: "“publicNoticeFrom” without the number of working days",
          hint: Message(zh: "加一行 publicNoticeDays: 5", en: "add `publicNoticeDays: 5`"),
          at: fields.location(of: "publicNoticeFrom")))
    }
    if days != nil, fields.isPresent("expiresAt") {
      fields.problem(
        .error(
          "notice.two-ends", zh: "“publicNoticeDays”已经决定了公示到哪天，不能再写“expiresAt”",
          en: "“publicNoticeDays” says when the notice ends, and so does “expiresAt”",
          hint: Message(zh: "删去其中一行", en: "remove one of them"), at: fields.location(of: "expiresAt")))
    }
    return days.map { Period(workdays: $0, from: from, location: fields.location(of: "publicNoticeDays")) }
  }

  /// `5`, `5个工作日`. Days of the calendar are not what the rule counts: `7天` is refused with the form to write.
  private static func noticeDays(_ fields: FieldReader) -> Int? {
    guard let text = fields.text("publicNoticeDays"), Int(text) == nil, text.first?.isNumber == true else {
      return fields.integer("publicNoticeDays", in: 1...60)
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }
    if ["个工作日", "工作日", "個工作日"].contains(unit), let days = Int(digits), (1...60).contains(days) { return days }
    fields.problem(
      .error(
        "front-matter.wrong-value", zh: "“公示天数（publicNoticeDays）”是工作日的个数，1 到 60，现在是“\(text)”",
        en: "“publicNoticeDays” is a number of working days, 1 to 60, found “\(text)”",
        hint: Message(
          zh: "只写数字，如 5；按自然日公示的，删去这一行，写 expiresAt: 公示的最后一天",
          en: "write the number alone, like 5; for days of the calendar write `expiresAt` with the last day instead"),
        at: fields.location(of: "publicNoticeDays")))
    return nil
  }

  /// An interruption that nobody ends would stand on all screens for ever: its end is mandatory.
  private static func severity(_ fields: FieldReader) -> AlertSeverity? {
    let severity = fields.term("severity", AlertSeverity.self)
    if severity != nil, !fields.isPresent("expiresAt") {
      fields.problem(
        .error(
          "notice.alert-without-end", zh: "写了“severity”（紧急插播），没写到什么时候为止",
          en: "an urgent notice (“severity”) must say when it ends",
          hint: Message(zh: "加一行 expiresAt: 2026-11-22T18:00", en: "add `expiresAt: 2026-11-22T18:00`"),
          at: fields.location(of: "severity")))
    }
    return severity
  }
}
