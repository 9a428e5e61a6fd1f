import Artifacts
import Community
import Content
import Inspection
import Pictures
import Vocabulary
import Words

/// Slides made of files below `content/files/`: a film over its poster, pages of a document.
extension SlideMaker {
  func film(_ film: ScreenSlide.Film) -> SlideContent {
    let shown = community.shownFiles.films[film.file]
    var content = SlideContent(
      .poster, [item("film", film.caption ?? "").map { ItemDraft($0, picture: picture(film.poster)) }].compactMap { $0 }
    )
    content.film = shown.map {
      Programme.Film(url: $0.file.path.url, digest: $0.digest, milliseconds: $0.facts.milliseconds, file: $0.file)
    }
    content.seconds = shown.map { ScreenSlide.Film.seconds(of: $0.facts) }
    content.title = film.caption
    return content
  }

  func document(_ pages: ScreenSlide.DocumentPages) -> SlideContent {
    guard let shown = community.shownFiles.document(pages, on: screen.id) else { return SlideContent(.sheets, []) }
    var content = SlideContent(
      .sheets,
      shown.pages.compactMap { page in
        item("sheet-\(page.number)", words.page(page.number, of: shown.file.ownTitle)).map {
          ItemDraft($0, picture: Programme.Picture(url: page.path.url, form: page.form))
        }
      }, title: shown.file.ownTitle)
    // Upright pages stand side by side on a wall that lies.
    let isBeside = screen.orientation == .landscape && shown.pages.allSatisfy(\.isUpright)
    content.perPage = isBeside ? 2 : 1
    return content
  }
}
