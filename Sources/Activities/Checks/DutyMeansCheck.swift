import Diagnostics
import Vocabulary

/// Activities name duties that are met by activities.
struct DutyMeansCheck {
  private let data: ActivityData
  private let database: String

  init(_ data: ActivityData, database: String) {
    self.data = data
    self.database = database
  }

  func problems() -> [Diagnostic] {
    let duties = Dictionary(data[DutyRecord.self].map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return data.activities.compactMap { activity in
      guard let duty = activity.duty.flatMap({ duties[$0] }), duty.means != .activity else { return nil }
      return .error(
        "data.duty-means", zh: "公开事项“\(duty.title)”要发公告，不能算作活动“\(activity.title)”办的",
        en: "the duty “\(duty.title)” is met by notices, not by the activity “\(activity.title)”",
        hint: Message(
          zh: "清空 duty_id，在公告里写 duty: \(duty.id)；或把公开事项的 met_by 改为 activity",
          en: "empty duty_id and say `duty: \(duty.id)` in a notice, or set the duty's met_by to activity"),
        at: .row(database: database, table: "activity", key: "id=\(activity.id)", column: "duty_id"))
    }
  }
}
