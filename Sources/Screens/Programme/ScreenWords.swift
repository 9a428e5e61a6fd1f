import CivilTime
import Community
import Content
import Vocabulary

/// A screen's own words, in its language; what it shows is as it was written.
struct ScreenWords: Sendable, Hashable {
  let language: ScreenConfiguration.Language
  let now: String
  let next: String
  let free: String
  let noMore: String
  let updated: String
  let stale: String
  let nothingToday: String
  let noNotices: String
  let validUntil: String
  let scan: String
  let scanLive: String
  /// Monday first.
  let weekdays: [String]
  let continued: String
  let alert: String
  /// Before what was planned, and what it was moved to.
  let planned: String
  let movedTo: String
  /// Of an occurrence beside its rule.
  let extra: String
  /// Of a service that costs nothing.
  let noCharge: String
  let address: String
  let open: String
  let phone: String
  let facilities: String
  let carriers: String
  /// Between the parts of a list, and between sentences.
  let comma: String
  let semicolon: String
  /// Between the parts of a line; the player breaks it there (PlayerBlocks.swift).
  let gap: String

  static func of(_ language: ScreenConfiguration.Language) -> ScreenWords {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  var isEnglish: Bool { language == .english }

  private static let chinese = ScreenWords(
    language: .chinese, now: "正在进行", next: "接下来", free: "空闲", noMore: "今天没有安排了", updated: "更新于",
    stale: "信息待更新，请以现场通知为准", nothingToday: "今天没有更多安排", noNotices: "目前没有公告", validUntil: "有效至", scan: "扫码看详情",
    scanLive: "扫码看直播", weekdays: ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"], continued: "（续）",
    alert: "紧急通知", planned: "原定：", movedTo: "改到：", extra: "加场", noCharge: "免费", address: "地址：", open: "开放：",
    phone: "电话：",
    facilities: "设施：", carriers: "载体：", comma: "、", semicolon: "；", gap: "　")

  private static let english = ScreenWords(
    language: .english, now: "Now", next: "Next", free: "Free", noMore: "Nothing more today", updated: "Updated",
    stale: "Awaiting an update; please follow notices on site", nothingToday: "Nothing more today",
    noNotices: "No notices at present", validUntil: "Valid until", scan: "Scan for details", scanLive: "Scan to watch",
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], continued: " (cont.)",
    alert: "Urgent", planned: "Planned: ", movedTo: "Now: ", extra: "Extra", noCharge: "Free", address: "Address: ",
    open: "Open: ", phone: "Tel: ", facilities: "Facilities: ", carriers: "Carried by: ", comma: ", ", semicolon: "; ",
    gap: " · ")

  /// `余 6 席`, `1 place left`.
  func placesLeft(_ count: Int) -> String {
    if count == 0 { return isEnglish ? "Full" : "名额已满" }
    return isEnglish ? "\(count) \(count == 1 ? "place" : "places") left" : "余 \(count) 席"
  }

  /// `2.0 版`.
  func edition(_ name: String) -> String { isEnglish ? "Edition \(name)" : "\(name) 版" }

  /// `太极（07:00–08:00）`.
  func aside(_ text: String, _ more: String) -> String { isEnglish ? "\(text) (\(more))" : "\(text)（\(more)）" }

  func openingHours(_ hours: String) -> String {
    isEnglish ? OpeningHoursText.english(hours) : OpeningHoursText.chinese(hours)
  }

  /// `还剩 3 个工作日，11月27日截止`: as a notice board says it on a day.
  func countdown(_ period: PublicNoticePeriod, on day: CivilDate) -> String {
    guard isEnglish else { return period.countdown(on: day) }
    return switch period.stage(on: day) {
    case .ahead: "Open from \(times.monthDay(period.first))"
    case .open(let left): "\(left) working \(left == 1 ? "day" : "days") left, until \(times.monthDay(period.last))"
    case .lastDay: "Last day today"
    case .over: "Closed"
    }
  }
}
