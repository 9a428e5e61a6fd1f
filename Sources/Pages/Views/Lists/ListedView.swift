import Activities
import CivilTime
import Community
import Fields
import Templates
import Vocabulary
import Words

/// What a page or a block shows of lists, in their layout.
struct ListedView: TemplateView {
  let layout: ListLayout
  var tallies: [TallyView]
  let sections: [ListedSectionView]
  /// Of the page, for those who could take something of it.
  var code: String?
  /// Whether what stands on them has its address here.
  var hasAddresses = true
  let words: any Words

  static let about = "What a page shows of lists, in their layout."
  static let fields: [Field<ListedView>] = [
    Field("layout", "the layout, as a code for styles", .text { $0.layout.rawValue }),
    Field(
      "isBoard", "whether it is laid out as a board of what waits, is under way, is done", .flag { $0.layout == .board }
    ),
    Field("isCouncil", "whether it is laid out as topics with their path", .flag { $0.layout == .council }),
    Field("isMenu", "whether it is laid out as what can be ordered", .flag { $0.layout == .menu }),
    Field("isExchange", "whether it is laid out as what points buy", .flag { $0.layout == .exchange }),
    Field("tallies", "how many of each", .list(TallyView.self) { $0.tallies }),
    Field("hasTallies", "whether anything is counted", .flag { !$0.tallies.isEmpty }),
    Field("sections", "what stands on them, under headings", .list(ListedSectionView.self) { $0.sections }),
    Field(
      "contents", "the headings, where there are several",
      .list(LinkView.self) { view in
        view.sections.count > 1 ? view.sections.map { LinkView(title: $0.title, url: "#part-\($0.key)") } : []
      }),
    Field("hasContents", "whether there are several", .flag { $0.sections.count > 1 }),
    Field("hasAddresses", "whether what stands on them has its address here, by its id", .flag { $0.hasAddresses }),
    Field("isEmpty", "whether nothing stands on them", .flag { $0.sections.isEmpty }),
    Field("code", "a code that leads here, for those who could take something", .optionalText(.html) { $0.code }),
  ]
}

/// How many of something.
struct TallyView: TemplateView {
  let key: String
  let label: String
  let count: Int
  /// The days after which each of what is open is overdue.
  var dueDays: [CivilDate] = []

  static let about = "How many of something stand on lists."
  static let fields: [Field<TallyView>] = [
    Field("key", "what is counted, as a code for styles", .text { $0.key }),
    Field("label", "what is counted, in words", .text { $0.label }),
    Field("count", "how many at the time of the build", .text { "\($0.count)" }),
    Field(
      "duesISO",
      "of what is overdue: the last days in time of all that is open, as YYYY-MM-DD with a blank between; the script counts anew",
      .optionalText { $0.dueDays.isEmpty ? nil : $0.dueDays.map(TimeText.date).joined(separator: " ") }),
  ]
}

/// What of lists stands under one heading.
struct ListedSectionView: TemplateView {
  let key: String
  let title: String
  let items: [ListItem]
  let more: LinkView?
  let zone: Zone
  let words: any Words
  let lists: CommunityLists
  /// Whether nothing on it is left to do.
  var isClosed = false

  static let about = "What of lists stands under one heading."
  static let fields: [Field<ListedSectionView>] = [
    Field("key", "the heading as a code: `part-` and it is the end of its address", .text { $0.key }),
    Field("title", "the heading", .text { $0.title }),
    Field(
      "count", "how many stand here, where that is all of them",
      .optionalText { $0.more == nil ? "\($0.items.count)" : nil }),
    Field("isClosed", "whether all of it is done or dropped: folded, where others are open", .flag { $0.isClosed }),
    Field(
      "matters", "what moves through phases",
      .list(MatterView.self) { view in
        view.items.compactMap { item -> MatterView? in
          guard case .matter(let matter) = item else { return nil }
          let origin = matter.origin.flatMap { view.lists.url(of: $0.id) }
          return MatterView(matter: matter, originURL: origin, words: view.words)
        }
      }),
    Field(
      "offers", "what can be ordered",
      .list(OfferView.self) { view in
        view.items.compactMap { item -> OfferView? in
          guard case .offer(let offer) = item else { return nil }
          return OfferView(offer: offer, zone: view.zone, words: view.words)
        }
      }),
    Field("more", "where the rest of it stands", .optionalRecord(LinkView.self) { $0.more }),
  ]
}
