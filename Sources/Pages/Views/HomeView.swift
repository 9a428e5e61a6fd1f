import Community
import Fields
import Templates
import Vocabulary
import Words

/// The home page: what a resident came for, and ways to everything else.
struct HomeView: TemplateView {
  let name: String
  let summary: String?
  let body: String
  let attachments: [AttachmentView]
  var urgent: [CardView] = []
  var tasks: [TaskView] = []
  var communities: [CommunityChoiceView] = []
  let occurrences: [OccurrenceView]
  let notices: [CardView]
  var story: LedgerPathView?
  let groups: [CardGroupView]
  let metrics: [MetricView]
  var unitURL: String?

  /// Of figures, what a telephone shows at a glance.
  private static let figures = 4

  static let about = "The home page."
  static let fields: [Field<HomeView>] = [
    Field("name", "its title", .text { $0.name }),
    Field("summary", "what its index page says of it", .optionalText { $0.summary }),
    Field("body", "its index page's text", .html { $0.body }),
    Field("hasBody", "whether it has one", .flag { !$0.body.isEmpty }),
    .attachments { $0.attachments },
    .hasAttachments { $0.attachments },
    Field(
      "urgent", "notices that interrupt screens, the most severe first; their `badge` says how severe",
      .list(CardView.self) { $0.urgent }),
    Field("tasks", "what residents come for, as far as the site has it", .list(TaskView.self) { $0.tasks }),
    Field("hasTasks", "whether there is any", .flag { !$0.tasks.isEmpty }),
    Field(
      "communities", "the communities of which a reader may live in one",
      .list(CommunityChoiceView.self) { $0.communities }),
    Field("hasCommunities", "whether there are several", .flag { $0.communities.count > 1 }),
    Field(
      "occurrences",
      "what takes place next, by time: of today and tomorrow much, of later days the first few of each community",
      .list(OccurrenceView.self) { $0.occurrences }),
    Field("notices", "the newest notices but for the urgent ones", .list(CardView.self) { $0.notices }),
    Field("story", "one matter that was settled, with its steps", .optionalRecord(LedgerPathView.self) { $0.story }),
    Field("groups", "other pages, under headings", .list(CardGroupView.self) { $0.groups }),
    Field("metrics", "the figures of the site's unit", .list(MetricView.self) { $0.metrics }),
    Field("hasMetrics", "whether there are any", .flag { !$0.metrics.isEmpty }),
    Field("firstMetrics", "the first few of them", .list(MetricView.self) { $0.firstMetrics.views }),
    .metricsLabel { $0.firstMetrics },
    Field("unitURL", "the page of the site's unit, where all its figures stand", .optionalText { $0.unitURL }),
  ]

  /// They are the site's unit's, whose page this is.
  private var firstMetrics: MetricGroup { MetricGroup(Array(metrics.prefix(Self.figures)), isOwn: true) }
}

/// One of the things that residents come for, as a large target.
struct TaskView: TemplateView {
  let key: String
  let title: String
  let url: String

  static let about = "Something that residents come for."
  static let fields: [Field<TaskView>] = [
    Field(
      "key", "which, as a code for styles: schedule, notices, matters, grid, venues, order, council, phone",
      .text { $0.key }),
    Field("title", "what people call it", .text { $0.title }),
    Field("url", "where it is done", .text { $0.url }),
  ]
}

/// A community that a reader may live in.
struct CommunityChoiceView: TemplateView {
  let unit: Unit

  static let about = "A community that a reader may live in."
  static let fields: [Field<CommunityChoiceView>] = [
    Field("id", "its unit's id", .text { $0.unit.id.text }),
    Field("name", "what people call it", .text { $0.unit.shortName ?? $0.unit.name }),
  ]
}
