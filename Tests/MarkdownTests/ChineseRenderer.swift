@testable import Markdown

extension HTMLRenderer {
  /// With the words of a Chinese site.
  init(
    _ place: Place = .page, rawHTML: RawHTML = .escape, baseURL: String? = nil,
    replaceCodeBlock: (@Sendable (_ index: Int) -> [UInt8]?)? = nil
  ) {
    let words = Words(done: "已完成", open: "未完成", footnote: "脚注", footnotes: "脚注", back: "回到正文")
    self.init(place, rawHTML: rawHTML, words: words, baseURL: baseURL, replaceCodeBlock: replaceCodeBlock)
  }
}
