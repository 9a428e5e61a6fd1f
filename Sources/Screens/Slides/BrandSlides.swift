import Activities
import CivilTime
import Community
import Content
import Vocabulary
import Words

/// Slides of brands and their methods, of partners, and of what was recorded.
extension SlideMaker {
  /// In each of its editions, while it holds.
  func brands(_ slugs: [Slug]) -> SlideContent {
    let brands = slugs.compactMap { community.page(.brand, $0) }
    return SlideContent(.poster, brands.flatMap(posters))
  }

  private func posters(_ brand: PublicPage) -> [ItemDraft] {
    guard let details = brand.brandDetails else { return [] }
    // A screen without a feed can't know which edition it is.
    let texts = isEvergreen ? [] : stretches(details.editionTexts(words))
    return (texts.isEmpty ? [DatedText("")] : texts).compactMap { edition in
      guard
        var item = item(
          "brand-\(brand.page.slug)", brand.page.title, of: brand, from: edition.first.map { LocalDateTime($0) },
          until: edition.last.map { LocalDateTime($0 + 1) })
      else { return nil }
      item.chip = edition.text.isEmpty ? nil : edition.text
      item.value = details.motto
      item.text = brand.summary
      if !details.carriers.isEmpty {
        item.lines = [words.carriersAre + details.carriers.map(\.title).joined(separator: words.listComma)]
      }
      item.line = brand.unit?.name
      return poster(item, brand)
    }
  }

  /// The texts and the stretches between them in which none holds.
  private func stretches(_ texts: [DatedText]) -> [DatedText] {
    var all: [DatedText] = []
    for text in texts {
      if let last = all.last?.last {
        if let first = text.first, first > last + 1 { all.append(DatedText("", from: last + 1, to: first - 1)) }
      } else if let first = text.first {
        all.append(DatedText("", to: first - 1))
      }
      all.append(text)
    }
    if let last = all.last?.last { all.append(DatedText("", from: last + 1)) }
    return all
  }

  /// A card for each part, with what is counted.
  func method(of kind: PageKind, _ slug: Slug) -> SlideContent {
    guard let page = community.page(kind, slug), let method = page.page.method else {
      return SlideContent(.numerals, [])
    }
    let items = method.parts.enumerated().compactMap { number, part -> ItemDraft? in
      guard var item = item("method-\(slug)-\(number + 1)", part.name, of: page) else { return nil }
      item.value = part.count.text
      item.text = part.summary
      item.lines = part.items.map(\.title)
      return ItemDraft(item)
    }
    // `345` alone says little: the page is called `345工作法`.
    let title = page.page.title
    return SlideContent(.numerals, items, title: title.contains(method.name) ? title : method.name)
  }

  /// The main brand over its community brands, each with those below it.
  func brandTree(_ root: Slug?) -> SlideContent {
    let trees =
      root.map { slug in community.page(.brand, slug).map { [community.brandTree(of: $0)] } ?? [] }
      ?? community.brandTrees
    let rows = trees.flatMap { tree in
      tree.children.isEmpty ? [row(of: tree, in: nil)] : tree.children.map { row(of: $0, in: tree) }
    }
    return SlideContent(.rows, rows.compactMap { $0 })
  }

  /// Characters: a heading stands on every page, and takes its lines from what is below it.
  private static let headingMotto = 20

  private func row(of node: BrandNode, in tree: BrandNode?) -> ItemDraft? {
    guard var item = item("brands-\(node.page.page.slug)", node.page.page.title, of: node.page) else { return nil }
    item.group = tree.map { tree in
      let motto = tree.page.brandDetails?.motto.flatMap { $0.count <= Self.headingMotto ? $0 : nil }
      return [tree.page.page.title, motto].compactMap { $0 }.joined(separator: words.gap)
    }
    item.line = node.page.unit?.name
    item.text = node.page.brandDetails?.motto ?? node.page.summary
    let below = node.all.dropFirst().map(\.page.page.title)
    item.side = below.isEmpty ? nil : below.joined(separator: words.listComma)
    return ItemDraft(item)
  }

  /// By type, for as long as their agreements hold.
  func partners(of unit: UnitID?, type: PartnerType?) -> SlideContent {
    let partners = community.pages(of: .partner).compactMap { page in page.partnerDetails.map { (page, $0) } }.filter {
      (type == nil || $1.type == type) && ($0.unit.map { serves($0.id, asked: unit) } ?? (unit == nil))
    }
    let isGrouped = Set(partners.map(\.1.type)).count > 1
    return SlideContent(
      .rows,
      PartnerType.allCases.flatMap { type in
        partners.filter { $0.1.type == type }.compactMap { page, details -> ItemDraft? in
          guard
            var item = item(
              "partner-\(page.page.slug)", page.page.title, of: page,
              from: details.agreement?.firstDay.map { LocalDateTime($0) },
              until: details.agreement?.lastDay.map { LocalDateTime($0 + 1) })
          else { return nil }
          item.group = isGrouped ? words.label(type) : nil
          item.line = [page.unit?.name, details.contact].compactMap { $0 }.joined(separator: " · ")
          item.text = details.offers.isEmpty ? page.summary : details.offers.joined(separator: words.listComma)
          return ItemDraft(item)
        }
      })
  }

  /// Where a screen does not say how many.
  private static let videosLength = 6

  /// A card with a code for each, the newest first.
  func videos(of unit: UnitID?, limit: Int?) -> SlideContent {
    let videos = community.videos.filter { video in
      video.unit.map { serves($0.id, asked: unit) } ?? (unit == nil)
    }
    // What is not over yet takes no place from what is: it comes beside it.
    let ahead = videos.filter { $0.heldUntil.map { !horizon.wasOver($0) } ?? false }
    let recorded = videos.filter { $0.heldUntil.map { horizon.wasOver($0) } ?? true }.prefix(limit ?? Self.videosLength)
    return SlideContent(.cards, (ahead + recorded).compactMap(card))
  }

  private func card(_ video: RecordedVideo) -> ItemDraft? {
    guard let code = code(url: video.url, of: .video(video.id)),
      var item = item("video-\(video.id)", video.title, from: video.heldUntil, until: video.expiresAt)
    else { return nil }
    item.when = video.heldOn.map { words.held(on: dated($0)) }
    item.line = video.unit?.name
    item.codeLabel = words.scanVideo
    return ItemDraft(item, code: code)
  }
}
