import Content
import Diagnostics
import Markdown
import Vocabulary

/// A text that leaves nothing to draw is left out of a screen's rounds, which nobody would see: it is reported. A warning, since a page that
/// somebody else writes must not hold up the site.
struct ScreenTextCheck {
  let community: Community

  func problems() -> [Diagnostic] {
    community.screens.flatMap { screen in
      (screen.playlist + screen.dayparts.flatMap(\.playlist) + screen.evergreen).compactMap(problem)
    }
  }

  private func problem(_ slide: ScreenSlide) -> Diagnostic? {
    switch slide.subject {
    case .text(let document): community.isVisibleOnScreens(document) ? nil : blank(slide)
    case .page(let slug):
      (community.pages[.page] + community.duePages).first { $0.page.kind == .page && $0.page.slug == slug }
        .flatMap { community.isVisibleOnScreens($0.page.body) ? nil : blank(slide) }
    default: nil
    }
  }

  private func blank(_ slide: ScreenSlide) -> Diagnostic {
    .warning(
      "screen.blank-text", zh: "这个文字画面没有能显示的内容，不会播出",
      en: "nothing of this text can be drawn: the slide is left out",
      hint: Message(
        zh: "数据块只在网页上显示。写几句话，或换成显示同样内容的画面：today、week、menu、figures、roster",
        en: "data blocks are live on pages only: write words, or use today, week, menu, figures or roster instead"),
      at: slide.location)
  }
}
