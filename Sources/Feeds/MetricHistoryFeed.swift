import Activities
import CivilTime
import Community
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/metric-history.json`: one object a figure and day.
enum MetricHistoryFeed: Feed {
  struct Record: Sendable {
    let metric: Metric
    let point: Metric.Point
  }

  static func shape(_: Community) -> FeedShape<Record> {
    FeedShape(
      name: "metric-history",
      about: "What figures were on earlier days and are now, by day; figures without earlier values are left out.",
      fields: [
        Field(
          "id", "the figure on that day: metricId and asOf", .text { "\($0.metric.id)-\(TimeText.date($0.point.asOf))" }
        ),
        Field("metricId", "which figure: an id of metrics", .text { $0.metric.id }),
        Field("title", "what the figure says", .text { $0.metric.title }),
        Field("asOf", "the day on which it was true", .text(.date) { TimeText.date($0.point.asOf) }),
        Field("value", "the figure on that day", .number { $0.point.value }),
        Field("suffix", "what is counted", .optionalText { $0.metric.suffix }),
        Field("unitId", "the unit whose figure it is", .text { $0.metric.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.metric.unit.name }),
      ])
  }

  static func records(_ community: Community) -> [Record] {
    community.metrics.flatMap { metric in metric.history.map { Record(metric: metric, point: $0) } }
  }
}
