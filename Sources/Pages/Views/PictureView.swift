import Content
import Fields
import Pictures
import Templates

/// A picture of the site's with its size and the sizes that there are of it.
struct PictureView: TemplateView {
  let source: String
  let width: Int
  let height: Int
  let webP: String?

  static let about = "A picture of the site's: what an `img` and a `picture` say."
  static let fields: [Field<PictureView>] = [
    Field("source", "the address of the form that every browser shows: JPEG, PNG or GIF", .text { $0.source }),
    Field("width", "how wide it is, in pixels", .integer(least: 1) { $0.width }),
    Field("height", "how high it is, in pixels", .integer(least: 1) { $0.height }),
    Field(
      "webP", "the same as WebP in several widths, for `srcset`; absent where the picture is small",
      .optionalText { $0.webP }),
  ]

  /// nil where its file is no picture.
  init?(_ image: ContentImage) {
    guard let picture = image.picture else { return nil }
    source = image.plainURL
    width = picture.main.width
    height = picture.main.height
    webP = image.webPSources
  }
}
