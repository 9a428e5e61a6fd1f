/// How often something is owed.
package enum DutyCadence: String, SheetTerm {
  case month, quarter
  case halfYear = "half-year"
  case year
  /// Whenever something changes: it has no day on which it is due.
  case onChange = "on-change"

  package var inSheets: String {
    switch self {
    case .month: "每月"
    case .quarter: "每季度"
    case .halfYear: "每半年"
    case .year: "每年"
    case .onChange: "有变动时"
    }
  }
}

/// By what a duty is met.
package enum DutyMeans: String, SheetTerm {
  case activity, notice

  package var inSheets: String {
    switch self {
    case .activity: "活动"
    case .notice: "公告"
    }
  }
}
