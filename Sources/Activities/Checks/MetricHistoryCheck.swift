import CivilTime
import Diagnostics
import Vocabulary

/// A figure's history lies before its current value; where it has the same day, it says the same.
struct MetricHistoryCheck {
  private let metrics: [MetricRecord]
  private let database: String

  init(_ data: ActivityData, database: String) {
    metrics = data.metrics
    self.database = database
  }

  func problems() -> [Diagnostic] {
    metrics.flatMap { metric in
      metric.history.compactMap { point in
        if point.asOf > metric.asOf { return later(point, than: metric) }
        return point.asOf == metric.asOf && point.value != metric.value ? contradiction(point, metric) : nil
      }
    }
  }

  private func later(_ point: MetricRecord.Point, than metric: MetricRecord) -> Diagnostic {
    problem(
      point, of: metric, column: "as_of",
      Message(
        zh: "“\(metric.title)”的历史数值比现值（\(TimeText.date(metric.asOf))）还新",
        en: "the history of “\(metric.title)” goes on after its current value (\(TimeText.date(metric.asOf)))"),
      hint: Message(
        zh: "把 metric 表的 value 和 as_of 改成最新的", en: "set value and as_of in metric to the newest"))
  }

  private func contradiction(_ point: MetricRecord.Point, _ metric: MetricRecord) -> Diagnostic {
    problem(
      point, of: metric, column: "value",
      Message(
        zh: "“\(metric.title)”同一天（\(TimeText.date(metric.asOf))）有两个数值",
        en: "“\(metric.title)” has two values on one day (\(TimeText.date(metric.asOf)))"),
      hint: Message(
        zh: "改正其中一个，或从历史里删去这一天", en: "mend one of them, or take the day out of the history"))
  }

  private func problem(
    _ point: MetricRecord.Point, of metric: MetricRecord, column: String, _ message: Message, hint: Message
  ) -> Diagnostic {
    Diagnostic(
      .error, "data.metric-history", message, hint: hint,
      at: .row(
        database: database, table: "metric_history", key: "metric_id=\(metric.id),as_of=\(TimeText.date(point.asOf))",
        column: column))
  }
}
