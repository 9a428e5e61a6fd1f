/// Within what time no more points than the cap can be earned by a rule.
package enum PointsPeriod: String, SheetTerm {
  case day, week, month, quarter, year

  package var inSheets: String {
    switch self {
    case .day: "每天"
    case .week: "每周"
    case .month: "每月"
    case .quarter: "每季度"
    case .year: "每年"
    }
  }
}
