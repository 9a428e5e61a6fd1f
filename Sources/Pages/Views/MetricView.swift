import Activities
import CivilTime
import Community
import Encoding
import Fields
import Templates
import Words

/// A unit's figure with what became of it, what it is made of, and what it was.
struct MetricView: TemplateView {
  let metric: Metric
  let words: any Words
  /// False for what is said of all figures together.
  var namesUnit = true
  var saysDay = true

  /// As many bars as a phone's width has room for.
  private static let bars = 60

  static let about = "A figure of a unit."
  static let fields: [Field<MetricView>] = [
    Field("title", "what the figure says", .text { $0.metric.title }),
    Field("valueLabel", "the figure, its digits in groups", .text { NumberText.grouped($0.metric.value) }),
    Field("suffix", "what is counted", .optionalText { $0.metric.suffix }),
    Field("unitName", "the unit whose figure it is", .text { $0.metric.unit.name }),
    Field("unitURL", "that unit's page", .text { $0.metric.unit.url }),
    Field(
      "asOfLabel", "the day on which it was true, in words",
      .text { $0.words.figureAsOf($0.words.date($0.metric.asOf)) }),
    Field(
      "sourceLabel", "whose it is and of which day, as far as that isn't said of all figures together",
      .optionalText { $0.sourceText }),
    Field("note", "how it was counted, or what else to know of it", .optionalText { $0.metric.note }),
    Field(
      "changeLabel", "what became of it since the period before, in words",
      .optionalText { $0.metric.changePhrase($0.words) }),
    Field(
      "changeTone", "whether that is for the better, as a code for styles: better, worse, same or neutral",
      .optionalText { $0.metric.change?.tone.rawValue }),
    Field(
      "direction", "which way it went, as a code for styles: up, down or level",
      .optionalText { $0.metric.change.map { $0.difference > 0 ? "up" : $0.difference < 0 ? "down" : "level" } }),
    Field("sumLabel", "that it is a sum, and of how many units", .optionalText { $0.metric.sumPhrase($0.words) }),
    Field(
      "parts", "the units' figures that are added",
      .list(MetricPartView.self) { view in
        view.metric.parts.map { MetricPartView(part: $0, words: view.words) }
      }),
    Field("hasParts", "whether it is a sum", .flag { !$0.metric.parts.isEmpty }),
    Field(
      "chart", "its values over time, as an SVG of bars that has a title and a description",
      .optionalText(.html) { $0.chart }),
    Field("hasChart", "whether it has values of several days", .flag { $0.charted.count > 1 }),
    Field(
      "points", "the same values, the newest first",
      .list(MetricPointView.self) { view in
        view.charted.reversed().map { MetricPointView(point: $0, words: view.words) }
      }),
    Field("firstLabel", "the day of the first bar, in words", .optionalText { view in view.label(view.charted.first) }),
    Field(
      "firstValue", "the value of the first bar, its digits in groups",
      .optionalText { $0.charted.first.map { NumberText.grouped($0.value) } }),
    Field("lastLabel", "the day of the last bar, in words", .optionalText { view in view.label(view.charted.last) }),
  ]

  private var charted: ArraySlice<Metric.Point> { metric.history.suffix(Self.bars) }
  /// Whether there is a chart, or a sum to show.
  var hasDetails: Bool { charted.count > 1 || !metric.parts.isEmpty }

  /// Of the tables behind it.
  var lines: Int { charted.count + metric.parts.count }

  fileprivate var sourceText: String? {
    let parts = [namesUnit ? metric.unit.name : nil, saysDay ? words.figureAsOf(words.date(metric.asOf)) : nil]
    let said = parts.compactMap { $0 }
    return said.isEmpty ? nil : said.joined(separator: words.comma)
  }

  private func label(_ point: Metric.Point?) -> String? { point.map { words.date($0.asOf) } }

  private var chart: String? {
    guard let description = metric.chartPhrase(Array(charted), words) else { return nil }
    return FigureChart(values: charted.map(\.value)).svg(
      title: words.aside(metric.title, metric.unit.name), description: description)
  }
}

/// A unit's figure that is part of a sum.
struct MetricPartView: TemplateView {
  let part: Metric.Part
  let words: any Words

  static let about = "A unit's figure that is part of a sum."
  static let fields: [Field<MetricPartView>] = [
    Field("unitName", "the unit", .text { $0.part.unit.name }),
    Field("unitURL", "its page", .text { $0.part.unit.url }),
    Field("valueLabel", "its figure, its digits in groups", .text { NumberText.grouped($0.part.value) }),
    Field("dayLabel", "the day on which it was true, in words", .text { $0.words.date($0.part.asOf) }),
  ]
}

/// What a figure was on a day.
struct MetricPointView: TemplateView {
  let point: Metric.Point
  let words: any Words

  static let about = "What a figure was on a day."
  static let fields: [Field<MetricPointView>] = [
    Field("dayLabel", "the day, in words", .text { $0.words.date($0.point.asOf) }),
    Field("valueLabel", "the figure, its digits in groups", .text { NumberText.grouped($0.point.value) }),
  ]
}

/// Figures that stand together: what is true of all of them is said once, before them.
struct MetricGroup {
  let views: [MetricView]
  /// Whose all of them are and of which day, in words.
  let label: String?

  /// - Parameter isOwn: whether the page is that of their unit, which it need not name.
  init(_ views: [MetricView], isOwn: Bool = false) {
    guard let first = views.first else {
      (self.views, label) = ([], nil)
      return
    }
    func share<Value: Equatable>(_ value: (MetricView) -> Value) -> Bool {
      views.count > 1 && views.allSatisfy { value($0) == value(first) }
    }
    let (sharesUnit, sharesDay) = (isOwn || share { $0.metric.unit.id }, share { $0.metric.asOf })
    self.views = views.map { view in
      var view = view
      (view.namesUnit, view.saysDay) = (!sharesUnit, !sharesDay)
      return view
    }
    var said = first
    (said.namesUnit, said.saysDay) = (sharesUnit && !isOwn, sharesDay)
    label = said.sourceText
  }
}

extension Field {
  static func metricsLabel(_ group: @escaping @Sendable (Record) -> MetricGroup) -> Field {
    Field(
      "metricsLabel", "whose the figures are and of which day, in words, where that is true of all of them",
      .optionalText { group($0).label })
  }
}
