import Activities
import CivilTime
import Community
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/measures.json`: one object a measure, with the newest figure of each unit.
enum MeasuresFeed: Feed {
  static func shape(_: Community) -> FeedShape<Measure> {
    FeedShape(
      name: "measures",
      about: "What is counted and measured: a measure with the newest figure of each unit that has one, by id.",
      fields: [
        Field("id", "stays the same", .text { $0.id.text }),
        Field("title", "what is counted or measured", .text { $0.record.title }),
        Field("suffix", "what one of it is called, or the unit of measurement", .optionalText { $0.record.suffix }),
        Field(
          "total", "sum: a unit without a figure of its own has that of the units below it together; none: it has none",
          .word(MeasureTotal.codes) { $0.record.total.rawValue }),
        Field(
          "better", "which way is the better; null where neither is",
          .optionalWord(MeasureAim.codes) { $0.record.better?.rawValue }),
        Field(
          "period",
          "how often it is taken: figures of one period are added up, and compared with those of the one before",
          .word(MeasurePeriod.codes) { $0.record.period.rawValue }),
        Field("note", "how it is counted", .optionalText { $0.record.note }),
        Field("unitId", "the unit whose measure it is", .text { $0.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.unit.name }),
        Field(
          "value", "the figure of that unit, which is the total where there is one", .optionalNumber { $0.own?.value }),
        Field(
          "asOf", "the day on which it was true", .optionalText(.date) { $0.own.map { TimeText.date($0.asOf) } }),
        Field(
          "values", "the figures: its own unit's first, then those of units below it", .list(figure) { $0.metrics }),
      ])
  }

  private static let figure: [Field<Metric>] = [
    Field("id", "the figure, as metrics has it", .text { $0.id }),
    Field("unitId", "the unit whose figure it is", .text { $0.unit.id.text }),
    Field("unitName", "that unit's name", .text { $0.unit.name }),
    Field("value", "the figure itself", .number { $0.value }),
    Field("asOf", "the day on which it was true", .text(.date) { TimeText.date($0.asOf) }),
    Field("isStated", "whether it was written down, rather than added up", .flag { $0.isStated }),
    Field("note", "how it was counted, or what else to know of it", .optionalText { $0.note }),
    Field(
      "previousValue", "the figure of the last period before it that has one",
      .optionalNumber { $0.change?.earlier.value }),
    Field(
      "previousAsOf", "the day on which that was true",
      .optionalText(.date) { $0.change.map { TimeText.date($0.earlier.asOf) } }),
    Field("change", "value less previousValue", .optionalNumber { $0.change?.difference }),
    Field(
      "tone", "what that is, by the measure's better",
      .optionalWord(Metric.Tone.allCases.map(\.rawValue)) { $0.change?.tone.rawValue }),
    Field("parts", "the figures of the units directly below that add up to it", .list(part) { $0.parts }),
  ]

  private static let part: [Field<Metric.Part>] = [
    Field("unitId", "the unit below", .text { $0.unit.id.text }),
    Field("unitName", "that unit's name", .text { $0.unit.name }),
    Field("value", "its figure in the same period", .number { $0.value }),
    Field("asOf", "the day on which it was true", .text(.date) { TimeText.date($0.asOf) }),
  ]

  static func records(_ community: Community) -> [Measure] { community.measures }
}
