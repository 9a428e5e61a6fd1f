/// A word of the field: written in data by its code, shown to people by its label.
package protocol Term: RawRepresentable, CaseIterable, Sendable, Hashable where RawValue == String {
  /// Simplified Chinese, as residents read it.
  var label: String { get }
}

/// Levels of the unit tree, from the whole to the part.
package enum UnitLevel: String, Term {
  case district, subdistrict, community, grid, microgrid, building

  package var label: String {
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

package enum ActivityKind: String, Term {
  case classroom, meeting, service, culture, sport, volunteer, council, other

  package var label: String {
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
package enum Track: String, Term {
  case theory, practice, remote

  package var label: String {
    switch self {
    case .theory: "理论培训"
    case .practice: "实践操作"
    case .remote: "远程线上"
    }
  }
}

/// What an activity's row says of all its occurrences.
package enum ActivityStatus: String, Term {
  case scheduled, cancelled, postponed, draft

  package var label: String {
    switch self {
    case .scheduled: "如期举行"
    case .cancelled: "已取消"
    case .postponed: "已延期"
    case .draft: "草稿"
    }
  }
}

/// What a series does on public holidays.
package enum HolidayPolicy: String, Term {
  case held, skipped
  /// Also from weekends that are no make-up workdays.
  case nextWorkday = "next-workday"

  package var label: String {
    switch self {
    case .held: "节假日照常"
    case .skipped: "法定节假日停办"
    case .nextWorkday: "遇节假日顺延至下一个工作日"
    }
  }
}

/// How long a turn of a roster lasts.
package enum RotationPeriod: String, Term {
  case week, month

  package var label: String {
    switch self {
    case .week: "每周"
    case .month: "每月"
    }
  }
}

/// What a published occurrence is, in pages and feeds.
package enum OccurrenceStatus: String, Term {
  case scheduled, moved, cancelled, postponed

  package var label: String {
    switch self {
    case .scheduled: "如期举行"
    case .moved: "已调整"
    case .cancelled: "已取消"
    case .postponed: "已延期"
    }
  }
}

package enum NoticeCategory: String, Term {
  case announcement
  case publicNotice = "public-notice"
  case recruitment, safety, result

  package var label: String {
    switch self {
    case .announcement: "公告"
    case .publicNotice: "公示"
    case .recruitment: "招募"
    case .safety: "安全提示"
    case .result: "办理结果"
    }
  }
}

/// How bad what an urgent notice warns of may get: CAP 1.2's words, and the colours of China's public warnings.
package enum AlertSeverity: String, Term, Comparable {
  case extreme, severe, moderate, minor

  package var label: String {
    switch self {
    case .extreme: "特别紧急"
    case .severe: "紧急"
    case .moderate: "重要"
    case .minor: "提醒"
    }
  }

  /// The worse first.
  package static func < (a: AlertSeverity, b: AlertSeverity) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self)! }
}

/// The five service lists of a building grid, and the menus of a community.
package enum MenuCategory: String, Term {
  case party, information, safety, disputes, business, convenience, lecture, culture

  package var label: String {
    switch self {
    case .party: "党建服务"
    case .information: "基础信息"
    case .safety: "平安服务"
    case .disputes: "矛盾调解"
    case .business: "营商服务"
    case .convenience: "便民服务"
    case .lecture: "宣讲菜单"
    case .culture: "文体活动"
    }
  }
}

package enum PartnerType: String, Term {
  case space, operation, governance

  package var label: String {
    switch self {
    case .space: "空间合伙人"
    case .operation: "运营合伙人"
    case .governance: "治理合伙人"
    }
  }
}

package enum TopicStatus: String, Term {
  case raised, discussed, decided, done

  package var label: String {
    switch self {
    case .raised: "已提出"
    case .discussed: "已商议"
    case .decided: "已议定"
    case .done: "已办结"
    }
  }
}

/// What a page is about; the kind decides its front matter, its address and its template.
package enum PageKind: String, Term {
  case page, notice, brand, menu, classroom, venue, partner, team, council

  package var label: String {
    switch self {
    case .page: "页面"
    case .notice: "公告公示"
    case .brand: "党建品牌"
    case .menu: "服务菜单"
    case .classroom: "先锋课堂"
    case .venue: "活动阵地"
    case .partner: "社区合伙人"
    case .team: "志愿队伍"
    case .council: "议事协商"
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
    }
  }
}
