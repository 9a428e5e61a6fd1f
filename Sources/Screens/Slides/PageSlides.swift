import CivilTime
import Community
import Content
import Encoding
import Markdown
import Vocabulary

/// Slides made of pages, pictures and texts.
extension SlideMaker {
  func menus(_ slugs: [Slug]) -> Made {
    let menus = slugs.compactMap { community.page(.menu, $0) }
    let rows = menus.flatMap { menu -> [Draft] in
      var query = ServiceQuery()
      query.menu = menu.page.slug
      return community.services(matching: query).compactMap { service in
        guard var item = item("service-\(service.item.id)", service.item.title, of: menu) else { return nil }
        let offer = service.item
        item.group = menus.count > 1 ? menu.page.title : nil
        item.line = [offer.provider, offer.hours, offer.phone].compactMap { $0 }.joined(separator: " · ")
        item.text = [offer.summary, offer.trial].compactMap { $0 }.joined(separator: words.semicolon)
        item.side = offer.price ?? (offer.feeYuan == 0 ? words.noCharge : nil)
        return Draft(item)
      }
    }
    return Made(.rows, rows, title: menus.count == 1 ? menus[0].page.title : nil)
  }

  func brands(_ slugs: [Slug]) -> Made {
    let brands = slugs.compactMap { community.page(.brand, $0) }
    return Made(
      .poster,
      brands.compactMap { brand in
        guard case .brand(let details) = brand.page.details,
          var item = item("brand-\(brand.page.slug)", brand.page.title, of: brand)
        else { return nil }
        item.chip = details.edition.map(words.edition)
        item.value = details.motto
        item.text = brand.summary
        if !details.carriers.isEmpty { item.lines = [words.carriers + details.carriers.joined(separator: words.comma)] }
        item.line = brand.unit?.name
        return poster(item, brand)
      })
  }

  func venues(_ ids: [VenueID]) -> Made {
    Made(
      .poster,
      ids.compactMap { community.venue($0) }.compactMap { venue in
        let page = community.pages(of: .venue).first { $0.page.url == venue.url }
        guard
          var item = page.map({ item("venue-\(venue.id)", venue.name, of: $0) })
            ?? item("venue-\(venue.id)", venue.name)
        else { return nil }
        item.text = page?.summary
        item.lines = [
          venue.address.map { words.address + $0 }, venue.openingHours.map { words.open + words.openingHours($0) },
          venue.phone.map { words.phone + $0 },
        ].compactMap { $0 }
        if let page, case .venue(let details) = page.page.details, !details.facilities.isEmpty {
          item.lines.append(words.facilities + details.facilities.joined(separator: words.comma))
        }
        item.line = community.units[venue.unit]?.name
        return page.map { poster(item, $0) } ?? coded(item, venue.url)
      })
  }

  private func poster(_ item: ScreenItem, _ page: PublicPage) -> Draft {
    var draft = coded(item, page.page.url)
    draft.picture = picture(page.page.image)
    return draft
  }

  private func coded(_ item: ScreenItem, _ path: String) -> Draft {
    var item = item
    item.codeLabel = words.scan
    return Draft(item, code: code(path))
  }

  func photos(_ photos: [ScreenSlide.Photo]) -> Made {
    Made(
      .poster,
      photos.enumerated().compactMap { number, photo in
        item("photo-\(number + 1)", photo.caption ?? "").map { Draft($0, picture: picture(photo.image)) }
      })
  }

  /// A page's own text, for as long as the page holds.
  func page(_ slug: Slug) -> Made {
    guard let page = community.page(.page, slug) else { return Made(.text, []) }
    return Made(.text, draft(item("page-\(slug)", page.page.title, of: page), page.page.body), title: page.page.title)
  }

  func text(_ document: Document, id: String) -> Made { Made(.text, draft(item(id, ""), document)) }

  /// None where nothing of a text can be drawn: a slide is never an empty frame. ScreenTextCheck has told of it.
  private func draft(_ item: ScreenItem?, _ document: Document) -> [Draft] {
    guard let item, community.isVisibleOnScreens(document) else { return [] }
    let blocks = document.nodesOffScreens
    var draft = Draft(item)
    let renderer = HTMLRenderer(.elsewhere, words: words.isEnglish ? .english : .chinese) {
      blocks.contains($0) ? Bytes() : nil
    }
    draft.item.html = renderer.html(document).text
    draft.inText = document.links.filter(\.isImage).compactMap { picture($0.destination) }
    return [draft]
  }

  /// What a screen is, and where the rest stands: for when there is nothing else.
  func cover() -> Made {
    guard var item = item("cover", community.site.title) else { return Made(.poster, []) }
    item.value = screen.title
    item.line = community.site.footer.sponsor
    return Made(.poster, [coded(item, "/")])
  }
}
