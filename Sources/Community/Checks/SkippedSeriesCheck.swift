import Activities
import CivilTime
import Diagnostics
import Vocabulary

/// A series that leaves out public holidays, and has no other days: it is seen nowhere.
struct SkippedSeriesCheck {
  let activities: [Activity]
  let expansion: OccurrenceExpansion
  let today: CivilDate
  let database: String

  /// In days, before today and after.
  private static let span = 400

  func problems() -> [Diagnostic] {
    activities.compactMap { activity in
      guard activity.record.rule != nil, activity.record.onHoliday == .skipped else { return nil }
      let window = LocalDateTime(today + -Self.span)..<LocalDateTime(today + Self.span)
      let effects = expansion.ruleStarts(of: activity, in: window).map { start in
        activity.change(at: start) == nil ? HolidayShift(activity, expansion.workdays).effect(on: start) : .held
      }
      let unknown = effects.filter { $0 == .unknown }.count
      let known = effects.count - unknown
      // Of years without a list of holidays nothing is known.
      guard known > 0, unknown <= known, effects.allSatisfy({ $0 == .leftOut || $0 == .unknown }),
        !activity.changes.contains(where: { expansion.occurrence(of: activity, at: $0.occursAt) != nil })
      else { return nil }
      return .warning(
        "data.series-skipped", zh: "“\(activity.title)”的每一场都在法定节假日，全部停办，哪里都不会显示",
        en: "every occurrence of “\(activity.title)” falls on a public holiday and is left out: it is shown nowhere",
        hint: Message(
          zh: "假日里照常办就把 on_holiday 改成 held，否则改日子", en: "write held as its on_holiday, or choose other days"),
        at: .row(database: database, table: "activity", key: "id=\(activity.id)", column: "on_holiday"))
    }
  }
}
