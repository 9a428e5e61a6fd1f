import Activities
import CivilTime
import Content
import Diagnostics
import Vocabulary
import Words

/// What is owed and late; notices that can't meet what they name; what is owed and stands on no page.
struct DutyCheck {
  private let community: Community
  private let content: Content
  private let duties: [DutyID: DutyRecord]

  init(_ community: Community, content: Content, data: ActivityData) {
    self.community = community
    self.content = content
    duties = Dictionary(data[DutyRecord.self].map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func problems() -> [Diagnostic] {
    content.pages.flatMap(notice) + community.duties.all.flatMap { late($0) + undated($0) + unshown($0) }
      + content.pages.flatMap(empty)
  }

  private func place(_ duty: Duty, _ column: String? = nil) -> Location {
    .row(database: content.site.database, table: "duty", key: "id=\(duty.id)", column: column)
  }

  // MARK: Notices

  private func notice(_ page: Page) -> [Diagnostic] {
    guard let fulfilment = page.details.duty, let duty = duties[fulfilment.duty] else { return [] }
    if duty.means != .notice {
      return [
        .error(
          "duty.means", zh: "公开事项“\(duty.title)”要靠活动完成，公告不算",
          en: "the duty “\(duty.title)” is met by activities, not by notices",
          hint: Message(
            zh: "删去这一行，在那次活动的 duty_id 里写 \(duty.id)；或把公开事项的 met_by 改为 notice",
            en: "remove the line and set the activity's duty_id to \(duty.id), or set the duty's met_by to notice"),
          at: fulfilment.location)
      ]
    }
    guard let period = fulfilment.period, period.length != duty.cadence.period else { return [] }
    let today = CivilPeriod(duty.cadence.period ?? .year, containing: community.horizon.today)
    return [
      .error(
        "duty.period", zh: "公开事项“\(duty.title)”是\(duty.cadence.inSheets)一次，“\(period)”对不上",
        en: "the duty “\(duty.title)” is owed by \(duty.cadence.rawValue), which “\(period)” is not",
        hint: duty.cadence == .onChange
          ? Message(zh: "删去这一行", en: "remove the line")
          : Message(zh: "写成 \(today) 这样", en: "write it like \(today)"), at: fulfilment.periodLocation)
    ]
  }

  // MARK: What is owed

  private func late(_ duty: Duty) -> [Diagnostic] {
    let late = duty.late(on: community.horizon.today)
    guard let last = late.last, let due = last.due.day else { return [] }
    let names = late.map(\.span)
    let (zh, en) = (SimplifiedChinese.words, English.words)
    let isNotice = duty.record.means == .notice
    return [
      .warning(
        "duty.late",
        zh:
          "\(duty.unit.name)“\(duty.record.title)”逾期：\(names.map(zh.name).joined(separator: "、"))\(isNotice ? "没有公布" : "没有开展")，最近一期应在\(zh.date(due))前",
        en:
          "“\(duty.record.title)” of \(duty.unit.name) is late: nothing for \(names.map(en.name).joined(separator: ", ")); the last was due by \(TimeText.date(due))",
        hint: isNotice
          ? Message(
            zh: "发一篇公告，写上 duty: \(duty.id) 和 dutyPeriod: \(last.span)",
            en: "publish a notice with `duty: \(duty.id)` and `dutyPeriod: \(last.span)`")
          : Message(
            zh: "开展了就在那次活动的 duty_id 里写 \(duty.id)，没开展的尽快补上",
            en: "set duty_id to \(duty.id) on the activity by which it was met, or make up for it"), at: place(duty))
    ]
  }

  /// Only of what has to be published by now.
  private func undated(_ duty: Duty) -> [Diagnostic] {
    duty.open(on: community.horizon.today).compactMap { period in
      guard case .unknown(let year) = period.due, period.span.last < community.horizon.today else { return nil }
      return .warning(
        "holidays.year-unknown", zh: "还没有 \(year) 年的放假安排，算不出“\(duty.record.title)”\(period.span) 的期限",
        en:
          "the holidays of \(year) are not known: when “\(duty.record.title)” is due for \(period.span) is not known",
        hint: Message(
          zh: "国务院办公厅公布后，添加 content/holidays/\(year).yaml",
          en: "add content/holidays/\(year).yaml when the State Council has published them"),
        at: place(duty, "within_workdays"))
    }
  }

  private func unshown(_ duty: Duty) -> [Diagnostic] {
    guard community.duties.url(of: duty) == nil else { return [] }
    return [
      .warning(
        "duty.not-shown", zh: "没有公开目录页面列出“\(duty.record.title)”，居民看不到它",
        en: "no page of disclosure has “\(duty.record.title)”",
        hint: Message(
          zh: "加一个页面，写 kind: list、layout: disclosure、unit: \(duty.unit.id)",
          en: "add a page with `kind: list`, `layout: disclosure` and `unit: \(duty.unit.id)`"), at: place(duty))
    ]
  }

  // MARK: Pages

  private func empty(_ page: Page) -> [Diagnostic] {
    guard page.details.isDisclosure,
      community.duties.of(page.unit.flatMap { community.units[$0] }, in: community.units).isEmpty
    else { return [] }
    return [
      .warning(
        "duty.none", zh: "公开目录是空的：这个单位没有公开事项", en: "the catalogue is empty: nothing is owed by its unit",
        hint: Message(zh: "在 duty 表里加上，或改正 unit", en: "add rows to the table duty, or mend `unit`"),
        at: .file(path: page.file, line: 1, column: 1))
    ]
  }
}
