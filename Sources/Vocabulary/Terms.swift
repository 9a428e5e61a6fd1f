/// A word of the field, written in data by its code. What readers are shown is their language's word (room `Words`).
package protocol Term: RawRepresentable, CaseIterable, Sendable, Hashable where RawValue == String {
  /// What people write for it beside its code and its readers' word.
  var alsoWritten: [String] { get }
}

extension Term {
  package var alsoWritten: [String] { [] }
  /// As data has it.
  package var code: String { rawValue }
}

/// A term that people also write in Chinese, in sheets.
package protocol SheetTerm: Term {
  /// As sheets write it; spreadsheets in Chinese are exported with it.
  var inSheets: String { get }
}

/// Levels of the unit tree, from the whole to the part.
package enum UnitLevel: String, SheetTerm {
  case district, subdistrict, community, grid, microgrid, building

  package var inSheets: String {
    switch self {
    case .district: "区"
    case .subdistrict: "街道"
    case .community: "社区"
    case .grid: "网格"
    case .microgrid: "微网格"
    case .building: "楼宇"
    }
  }
}

package enum ActivityKind: String, SheetTerm {
  case classroom, meeting, service, culture, sport, volunteer, council, other

  package var inSheets: String {
    switch self {
    case .classroom: "先锋课堂"
    case .meeting: "会议"
    case .service: "便民服务"
    case .culture: "文化活动"
    case .sport: "体育健身"
    case .volunteer: "志愿服务"
    case .council: "议事协商"
    case .other: "其他"
    }
  }
}

/// The pioneer classroom's three tracks.
package enum Track: String, SheetTerm {
  case theory, practice, remote

  package var inSheets: String {
    switch self {
    case .theory: "理论培训"
    case .practice: "实践操作"
    case .remote: "远程线上"
    }
  }
}

/// What an activity's row says of all its occurrences.
package enum ActivityStatus: String, SheetTerm {
  case scheduled, cancelled, postponed, draft

  package var inSheets: String {
    switch self {
    case .scheduled: "如期举行"
    case .cancelled: "已取消"
    case .postponed: "已延期"
    case .draft: "草稿"
    }
  }
}

/// What a series does on public holidays.
package enum HolidayPolicy: String, SheetTerm {
  case held, skipped
  /// Also from weekends that are no make-up workdays.
  case nextWorkday = "next-workday"

  package var inSheets: String {
    switch self {
    case .held: "节假日照常"
    case .skipped: "法定节假日停办"
    case .nextWorkday: "遇节假日顺延至下一个工作日"
    }
  }
}

/// How long a turn of a roster lasts.
package enum RotationPeriod: String, SheetTerm {
  case week, month

  package var inSheets: String {
    switch self {
    case .week: "每周"
    case .month: "每月"
    }
  }
}

/// What a published occurrence is, in pages and feeds.
package enum OccurrenceStatus: String, Term {
  case scheduled, moved, cancelled, postponed
}

package enum NoticeCategory: String, Term {
  case announcement
  case publicNotice = "public-notice"
  case recruitment, safety, result

  package var alsoWritten: [String] {
    switch self {
    case .announcement: ["通知", "通告", "通知公告"]
    case .publicNotice: ["公示公告"]
    case .recruitment: ["招聘", "征集"]
    case .safety: ["安全", "安全提醒"]
    case .result: ["结果", "结果公开"]
    }
  }
}

/// How bad what an urgent notice warns of may get: CAP 1.2's words, and the colours of China's public warnings.
package enum AlertSeverity: String, Term, Comparable {
  case extreme, severe, moderate, minor

  /// The colours of China's public warnings.
  package var alsoWritten: [String] {
    switch self {
    case .extreme: ["红色", "红色预警", "特别严重"]
    case .severe: ["橙色", "橙色预警", "严重"]
    case .moderate: ["黄色", "黄色预警", "较重"]
    case .minor: ["蓝色", "蓝色预警", "一般"]
    }
  }

  /// The worse first.
  package static func < (a: AlertSeverity, b: AlertSeverity) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self)! }
}

/// The five service lists of a building grid, and the menus of a community.
package enum MenuCategory: String, Term {
  case party, information, safety, disputes, business, convenience, lecture, culture
}

package enum PartnerType: String, Term {
  case space, operation, governance
  case coBuilding = "co-building"
}

package enum TopicStatus: String, Term {
  case raised, discussed, decided, done
}

/// What a page is about; the kind decides its front matter, its address and its template.
package enum PageKind: String, Term {
  case page, notice, brand, menu, classroom, venue, partner, team, council, list

  package var alsoWritten: [String] {
    switch self {
    case .page: ["普通页面", "网页"]
    case .notice: ["公告", "通知", "公示", "通告", "通知公告"]
    case .brand: ["品牌"]
    case .menu: ["菜单", "服务"]
    case .classroom: ["课堂"]
    case .venue: ["场所", "阵地", "场馆"]
    case .partner: ["合伙人", "伙伴"]
    case .team: ["队伍", "志愿队", "团队"]
    case .council: ["议事会", "协商"]
    case .list: ["列表", "清单公示"]
    }
  }

  /// The first part of the URL; plain pages stand at the root.
  package var section: String? {
    switch self {
    case .page: nil
    case .notice: "notices"
    case .brand: "brands"
    case .menu: "menus"
    case .classroom: "classroom"
    case .venue: "venues"
    case .partner: "partners"
    case .team: "teams"
    case .council: "councils"
    case .list: "lists"
    }
  }
}

/// How a screen hangs.
package enum ScreenOrientation: String, Term {
  case landscape, portrait
}

/// What an entry of a screen's playlist shows.
package enum SlideKind: String, Term {
  case today, week, rooms, live, changes, notices, roster, menu, brand, brands, method, partners, venue, videos,
    figures,
    almanac, list, photos, film, document, posts, team, finder, weather, countdown, text
}

/// Where on a screen a line stands that belongs to no slide.
package enum ScreenEdge: String, Term {
  case head, foot

  package var alsoWritten: [String] {
    switch self {
    case .head: ["顶部", "上方", "页眉"]
    case .foot: ["底部", "下方", "页脚"]
    }
  }
}

/// The faces that screens have without a sheet of the site's own.
package enum ScreenFace: String, Term {
  case standard, red, blue, night, contrast

  package var alsoWritten: [String] {
    switch self {
    case .standard: ["标准"]
    case .red: ["党建红", "红", "红色"]
    case .blue: ["蓝", "蓝色", "静蓝"]
    case .night: ["夜间", "深色", "暗色"]
    case .contrast: ["高对比", "高对比度"]
    }
  }
}

/// How severe an official weather warning is, the least first (China Meteorological Administration, decree 16, article 5).
package enum WeatherWarningLevel: String, Term, Comparable {
  case blue, yellow, orange, red

  package var alsoWritten: [String] {
    switch self {
    case .blue: ["蓝", "蓝色预警", "IV", "Ⅳ"]
    case .yellow: ["黄", "黄色预警", "III", "Ⅲ"]
    case .orange: ["橙", "橙色预警", "II", "Ⅱ"]
    case .red: ["红", "红色预警", "I", "Ⅰ"]
    }
  }

  /// As severe as a notice of that colour.
  package var severity: AlertSeverity {
    switch self {
    case .blue: .minor
    case .yellow: .moderate
    case .orange: .severe
    case .red: .extreme
    }
  }

  package static func < (a: WeatherWarningLevel, b: WeatherWarningLevel) -> Bool { b.severity < a.severity }
}

/// What an air quality index of 0 to 500 means (HJ 633—2012, table 2).
package enum AirQuality: String, Term {
  case good, moderate, sensitive, unhealthy, heavy, hazardous

  package init(index: Int) {
    switch index {
    case ...50: self = .good
    case ...100: self = .moderate
    case ...150: self = .sensitive
    case ...200: self = .unhealthy
    case ...300: self = .heavy
    default: self = .hazardous
    }
  }
}

/// What a file for readers is, as they know it.
package enum FileType: String, Term {
  case pdf, document, sheet, picture, sound, film
}
