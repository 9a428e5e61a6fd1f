import CivilTime
import Content

/// A screen's own words, in its language.
struct ScreenWords: Sendable, Hashable {
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
  let places: String
  let full: String
  let alert: String

  static func of(_ language: ScreenConfiguration.Language) -> ScreenWords {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  private static let chinese = ScreenWords(
    now: "正在进行", next: "接下来", free: "空闲", noMore: "今天没有安排了", updated: "更新于", stale: "信息待更新，请以现场通知为准",
    nothingToday: "今天没有更多安排", noNotices: "目前没有公告", validUntil: "有效至", scan: "扫码看详情",
    scanLive: "扫码看直播", weekdays: ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"], continued: "（续）",
    places: "余 # 席", full: "名额已满",
    alert: "紧急通知")

  private static let english = ScreenWords(
    now: "Now", next: "Next", free: "Free", noMore: "Nothing more today", updated: "Updated",
    stale: "Awaiting an update; please follow notices on site", nothingToday: "Nothing more today",
    noNotices: "No notices at present", validUntil: "Valid until",
    scan: "Scan for details", scanLive: "Scan to watch",
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], continued: "(cont.)",
    places: "# places left", full: "Full", alert: "Urgent")

  /// `星期六`.
  func weekday(_ day: CivilDate) -> String { weekdays[day.weekday.rawValue] }

  /// `11月21日 星期六`.
  func day(_ day: CivilDate) -> String { "\(ChineseTimeText.monthDay(day)) \(weekday(day))" }

  /// `余 6 席`.
  func placesLeft(_ count: Int) -> String { count == 0 ? full : places.replacing("#", with: String(count)) }

  /// What a slide is called that has no title of its own.
  func title(_ kind: ScreenSlide.Kind, _ language: ScreenConfiguration.Language) -> String {
    guard language == .english else { return kind == .week ? "一周安排" : kind.label }
    return switch kind {
    case .today: "Today"
    case .week: "This week"
    case .rooms: "In our rooms"
    case .live: "Watch live"
    case .changes: "Changes"
    case .notices: "Notices"
    case .roster: "On duty"
    case .menu: "Services"
    case .brand: "Our brand"
    case .venue: "Our places"
    case .figures: "In figures"
    case .honours: "Honours"
    case .almanac: "On this day"
    case .photos: "Pictures"
    case .text: ""
    }
  }
}
