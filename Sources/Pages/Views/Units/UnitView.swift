import Activities
import Artifacts
import Community
import Fields
import Templates
import Words

/// A unit's own text, which a page of its stands for.
struct UnitText: Sendable {
  let summary: String?
  let body: String
  let attachments: [AttachmentView]
  /// From then on it no longer holds (RFC 3339).
  let until: String?
}

struct UnitView: TemplateView {
  let unit: Unit
  let words: any Words
  var facts: [FactView] = []
  var text: UnitText?
  var call: CallView?
  var posts: [PostView] = []
  /// How many posts more there are, in words.
  var morePosts: String?
  var matters: [OpenMatterView] = []
  var matterLists: [LinkView] = []
  var children: [ChildGroupView] = []
  var nextChildren: LinkView?
  var tallies: [TallyView] = []
  /// On a map.
  var places: AroundView?
  var groups: [CardGroupView] = []
  var metrics: [MetricView] = []
  var partMetrics: [MetricView] = []
  var rosters: [RosterView] = []
  var shiftDays: [ShiftDayView] = []
  var occurrences: [OccurrenceView] = []
  /// Of the unit's schedule and calendar; nil where nothing is ever on.
  var scheduleURL: String?
  var calendarURL: String?

  /// Lines of tables behind its figures that a page has room for.
  private static let figureLines = 50

  static let about = "A unit's page: a community, a grid."
  static let fields: [Field<UnitView>] = [
    Field("name", "what it is called", .text { $0.unit.name }),
    Field(
      "levelLabel", "what it is, in words: a sub-district, a community, a grid", .text { $0.words.label($0.unit.level) }
    ),
    Field("facts", "what it belongs to, its telephone: a line each", .list(FactView.self) { $0.facts }),
    Field("hasFacts", "whether there are any facts", .flag { !$0.facts.isEmpty }),
    Field("summary", "what its own text says, in a sentence or two", .optionalText { $0.text?.summary }),
    Field("body", "its own text", .html { $0.text?.body ?? "" }),
    Field("hasBody", "whether it has one", .flag { $0.text?.body.isEmpty == false }),
    Field("until", "the moment from which its own text no longer holds (RFC 3339)", .optionalText { $0.text?.until }),
    .attachments { $0.text?.attachments ?? [] },
    .hasAttachments { $0.text?.attachments ?? [] },
    Field("call", "whom to call first", .optionalRecord(CallView.self) { $0.call }),
    Field("posts", "who answers for what", .list(PostView.self) { $0.posts }),
    Field("hasPosts", "whether anybody does", .flag { !$0.posts.isEmpty }),
    Field("morePosts", "how many posts more there are than are shown, in words", .optionalText { $0.morePosts }),
    Field("matters", "what is under way in it and in the units below", .list(OpenMatterView.self) { $0.matters }),
    Field("hasMatters", "whether anything is", .flag { !$0.matters.isEmpty }),
    Field("matterLists", "the lists on which these and others stand", .list(LinkView.self) { $0.matterLists }),
    Field("children", "the units directly below it, by level", .list(ChildGroupView.self) { $0.children }),
    Field("nextChildren", "where more of these stand", .optionalRecord(LinkView.self) { $0.nextChildren }),
    Field("tallies", "how many of what there are below it", .list(TallyView.self) { $0.tallies }),
    Field("hasTallies", "whether there is anything", .flag { !$0.tallies.isEmpty }),
    Field("rosters", "its duties that go round, but for those of its posts", .list(RosterView.self) { $0.rosters }),
    Field("shiftDays", "the coming days of its duty sheet", .list(ShiftDayView.self) { $0.shiftDays }),
    Field("hasShifts", "whether it has any", .flag { !$0.shiftDays.isEmpty }),
    Field("hasRosters", "whether it has any", .flag { !$0.rosters.isEmpty }),
    Field(
      "places", "its places and those of the units below it; absent where they are fewer than two or more than a dozen",
      .optionalRecord(AroundView.self) { $0.places }),
    Field("groups", "its pages, under headings", .list(CardGroupView.self) { $0.groups }),
    Field(
      "metrics", "the figures of its own measures",
      .list(MetricView.self) { MetricGroup($0.metrics, isOwn: true).views }),
    .metricsLabel { MetricGroup($0.metrics, isOwn: true) },
    Field(
      "partMetrics", "its figures of measures of the units above it", .list(MetricView.self) { $0.partMetrics }),
    Field("hasPartMetrics", "whether it has any of these", .flag { !$0.partMetrics.isEmpty }),
    Field("hasMetrics", "whether it has any at all", .flag { !$0.metrics.isEmpty || !$0.partMetrics.isEmpty }),
    Field(
      "detailed", "those of all its figures that have a chart, or are a sum, as far as a page has room",
      .list(MetricView.self) { $0.detailed }),
    Field("occurrences", "what takes place in it, by time", .list(OccurrenceView.self) { $0.occurrences }),
    Field("hasOccurrences", "whether anything does", .flag { !$0.occurrences.isEmpty }),
    Field("scheduleURL", "its schedule", .optionalText { $0.scheduleURL }),
    Field("calendarURL", "its calendar, as a file; nothing where none is offered", .optionalText { $0.calendarURL }),
  ]

  private var detailed: [MetricView] {
    var left = Self.figureLines
    return (metrics + partMetrics).filter(\.hasDetails).filter { metric in
      guard metric.lines <= left else { return false }
      left -= metric.lines
      return true
    }
  }
}
