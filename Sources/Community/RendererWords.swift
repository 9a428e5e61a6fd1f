package import Markdown
import Words

extension Words {
  /// What texts say as HTML to those who don't see the signs.
  package var ofRenderer: HTMLRenderer.Words {
    HTMLRenderer.Words(
      done: taskDone, open: taskOpen, footnote: footnote, footnotes: footnotes, back: backToText)
  }
}
