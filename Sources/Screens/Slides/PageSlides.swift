import Activities
import CivilTime
import Community
import Content
import Encoding
import Markdown
import Pictures
import Vocabulary
import Words

/// Slides made of pages, pictures and texts.
extension SlideMaker {
  func menus(_ slugs: [Slug]) -> SlideContent {
    let menus = slugs.compactMap { community.page(.menu, $0) }
    let rows = menus.flatMap { menu in
      community.lists.offers.filter { $0.page?.page.url == menu.page.url }.compactMap { offer -> ItemDraft? in
        if isEvergreen, menu.expiresAt != nil || menu.publication != .current { return nil }
        var draft = row(of: offer, isGrouped: false)
        draft?.item.group = menus.count > 1 ? menu.page.title : nil
        return draft
      }
    }
    return SlideContent(.rows, rows, title: menus.count == 1 ? menus[0].page.title : nil)
  }

  func venues(_ ids: [VenueID]) -> SlideContent {
    SlideContent(
      .poster,
      ids.compactMap { community.venue($0) }.compactMap { venue in
        let page = community.pages(of: .venue).first { $0.page.url == venue.url }
        guard
          var item = page.map({ item("venue-\(venue.id)", venue.name, of: $0) })
            ?? item("venue-\(venue.id)", venue.name)
        else { return nil }
        item.text = page?.summary
        item.lines = [
          venue.address.map { words.addressIs + $0 }, venue.openingHours.map { words.openIs + words.openingHours($0) },
          venue.phone.map { words.phoneIs + $0 },
        ].compactMap { $0 }
        item.chip = venue.type.map { words.label($0) }
        if !venue.zones.isEmpty {
          item.lines.append(words.zonesAre + venue.zones.map(\.name).joined(separator: words.listComma))
        }
        // From across a hall, what there is: how many and where stands on the page.
        let facilities = venue.facilities.map { words.label($0.facility) } + venue.furtherFacilities
        if !facilities.isEmpty {
          item.lines.append(words.facilitiesAre + facilities.joined(separator: words.listComma))
        }
        item.line = community.units[venue.unit]?.name
        return page.map { poster(item, $0, .venue(venue.id)) } ?? coded(item, venue.url, .venue(venue.id))
      })
  }

  func poster(_ item: ScreenItem, _ page: PublicPage, _ subject: CodedSubject? = nil) -> ItemDraft {
    var draft = coded(item, page.page.url, subject ?? .page(page.identity))
    draft.picture = picture(page.page.image)
    return draft
  }

  private func coded(_ item: ScreenItem, _ path: String, _ subject: CodedSubject? = nil) -> ItemDraft {
    var item = item
    item.codeLabel = words.scan
    return ItemDraft(item, code: code(path, of: subject))
  }

  func photos(_ photos: [ScreenSlide.Photo]) -> SlideContent {
    SlideContent(
      .poster,
      photos.enumerated().compactMap { number, photo in
        item("photo-\(number + 1)", photo.caption ?? "").map { ItemDraft($0, picture: picture(photo.image)) }
      })
  }

  /// A page's own text, for as long as the page holds.
  func page(_ slug: Slug) -> SlideContent {
    guard let page = community.page(.page, slug) else { return SlideContent(.text, []) }
    return SlideContent(
      .text, draft(item("page-\(slug)", page.page.title, of: page), page.page.body), title: page.page.title)
  }

  func text(_ document: Document) -> SlideContent { SlideContent(.text, draft(item("text", ""), document)) }

  /// None where nothing of a text can be drawn: a slide is never an empty frame. ScreenTextCheck has reported it.
  private func draft(_ item: ScreenItem?, _ document: Document) -> [ItemDraft] {
    guard let item, community.isVisibleOnScreens(document) else { return [] }
    let blocks = document.nodesOffScreens
    var draft = ItemDraft(item)
    var renderer = HTMLRenderer(.standalone, words: words.ofRenderer) {
      blocks.contains($0) ? Bytes() : nil
    }
    renderer.picture = { url in
      picture(url).map { RenderedPicture(source: $0.url, width: $0.form.width, height: $0.form.height) }
    }
    draft.item.html = renderer.html(document).text
    draft.inText = document.links.filter(\.isImage).compactMap { picture($0.destination) }
    return [draft]
  }

  /// What a screen is, and where the rest stands: for when there is nothing else.
  func cover() -> SlideContent {
    guard var item = item("cover", community.site.title) else { return SlideContent(.poster, []) }
    // The frame says which screen it is, and who publishes.
    item.text = community.introductions[.page]?.summary
    return SlideContent(.poster, [coded(item, "/")])
  }
}
