import Artifacts
import Community
import Content
import Vocabulary
import Words

/// The further pages of a catalogue that a phone could not take at once: `/lists/disclosure/quanxi/`.
struct DisclosurePages {
  private let context: PortalContext

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] {
    context.community.pages[.list].flatMap { page -> [Artifact] in
      guard let display = context.duties(on: page), display.isParted else { return [] }
      return display.sections.flatMap { section in
        (1...section.pageCount).map { artifact($0, of: section, display: display, page: page) }
      }
    }
  }

  private func artifact(
    _ number: Int, of section: DutyDisplay.Section, display: DutyDisplay, page: PublicPage
  ) -> Artifact {
    let (context, words) = (context, context.words)
    let name = "\(page.page.title)\(words.gap)\(section.title ?? words.otherCategory)"
    let title = number == 1 ? name : words.page(number, of: name)
    return context.page(
      SitePath.part(number, section.slug, of: page.page.path), title: title,
      breadcrumbs: context.breadcrumbs(page) + [LinkView(title: page.page.title, url: page.page.url)],
      template: ArticlePages.template(of: .list)
    ) {
      var view = ArticleView(
        page: page, zone: context.zone, today: context.horizon.today, words: words, badge: nil, body: "")
      view.partName = title
      view.disclosure = context.disclosure(of: section, page: number, display, on: page)
      return view
    }
  }
}
