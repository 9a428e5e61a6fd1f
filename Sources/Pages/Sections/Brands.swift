import Activities
import Artifacts
import CivilTime
import Community
import Content
import Vocabulary
import Words

extension PortalContext {
  func view(_ texts: [DatedText]) -> [DatedTextView] { texts.map { DatedTextView(dated: $0, today: horizon.today) } }

  func view(_ method: Method) -> MethodView { MethodView(method: method) { [community] in community.url(of: $0) } }

  func view(_ video: RecordedVideo) -> VideoView {
    VideoView(video: video, zone: zone, now: LocalDateTime(horizon.today), words: words)
  }

  /// The trees of brands, in which `current` is marked.
  func tree(_ nodes: [BrandNode], current: Slug? = nil) -> [BrandNodeView] {
    nodes.contains { !$0.children.isEmpty } ? nodes.map { BrandNodeView(node: $0, current: current) } : []
  }

  /// What a brand and those below it amount to, without what there is none of.
  func rollUp(of brand: PublicPage) -> [TallyView] {
    let total = community.rollUp(of: brand)
    let span = words.brandOccurrences(from: words.monthDay(total.first), to: words.monthDay(total.last))
    let all = [
      ("brands", words.brandsBelow, total.brands), ("carriers", words.brandCarriers, total.carriers),
      ("partners", words.brandPartnerCount, total.partners), ("teams", words.brandTeamCount, total.teams),
      ("occurrences", span, total.occurrences), ("waiting", words.brandWaiting, total.waiting),
      ("doing", words.brandUnderWay, total.underWay), ("done", words.brandDone, total.done),
    ]
    return all.filter { $0.2 > 0 }.map { TallyView(key: $0.0, label: $0.1, count: $0.2) }
  }
}

extension ArticleView {
  /// What brands and partners have beyond other pages, and what any page may have: a method, videos.
  mutating func addBrandParts(_ facets: PageFacets, _ context: PortalContext) {
    // What the heading says already is not said beside it.
    badges = context.view(facets.shownBadges.filter { !page.page.title.says($0.text) })
    method = page.page.method.map(context.view)
    videos = context.community.videos(of: page).map(context.view)
    premises = (page.brandDetails?.premises ?? page.partnerDetails?.premises).map {
      PremisesView(premises: $0, words: words)
    }
    guard let brand = page.brandDetails else { return }
    editions = brand.editions.filter { $0.from != nil }.map {
      EditionView(edition: $0, today: context.horizon.today, words: words)
    }
    carrierLinks = brand.carriers.map { carrier in
      NamedView(title: carrier.title, url: carrier.subject.flatMap { context.community.url(of: $0) })
    }
    tree = context.tree(context.community.brandTree(around: page), current: page.page.slug)
    rollUp = context.rollUp(of: page)
    figures =
      brand.measures.isEmpty ? [] : context.community.metrics(brand.measures, of: page.unit?.id).map(context.view)
  }
}

extension String {
  /// Whether another text stands in it. Most don't, which the bytes show where each character has but one spelling: ASCII, ideographs and wide marks.
  fileprivate func says(_ other: String) -> Bool {
    func isPlain(_ text: String) -> Bool {
      text.utf8.allSatisfy { $0 < 0xC0 || $0 &- 0xE4 < 6 || $0 == 0xEF }
    }
    if isPlain(self), isPlain(other), !other.isEmpty {
      var (text, other) = (self, other)
      let isThere = text.withUTF8 { text in
        other.withUTF8 { other in
          text.count >= other.count
            && (0...text.count - other.count).contains { place in
              text[place] == other[0] && text[place..<place + other.count].elementsEqual(other)
            }
        }
      }
      if !isThere { return false }
      // Of ideographs and printed ASCII each is a character, and nothing joins it.
      func isSimple(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0xEF } }
      if isSimple(self), isSimple(other) { return true }
    }
    return contains(other)
  }
}

extension PageFacets {
  /// The badge, or what of it follows from the reader's day.
  var shownBadges: [DatedText] { datedBadges.isEmpty ? badge.map { [DatedText($0)] } ?? [] : datedBadges }
}
