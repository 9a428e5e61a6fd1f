import CivilTime
import Community
import Content
import Templates
import Vocabulary

/// One entry of a list of pages.
struct CardView: TemplateView {
  let title: String
  let url: String
  var summary: String?
  var image: String?
  var badge: String?
  var meta: String?
  var date: CivilDate?
  /// From then on it leaves lists of current things (RFC 3339).
  var until: String?
  var untilLabel: String?
  var isPinned = false
  var isExpired = false

  static let fields: [String: TemplateField<CardView>] = [
    "title": .text { $0.title },
    "url": .text { $0.url },
    "summary": .text { $0.summary },
    "image": .text { $0.image },
    "badge": .text { $0.badge },
    "meta": .text { $0.meta },
    "dateISO": .text { $0.date.map(TimeText.date) },
    "dateLabel": .text { $0.date.map(ChineseTimeText.date) },
    "until": .text { $0.until },
    "untilLabel": .text { $0.untilLabel },
    "isPinned": .flag { $0.isPinned },
    "isExpired": .flag { $0.isExpired },
  ]

  init(title: String, url: String, summary: String? = nil, badge: String? = nil, meta: String? = nil) {
    self.title = title
    self.url = url
    self.summary = summary
    self.badge = badge
    self.meta = meta
  }

  init(_ page: PublicPage, badge: String?, zone: Zone) {
    self.init(title: page.page.title, url: page.page.url, summary: page.summary, badge: badge)
    image = page.page.image
    meta = page.unit?.name
    date = page.page.date
    isPinned = page.isPinned
    isExpired = page.isExpired
    if let expiry = page.expiresAt {
      until = TimeText.rfc3339(expiry, in: zone)
      untilLabel = ChineseTimeText.until(expiry)
    }
  }
}

/// Cards under one heading.
struct CardGroupView: TemplateView {
  let title: String
  let cards: [CardView]
  var style = "cards"

  static let fields: [String: TemplateField<CardGroupView>] = [
    "title": .text { $0.title },
    "cards": .list(CardView.self) { $0.cards },
    "style": .text { $0.style },
  ]
}
