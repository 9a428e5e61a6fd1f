/// How a picture of the site is shown: with its size, so that nothing moves when it comes, and in the sizes that there are.
package struct RenderedPicture: Sendable {
  /// Where the form lies that every program reads; written as it is, but for escaping.
  package let source: String
  /// Pixels, as it is laid out.
  package let width: Int
  package let height: Int
  /// `srcset` of WebP; nil where there is none, or nobody would choose among them.
  package let webP: String?

  package init(source: String, width: Int, height: Int, webP: String? = nil) {
    self.source = source
    self.width = width
    self.height = height
    self.webP = webP
  }

  /// How wide a text's picture is on a page: the width of a column of text (docs/themes.md), or a phone's.
  static let sizes: StaticString = "(min-width: 44rem) 42rem, 96vw"
}
