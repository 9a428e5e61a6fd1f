import Activities
import CivilTime
import Community
import Content
import Fields
import Templates
import Vocabulary
import Words

/// One entry of a list of pages.
struct CardView: TemplateView {
  let title: String
  /// nil: there is nowhere more to read of it.
  let url: String?
  var summary: String?
  var image: String?
  var picture: PictureView?
  var badge: String?
  var chips: [String] = []
  var badges: [DatedTextView] = []
  var meta: String?
  var date: CivilDate?
  var dateLabel: String?
  /// From then on it leaves lists of current things (RFC 3339).
  var until: String?
  var untilLabel: String?
  var untilText: String?
  var isPinned = false
  var isExpired = false

  static let about = "One entry of a list of pages."
  static let fields: [Field<CardView>] = [
    Field("title", "the page's title", .text { $0.title }),
    Field("url", "its address; nothing where there is no more to read", .optionalText { $0.url }),
    Field("summary", "what it says, in a sentence or two", .optionalText { $0.summary }),
    Field("image", "the address of its picture on this site", .optionalText { $0.image }),
    Field("picture", "the same with its size and sizes", .optionalRecord(PictureView.self) { $0.picture }),
    Field(
      "badge", "the word that shows what it is at a glance: a notice's category, a brand's edition",
      .optionalText { $0.badge }),
    Field("chips", "what is found at a venue", .texts { $0.chips }),
    Field("hasChips", "whether anything is said of that", .flag { !$0.chips.isEmpty }),
    Field(
      "badges", "the same by the reader's day, with what else stands beside it",
      .list(DatedTextView.self) { $0.badges }),
    Field("meta", "a second line: the unit, a number of members", .optionalText { $0.meta }),
    Field("dateISO", "the day it is dated, as YYYY-MM-DD", .optionalText { $0.date.map(TimeText.date) }),
    Field("dateLabel", "the same day in words, with the year where it is another", .optionalText { $0.dateLabel }),
    Field("until", "the moment from which it leaves lists of current things (RFC 3339)", .optionalText { $0.until }),
    Field("untilLabel", "until when it holds, in words", .optionalText { $0.untilLabel }),
    Field("untilText", "the same as a sentence", .optionalText { $0.untilText }),
    Field("isPinned", "whether it stands before newer ones", .flag { $0.isPinned }),
    Field("isExpired", "whether it no longer holds", .flag { $0.isExpired }),
  ]

  init(title: String, url: String?, summary: String? = nil, badge: String? = nil, meta: String? = nil) {
    self.title = title
    self.url = url
    self.summary = summary
    self.badge = badge
    self.meta = meta
  }

  init(_ page: PublicPage, badge: String?, zone: Zone, words: any Words) {
    self.init(title: page.page.title, url: page.page.url, summary: page.summary, badge: badge)
    image = page.page.image
    meta = page.unit?.name
    date = page.page.date
    dateLabel = page.page.date.map { words.monthDay($0) }
    isPinned = page.isPinned
    isExpired = page.isExpired
    if let expiry = page.expiresAt {
      until = TimeText.rfc3339(expiry, in: zone)
      let label = words.shortUntil(expiry)
      untilLabel = label
      untilText = words.validUntil(label)
    }
  }
}

/// Cards under one heading.
struct CardGroupView: TemplateView {
  let title: String
  var cards: [CardView]
  var style = "cards"
  var more: LinkView?
  /// Whether few will look for them here: what no longer holds, what is older than the first ones.
  var isFolded = false

  static let about = "Entries under one heading."
  static let fields: [Field<CardGroupView>] = [
    Field("title", "the heading; empty where a list has one part only", .text { $0.title }),
    Field("cards", "the entries", .list(CardView.self) { $0.cards }),
    Field("more", "where more of them stand", .optionalRecord(LinkView.self) { $0.more }),
    Field("count", "how many are shown", .text { "\($0.cards.count)" }),
    Field("isFolded", "whether they are folded away: what no longer holds", .flag { $0.isFolded }),
    Field("style", "how they are set, as a class for styles: cards, list and so on", .text { $0.style }),
  ]
}
