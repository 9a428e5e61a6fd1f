import Activities
import Artifacts
import CivilTime
import Community
import Content
import Fields
import Templates
import Vocabulary
import Words

struct StatusView: TemplateView {
  let screens: [ScreenStatusView]
  let horizon: Horizon
  let words: any Words
  let isSigned: Bool
  let isSecure: Bool

  static let about = "The page on which screens say how they are."
  static let fields: [Field<StatusView>] = [
    Field("screens", "the site's screens", .list(ScreenStatusView.self) { $0.screens }),
    Field("isEmpty", "whether it has none", .flag { $0.screens.isEmpty }),
    Field(
      "generatedLabel", "the moment of the build, in words",
      .text { $0.words.moment($0.horizon.localNow) }),
    Field("isSigned", "whether screens' feeds are signed", .flag { $0.isSigned }),
    // Browsers verify signatures over HTTPS only.
    Field(
      "isVerified", "whether boxes can verify the signatures: browsers do so over HTTPS only",
      .flag { $0.isSigned && $0.isSecure }),
    Field("isUnverified", "whether they are signed and boxes can't verify it", .flag { $0.isSigned && !$0.isSecure }),
  ]
}

struct ScreenStatusView: TemplateView {
  let screen: ScreenConfiguration
  let status: ScreenStatus
  let community: Community

  private var words: any Words { community.words }

  static let about = "A screen on the status page."
  static let fields: [Field<ScreenStatusView>] = [
    Field("id", "stays the same; the last part of its address", .text { $0.screen.id.text }),
    Field("title", "what the screen is called", .text { $0.screen.title }),
    Field("url", "the page that a box plays", .text { SitePath.screen($0.screen.id).url }),
    Field("feedURL", "its feed", .text { $0.status.feedURL }),
    Field(
      "packageURL", "its package for players without a network", .text { SitePath.screenPackage($0.screen.id).url }),
    Field("orientationLabel", "how it hangs, in words", .text { $0.words.label($0.screen.orientation) }),
    Field("sizeLabel", "its width and height in pixels", .text { "\($0.screen.width)×\($0.screen.height)" }),
    Field(
      "units", "the units it shows, in words",
      .text { view in
        view.screen.units.isEmpty
          ? view.words.allUnits
          : view.screen.units.compactMap { view.community.units[$0]?.name }.joined(separator: view.words.listComma)
      }),
    Field(
      "generation", "its feed's number, which grows whenever it says something else",
      .text { String($0.status.generation) }),
    Field(
      "digest", "eight digits of its feed's SHA-256, as the screen's corner shows them", .text { $0.status.digest }),
    Field("showsCorner", "whether its corner shows them", .flag { $0.screen.showsCorner }),
    Field(
      "validUntil", "the moment from which its feed promises nothing (RFC 3339)",
      .text { TimeText.rfc3339($0.community.horizon.validUntil, in: $0.community.horizon.zone) }),
    Field("validUntilLabel", "the same moment in words", .text { $0.words.until($0.community.horizon.end) }),
  ]
}
