/// What a measure's figures of several units come to.
package enum MeasureTotal: String, SheetTerm {
  /// A unit's figure is what the units below it have together.
  case sum
  /// Each figure stands by itself: shares, averages, times.
  case none

  package var inSheets: String {
    switch self {
    case .sum: "下级相加"
    case .none: "不合计"
    }
  }
}

/// Which way a measure should go.
package enum MeasureAim: String, SheetTerm {
  case more, less

  package var inSheets: String {
    switch self {
    case .more: "越多越好"
    case .less: "越少越好"
    }
  }
}

/// How often a measure is taken: figures of one period are added up, and compared with those of the one before.
package enum MeasurePeriod: String, SheetTerm {
  case day, month, quarter, year

  package var inSheets: String {
    switch self {
    case .day: "按日"
    case .month: "按月"
    case .quarter: "按季"
    case .year: "按年"
    }
  }
}
