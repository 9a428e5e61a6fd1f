/// How a case reached those who deal with it.
package enum CaseChannel: String, SheetTerm {
  case visit, phone, hotline, online, meeting

  package var inSheets: String {
    switch self {
    case .visit: "上门"
    case .phone: "电话"
    case .hotline: "热线"
    case .online: "网上"
    case .meeting: "会上"
    }
  }
}

/// Who dealt with a case.
package enum CaseDisposition: String, SheetTerm {
  case onTheSpot = "on-the-spot"
  case station, team, referred
  /// It can't be done, and the reason was given.
  case declined

  package var inSheets: String {
    switch self {
    case .onTheSpot: "现场办"
    case .station: "网格站办"
    case .team: "专班办"
    case .referred: "转部门办"
    case .declined: "说明原因"
    }
  }
}

/// What a ledger says of the cases of a unit and of those below it.
package enum LedgerFigure: String, Term {
  case accepted, closed, open, overdue, satisfied
  /// Accepted within the promised time.
  case onTime = "on-time"
  /// The time to close that half of the cases don't exceed; nine of ten.
  case median
  case ninetieth = "90th-percentile"
}

/// By what a ledger's cases are grouped.
package enum LedgerGrouping: String, Term {
  case category, channel, disposition, month
}
