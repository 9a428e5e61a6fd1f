import Artifacts
import Fields
import Templates

/// A feed or a calendar that says what a page says.
struct AlternateView: TemplateView {
  let title: String
  let path: SitePath
  let mediaType: MediaType

  static let about = "A feed or a calendar that says what the page says, for a `link rel=\"alternate\"` in its head."
  static let fields: [Field<AlternateView>] = [
    Field("title", "what it is, in words, with its format", .text { $0.title }),
    Field("mediaType", "what sort of file it is (RFC 6838)", .text { $0.mediaType.essence }),
    Field("url", "its address", .text { $0.path.url }),
  ]
}
