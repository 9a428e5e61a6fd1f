import Activities
import Community
import Content
import Fields
import Templates
import Vocabulary
import Words

/// The figures of a unit's cases, on a page of its own or within a text.
struct LedgerView: TemplateView {
  let ledger: Ledger?
  /// Whether it is the page that shows all of it.
  let isWhole: Bool
  var paths: [LedgerPathView] = []
  let words: any Words

  /// A phone takes no more.
  private static let longest = 20

  static let about = "The figures of a unit's cases: accepted, closed, open; how soon; by category, channel, month."
  static let fields: [Field<LedgerView>] = [
    Field("isEmpty", "whether there is nothing to publish yet", .flag { $0.ledger == nil }),
    Field(
      "unitName", "the unit whose cases they are, with those of the units below it",
      .optionalText { $0.ledger?.unit.name }),
    Field(
      "countedText", "which months they are of, and when it was counted",
      .optionalText { view in view.ledger?.countedText(view.words) }),
    Field(
      "smallNote", "why some numbers are withheld", .optionalText { view in view.ledger?.smallGroupsNote(view.words) }),
    Field("isWhole", "whether it is the page that shows all of it", .flag { $0.isWhole }),
    Field(
      "figures", "how many: accepted, closed, open, overdue, satisfied",
      .list(LedgerFigureView.self) { $0.views(Ledger.main) }),
    Field(
      "timely", "how soon: the share answered in time, and how long it took",
      .list(LedgerFigureView.self) { $0.views(Ledger.timely) }),
    Field(
      "breakdowns", "how many of each category, channel, way and month",
      .list(LedgerBreakdownView.self) { $0.breakdownViews }),
    Field("hasBreakdowns", "whether there are any", .flag { !$0.breakdownViews.isEmpty }),
    Field("partsNote", "where the parts stand that are not here", .optionalText { $0.partsNote }),
    Field(
      "stories", "stories of single cases, in the words that were approved",
      .texts { $0.isWhole ? Array($0.ledger?.stories.prefix(longest) ?? []) : [] }),
    Field("paths", "matters whose path is shown", .list(LedgerPathView.self) { $0.paths }),
    Field(
      "isTold", "whether there is anything to show",
      .flag { !$0.paths.isEmpty || ($0.isWhole && $0.ledger?.stories.isEmpty == false) }),
  ]

  private func views(_ figures: [LedgerFigure]) -> [LedgerFigureView] {
    guard let ledger else { return [] }
    return figures.map { LedgerFigureView(figure: $0, ledger: ledger, words: words) }
  }

  private var breakdownViews: [LedgerBreakdownView] {
    guard let ledger, isWhole else { return [] }
    return ledger.breakdowns.map { LedgerBreakdownView(breakdown: $0, words: words) }
  }

  private var partsNote: String? {
    guard let ledger, isWhole, ledger.breakdowns.isEmpty, ledger[.accepted].isPublished else { return nil }
    return words.partsAbove
  }
}

struct LedgerFigureView: TemplateView {
  let figure: LedgerFigure
  let ledger: Ledger
  let words: any Words

  static let about = "A figure of a ledger."
  static let fields: [Field<LedgerFigureView>] = [
    Field("key", "which figure, as a code for styles", .text { $0.figure.rawValue }),
    Field("label", "what it says", .text { $0.ledger.label($0.figure, $0.words) }),
    Field("value", "the figure as it is written, or why it is withheld", .text { $0.ledger[$0.figure].text($0.words) }),
    Field("isTold", "whether it is a figure", .flag { $0.ledger[$0.figure].isPublished }),
    Field("definition", "how it is counted", .text { $0.ledger.definition($0.figure, $0.words) }),
    Field(
      "percent", "of a share, as a number for a bar",
      .optionalText { view in
        if case .share(let tenths) = view.ledger[view.figure] { "\(tenths / 10)" } else { nil }
      }),
    Field(
      "promise", "of the share answered in time, what was promised",
      .optionalText { view in
        view.figure == .onTime ? view.ledger.promisedMinutes.map { view.words.promised(minutes: $0) } : nil
      }),
  ]
}

struct LedgerBreakdownView: TemplateView {
  let breakdown: LedgerBreakdown
  let words: any Words

  static let about = "How many cases of each group there were."
  static let fields: [Field<LedgerBreakdownView>] = [
    Field(
      "key", "which, as a code for styles",
      .text { "\($0.breakdown.figure.rawValue)-\($0.breakdown.grouping.rawValue)" }),
    Field(
      "title", "what is counted, by what", .text { $0.words.heading($0.breakdown.figure, by: $0.breakdown.grouping) }),
    Field(
      "rows", "the groups",
      .list(LedgerRowView.self) { view in
        let most = view.breakdown.groups.compactMap(\.value.number).max() ?? 0
        return view.breakdown.groups.map { LedgerRowView(group: $0, most: most, words: view.words) }
      }),
  ]
}

struct LedgerRowView: TemplateView {
  let group: LedgerBreakdown.Group
  let most: Double
  let words: any Words

  static let about = "A group of cases."
  static let fields: [Field<LedgerRowView>] = [
    Field("label", "what they have in common", .text { $0.group.key.text($0.words) }),
    Field("value", "how many, or that it is withheld", .text { $0.group.value.text($0.words) }),
    Field(
      "percent", "of the largest group, for a bar; absent where it is withheld",
      .optionalText { view in
        view.group.value.number.map { "\(view.most > 0 ? Int($0 / view.most * 100) : 0)" }
      }),
  ]
}

/// A matter whose path is shown beside the figures.
struct LedgerPathView: TemplateView {
  let matter: Matter
  let url: String?
  let words: any Words

  static let about = "A matter whose path is shown: what was done, by day."
  static let fields: [Field<LedgerPathView>] = [
    Field("title", "what it is about", .text { $0.matter.record.title }),
    Field("url", "where all of it stands", .optionalText { $0.url }),
    Field("outcome", "what came of it", .optionalText { $0.matter.record.outcome }),
    Field(
      "steps", "what was done, by day",
      .list(StepView.self) { view in view.matter.steps.map { StepView(step: $0, words: view.words) } }),
    Field("hasSteps", "whether anything was", .flag { !$0.matter.steps.isEmpty }),
  ]
}

struct LedgerBlockView: TemplateView {
  let ledger: LedgerView
  let words: any Words

  static let about = "A `ledger` block."
  static let fields: [Field<LedgerBlockView>] = [
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
    Field("ledger", "the figures", .record(LedgerView.self) { $0.ledger }),
  ]
}

extension PortalContext {
  /// The ledger of a page; nil where its layout is another.
  func ledger(on page: PublicPage) -> LedgerView? {
    guard case .list(let details) = page.page.details, let unit = page.page.ledgerUnit(of: community.site) else {
      return nil
    }
    let paths = details.stories.compactMap { id in community.lists.matters.first { $0.record.id == id } }.map {
      LedgerPathView(matter: $0, url: community.lists.url(of: $0), words: words)
    }
    return LedgerView(ledger: community.ledgers[unit], isWhole: true, paths: paths, words: words)
  }

  /// The figures of a data block.
  func ledger(of unit: UnitID?) -> LedgerView {
    let unit = unit ?? community.site.unit
    return LedgerView(ledger: unit.flatMap { community.ledgers[$0] }, isWhole: false, words: words)
  }
}
