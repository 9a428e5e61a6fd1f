import Activities
import CivilTime
import Diagnostics
import Vocabulary

/// Points of months that are still to come.
struct PointsTimeCheck {
  private let totals: [PointsTotalRecord]
  private let database: String
  private let today: CivilDate

  init(_ data: ActivityData, database: String, today: CivilDate) {
    totals = data[PointsTotalRecord.self]
    self.database = database
    self.today = today
  }

  func problems() -> [Diagnostic] {
    totals.filter { $0.month.first > today }.map { row in
      .warning(
        "data.points-ahead", zh: "积分汇总写到了 \(row.month)，这个月还没到，先不公布",
        en: "there are points of \(row.month), which is still to come: they are held back",
        hint: Message(zh: "改正月份，或删去这一行", en: "mend the month, or remove the row"),
        at: .row(
          database: database, table: "points_total", key: "unit_id=\(row.unit),month=\(row.month)", column: "month"))
    }
  }
}
